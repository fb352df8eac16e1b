import type { Column } from '../../types.ts';

/** The words that a page adds to the text of its source, in one language. */
export interface LanguageWords {
  /** The word before the people. */
  by: string;
  /** The word before the last of several people. */
  and: string;
  /** The text between people, and between the names of a paragraph. */
  comma: string;
  /** The text around the word `and`. */
  space: string;
  /** The headings of the columns of a table. */
  labels: Record<Column, string>;
}
