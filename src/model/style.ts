/** The defaults of styles, and how styles are merged. */
import type { Column, Style } from '../types.ts';
import { en } from './language-words/en.ts';
import type { LanguageWords } from './language-words/language-words.ts';

/** A style with all inherited values and defaults. */
export type ResolvedStyle = Required<Omit<Style, 'columns' | 'labels'>> &
  Pick<Style, 'columns'> &
  Omit<LanguageWords, 'labels'> & { labels: Record<Column, string> };

/** All columns of a table, in their default order. */
export const columnNames = [
  'image',
  'name',
  'by',
  'description',
  'version',
  'license',
  'links',
] as const satisfies readonly Column[];

/** The minimum and the maximum of `size`, in CSS pixels. */
export const SIZE_RANGE = { min: 16, max: 512 };

/** The style of a page that does not set any. */
export const defaultStyle: ResolvedStyle = {
  layout: 'list',
  bold: true,
  separator: ' - ',
  ...en,
  size: 96,
  sort: 'none',
};

/** Merges styles and the defaults. Later styles take precedence over earlier ones. */
export function resolveStyle(styles: readonly Style[]): ResolvedStyle {
  const labels = Object.assign({}, defaultStyle.labels, ...styles.map((own) => own.labels));
  return Object.assign({}, defaultStyle, ...styles, { labels });
}
