/** The sections of a page by their titles: what a view may show alone. */
import { isSeq, type Node } from 'yaml';
import { nearest } from '../diagnostics/nearest.ts';
import { valueUnder } from '../schema/map-entries.ts';
import type { View } from '../schema/output-shape.ts';
import { plain } from '../schema/plain-text.ts';
import type { Scope } from '../schema/scope.ts';
import type { Section } from '../schema/section-shape.ts';
import { rangeOf } from '../source/source.ts';

/** Reports titles in a view that no section has. */
export function checkTitles(view: View, sections: readonly Section[], scope: Scope): void {
  const known = new Set(titlesOf(sections));
  const node = scope.nodes.get(view);
  const titles = node && valueUnder(node, 'sections', scope);
  const target = titles && scope.resolve(titles);
  const silent = { ...scope, report: () => {} };
  for (const item of isSeq(target) ? (target.items as Node[]) : []) {
    const title = plain().read(item, silent);
    if (title === undefined || known.has(title)) continue;
    const near = nearest(title, known);
    scope.report('view-section', rangeOf(item), {
      title,
      known: [...known],
      ...(near !== undefined && { near }),
    });
  }
}

/** The titles of sections and of those inside, in order. */
function titlesOf(sections: readonly Section[]): string[] {
  return sections.flatMap(({ title, sections: inner = [] }) => [
    ...(title === undefined ? [] : [title]),
    ...titlesOf(inner),
  ]);
}

/**
 * The sections of these titles, with all that is in them. Each has the styles that it inherits from
 * the sections around it, whose titles and texts are left out.
 */
export function sectionsOf(sections: readonly Section[], titles: ReadonlySet<string>): Section[] {
  return sections.flatMap((section) => {
    if (section.title !== undefined && titles.has(section.title)) return [section];
    const inner = sectionsOf(section.sections ?? [], titles);
    if (inner.length === 0 || !section.style) return inner;
    return [{ style: section.style, sections: inner }];
  });
}
