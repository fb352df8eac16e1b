/** The columns of a table of credits, and their headings. */
import type { Node } from '../source/nodes.ts';
import type { Column } from '../types.ts';
import { oneOf } from './scalar-shapes.ts';
import type { Scope } from './scope.ts';
import { defaultsOf, type InferFields, list, map, optional, refine, type Shape } from './shape.ts';
import { plain } from './text-shape.ts';

/** All columns, in the order in which a table has them by default. */
export const columnNames = [
  'name',
  'by',
  'description',
  'version',
  'license',
  'links',
] as const satisfies readonly Column[];

export const columns: Shape<Column[]> = refine(list('a list of columns', oneOf(columnNames)), {
  read(node, scope, read) {
    const columns = read(node, scope);
    if (columns) checkColumns(node, scope);
    return columns;
  },
  schema: (schema) => ({ ...schema, minItems: 1, uniqueItems: true }),
});

function checkColumns(node: Node, scope: Scope): void {
  const items = node.kind === 'list' ? node.items : [];
  if (items.length === 0) {
    scope.report('bad-value', node, {
      message: 'a table needs at least one column',
      help: 'add a column, or remove "columns"',
    });
  }
  const seen = new Set<string>();
  for (const item of items) {
    const column = item.kind === 'scalar' ? item.value : '';
    if (seen.has(column) && (columnNames as readonly string[]).includes(column)) {
      scope.report('bad-value', item, {
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

/** The headings of columns that differ from the default. */
export type Labels = InferFields<typeof labelFields>;

export const labels = map('a map of labels', labelFields);

export const defaultLabels: Required<Labels> = defaultsOf(labelFields);
