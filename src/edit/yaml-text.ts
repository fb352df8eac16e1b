import type { Formatting } from './render-value.ts';
import {
  type Collection,
  firstItemOf,
  isCollection,
  isMap,
  itemsOf,
  type Token,
  tokenEnd,
} from './yaml-items.ts';

/** The maximum number of maps and lists whose formatting is detected. */
const MAX_SEEN = 1000;

/** The text of a source, with its lines and its formatting. */
export class YamlText {
  readonly text: string;
  readonly lineBreak: string;
  readonly formatting: Formatting;

  constructor(text: string, root: Token | undefined) {
    this.text = text;
    this.lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    this.formatting = {
      step: 2,
      indentsLists: true,
      padsFlowMaps: true,
      flowsPeople: true,
      ...this.#seen(root),
    };
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Returns the start of the next line. An offset at the start of a line is the end of the one before. */
  lineEnd(offset: number): number {
    if (offset === 0 || this.text[offset - 1] === '\n') return offset;
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end + 1;
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** Whether there is only white space before an offset on its line. */
  startsLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === '';
  }

  /** Whether the line that ends at an offset is blank. */
  isAfterBlankLine(offset: number): boolean {
    return offset > 0 && this.text.slice(this.lineStart(offset - 1), offset).trim() === '';
  }

  /** Whether the line that starts at an offset is blank. */
  isBlankLine(offset: number): boolean {
    const end = this.lineEnd(offset + 1);
    return offset < this.text.length && this.text.slice(offset, end).trim() === '';
  }

  hasComment(collection: Collection): boolean {
    return this.text.slice(collection.offset, tokenEnd(collection)).includes('#');
  }

  /** Returns the column of the first entry or item of a block. */
  blockColumn(block: Collection): number {
    return this.column(firstItemOf(block)?.start ?? block.offset);
  }

  /** Returns lines to insert at an offset, with a line break after each. */
  linesAt(offset: number, lines: string): string {
    const isLineStart = offset === 0 || this.text[offset - 1] === '\n';
    return this.withLineBreaks(`${isLineStart ? '' : '\n'}${lines}\n`);
  }

  /** Returns lines with the line breaks of the text. */
  withLineBreaks(lines: string): string {
    return lines.replaceAll('\n', this.lineBreak);
  }

  /** The formatting of the first places where YAML allows a choice. */
  #seen(root: Token | undefined): Partial<Formatting> {
    const seen: Partial<Formatting> = {};
    const pending = isCollection(root) ? [root] : [];
    for (const collection of pending) {
      for (const { key, value } of itemsOf(collection)) {
        if (!isCollection(value) || pending.length > MAX_SEEN) continue;
        pending.push(value);
        if (key === 'by' && collection.type === 'block-map' && !isMap(value)) {
          seen.flowsPeople ??= value.type === 'flow-collection';
        }
        if (value.type === 'flow-collection') {
          if (isMap(value) && value.items.length > 0)
            seen.padsFlowMaps ??= /\s/.test(this.text.charAt(value.offset + 1));
        } else if (collection.type === 'block-map') {
          const step = this.blockColumn(value) - this.blockColumn(collection);
          if (value.type === 'block-seq') seen.indentsLists ??= step > 0;
          if (step > 1) seen.step ??= step;
        }
      }
    }
    return seen;
  }
}
