/** Recognizes credits in a `CardGrid` of Starlight. */
import type { Paragraph, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { toString as textOf } from 'mdast-util-to-string';
import { type MarkdownPage, parsePage } from '../../markdown/markdown-page.ts';
import { inlineField } from '../../markdown/markdown-slices.ts';
import { CARD_ATTRIBUTES } from '../../model/card-components.ts';
import type { ImportedCredits, ImportedEntry, LineParts } from '../../model/imported-page.ts';
import { defaultStyle } from '../../model/style.ts';
import { stringify } from '../../stringify/stringify.ts';
import type { Link, Person } from '../../types.ts';
import { COMMA, FACTS } from '../shared/delimiters.ts';
import { isLiteralAutolink, nodeAt, type Phrase, phraseOf, readLink } from '../shared/phrase.ts';
import { splitBareHandle } from '../shared/read-handle.ts';
import { type LineStyle, readParts } from '../shared/read-parts.ts';
import { AND_WORDS, BY_WORDS, creditOf } from '../shared/read-people.ts';
import { SMALL } from './html-tags.ts';
import { importedComponents } from './imports.ts';
import { readCardTitle } from './read-card-title.ts';
import { readFactLine } from './read-fact-line.ts';
import { readHtml, splitDescription } from './read-html.ts';

/** Whether a block only imports card components. A built page with cards has this import anyway. */
export function isCardsImport(block: RootContent): boolean {
  const imported = block.type === 'mdxjsEsm' ? importedComponents(block.value) : [];
  return imported.length > 0 && imported.every((name) => CARD_ATTRIBUTES.has(name));
}

/** The content of a card. */
interface CardContent {
  name: string;
  url?: string;
  /** People, version and license on a line of their own. */
  facts?: Line;
  /** The paragraphs after it. */
  lines: Line[];
  page: MarkdownPage;
}

/** A line, and the page that it is in. */
interface Line {
  line: Paragraph;
  page: MarkdownPage;
}

/** Returns the credits in a grid, or `undefined` if a card has content that a credit cannot have. */
export function readCards(
  grid: MdxJsxFlowElement,
  page: MarkdownPage,
): ImportedCredits | undefined {
  if (grid.name !== 'CardGrid' || grid.attributes.length > 0 || grid.children.length === 0) return;
  const cards = grid.children.map((child) =>
    child.type === 'mdxJsxFlowElement' ? readContent(child, page) : undefined,
  );
  if (cards.includes(undefined)) return;
  const read = readAll(cards as CardContent[]);
  const kinds = new Set(grid.children.map((child) => 'name' in child && child.name));
  return read && { ...read, nodes: [grid], isRearranged: kinds.size > 1 || read.isRearranged };
}

/** Returns the credits of cards, with the style in which they have the most people. */
function readAll(
  cards: readonly CardContent[],
): (Pick<ImportedCredits, 'credits' | 'style'> & { isRearranged: boolean }) | undefined {
  const texts = cards.map(({ facts }) => (facts ? textOf(facts.line) : ''));
  const occurring = (words: readonly string[]) =>
    words.filter((word) => texts.some((text) => ` ${text}`.includes(` ${word} `)));
  // Without a line for the facts, as in 0.1.0, they are on the line of the description.
  const hasFacts = cards.some(({ facts }) => facts);
  let best: { entries: ImportedEntry[]; people: Person[]; by: string; and: string } | undefined;
  for (const by of new Set([defaultStyle.by, ...occurring(BY_WORDS)])) {
    for (const and of new Set([defaultStyle.and, ...occurring(AND_WORDS)])) {
      const style = { ...defaultStyle, by, and };
      const entries = cards.map((card) => readCredit(card, style, hasFacts));
      if (entries.includes(undefined)) continue;
      const people = entries.flatMap((entry) => entry?.by ?? []);
      if (best && people.length <= best.people.length) continue;
      best = { entries: entries as ImportedEntry[], people, by, and };
    }
  }
  if (!best) return;
  const { entries, people, by, and } = best;
  const isJoined = entries.some((entry) => (entry.by?.length ?? 0) > 1);
  return {
    credits: entries,
    style: { layout: 'cards', ...(people.length > 0 && { by }), ...(isJoined && { and }) },
    isRearranged: !hasFacts && entries.some((entry) => FACTS.some((fact) => entry[fact])),
  };
}

function readContent(card: MdxJsxFlowElement, page: MarkdownPage): CardContent | undefined {
  const { title, href, description } = stringAttributes(card) ?? {};
  const heading = title === undefined ? undefined : readCardTitle(title);
  if (!heading) return;
  if (card.name === 'LinkCard') {
    const lines = description === undefined ? {} : htmlLines(description);
    if (href === undefined || heading.url !== undefined || card.children.length > 0) return;
    return lines && { name: heading.name, url: href, lines: [], ...lines, page };
  }
  const paragraphs = card.children.filter((child) => child.type === 'paragraph');
  if (card.name !== 'Card' || paragraphs.length < card.children.length) return;
  const [first, ...others] = paragraphs;
  const facts = first && smallLine(first);
  const rest = facts ? others : paragraphs;
  return {
    ...heading,
    ...(facts && { facts: { line: facts, page } }),
    lines: rest.map((line) => ({ line, page })),
    page,
  };
}

/** Returns the attributes of a card, or `undefined` if one is unknown or not a string. */
function stringAttributes({
  name: component,
  attributes,
}: MdxJsxFlowElement): Record<string, string> | undefined {
  const known = CARD_ATTRIBUTES.get(component ?? '') ?? [];
  const values: Record<string, string> = {};
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || !known.includes(attribute.name)) return;
    if (typeof attribute.value !== 'string') return;
    values[attribute.name] = attribute.value;
  }
  return values;
}

