import type { Link, Parents, PhrasingContent } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { unicodePattern } from '../../text/unicode-pattern.ts';
import { htmlAttributes } from '../util/html-link.ts';
import { resource } from '../util/resource.ts';

/** Writes `[label](url "title")`, an autolink, the bare address that the link is in the source, or HTML. */
export function link(node: Link, parent: Parents | undefined, state: State, info: Info): string {
  if (isBare(node, info.before)) return textOf(node);
  const attributes = htmlAttributes(node);
  if (attributes !== undefined) return anchor(node, attributes, state, info);
  if (isAutolink(node, state)) return defaultHandlers.link(node, parent, state, info);
  return resource('[', node, (config) => state.containerPhrasing(node, config), state, info);
}

link.peek = (node: Link, parent: Parents | undefined): string => {
  const siblings: PhrasingContent[] = (parent?.children ?? []) as PhrasingContent[];
  const previous = node.data?.literal && siblings[siblings.indexOf(node) - 1];
  const isAttention = previous && /^(?:strong|emphasis|delete)$/.test(previous.type);
  const before = isAttention ? '*' : previous && previous.type === 'text' ? previous.value : '';
  if (isBare(node, before)) return textOf(node).charAt(0);
  return htmlAttributes(node) === undefined ? '[' : '<';
};

function anchor(node: Link, attributes: string, state: State, info: Info): string {
  const tracker = state.createTracker(info);
  const start = tracker.move(`<a${attributes}>`);
  const around = { before: '>', after: '<', ...tracker.current() };
  return `${start}${state.containerPhrasing(node, around)}</a>`;
}

/** Whether a link is a bare address in the source, and every parser recognizes it after `before`. */
function isBare(node: Link, before: string): boolean {
  if (!node.data?.literal) return false;
  const address = textOf(node);
  // After attention markers, the first letter may become a character reference. Markers in the address
  // would then be attention markers.
  const isLoose = /[*_~]$/.test(before) && /[*_~]/.test(address);
  return !isLoose && isFoundAfter(address, before);
}

/** Whether every parser recognizes a bare address after `before`. */
export function isFoundAfter(address: string, before: string): boolean {
  if (/^https?:/i.test(address)) return true;
  return /^www\./i.test(address)
    ? !unicodePattern('[:\\p{L}\\p{N}]$').test(before)
    : !/[:/]$/.test(before);
}

/**
 * An email address that is valid in an autolink. Other text between angle brackets would be HTML.
 *
 * @see https://spec.commonmark.org/0.31.2/#email-address
 */
const MAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** Whether a link becomes `<https://example.com>`. */
function isAutolink({ url, title, children }: Link, state: State): boolean {
  const [text] = children;
  return (
    !state.options.resourceLink &&
    !title &&
    children.length === 1 &&
    text?.type === 'text' &&
    (text.value === url || (`mailto:${text.value}` === url && MAIL.test(text.value))) &&
    /^[a-z][a-z+.-]+:[^\0- <>\x7f]*$/i.test(url) &&
    // An autolink has no escapes, and a vertical bar would end a table cell.
    !(url.includes('|') && state.stack.includes('tableCell'))
  );
}
