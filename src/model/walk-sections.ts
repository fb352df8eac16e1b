import type { Credit, Markdown, NestedEntry, Section, Style } from '../types.ts';

/** What a page and its sections have in common. */
export type Content = Omit<Section, 'title'>;

/** A section, or the page itself, in the order of the source. */
interface Walked {
  section: Section;
  /** The styles that it inherits and its own, each inheriting from those before it. */
  styles: readonly Style[];
}

/** Yields some content and, in order, all sections inside. */
export function* walkSections(
  section: Section,
  inherited: readonly Style[] = [],
): Generator<Walked> {
  const styles = section.style ? [...inherited, section.style] : inherited;
  yield { section, styles };
  for (const inner of section.sections ?? []) yield* walkSections(inner, styles);
}

/** Credits, each followed by those nested in it. */
export function flattenCredits(credits: readonly Credit[]): (NestedEntry | Markdown)[] {
  return credits.flatMap((credit) => [credit, ...(('credits' in credit && credit.credits) || [])]);
}
