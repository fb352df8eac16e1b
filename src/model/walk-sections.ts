import type { Credit, Markdown, NestedEntry, Section, Style } from '../types.ts';
import { FIRST_LEVEL } from './section-levels.ts';
import { type ResolvedStyle, resolveStyle } from './style.ts';

/** A part of a page: a title, a Markdown field or a list of credits. */
type SectionPart = {
  /** The heading level of a section in this place. */
  level: number;
} & (
  | { title: string; section: Section }
  | { field: Markdown }
  | {
      credits: readonly Credit[];
      /** The styles of the sections that it is in. Later styles take precedence. */
      styles: readonly Style[];
      /** These styles, merged. */
      style: ResolvedStyle;
    }
);

/** Yields the parts of a page or section and of all sections inside it, in the order of the page. */
export function* walkSections(
  { intro, credits = [], sections = [], outro, style: own }: Section,
  level = FIRST_LEVEL,
  inherited: readonly Style[] = [],
  inheritedStyle = resolveStyle(inherited),
): Generator<SectionPart> {
  const styles = own ? [...inherited, own] : inherited;
  const style = own ? resolveStyle(styles) : inheritedStyle;
  if (intro) yield { level, field: intro };
  if (credits.length > 0) yield { level, credits, styles, style };
  for (const section of sections) {
    const { title } = section;
    if (title !== undefined) yield { level, title, section };
    yield* walkSections(section, title === undefined ? level : level + 1, styles, style);
  }
  if (outro) yield { level, field: outro };
}

/** Returns credits, each followed by its nested credits. */
export function flattenCredits(credits: readonly Credit[]): (NestedEntry | Markdown)[] {
  return credits.flatMap((credit) => [credit, ...(('credits' in credit && credit.credits) || [])]);
}

/** Returns the credits of a section and its subsections, each followed by its nested credits. */
export function creditsIn(section: Section): (NestedEntry | Markdown)[] {
  return [...walkSections(section)].flatMap((part) =>
    'credits' in part ? flattenCredits(part.credits) : [],
  );
}
