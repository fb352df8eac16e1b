/** How credits are found in a page. */
import type { Credit, NestedEntry } from '../schema/credit-shape.ts';
import type { MarkdownField } from '../schema/markdown-field.ts';
import type { Section } from '../schema/section-shape.ts';
import type { Style } from '../schema/style-shape.ts';

/** The credits of one section. */
export interface CreditList {
  credits: readonly Credit[];
  /** The styles that say how they look, each inheriting from those before it. */
  styles: readonly Style[];
}

/** The lists of credits of a page or a section and of all sections inside, in order. */
export function* creditLists(
  { credits, sections = [], style }: Pick<Section, 'credits' | 'sections' | 'style'>,
  inherited: readonly Style[] = [],
): Generator<CreditList> {
  const styles = style ? [...inherited, style] : inherited;
  if (credits?.length) yield { credits, styles };
  for (const section of sections) yield* creditLists(section, styles);
}

/** Credits in a row: after each one those that are nested in it. */
export function inRow(credits: readonly Credit[]): (NestedEntry | MarkdownField)[] {
  return credits.flatMap((credit) => [credit, ...(('credits' in credit && credit.credits) || [])]);
}
