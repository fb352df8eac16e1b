import type { RootContent } from 'mdast';
import {
  mdxToMarkdown as defaultMdxToMarkdown,
  type MdxJsxAttribute,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
} from 'mdast-util-mdx';
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown';
import { CARD_ATTRIBUTES } from '../model/card-components.ts';
import { GALLERY_CLASS } from '../model/gallery-class.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { textWidth } from './util/text-width.ts';

type Parent = Parameters<Handle>[1];

/**
 * Returns an extension that serializes MDX as mdast-util-mdx does, except that cards are formatted
 * as Prettier formats them and ampersands in attributes are escaped. Its unsafe patterns are left out:
 * those in `unsafe.ts` also apply to pages without JSX.
 */
export function mdxToMarkdown(): Options {
  const extensions = defaultMdxToMarkdown().extensions ?? [];
  const handlers: Record<string, Handle> = Object.assign(
    {},
    ...extensions.map((extension) => extension.handlers),
  );
  const defaultElement = handlers.mdxJsxFlowElement as Handle;
  const element = (node: MdxJsxFlowElement | MdxJsxTextElement, ...rest: [Parent, State, Info]) =>
    defaultElement(withEscapedAttributes(node, rest[1]), ...rest);
  return {
    handlers: {
      ...handlers,
      mdxJsxFlowElement: (node: MdxJsxFlowElement, parent: Parent, state: State, info: Info) => {
        if (isGallery(node)) return gallery(node, state, info);
        return isCard(node) ? card(node, state, info) : element(node, parent, state, info);
      },
      mdxJsxTextElement: Object.assign(element, { peek: () => '<' }),
    },
  };
}

/** An ampersand at the start of a character reference, which has to have a semicolon in JSX. */
const AMPERSAND = /&(?=#?\w+;)/g;

/** Escapes `&`, and pipes and line breaks in table cells, which mdast-util-mdx-jsx does not do. */
function withEscapedAttributes<T extends MdxJsxFlowElement | MdxJsxTextElement>(
  node: T,
  state: State,
): T {
  const inCell = state.stack.includes('tableCell');
  const attributes = node.attributes.map((attribute) => {
    if (typeof attribute.value !== 'string' || attribute.type !== 'mdxJsxAttribute')
      return attribute;
    const value = escapeHtml(attribute.value, AMPERSAND);
    return { ...attribute, value: inCell ? escapeHtml(value, /[|\r\n]/g) : value };
  });
  return { ...node, attributes };
}

interface Card extends MdxJsxFlowElement {
  name: string;
  attributes: (MdxJsxAttribute & { value: string })[];
}

/** Whether an element is a card, or a grid of cards, all of whose attributes are strings. */
function isCard(node: MdxJsxFlowElement): node is Card {
  const { name, attributes, children } = node;
  return (
    CARD_ATTRIBUTES.has(name ?? '') &&
    attributes.every(
      ({ type, value }) => type === 'mdxJsxAttribute' && typeof value === 'string',
    ) &&
    (name === 'CardGrid' ? children.every(isElement) : !children.some(isElement))
  );
}

function isElement({ type }: RootContent): boolean {
  return type === 'mdxJsxFlowElement';
}

/**
 * Writes a card or a grid. There are no blank lines between the cards of a grid. Markdown in a card is
 * between blank lines, as Prettier would wrap it like text in JSX otherwise.
 */
function card(node: Card, state: State, info: Info): string {
  const indent = '  '.repeat(state.stack.filter((name) => name === 'mdxJsxFlowElement').length);
  if (node.children.length === 0) return openingTag(node, indent, ' /');
  const exit = state.enter('mdxJsxFlowElement');
  const isGrid = node.children.every(isElement);
  const content = isGrid
    ? node.children.map((child) => state.handle(child, node, state, info)).join('\n')
    : `\n${indentLines(state.containerFlow(node, info), `${indent}  `)}\n`;
  exit();
  return `${openingTag(node, indent, '')}\n${content}\n${indent}</${node.name}>`;
}

function indentLines(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

/** Writes an opening tag. If it does not fit on a line, each attribute is on its own line. */
function openingTag({ name, attributes }: Card, indent: string, end: '' | ' /'): string {
  const written = attributes.map(({ name: key, value }) => `${key}=${quoteAttribute(value)}`);
  const line = [`${indent}<${name}`, ...written].join(' ') + end;
  // Prettier keeps a single attribute beside the name.
  if (written.length < 2 || textWidth(`${line}>`) <= 80) return `${line}>`;
  const lines = written.map((attribute) => `${indent}  ${attribute}`);
  return [`${indent}<${name}`, ...lines, `${indent}${end.trim()}>`].join('\n');
}

/** Quotes an attribute value with the quotes that need fewer escapes, as Prettier does. */
function quoteAttribute(value: string): string {
  const text = escapeHtml(value, AMPERSAND);
  const isSingle = value.split('"').length > value.split("'").length;
  return isSingle ? `'${escapeHtml(text, /'/g)}'` : `"${escapeHtml(text, /"/g)}"`;
}

function isGallery({ name, attributes }: MdxJsxFlowElement): boolean {
  const [first] = attributes;
  return (
    name === 'div' &&
    first?.type === 'mdxJsxAttribute' &&
    typeof first.value === 'string' &&
    first.value.split(' ')[0] === GALLERY_CLASS
  );
}

/** Writes a gallery with the same bytes as in Markdown: without indentation, between blank lines. */
function gallery(node: MdxJsxFlowElement, state: State, info: Info): string {
  const exit = state.enter('mdxJsxFlowElement');
  const content = state.containerFlow(node, info);
  exit();
  const attributes = node.attributes.map((attribute) =>
    attribute.type === 'mdxJsxAttribute' ? ` ${attribute.name}="${attribute.value}"` : '',
  );
  return `<div${attributes.join('')}>\n\n${content}\n\n</div>`;
}
