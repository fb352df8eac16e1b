/** Recognizes the name at the start of a line. */
import type { Strong } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import { delimitedPattern, LICENSE, peopleAfter, VERSION } from './delimiters.ts';
import {
  isLiteralAutolink,
  nodeAt,
  type Phrase,
  phraseOf,
  phraseText,
  readLink,
} from './phrase.ts';
import { isClearByWord, readPeople } from './read-people.ts';
import { endsWithParticipleBy, isLicense, VERSION_PATTERN } from './recognize-text.ts';
import { isVague } from './separators.ts';

interface RecognizedName {
  name: string;
  url?: string;
  bold: boolean;
  /** The line after the name. */
  rest: string;
}

/**
 * Returns the name at the start of a line if it is a link or strong.
 *
 * @param separator the separator of the style; with a clear separator other than a colon, a strong colon
 *   after the name is part of the name
 */
export function formattedName(phrase: Phrase, separator = ': '): RecognizedName | undefined {
  const first = nodeAt(phrase, phrase.text.charAt(0));
  if (!first || isLiteralAutolink(first)) return;
  const rest = phrase.text.slice(1);
  const link = readLink(first, phrase.page);
  if (link) return { name: link.label, url: link.url, bold: false, rest };
  const endsAtColon = separator === ': ' || isVague(separator);
  if (first.type === 'strong') return strongName(first, rest, phrase.page, endsAtColon);
  const [child, other] = first.type === 'link' ? first.children : [];
  if (child?.type !== 'strong' || other || !('url' in first) || first.title) return;
  const name = strongName(child, rest, phrase.page, endsAtColon);
  return name && name.url === undefined && first.url.trim()
    ? { ...name, url: first.url }
    : undefined;
}

/** @param endsAtColon whether a colon at the end is a separator, and not part of the name */
function strongName(
  strong: Strong,
  rest: string,
  page: MarkdownPage,
  endsAtColon: boolean,
): RecognizedName | undefined {
  const inner = phraseOf(strong, page);
  if (!inner) return;
  const isSeparator = endsAtColon && inner.text.endsWith(':') && rest !== '';
  const text = isSeparator ? inner.text.slice(0, -1) : inner.text;
  const after = { bold: true, rest: isSeparator ? `:${rest}` : rest };
  const link = text.length === 1 && readLink(nodeAt(inner, text), page);
  if (link) return { name: link.label, url: link.url, ...after };
  const name = phraseText(text, inner);
  return name === undefined ? undefined : { name, ...after };
}

const NAME_AND_LICENSE = new RegExp(`^(.*)${delimitedPattern(LICENSE, '([^()]+)')}$`);
const VERSION_AT_END = new RegExp(
  `(?<=\\S)${delimitedPattern(VERSION, `(?:${VERSION_PATTERN})`)}$`,
);

/** Returns the name before a separator if it is only text, without version, people and license. */
export function unformattedName(
  head: string,
  { by, and }: { by: string; and: string },
  phrase: Phrase,
): Pick<RecognizedName, 'name' | 'rest'> | undefined {
  const [, before = head, license = ''] = NAME_AND_LICENSE.exec(head) ?? [];
  const withoutLicense = isLicense(license) ? before : head;
  const delimiter = peopleAfter(by).before;
  const word = isClearByWord(by) ? withoutLicense.lastIndexOf(delimiter) : -1;
  const people = word > 0 ? withoutLicense.slice(word + delimiter.length) : undefined;
  const isPeople =
    people !== undefined &&
    !endsWithParticipleBy(`${withoutLicense.slice(0, word)} by`) &&
    readPeople(people, and, phrase, false) !== undefined;
  const start = isPeople ? withoutLicense.slice(0, word) : withoutLicense;
  const version = VERSION_AT_END.exec(start);
  const bare = version ? start.slice(0, version.index) : start;
  const name = phraseText(bare, phrase);
  return name === undefined ? undefined : { name, rest: head.slice(bare.length) };
}
