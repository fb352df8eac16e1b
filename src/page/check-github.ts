import type { Report } from '../diagnostics/report.ts';
import { shownImages } from '../layouts/shown-images.ts';
import { shownUrls } from '../layouts/shown-urls.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { Place } from '../model/place.ts';
import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import type { Locate } from '../schema/read-page.ts';
import { isRootRelative } from '../text/is-root-relative.ts';
import type { Range } from '../text/range.ts';
import type { NestedEntry, Page, Style } from '../types.ts';

/** Reports what GitHub would not show as it is written. */
export function checkGitHub(
  page: Page,
  place: Place,
  fields: FieldContent,
  locate: Locate,
  report: Report,
): void {
  if (page.site === undefined) {
    for (const { url, rangeOf } of shownUrls(place, fields, locate)) {
      if (isRootRelative(url)) report('url-no-site', rangeOf(), { url });
    }
    checkImageUrls(place, locate, report);
  }
  for (const { text, rangeOf } of plainTexts(page, place, locate)) {
    const emoji = EMOJI.exec(text)?.[0];
    const math = MATH.exec(text)?.[0];
    if (emoji !== undefined) {
      report('text-github', rangeOf(), { written: emoji, construct: 'an emoji' });
    }
    if (math !== undefined) report('text-github', rangeOf(), { written: math, construct: 'math' });
  }
}

function checkImageUrls({ content, format }: Place, locate: Locate, report: Report): void {
  for (const { image } of shownImages(content, format)) {
    const { alt: _, ...urls } = image;
    for (const [key, url] of Object.entries(urls)) {
      if (isRootRelative(url)) report('url-no-site', locate(image, key) ?? locate(image), { url });
    }
  }
}

/**
 * Math in text. GitHub finds it in rendered text, so that it cannot be escaped in Markdown. There is no
 * specification: a dollar sign beside a letter or a digit outside the formula does not delimit it.
 *
 * @see https://github.com/github/markup/issues/1742
 */
const MATH = /\$\$\s*[^$\s][^$]*\$\$|(?<![\w$])\$\s*[^$\s][^$]*\$(?![\w$])/;

/**
 * Text between colons that may be the name of an emoji, and is not part of a path such as `std::vec::Vec`.
 * Like math, GitHub finds it in rendered text. A list of the names would be out of date each year, and make the
 * package 10 KB larger.
 *
 * @see https://api.github.com/emojis
 */
const EMOJI = /:(?:[+-]1|100|1234|(?!(?<=::)[^:]*::)[\d_+-]*[a-z][a-z\d_+-]*):/;

interface PlainText {
  text: string;
  rangeOf(): Range | undefined;
}

/** Yields the plain text that a view shows. */
function* plainTexts(
  page: Page,
  { display, content }: Place,
  locate: Locate,
): Generator<PlainText> {
  const textOf = <T extends object>(owner: T, key: keyof T & string): PlainText[] => {
    const text = owner[key];
    return typeof text === 'string' ? [{ text, rangeOf: () => locate(owner, key) }] : [];
  };
  if (display.title === 'heading') yield* textOf(page, 'title');
  for (const part of walkSections(content)) {
    if ('title' in part) yield* textOf(part.section, 'title');
    if (!('credits' in part)) continue;
    for (const owner of part.styles) yield* styleTexts(owner, textOf);
    for (const credit of flattenCredits(part.credits)) {
      if ('markdown' in credit) continue;
      // The name of a person is found below.
      const keys = credit.person ? [] : (['name', 'version', 'license'] as const);
      for (const key of keys) yield* textOf(credit, key);
      for (const link of credit.links ?? []) yield* textOf(link, 'label');
      yield* peopleTexts(credit, locate);
    }
  }
}

function* styleTexts(
  style: Style,
  textOf: <T extends object>(owner: T, key: keyof T & string) => PlainText[],
): Generator<PlainText> {
  for (const key of ['separator', 'by', 'and'] as const) yield* textOf(style, key);
  const { labels = {} } = style;
  for (const key of Object.keys(labels) as (keyof typeof labels)[]) yield* textOf(labels, key);
}

/** A string has no keys, and the person at the end of a chain of ids has no position. */
function* peopleTexts(credit: NestedEntry, locate: Locate): Generator<PlainText> {
  const { by = [], person: credited } = credit;
  for (const person of credited ? [credited] : by) {
    for (const key of ['name', 'handle'] as const) {
      const text = person[key];
      const rangeOf = () =>
        locate(person, key) ?? locate(person) ?? locate(credit, credited ? 'person' : 'by');
      if (text !== undefined) yield { text, rangeOf };
    }
  }
}
