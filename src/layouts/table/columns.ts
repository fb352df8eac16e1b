/** The columns of a table, for writing and recognizing them. */
import { columnNames, type ResolvedStyle } from '../../model/style.ts';
import type { Column, Markdown, NestedEntry } from '../../types.ts';

/** Returns the columns of a table: those of its style, or the default. */
export function columnsFor(
  credits: readonly (NestedEntry | Markdown)[],
  { columns }: ResolvedStyle,
): readonly Column[] {
  return columns ?? defaultColumns(credits.filter((credit) => 'name' in credit));
}

/** Returns the name and each other column that has content. */
export function defaultColumns(
  entries: readonly { readonly [key in Column]?: unknown }[],
): Column[] {
  const hasContent = (value: unknown) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined;
  return columnNames.filter(
    (column) => column === 'name' || entries.some((entry) => hasContent(entry[column])),
  );
}

/** Returns the column of string credits. The other cells of their rows are empty. */
export function markdownColumn(columns: readonly Column[]): Column | undefined {
  const fit = (['name', 'description'] as const).find((column) => columns.includes(column));
  return fit ?? columns[0];
}
