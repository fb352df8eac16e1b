import type { RootContent } from 'mdast';
import type { ProseContent } from '../markdown/parse-fields.ts';
import type { Content } from '../model/select-content.ts';
import { creditLists, inRow } from '../model/walk-sections.ts';
import type { MarkdownField } from '../schema/markdown-field.ts';
import { wholeStyle } from '../schema/style-shape.ts';

/**
 * The import of the components of Starlight that credits are shown with.
 *
 * @param bound names that have a meaning already where the credits go
 */
export function importNodes(
  content: Content,
  prose: ProseContent,
  bound: ReadonlySet<string> = new Set(),
): RootContent[] {
  const used = usedComponents(content);
  if (used.size === 0) return [];
  const own = prose.bindings(textsOf(content));
  const names = [...used].filter((name) => !own.has(name) && !bound.has(name)).sort();
  if (names.length === 0) return [];
  const value = `import { ${names.join(', ')} } from "@astrojs/starlight/components";`;
  return [{ type: 'mdxjsEsm', value }];
}

function usedComponents(content: Content): Set<string> {
  const names = new Set<string>();
  for (const { credits, styles } of creditLists(content)) {
    if (wholeStyle(styles).layout !== 'cards') continue;
    for (const credit of inRow(credits)) {
      if ('markdown' in credit) continue;
      names.add('CardGrid').add(credit.url === undefined ? 'Card' : 'LinkCard');
    }
  }
  return names;
}

/** The fields that may hold blocks, and so modules that are imported. */
function textsOf({ intro, sections = [], outro }: Content): MarkdownField[] {
  return [intro ?? [], sections.flatMap(textsOf), outro ?? []].flat();
}
