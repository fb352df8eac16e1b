import { nearest } from '../diagnostics/nearest.ts';
import { walkSections } from '../model/walk-sections.ts';
import { valueOfKey } from '../source/nodes.ts';
import type { Section, View } from '../types.ts';
import type { Scope } from './scope.ts';
import { plain } from './text-shape.ts';

/** Reports titles in the `sections` of a view that are not titles of sections. */
export function checkTitles(view: View, sections: Section[], scope: Scope): void {
  const titles = valueOfKey(scope.nodes.get(view), 'sections');
  if (titles?.kind !== 'list') return;
  const known = new Set<string>();
  for (const { section } of walkSections({ sections })) {
    if (section.title !== undefined) known.add(section.title);
  }
  const silent = { ...scope, report: () => {} };
  for (const item of titles.items) {
    const title = plain().read(item, silent);
    if (title === undefined || known.has(title)) continue;
    const near = nearest(title, known);
    scope.report('view-section', item, {
      title,
      known: [...known],
      ...(near !== undefined && { near }),
    });
  }
}
