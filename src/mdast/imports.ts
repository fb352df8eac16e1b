import type { RootContent } from 'mdast';
import { creditLists, inRow } from '../model/credit-lists.ts';
import type { Page } from '../model/page.ts';
import { wholeStyle } from '../model/style.ts';
import type { ProseContent } from '../prose/parse.ts';

/** The import of the components of Starlight that the credits of a page are shown with. */
export function importNodes(page: Page, prose: ProseContent): RootContent[] {
  const used = usedComponents(page);
  if (used.size === 0) return [];
  const bound = prose.bindings();
  const names = [...used].filter((name) => !bound.has(name)).sort();
  if (names.length === 0) return [];
  const value = `import { ${names.join(', ')} } from "@astrojs/starlight/components";`;
  return [{ type: 'mdxjsEsm', value }];
}

function usedComponents(page: Page): Set<string> {
  const names = new Set<string>();
  for (const { credits, styles } of creditLists(page)) {
    if (wholeStyle(styles).layout !== 'cards') continue;
    for (const credit of inRow(credits)) {
      if ('markdown' in credit) continue;
      names.add('CardGrid').add(credit.url === undefined ? 'Card' : 'LinkCard');
    }
  }
  return names;
}
