/** The columns of a table of credits, and their headings. */
import { columnNames } from '../model/style.ts';
import type { Node } from '../source/nodes.ts';
import type { Column } from '../types.ts';
import { helpForStrings } from './common-mistakes.ts';
import { optional } from './field.ts';
import { oneOf } from './scalar-shapes.ts';
import type { Scope } from './scope.ts';
import { named, refine, type Shape } from './shape.ts';
import { list } from './shapes/list.ts';
import { map } from './shapes/map.ts';
import { suggestedOnce } from './suggested-once.ts';
import { translatedText } from './text-shape.ts';
import { translated } from './translated.ts';

export const columns: Shape<Column[]> = refine(
  list('a list of columns', oneOf(columnNames), helpForStrings),
  {
    read(node, scope, read) {
      const columns = read(node, scope);
      if (columns) checkColumns(node, scope);
      return columns;
    },
    schema: () => {
      const pattern = `^(${columnNames.join('|')})$`;
      const patternErrorMessage = `One of: ${columnNames.join(', ')}.`;
      const items = { type: 'string', pattern, patternErrorMessage };
      const allOf = columnNames.map(suggestedOnce);
      return { type: 'array', items, minItems: 1, uniqueItems: true, allOf };
    },
  },
);

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

const heading = optional(translatedText, 'The heading of this column.');

const labelFields = {
  image: heading,
  name: heading,
  by: heading,
  description: heading,
  version: heading,
  license: heading,
  links: heading,
};

const oneLanguage = named('labelsInOneLanguage', 'a map of labels', () =>
  map('a map of labels', labelFields),
);

export const labels = translated('labels', oneLanguage, { keys: () => columnNames });
