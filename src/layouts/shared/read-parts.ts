/** Recognizes the parts of a credit after its name. */
import { trimMarkdown } from '../../markdown/markdown-slices.ts';
import type { LineParts } from '../../model/imported-page.ts';
import type { Link } from '../../types.ts';
import {
  COMMA,
  delimitedPattern,
  FACTS,
  LICENSE,
  LINK_GROUP,
  peopleAfter,
  VERSION,
} from './delimiters.ts';
import {
  isLiteralAutolink,
  markdownOf,
  NODE_PATTERN,
  nodeAt,
  type Phrase,
  phraseText,
  readLink,
} from './phrase.ts';
import { AND_WORDS, readPeople } from './read-people.ts';
import { isLicense, VERSION_PATTERN } from './recognize-text.ts';
import { indexOfSeparator, isDescription, isVague } from './separators.ts';

/** The keys of a style that affect a line. */
export interface LineStyle {
  bold: boolean;
  separator: string;
  by: string;
  and: string;
}

/** Returns the parts after a name, or `undefined` if they do not match the style. */
export function readParts(rest: string, style: LineStyle, phrase: Phrase): LineParts | undefined {
  const { separator } = style;
  if (rest.trim() === '') return {};
  const index = separator.trim() === '' ? -1 : indexOfSeparator(rest, separator);
  if (index >= 0) {
    return separatedParts(
      rest.slice(0, index),
      rest.slice(index + separator.length),
      style,
      phrase,
    );
  }
  // The link at the end may be the handle of a person.
  const whole = readFacts(rest, style, phrase);
  if (whole) return whole;
  const [head, links] = splitLinks(rest, phrase);
  const facts = readFacts(head, style, phrase);
  if (facts) return { ...facts, ...(links.length > 0 && { links }) };
  if (separator !== ' ' || !rest.startsWith(' ')) return;
  // With a space as the separator, people would have no clear end.
  const [start = ''] = VERSION_AND_LICENSE.exec(rest) ?? [];
  const end = readFacts(start, style, phrase) ? start.length : 0;
  return separatedParts(rest.slice(0, end), rest.slice(end + 1), style, phrase);
}

/** Returns the parts before and after a separator. */
function separatedParts(
  head: string,
  tail: string,
  style: LineStyle,
  phrase: Phrase,
): LineParts | undefined {
  const { separator } = style;
  if (!isDescription(tail, separator)) return;
  if (separator === COMMA && areSeveralPeople(tail, phrase)) return;
  const facts = readFacts(head, style, phrase);
  if (!facts || (facts.by && isVague(separator))) return;
  const [description, links] = splitLinks(tail, phrase);
  return {
    ...facts,
    description: trimMarkdown(markdownOf(description, phrase)),
    ...(links.length > 0 && { links }),
  };
}

function areSeveralPeople(text: string, phrase: Phrase): boolean {
  const several = (and: string) => (readPeople(text, and, phrase, false)?.length ?? 0) > 1;
  return !isLicense(text) && AND_WORDS.some(several);
}

/** Returns the parts between name and separator, or `undefined` if there is other content. */
function readFacts(
  head: string,
  { by: word, and }: LineStyle,
  phrase: Phrase,
): Pick<LineParts, (typeof FACTS)[number]> | undefined {
  const match = factsPattern(word).exec(head);
  if (!match) return;
  const { version, by, license } = match.groups ?? {};
  if (license !== undefined && !isLicense(license)) return;
  const people = by === undefined ? undefined : readPeople(by, and, phrase, true);
  if (by !== undefined && !people) return;
  const licenseText = license === undefined ? undefined : phraseText(license, phrase);
  return {
    ...(version !== undefined && { version: version.replaceAll('\\', '') }),
    ...(people && { by: people }),
    ...(licenseText !== undefined && { license: licenseText }),
  };
}

function factsPattern(by: string): RegExp {
  const patterns = {
    // A small number directly after a name is a version.
    version: delimitedPattern(VERSION, `(?<version>${VERSION_PATTERN}|\\d{1,3})`),
    // Without a word before them, people would have no clear start.
    by: by && delimitedPattern(peopleAfter(by), '(?<by>\\S.*?)'),
    license: delimitedPattern(LICENSE, `(?<license>(?!@|${NODE_PATTERN}\\))[^()]+)`),
  };
  const all = FACTS.map((fact) => patterns[fact] && `(?:${patterns[fact]})?`);
  return new RegExp(`^${all.join('')}$`);
}

const VERSION_AND_LICENSE = new RegExp(
  `^(?:${delimitedPattern(VERSION, `(?:${VERSION_PATTERN})`)})?(?:${delimitedPattern(LICENSE, '[^()]+')})?(?= )`,
);

const LINKS_AT_END = new RegExp(
  `^(.*?)${delimitedPattern(LINK_GROUP, `(${NODE_PATTERN}(?:${COMMA}${NODE_PATTERN})*)`)}$`,
  's',
);

/** Splits a line into the part before the links at its end, and these links. */
function splitLinks(line: string, phrase: Phrase): [string, Link[]] {
  const [, before = '', inside] = LINKS_AT_END.exec(line) ?? [];
  if (inside === undefined) return [line, []];
  const links = inside.split(COMMA).map((character) => {
    const node = nodeAt(phrase, character);
    const link = readLink(node, phrase.page);
    // A link whose label is its URL is part of the description.
    return node && !isLiteralAutolink(node) && link?.label !== link?.url ? link : undefined;
  });
  return links.includes(undefined) ? [line, []] : [before, links as Link[]];
}
