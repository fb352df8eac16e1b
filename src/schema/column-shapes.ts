/** The columns of a table of credits, and their headings. */
import { isScalar, isSeq, type Node } from 'yaml';
import { rangeOf } from '../source/source.ts';
import { plain } from './plain-text.ts';
import { oneOf } from './scalar-shapes.ts';
import type { Scope } from './scope.ts';
import { defaultsOf, type InferFields, list, map, optional, type Shape } from './shape.ts';

/** The columns that there are, in the order in which a table has them by itself. */
export const columnNames = ['name', 'by', 'description', 'version', 'license', 'links'] as const;

/** A column, by the key of a credit that it shows. */
export type Column = (typeof columnNames)[number];

const columnList = list('a list of columns', oneOf(columnNames));

export const columns: Shape<Column[]> = {
  ...columnList,
  read(node, scope) {
    const read = columnList.read(node, scope);
    if (read) reportColumns(node, scope);
    return read;
  },
  schema: (definitions) => ({
    ...columnList.schema(definitions),
    minItems: 1,
    uniqueItems: true,
  }),
};

function reportColumns(node: Node, scope: Scope): void {
  const target = scope.resolve(node);
  const items = isSeq(target) ? (target.items as Node[]) : [];
  if (items.length === 0) {
    scope.report('bad-value', rangeOf(node), {
      message: 'a table needs at least one column',
      help: 'add a column, or remove "columns"',
    });
  }
  const seen = new Set<string>();
  for (const item of items) {
    const name = scope.resolve(item);
    const column = isScalar(name) ? String(name.value) : '';
    if (seen.has(column) && (columnNames as readonly string[]).includes(column)) {
      scope.report('bad-value', rangeOf(item), {
        message: `duplicate column "${column}"`,
        help: 'list each column once',
      });
    }
    seen.add(column);
  }
}

const labelFields = {
  name: optional(plain(), 'The heading of the names.', { default: 'Name' }),
  by: optional(plain(), 'The heading of the people.', { default: 'By' }),
  description: optional(plain(), 'The heading of the descriptions.', { default: 'Description' }),
  version: optional(plain(), 'The heading of the versions.', { default: 'Version' }),
  license: optional(plain(), 'The heading of the licences.', { default: 'License' }),
  links: optional(plain(), 'The heading of the further links.', { default: 'Links' }),
};

/** The headings that are not to be the English words. */
export type Labels = InferFields<typeof labelFields>;

export const labels = map('a map of labels', labelFields);

export const defaultLabels: Required<Labels> = defaultsOf(labelFields);
