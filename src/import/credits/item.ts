/** A line of a list → a credit. */
import type { Strong } from 'mdast';
import type { DraftEntry } from '../draft.ts';
import type { MarkdownPage } from '../page.ts';
import {
  isLiteral,
  markdownOf,
  NODE,
  nodeAt,
  type Phrase,
  peopleOf,
  phraseOf,
  plainLink,
  plainOf,
} from './phrase.ts';

/** How the lines of a list are put together. */
export interface LineStyle {
  bold: boolean;
  separator: string;
  by: string;
  and: string;
}

/** The name of a credit, and what may have stood with it in bold. */
interface Name {
  name: string;
  url?: string;
  bold: boolean;
  /** What follows it. */
  rest: string;
}

/**
 * The credit that a line is, if it is put together in a style.
 *
 * @param mayBeLong whether a name may be as long as a sentence
 */
export function entryOf(
  phrase: Phrase,
  style: LineStyle,
  mayBeLong = false,
): DraftEntry | undefined {
  const marked = markedName(phrase);
  if (marked) {
    if (marked.bold !== style.bold) return;
    const { name, url } = marked;
    const parts = partsOf(marked.rest, style, phrase);
    return parts && { name, ...(url !== undefined && { url }), ...parts };
  }
  return style.bold ? undefined : textEntry(phrase, style, mayBeLong);
}

/** A name that is linked or strong, at the start of a line. */
export function markedName(phrase: Phrase): Name | undefined {
  const first = nodeAt(phrase, phrase.text.charAt(0));
  if (!first || isLiteral(first)) return;
  const rest = phrase.text.slice(1);
  const link = plainLink(first, phrase.page);
  if (link) return { name: link.label, url: link.url, bold: false, rest };
  if (first.type === 'strong') return strongName(first, rest, phrase.page);
  const [inner, other] = first.type === 'link' ? first.children : [];
  if (inner?.type !== 'strong' || other || !('url' in first) || first.title) return;
  const name = strongName(inner, rest, phrase.page);
  return name && name.url === undefined && first.url.trim()
    ? { ...name, url: first.url }
    : undefined;
}

function strongName(strong: Strong, rest: string, page: MarkdownPage): Name | undefined {
  const inner = phraseOf(strong, page);
  if (!inner) return;
  const linked = inner.text.length === 1 && plainLink(nodeAt(inner, inner.text), page);
  if (linked) return { name: linked.label, url: linked.url, bold: true, rest };
  // A colon may be as bold as the name before it.
  const isSeparator = inner.text.endsWith(':') && rest !== '';
  const name = plainOf(isSeparator ? inner.text.slice(0, -1) : inner.text, inner);
  return name === undefined
    ? undefined
    : { name, bold: true, rest: isSeparator ? `:${rest}` : rest };
}

/** What may stand between a name and its description, the likelier ones first. */
export const SEPARATORS = [
  ' - ',
  ' – ',
  ' — ',
  ': ',
  ' : ',
  '：',
  ' | ',
  ' · ',
  ' -- ',
  ' → ',
  ' for ',
  ', ',
  ' ',
];

type Parts = Omit<DraftEntry, 'name' | 'url' | 'credits'>;

/** What stands after a name. */
export function partsOf(rest: string, style: LineStyle, phrase: Phrase): Parts | undefined {
  const { separator, by, and } = style;
  if (rest.trim() === '') return {};
  const plain = separator.trim() === '' ? -1 : rest.indexOf(separator);
  // Where a space is all that separates, nothing but a description can follow.
  const spaced = separator === ' ' && rest.startsWith(' ') ? 0 : plain;
  const head = spaced < 0 ? rest : rest.slice(0, spaced);
  const tail = spaced < 0 ? '' : rest.slice(spaced + separator.length);
  if (spaced >= 0 && tail.trim() === '') return;
  const [line, links] = furtherLinks(tail || head, phrase);
  const [text, description] = tail ? [head, line] : [line, ''];
  const [matched, version, people, license] = headPattern(by).exec(text) ?? [];
  if (matched === undefined || (license !== undefined && !isLicense(license))) return;
  const named = people === undefined ? undefined : peopleOf(people, and, phrase);
  if (people !== undefined && !named) return;
  const spdx = license === undefined ? undefined : plainOf(license, phrase);
  return {
    ...(version !== undefined && { version: version.replaceAll('\\', '') }),
    ...(named && { by: named }),
    ...(spdx !== undefined && { license: spdx }),
    ...(description && { description: markdownOf(description, phrase).trim() }),
    ...(links.length > 0 && { links }),
  };
}

