/**
 * Text of which it is plain what needs an escape, wherever it stands, and list items that consist of
 * it: the quick way to the same Markdown. A property test holds it equal to the slow one.
 */
import type { Heading, List, ListItem, Paragraph, Parents, PhrasingContent, Text } from 'mdast';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, type Handle, type Info, type State } from 'mdast-util-to-markdown';
import { escapeEach, TRIMMED } from './unsafe.ts';

/** What means nothing amid letters: all but some marks, controls, and odd white space. */
const PLAIN = new RegExp(`^[^*_\`[\\]<>{}|~\\\\\\0-\\x1f\\x7f-\\xa0${TRIMMED}]*$`);

/**
 * What does, and yet may need an escape: a colon that something touches, as in a directive or an
 * address; an at sign within one; a character reference; the start of an image, the end of a heading.
 */
const EXCEPT = /www\.|:(?! |$)|(?<![ (])@|&#?\w*(?:;|$)|!\[|#$/i;

/** Letters of Latin beyond ASCII. */
const LATIN = 'À-ÖØ-öø-ɏ';

/** What neither opens a block nor, in MDX, a module. */
const START = new RegExp(`^(?!(?:im|ex)port)[A-Za-z${LATIN}]`);

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !EXCEPT.test(text);
}

/** Writes text: as it is, where that is what the long way comes to. */
export function text(node: Text, parent: Parents | undefined, state: State, info: Info): string {
  const { value } = node;
  // A colon would define the footnote before it, and a parenthesis the link of the brackets.
  const isFree =
    !value.startsWith(':') &&
    !info.before.endsWith(']') &&
    (!isBreak(info.before) || START.test(value)) &&
    !(value.endsWith(' ') && isBreak(info.after)) &&
    !(value.endsWith('!') && info.after.startsWith('['));
  return isFree && isPlain(value) ? value : defaultHandlers.text(node, parent, state, info);
}

/** Whether a line starts or ends there. */
function isBreak(beside: string): boolean {
  return beside === '' || /[\r\n]$|^[\r\n]/.test(beside);
}

/** Writes headings, plain ones at once. */
export function heading(
  node: Heading,
  parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  const { setext, closeAtx } = state.options;
  const only = setext || closeAtx ? undefined : onlyText(node.children);
  if (only === undefined) return defaultHandlers.heading(node, parent, state, info);
  return `${'#'.repeat(node.depth)} ${only}`;
}

const byDefault = gfmTaskListItemToMarkdown().handlers?.paragraph as Handle;

/** Writes paragraphs, plain ones at once. */
export function paragraph(
  node: Paragraph,
  parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  const isTask = parent?.type === 'listItem' && typeof parent.checked === 'boolean';
  const only = isTask ? undefined : onlyText(node.children);
  return only !== undefined && START.test(only) ? only : byDefault(node, parent, state, info);
}

/** The text of content that is nothing else, and plain. */
function onlyText([only, more]: readonly PhrasingContent[]): string | undefined {
  if (only?.type !== 'text' || more) return;
  return isPlain(only.value) && isTrimmed(only.value) ? only.value : undefined;
}

/** Has the items of tight bulleted lists written one after another, those of plain phrases at once. */
export function quickenLists(state: State): void {
  const containerFlow = state.containerFlow.bind(state);
  if ((state.options.listItemIndent ?? 'one') !== 'one') return;
  state.containerFlow = (parent, info) => {
    const isTight = parent.type === 'list' && !parent.ordered && parent.spread === false;
    return isTight ? itemsOf(parent, state, info) : containerFlow(parent, info);
  };
}

function itemsOf(list: List, state: State, info: Parameters<State['containerFlow']>[1]): string {
  const { bulletCurrent, indexStack } = state;
  const lines = list.children.map((item, index) => {
    const phrase = plainItem(item, state);
    if (phrase !== undefined) return `${bulletCurrent} ${phrase}`;
    indexStack.push(index);
    const written = state.handle(item, list, state, { ...info, before: '\n', after: '\n' });
    indexStack.pop();
    state.bulletLastUsed = undefined;
    return written;
  });
  state.bulletLastUsed = undefined;
  return lines.join('\n');
}

/** Letters and digits that belong to a word for sure. */
const LETTER = `A-Za-z\\d${LATIN}`;
const IS_LETTER = new RegExp(`[${LETTER}]`);

