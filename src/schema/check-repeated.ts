/** Limits what values add to pages that are written once and shown many times. */
import type { Report } from '../diagnostics/report.ts';
import { handleUrlLength } from '../model/handle-url.ts';
import type { Place } from '../model/place.ts';
import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import { type Node, valueOfKey } from '../source/nodes.ts';
import type { Image, Page, Person, Section, Style } from '../types.ts';
import type { ReadPage } from './read-page.ts';

/** The maximum number of characters that repeated values add to all pages of a source. */
const MAX_ADDED = 20_000_000;

/** A value that is shown: that of a key, or a person. */
interface Shown {
  owner: object;
  key?: string;
  /** The number of characters that it adds to a page. */
  length: number;
}

/**
 * Whether people, handles and the words of styles add a limited length to the pages. Reports the value that
 * adds most if not.
 */
export function checkRepeated(
  {
    page,
    text,
    locate,
    translations,
  }: Pick<ReadPage, 'page' | 'text' | 'locate'> & {
    translations: readonly { page: Page }[];
  },
  places: readonly Place[],
  report: Report,
): boolean {
  // The data of a source has the whole page.
  const contents = new Map<Section, number>(
    [page, ...translations.map((each) => each.page)].map((each) => [each, 0]),
  );
  for (const { content } of places) contents.set(content, (contents.get(content) ?? 0) + 1);
  let added = 0;
  for (const [content, count] of contents) {
    let length = 0;
    for (const shown of shownIn(content, page)) length += shown.length;
    added += Math.max(1, count) * Math.max(0, length - text.length);
  }
  if (added <= MAX_ADDED) return true;
  const people = new Map(Object.entries(page.people ?? {}).map(([id, person]) => [person, id]));
  const nodeOf = ({ owner, key }: Shown) => {
    const id = people.get(owner as Person);
    return id === undefined ? locate(owner, key) : valueOfKey(locate(page, 'people'), id);
  };
  const lengths = new Map<Node | undefined, number>();
  for (const [content, count] of contents) {
    for (const shown of shownIn(content, page)) {
      const node = nodeOf(shown);
      lengths.set(node, (lengths.get(node) ?? 0) + Math.max(1, count) * shown.length);
    }
  }
  const [[node, most]] = [...lengths].sort(([, a], [, b]) => b - a) as [[Node | undefined, number]];
  report('bad-value', node, {
    message: `repeating this value would add ${most.toLocaleString('en')} characters to the pages`,
    help: 'shorten it, or use it less often',
  });
  return false;
}

/** Yields the people and handles of the credits of a page or section, and the words of their styles. */
function* shownIn(content: Section, page: Page): Generator<Shown> {
  const urlLength = handleUrlLength(page.handles);
  for (const part of walkSections(content)) {
    if (!('credits' in part)) continue;
    const credits = flattenCredits(part.credits);
    yield* wordsIn(credits.length, part.styles, part.style.layout);
    for (const credit of credits) {
      if ('markdown' in credit) continue;
      const { person, by = [] } = credit;
      for (const shown of person ? [person, ...by] : by) {
        yield { owner: shown, length: personLength(shown) };
        const { handle } = shown;
        if (handle !== undefined) yield { owner: page, key: 'handles', length: urlLength(handle) };
      }
    }
  }
}

function personLength({ name = '', handle = '', url = '', image }: Person): number {
  return name.length + handle.length + url.length + imageLength(image);
}

function imageLength(image: Image | undefined): number {
  if (!image) return 0;
  const { alt = '' } = image;
  return 'src' in image
    ? image.src.length + alt.length
    : image.light.length + image.dark.length + 2 * alt.length;
}

/** Yields the words of the styles that a number of credits inherit. */
function* wordsIn(
  count: number,
  styles: readonly Style[],
  layout: Style['layout'],
): Generator<Shown> {
  if (layout === 'table') {
    for (const style of styles) {
      for (const label of Object.values(style.labels ?? {})) {
        yield { owner: style, key: 'labels', length: label.length };
      }
    }
  }
  for (const key of ['separator', 'by', 'and'] as const) {
    const style = styles.findLast((each) => each[key] !== undefined);
    if (style) yield { owner: style, key, length: count * (style[key]?.length ?? 0) };
  }
}
