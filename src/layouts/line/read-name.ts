/** The name that a line begins with. */
import type { Strong } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import { isLiteral, nodeAt, type Phrase, phraseOf, plainLink, plainOf } from './phrase.ts';
import { isByWord, peopleOf } from './read-people.ts';
import { isDeed, isLicense, VERSION } from './recognize-text.ts';
import { isVague } from './separators.ts';

/** The name of a credit, and what may have stood with it in bold. */
interface Name {
  name: string;
  url?: string;
  bold: boolean;
  /** What follows it. */
  rest: string;
}

/**
 * A name that is linked or strong, at the start of a line.
 *
 * @param separator what separates names from descriptions: a colon that is as bold as the name
 *   before it is a part of the name if something else does
 */
export function markedName(phrase: Phrase, separator = ': '): Name | undefined {
  const first = nodeAt(phrase, phrase.text.charAt(0));
  if (!first || isLiteral(first)) return;
  const rest = phrase.text.slice(1);
  const link = plainLink(first, phrase.page);
  if (link) return { name: link.label, url: link.url, bold: false, rest };
  const divides = separator === ': ' || isVague(separator);
  if (first.type === 'strong') return strongName(first, rest, phrase.page, divides);
  const [inner, other] = first.type === 'link' ? first.children : [];
  if (inner?.type !== 'strong' || other || !('url' in first) || first.title) return;
  const name = strongName(inner, rest, phrase.page, divides);
  return name && name.url === undefined && first.url.trim()
    ? { ...name, url: first.url }
    : undefined;
}

/** @param divides whether a colon at its end is none of the name */
function strongName(
  strong: Strong,
  rest: string,
  page: MarkdownPage,
  divides: boolean,
): Name | undefined {
  const inner = phraseOf(strong, page);
  if (!inner) return;
  const isSeparator = divides && inner.text.endsWith(':') && rest !== '';
  const text = isSeparator ? inner.text.slice(0, -1) : inner.text;
  const after = { bold: true, rest: isSeparator ? `:${rest}` : rest };
  const linked = text.length === 1 && plainLink(nodeAt(inner, text), page);
  if (linked) return { name: linked.label, url: linked.url, ...after };
  const name = plainOf(text, inner);
  return name === undefined ? undefined : { name, ...after };
}

/** The name at the start of a text, and what may follow it: a version, people, a licence. */
export function plainName(
  head: string,
  { by, and }: { by: string; and: string },
  phrase: Phrase,
): Pick<Name, 'name' | 'rest'> | undefined {
  const [, , license] = /^(.*) \(([^()]+)\)$/.exec(head) ?? [];
  const withoutLicense = license && isLicense(license) ? head.slice(0, -license.length - 3) : head;
  const word = isByWord(by) ? withoutLicense.lastIndexOf(` ${by} `) : -1;
  const people = word > 0 ? withoutLicense.slice(word + by.length + 2) : undefined;
  const isPeople =
    people !== undefined &&
    !isDeed(`${withoutLicense.slice(0, word)} by`) &&
    peopleOf(people, and, phrase, false) !== undefined;
  const start = isPeople ? withoutLicense.slice(0, word) : withoutLicense;
  const version = new RegExp(`(?<=\\S) (?:${VERSION})$`).exec(start);
  const bare = version ? start.slice(0, version.index) : start;
  const name = plainOf(bare, phrase);
  return name === undefined ? undefined : { name, rest: head.slice(bare.length) };
}