/** Returns the content of a line that is nothing but small text. */
function smallLine({ children: [small, other] }: Paragraph): Paragraph | undefined {
  const isSmall = small?.type === 'mdxJsxTextElement' && small.name === SMALL && !other;
  return isSmall && small.attributes.length === 0
    ? { type: 'paragraph', children: small.children }
    : undefined;
}

/** Returns the lines of a description, or `undefined` if Markdown has no equivalent of a tag. */
function htmlLines(html: string): Pick<CardContent, 'facts' | 'lines'> | undefined {
  const { small, rest } = splitDescription(html);
  const [facts, description] = [small, rest].map((part) => (part ? htmlLine(part) : undefined));
  if ((small && !facts) || (rest && !description)) return;
  return { ...(facts && { facts }), lines: description ? [description] : [] };
}

/** Returns HTML as a line of a page in which handles are text. */
function htmlLine(html: string): Line | undefined {
  const children = readHtml(html);
  if (!children) return;
  const page = parsePage(stringify([{ type: 'paragraph', children }], 'md').trim(), 'md');
  const [line] = page.tree.children;
  return line?.type === 'paragraph' ? { line, page } : undefined;
}

function readCredit(
  { name, url, facts, lines: [first, second, third], page }: CardContent,
  style: LineStyle,
  hasFacts: boolean,
): ImportedEntry | undefined {
  const read = facts ? readFacts(facts, style) : { parts: {} };
  const links = second && readLinks(second);
  if (!read || third || (second && !links)) return;
  const onlyLine = first && !second ? readOnlyLine(first, style, hasFacts) : undefined;
  const parts = {
    ...read.parts,
    ...(first && links && { ...descriptionIn(first), links }),
    ...onlyLine?.parts,
  };
  return creditOf({ name, url }, read.handle ?? onlyLine?.handle, parts, page);
}

interface ReadLine {
  handle?: string;
  parts: LineParts;
}

/** Returns the people, the version and the license on a line of their own, or the handle of a person. */
function readFacts({ line, page }: Line, style: LineStyle): ReadLine | undefined {
  const phrase = phraseOf(line, page);
  if (!phrase) return;
  const { handle, rest } = splitBareHandle(phrase.text, phrase);
  if (handle !== undefined && rest === '') return { handle, parts: {} };
  const parts = readFactLine(phrase, style);
  return parts && { parts };
}

/** Returns the parts on the only line below the facts. */
function readOnlyLine(line: Line, style: LineStyle, hasFacts: boolean): ReadLine {
  const phrase = hasFacts ? undefined : phraseOf(line.line, line.page);
  const whole = phrase && readWholeLine(phrase, style);
  if (whole) return whole;
  const links = readLinks(line);
  return { parts: links ? { links } : descriptionIn(line) };
}

/** Returns the parts on the only line of a card of 0.1.0. */
function readWholeLine(phrase: Phrase, style: LineStyle): ReadLine | undefined {
  const { handle, rest } = splitBareHandle(phrase.text, phrase);
  const person = handle === undefined ? undefined : readParts(rest, style, phrase);
  if (handle !== undefined && person) return { handle, parts: person };
  const parts = readParts(` ${phrase.text}`, style, phrase);
  return parts && { parts };
}

function descriptionIn({ line, page }: Line): LineParts {
  return { description: inlineField(line, page) };
}

/** Returns the links that a line consists of, or `undefined` if it has other content. */
function readLinks({ line, page }: Line): Link[] | undefined {
  const phrase = phraseOf(line, page);
  const links = phrase?.text.split(COMMA).map((part) => {
    const node = part.length === 1 ? nodeAt(phrase, part) : undefined;
    return node && !isLiteralAutolink(node) ? readLink(node, page) : undefined;
  });
  return links?.includes(undefined) ? undefined : (links as Link[] | undefined);
}