/** ` 1.2.3 by people (licence)`, each where there is one. */
function headPattern(by: string): RegExp {
  const people = by ? `(?: ${by.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} (\\S.*?))?` : '()?';
  return new RegExp(`^(?: (v?\\d[\\w.+\\\\-]*))?${people}(?: \\(((?!@)[^()]+)\\))?$`);
}

/** What is left of a line without the links in parentheses at its end, and these links. */
function furtherLinks(line: string, phrase: Phrase): [string, { label: string; url: string }[]] {
  const found = new RegExp(`^(.*?) \\((${NODE}(?:, ${NODE})*)\\)$`, 's').exec(line);
  if (!found) return [line, []];
  const [, before = '', inside = ''] = found;
  const links = inside
    .split(', ')
    .map((character) => plainLink(nodeAt(phrase, character), phrase.page));
  if (links.includes(undefined)) return [line, []];
  return [before, links as { label: string; url: string }[]];
}

/** The families of the identifiers that SPDX lists, and the word itself. */
const LICENSE =
  /^(?:0BSD|AFL|AGPL|Apache|Artistic|BSD|BSL|BUSL|CC0?|CDDL|ECL|EPL|EUPL|GFDL|GPL|ISC|LGPL|LPPL|MIT|MPL|MS-PL|NCSA|OFL|OSL|PostgreSQL|PSF|Python|Ruby|SIL|Unicode|Unlicense|UPL|Vim|W3C|WTFPL|X11|Zlib|ZPL)\b|licen[cs]e|public domain|proprietary/i;

export function isLicense(text: string): boolean {
  return LICENSE.test(text) && text.split(' ').length <= 8;
}

/** A credit whose name is neither linked nor strong. */
function textEntry(phrase: Phrase, style: LineStyle, mayBeLong: boolean): DraftEntry | undefined {
  const { text } = phrase;
  const at = separatorIn(text, style.separator);
  const name = nameIn(at < 0 ? text : text.slice(0, at), style, phrase);
  if (!name) return;
  const isSound = at < 0 ? mayBeLong || isName(name.name) : isName(name.name);
  const parts = partsOf(name.rest + (at < 0 ? '' : text.slice(at)), style, phrase);
  return isSound && parts ? { name: name.name, ...parts } : undefined;
}

/** Where in a text a separator ends the name, if it does; a comma or a space alone does not. */
function separatorIn(text: string, separator: string): number {
  if (separator === ' ') return text.search(/ \([^()]* [^()]*\)$/);
  return separator.trim() === '' || separator === ', ' ? -1 : text.indexOf(separator);
}

/** The name at the start of a text, and what may follow it: a version, people, a licence. */
function nameIn(head: string, { by, and }: LineStyle, phrase: Phrase) {
  const [, , license] = /^(.*) \(([^()]+)\)$/.exec(head) ?? [];
  const withoutLicense = license && isLicense(license) ? head.slice(0, -license.length - 3) : head;
  const word = by ? withoutLicense.lastIndexOf(` ${by} `) : -1;
  const people = word > 0 ? withoutLicense.slice(word + by.length + 2) : undefined;
  const isPeople = people !== undefined && peopleOf(people, and, phrase) !== undefined;
  const start = isPeople ? withoutLicense.slice(0, word) : withoutLicense;
  const version = /(?<=\S) v?\d+(?:\.\d+)+\S*$/.exec(start);
  const bare = version ? start.slice(0, version.index) : start;
  const name = plainOf(bare, phrase);
  return name === undefined ? undefined : { name, rest: head.slice(bare.length) };
}

/** Whether a text reads like a name, not like a sentence. */
function isName(text: string): boolean {
  const words = text.split(' ');
  if (/[!?;,…]$|[.!?] |^["“(].*[.]/.test(text) || (/\.$/.test(text) && words.length > 3))
    return false;
  if (words.length <= 4) return true;
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length <= 10 && small * 3 <= words.length;
}
