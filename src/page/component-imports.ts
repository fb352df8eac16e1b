import type { RootContent } from 'mdast';
import { cardComponent, importStatement } from '../layouts/cards/components.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import { type Content, flattenCredits, walkSections } from '../model/walk-sections.ts';
import { resolveStyle } from '../schema/style-shape.ts';

/**
 * Returns the import of the Starlight components that the credits need, unless they are declared.
 *
 * @param bound the names that the file of a region declares
 */
export function importNodes(
  content: Content,
  fields: FieldContent,
  bound: ReadonlySet<string> = new Set(),
): RootContent[] {
  const used = usedComponents(content);
  if (used.size === 0) return [];
  const blocks = [...walkSections(content)].flatMap(({ section: { intro, outro } }) => [
    ...(intro ? [intro] : []),
    ...(outro ? [outro] : []),
  ]);
  const own = fields.bindings(blocks);
  const names = [...used].filter((name) => !own.has(name) && !bound.has(name)).sort();
  if (names.length === 0) return [];
  return [{ type: 'mdxjsEsm', value: importStatement(names) }];
}

function usedComponents(content: Content): Set<string> {
  const names = new Set<string>();
  for (const { section, styles } of walkSections(content)) {
    const { credits = [] } = section;
    if (credits.length === 0 || resolveStyle(styles).layout !== 'cards') continue;
    for (const credit of flattenCredits(credits)) {
      if ('markdown' in credit) continue;
      names.add('CardGrid').add(cardComponent(credit));
    }
  }
  return names;
}
