/** What a line says of a credit after its name. */

import { trimmed } from '../../markdown/markdown-slices.ts';
import type { DraftEntry } from '../../model/draft.ts';
import type { Link } from '../../types.ts';
import {
  asPattern,
  isLiteral,
  markdownOf,
  NODE,
  nodeAt,
  type Phrase,
  plainLink,
  plainOf,
} from './phrase.ts';
import { AND_WORDS, peopleOf } from './read-people.ts';
import { isLicense, VERSION } from './recognize-text.ts';
import { isDescription, isVague, separatorAt } from './separators.ts';

/** How the lines of a list are put together. */
export interface LineStyle {
  bold: boolean;
  separator: string;
  by: string;
  and: string;
}

export type Parts = Omit<DraftEntry, 'name' | 'url' | 'credits'>;

/** What stands after a name. */
export function partsOf(rest: string, style: LineStyle, phrase: Phrase): Parts | undefined {
  const { separator } = style;
  if (rest.trim() === '') return {};
  const at = separator.trim() === '' ? -1 : separatorAt(rest, separator);
  if (at >= 0) {
    return dividedParts(rest.slice(0, at), rest.slice(at + separator.length), style, phrase);
  }
  const [head, links] = furtherLinks(rest, phrase);
  const facts = factsOf(head, style, phrase);
  if (facts) return { ...facts, ...(links.length > 0 && { links }) };
  if (separator !== ' ' || !rest.startsWith(' ')) return;
  // Where people end and a description begins no space can tell.
  const [start = ''] = new RegExp(`^(?: (?:${VERSION}))?(?: \\([^()]+\\))?(?= )`).exec(rest) ?? [];
  const end = factsOf(start, style, phrase) ? start.length : 0;
  return dividedParts(rest.slice(0, end), rest.slice(end + 1), style, phrase);
}

/** What stands before a separator and after it. */
function dividedParts(
  head: string,
  tail: string,
  style: LineStyle,
  phrase: Phrase,
): Parts | undefined {
  const { separator } = style;
  if (!isDescription(tail, separator)) return;
  if (separator === ', ' && areMore(tail, phrase)) return;
  const facts = factsOf(head, style, phrase);
  if (!facts || (facts.by && isVague(separator))) return;
  const [description, links] = furtherLinks(tail, phrase);
  return {
    ...facts,
    description: trimmed(markdownOf(description, phrase)),
    ...(links.length > 0 && { links }),
  };
}

/** Whether a text is nothing but several people. */
function areMore(text: string, phrase: Phrase): boolean {
  const several = (and: string) => (peopleOf(text, and, phrase, false)?.length ?? 0) > 1;
  return !isLicense(text) && AND_WORDS.some(several);
}

/** ` 1.2.3 by people (licence)`, each where there is one; nothing if there is anything else. */
function factsOf(
  head: string,
  { by, and }: LineStyle,
  phrase: Phrase,
): Pick<Parts, 'version' | 'by' | 'license'> | undefined {
  const [matched, version, people, license] = factsPattern(by).exec(head) ?? [];
  if (matched === undefined || (license !== undefined && !isLicense(license))) return;
  const named = people === undefined ? undefined : peopleOf(people, and, phrase, true);
  if (people !== undefined && !named) return;
  const spdx = license === undefined ? undefined : plainOf(license, phrase);
  return {
    ...(version !== undefined && { version: version.replaceAll('\\', '') }),
    ...(named && { by: named }),
    ...(spdx !== undefined && { license: spdx }),
  };
}

function factsPattern(by: string): RegExp {
  const people = by ? `(?: ${asPattern(by)} (\\S.*?))?` : '()?';
  // Right after a name a small number is a version.
  return new RegExp(`^(?: (${VERSION}|\\d{1,3}))?${people}(?: \\(((?!@)[^()]+)\\))?$`);
}

/** What is left of a line without the links in parentheses at its end, and these links. */
function furtherLinks(line: string, phrase: Phrase): [string, Link[]] {
  const found = new RegExp(`^(.*?) \\((${NODE}(?:, ${NODE})*)\\)$`, 's').exec(line);
  if (!found) return [line, []];
  const [, before = '', inside = ''] = found;
  const links = inside.split(', ').map((character) => {
    const node = nodeAt(phrase, character);
    const link = plainLink(node, phrase.page);
    // An address that is its own label says no more than in the text.
    return node && !isLiteral(node) && link?.label !== link?.url ? link : undefined;
  });
  return links.includes(undefined) ? [line, []] : [before, links as Link[]];
}
