import type { VFile } from 'vfile';
import type { Target } from '../../file/target.ts';
import { foldCrlf } from '../../text/fold-line-ends.ts';
import type { ReplacedText } from './dropped-text.ts';

/** A file that is ready to be written: a page, or a file with its regions filled. */
export interface OutputFile {
  target: Target;
  /** For messages, with the path relative to the current folder. */
  file: VFile;
  /** The page or the filled file. */
  text: string;
  /** Whether only regions of the file are replaced. */
  isPart: boolean;
  /**
   * Returns the new text of the file.
   *
   * @param current the current text of the file, or `undefined` if it does not exist
   * @throws {Error} if the file no longer has these regions
   */
  replace(current: string | undefined): Replacement;
}

/** What replaces the text of a file. */
export interface Replacement {
  /** It is the current text if that is up to date: LF and CRLF line ends are equal. */
  newText: string;
  /** The parts of the text that are replaced: all of it, or its regions. */
  parts: ReplacedText[];
}

/** Returns a page that replaces a whole file, and has its line ends. */
export function pageFile(target: Target, file: VFile, text: string): OutputFile {
  return {
    ...{ target, file, text },
    isPart: false,
    replace(current = '') {
      const parts = [{ before: current, after: text }];
      if (foldCrlf(current) === foldCrlf(text)) return { newText: current, parts };
      const newText = current.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
      return { newText, parts };
    },
  };
}
