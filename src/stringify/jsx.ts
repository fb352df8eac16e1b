/** MDX, its JSX as Prettier has it where that is a grid of cards. */
import type { RootContent } from 'mdast';
import {
  type MdxJsxAttribute,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
  mdxToMarkdown,
} from 'mdast-util-mdx';
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown';
import { widthOf } from './text-width.ts';

type Parent = Parameters<Handle>[1];

/** MDX as mdast-util-mdx writes it, but for cards and for references in attributes. */
export function jsxToMarkdown(): Options {
  const mdx = mdxToMarkdown();
  const byDefault = mdx.extensions?.find(({ handlers }) => handlers?.mdxJsxFlowElement)?.handlers
    ?.mdxJsxFlowElement as Handle;
  const jsx = (node: MdxJsxFlowElement | MdxJsxTextElement, ...rest: [Parent, State, Info]) =>
    byDefault(withReferences(node, rest[1]), ...rest);
  const handlers = {
    mdxJsxFlowElement: (node: MdxJsxFlowElement, parent: Parent, state: State, info: Info) =>
      isCard(node) ? card(node, state, info) : jsx(node, parent, state, info),
    mdxJsxTextElement: Object.assign(jsx, { peek: () => '<' }),
  };
  return { extensions: [mdx], handlers };
}

/** An element whose attributes are read as they are: mdast-util-mdx-jsx writes `&` as it is. */
function withReferences<T extends MdxJsxFlowElement | MdxJsxTextElement>(node: T, state: State): T {
  const inCell = state.stack.includes('tableCell');
  const attributes = node.attributes.map((attribute) => {
    if (typeof attribute.value !== 'string' || attribute.type !== 'mdxJsxAttribute')
      return attribute;
    const value = escapedAmpersands(attribute.value);
    return { ...attribute, value: inCell ? value.replace(/[|\r\n]/g, reference) : value };
  });
  return { ...node, attributes };
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** Only a whole character reference is one. */
function escapedAmpersands(text: string): string {
  return text.replace(/&(?=#?\w+;)/g, '&amp;');
}

/** What a grid of cards is made of. */
interface Card extends MdxJsxFlowElement {
  name: string;
  attributes: (MdxJsxAttribute & { value: string })[];
}

const NAMES = new Set<unknown>(['Card', 'CardGrid', 'LinkCard']);

/** Whether an element is a card or a grid of cards, with nothing else than texts in attributes. */
function isCard(node: MdxJsxFlowElement): node is Card {
  const { name, attributes, children } = node;
  return (
    NAMES.has(name) &&
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
 * Writes a card or a grid. The cards of a grid stand line by line. Markdown in a card stands
 * between blank lines, so that Prettier does not take it for text of JSX and wrap it.
 */
function card(node: Card, state: State, info: Info): string {
  const indent = '  '.repeat(state.stack.filter((name) => name === 'mdxJsxFlowElement').length);
  if (node.children.length === 0) return tag(node, indent, ' /');
  const exit = state.enter('mdxJsxFlowElement');
  const isGrid = node.children.every(isElement);
  const content = isGrid
    ? node.children.map((child) => state.handle(child, node, state, info)).join('\n')
    : `\n${indented(state.containerFlow(node, info), `${indent}  `)}\n`;
  exit();
  return `${tag(node, indent, '')}\n${content}\n${indent}</${node.name}>`;
}

function indented(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

/** An opening tag; where it is too wide for one line, with each attribute on a line of its own. */
function tag({ name, attributes }: Card, indent: string, close: string): string {
  const written = attributes.map(({ name: key, value }) => `${key}=${quoted(value)}`);
  const line = [`${indent}<${name}`, ...written].join(' ') + close;
  // Prettier leaves a single attribute where it is.
  if (written.length < 2 || widthOf(`${line}>`) <= 80) return `${line}>`;
  const lines = written.map((attribute) => `${indent}  ${attribute}`);
  return [`${indent}<${name}`, ...lines, `${indent}${close.trim()}>`].join('\n');
}

/** A value in the quotes that need the fewer references, as Prettier has it. */
function quoted(value: string): string {
  const text = escapedAmpersands(value);
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  return doubles > singles
    ? `'${text.replaceAll("'", '&apos;')}'`
    : `"${text.replaceAll('"', '&quot;')}"`;
}
