import type { Image, Link, Parents, PhrasingContent } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { destination } from './destination.ts';

type Position = Pick<Info, 'now' | 'lineShift'>;

/** Writes `[label](url "title")`, or the bare address that it was written as. */
export function link(node: Link, parent: Parents | undefined, state: State, info: Info): string {
  if (isBare(node, info.before)) return textOf(node);
  if (isAutolink(node, state)) return defaultHandlers.link(node, parent, state, info);
  const label = (before: string, current: Position) =>
    state.containerPhrasing(node, { before, after: '](', ...current });
  return resource('[', node, label, state, info);
}

link.peek = (node: Link, parent: Parents | undefined): string => {
  const siblings: PhrasingContent[] = (parent?.children ?? []) as PhrasingContent[];
  const beside = node.data?.literal && siblings[siblings.indexOf(node) - 1];
  const isMarked = beside && /^(?:strong|emphasis|delete)$/.test(beside.type);
  const before = isMarked ? '*' : beside && beside.type === 'text' ? beside.value : '';
  return isBare(node, before) ? textOf(node).charAt(0) : '[';
};

/** Whether a link was a bare address, and is one to all parsers after what stands before it. */
function isBare(node: Link, before: string): boolean {
  if (!node.data?.literal) return false;
  const address = textOf(node);
  // After marks the first letter may be written otherwise, and then those within mean something.
  const isLoose = /[*_~]$/.test(before) && /[*_~]/.test(address);
  return !isLoose && isFoundAfter(address, before);
}

/** Whether all parsers find a bare address after what stands before it. */
export function isFoundAfter(address: string, before: string): boolean {
  if (/^https?:/i.test(address)) return true;
  return /^www\./i.test(address) ? !/[:\p{L}\p{N}]$/u.test(before) : !/[:/]$/.test(before);
}

/** Writes `![alt](url "title")`. */
export function image(node: Image, _: Parents | undefined, state: State, info: Info): string {
  const label = (before: string, current: Position) =>
    state.safe(node.alt, { before, after: '](', ...current });
  return resource('![', node, label, state, info);
}

image.peek = (): string => '!';

function resource(
  opening: string,
  { type, url, title }: Image | Link,
  label: (before: string, current: Position) => string,
  state: State,
  info: Info,
): string {
  const tracker = state.createTracker(info);
  const exit = state.enter(type);
  const exitLabel = state.enter('label');
  const start = tracker.move(opening);
  const text = tracker.move(label(start, tracker.current()));
  exitLabel();
  // At the start of a line a `]:` in code would define something; an enclosed URL keeps it a link.
  const end = tracker.move(`](${destination(url, /\]:/.test(text.replace(/\\./g, '')))}`);
  const named = title ? tracker.move(` ${quoted(title, state, tracker.current())}`) : '';
  exit();
  return `${start}${text}${end}${named})`;
}

function quoted(title: string, state: State, current: Position): string {
  const wanted = state.options.quote === "'" ? "'" : '"';
  const other = wanted === '"' ? "'" : '"';
  // The quotes that need the fewer escapes, as Prettier has it.
  const quote = title.includes(wanted) && !title.includes(other) ? other : wanted;
  const exit = state.enter(quote === '"' ? 'titleQuote' : 'titleApostrophe');
  const text = state.safe(title, { before: quote, after: quote, ...current });
  exit();
  return quote + text + quote;
}

/**
 * A mail address that is a link between angle brackets; there a word would be HTML.
 *
 * @see https://spec.commonmark.org/0.31.2/#email-address
 */
const MAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** Whether a link is to be written as `<https://example.com>`. */
function isAutolink({ url, title, children }: Link, state: State): boolean {
  const [text] = children;
  return (
    !state.options.resourceLink &&
    !title &&
    children.length === 1 &&
    text?.type === 'text' &&
    (text.value === url || (`mailto:${text.value}` === url && MAIL.test(text.value))) &&
    /^[a-z][a-z+.-]+:[^\0- <>\x7f]*$/i.test(url) &&
    // No escape works in it, and a cell of a table would end there.
    !(url.includes('|') && state.stack.includes('tableCell'))
  );
}
