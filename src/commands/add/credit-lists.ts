import { nearest } from '../../diagnostics/nearest.ts';
import type { YamlPath } from '../../edit/edit-yaml.ts';
import type { Credit, Page, Section } from '../../types.ts';
import { UsageError } from '../usage-error.ts';

/** A list of credits, which may not exist yet. */
export interface CreditList {
  /** The title of its section; `undefined` for the page itself. */
  title: string | undefined;
  path: YamlPath;
  credits: readonly Credit[];
}

/** Several sections and none is named. */
export class UnclearSection extends UsageError {
  override name = 'UnclearSection';
  readonly titles: readonly string[];

  /** @param titles those of all sections that can be chosen; empty for one without a title */
  constructor(titles: readonly string[]) {
    super('there are several sections', `choose one of these with "--section": ${quoted(titles)}`);
    this.titles = titles;
  }
}

/**
 * Returns the list of the section with a title or, without one, the only list of the page.
 *
 * @param section a title, empty for a section without one, or an index into the titles of
 *   {@link UnclearSection}
 * @throws {UnclearSection} if there are several lists and no title
 * @throws {UsageError} if there is no such section, or if there are several
 */
export function creditListOf(page: Page, section: string | number | undefined): CreditList {
  const lists = [...listsIn(page, [])];
  const sections = lists.filter(({ credits, path }) => credits.length > 0 || path.length > 1);
  const titles = sections.map(({ title = '' }) => title);
  if (section === undefined) {
    if (sections.length > 1) throw new UnclearSection(titles);
    return sections[0] ?? (lists[0] as CreditList);
  }
  if (typeof section === 'number') return sections[section] as CreditList;
  const title = section;
  const exact = sections.filter((_, index) => titles[index] === title);
  const similar = sections.filter((list) => list.title?.toLowerCase() === title.toLowerCase());
  const [list, other] = exact.length > 0 ? exact : similar;
  if (other) {
    throw new UsageError(
      `${exact.length || similar.length} sections ${title === '' ? 'have no title' : `are called "${title}"`}`,
      'give each its own title in the source',
    );
  }
  if (list) return list;
  const near = nearest(title, titles);
  const rest = titles.some((each) => each !== '')
    ? `use one of: ${quoted(titles)}`
    : 'remove "--section"; no section has a title';
  const help = near === undefined ? rest : `did you mean "${near}"?`;
  throw new UsageError(`there is no section "${title}"`, help);
}

function quoted(titles: readonly string[]): string {
  return titles.map((title) => `"${title}"`).join(', ');
}

function* listsIn(section: Section, path: YamlPath): Generator<CreditList> {
  const { credits = [], sections = [], title } = section;
  yield { title: path.length > 0 ? title : undefined, path: [...path, 'credits'], credits };
  for (const [index, each] of sections.entries())
    yield* listsIn(each, [...path, 'sections', index]);
}

/** The keys that usually come before the credits of a section. */
export const CREDITS_ORDER = [
  ...['title', 'description', 'output', 'notice', 'html', 'markdown', 'style', 'people'],
  ...['covers', 'intro', 'credits'],
];

/** Returns the text by which a credit is sorted. */
export function sortName(credit: Credit): string {
  return 'markdown' in credit ? credit.markdown.replace(/[*_`[\]]/g, '') : credit.name;
}
