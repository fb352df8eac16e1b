import type { Credit, Markdown, NestedEntry, Section, Style } from '../types.ts';

/** The content that pages and sections have in common. */
export type Content = Omit<Section, 'title'>;

/** A section or the page itself, and its styles. */
interface Walked {
  section: Section;
  /** The styles that it inherits, and then its own. Later styles take precedence. */
  styles: readonly Style[];
}

/** Yields a page or section, and then all sections inside it, in the order of the source. */
export function* walkSections(
  section: Section,
  inherited: readonly Style[] = [],
): Generator<Walked> {
  const styles = section.style ? [...inherited, section.style] : inherited;
  yield { section, styles };
  for (const inner of section.sections ?? []) yield* walkSections(inner, styles);
}

/** Returns credits, each followed by its nested credits. */
export function flattenCredits(credits: readonly Credit[]): (NestedEntry | Markdown)[] {
  return credits.flatMap((credit) => [credit, ...(('credits' in credit && credit.credits) || [])]);
}
