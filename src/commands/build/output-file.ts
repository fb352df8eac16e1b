import type { VFile } from 'vfile';
import type { Target } from '../../file/target.ts';
import { foldCrlf } from '../../text/fold-line-ends.ts';

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
   * Returns the new text of the file. It is the current one if that is up to date: LF and CRLF line ends
   * are equal.
   *
   * @param current the current text of the file, or `undefined` if it does not exist
   * @throws {Error} if the file has no such regions any more
   */
  newText(current: string | undefined): string;
}

/** Returns a page that replaces a whole file, and has its line ends. */
export function pageFile(target: Target, file: VFile, text: string): OutputFile {
  return {
    ...{ target, file, text },
    isPart: false,
    newText(current) {
      if (current === undefined) return text;
      if (foldCrlf(current) === foldCrlf(text)) return current;
      return current.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
    },
  };
}