/** Marks that would open something wherever they stand in a phrase, and in a label; underscores. */
const ESCAPED = { phrase: /[*`[]|<(?=[A-Za-z])|_+/g, label: /[*`[\]]|<(?=[A-Za-z])|_+/g };

/** What may be a letter, or not. */
const OTHER = `[^\\0-\\x7f${LATIN}]`;

/** Marks of which it depends on what is beside them whether they are escaped. */
const UNSURE = new RegExp(
  `^>|\\]\\(|<(?![A-Za-z])|^[${LETTER}]_|_[${LETTER}]$|${OTHER}_|_${OTHER}`,
);

/** A text with what needs it escaped; nothing where that depends on what stands beside it. */
function escaped(text: string, construct: keyof typeof ESCAPED = 'phrase'): string | undefined {
  if (isPlain(text)) return text;
  const isSure =
    PLAIN.test(text.replace(/[*_`[\]<>]/g, '')) && !EXCEPT.test(text) && !UNSURE.test(text);
  if (!isSure) return;
  return text.replace(ESCAPED[construct], (marks, at: number) => {
    const isInWord =
      marks[0] === '_' && isLetter(text[at - 1]) && isLetter(text[at + marks.length]);
    return isInWord ? marks : escapeEach(marks);
  });
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && IS_LETTER.test(character);
}

/** The text of an item that is one paragraph of plain text, links and strong text. */
function plainItem({ children, checked }: ListItem, { options }: State): string | undefined {
  const [paragraph, more] = children;
  if (paragraph?.type !== 'paragraph' || more || typeof checked === 'boolean') return;
  if (!options.resourceLink || (options.strong ?? '*') !== '*' || options.emphasis !== '_') return;
  let line = '';
  let last: PhrasingContent | undefined;
  for (const node of paragraph.children) {
    const part = node.type === 'text' ? plainText(node, line) : plainNode(node);
    if (part === undefined) return;
    // Marks hold beside white space, whatever is inside of them, and after words before a stop.
    const isApart = !isMarked(node) || line === '' || line.endsWith(' ');
    const isClosed =
      !isMarked(last) ||
      part.startsWith(' ') ||
      (/^[,.;:?)]/.test(part) && /[A-Za-z\d](?:\*\*|_)$/.test(line));
    const isImage = line.endsWith('!') && node.type === 'link';
    if (!isApart || !isClosed || isImage) return;
    line += part;
    last = node;
  }
  return line === '' || line.endsWith(' ') ? undefined : line;
}

function isMarked(node: PhrasingContent | undefined): boolean {
  return node?.type === 'strong' || node?.type === 'emphasis';
}

function plainText({ value }: Text, before: string): string | undefined {
  return before !== '' || START.test(value) ? escaped(value) : undefined;
}

/** A link, code, or marked text, as the handlers for these would write it. */
function plainNode(node: PhrasingContent): string | undefined {
  if (node.data) return;
  if (node.type === 'inlineCode') {
    return /^[^`\s](?:[^`\r\n]*[^`\s])?$/.test(node.value) ? `\`${node.value}\`` : undefined;
  }
  const [inner, more] = 'children' in node ? (node.children as PhrasingContent[]) : [];
  if (!inner || more) return;
  if (node.type === 'link') {
    if (node.title || inner.type !== 'text' || !PLAIN_URL.test(node.url)) return;
    const label = isTrimmed(inner.value) ? escaped(inner.value, 'label') : undefined;
    return label === undefined ? undefined : `[${label}](${node.url})`;
  }
  const mark = node.type === 'strong' ? '**' : node.type === 'emphasis' ? '_' : undefined;
  if (!mark) return;
  if (inner.type === 'link') {
    const link = plainNode(inner);
    return link === undefined ? undefined : mark + link + mark;
  }
  const isText = inner.type === 'text' && isTrimmed(inner.value);
  const text = isText ? escaped(inner.value) : undefined;
  return text === undefined ? undefined : mark + text + mark;
}

/** A URL that is written as it is. */
const PLAIN_URL = /^[\w:/.?=#%~@+,-]+$/;

function isTrimmed(text: string): boolean {
  return text !== '' && !text.startsWith(' ') && !text.endsWith(' ');
}
