import GithubSlugger from 'github-slugger';
import type { Element, Root as HastRoot, RootContent, Text } from 'hast';
import type { Blockquote, Heading, RootContent as MdastContent, Root } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { defaultHandlers, type Handler, type State, toHast } from 'mdast-util-to-hast';
import { isCardsImport } from '../layouts/cards/read.ts';
import { markAlerts } from '../markdown/alerts.ts';
import { linkAddresses } from '../markdown/parse-markdown.ts';

/** A node of the hast of an `.md` or `.mdx` page. */
export type HastNode = RootContent | MdxJsxFlowElement | MdxJsxTextElement;

const MDX_NODES = [
  ...['mdxFlowExpression', 'mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxTextExpression'],
  'mdxjsEsm',
];

/** A character or text that may be part of an address, escaped or not. */
const ADDRESS_HINT = /[@&]|www|http/i;

/**
 * Converts a page to hast, with the heading ids of Astro and modules first, as they are loaded before
 * anything is rendered. The tree is modified.
 *
 * @param body the Markdown of the tree
 */
export function pageToHast(tree: Root, body: string): HastRoot {
  if (ADDRESS_HINT.test(body)) linkAddresses(tree);
  markAlerts(tree, body);
  const blocks = tree.children.filter((block) => !isCardsImport(block));
  const isModule = ({ type }: MdastContent) => type === 'mdxjsEsm';
  const modulesFirst = [...blocks.filter(isModule), ...blocks.filter((block) => !isModule(block))];
  return toHast(
    { type: 'root', children: modulesFirst },
    {
      allowDangerousHtml: true,
      passThrough: MDX_NODES as never[],
      clobberPrefix: '',
      handlers: {
        blockquote: blockquoteElement,
        containerDirective: containerElement,
        heading: headingWithIds(),
        leafDirective: directiveText,
        textDirective: directiveText,
      },
    },
  ) as HastRoot;
}

function blockquoteElement(state: State, node: Blockquote): Element {
  const element = defaultHandlers.blockquote(state, node);
  return { ...element, properties: { alert: node.data?.alert ?? false } };
}

/** Converts a container directive, which may be an aside, to an element named `:::name`. */
function containerElement(state: State, node: Directives): Element {
  return {
    type: 'element',
    tagName: `:::${node.name}`,
    properties: { ...node.attributes },
    children: state.all(node),
    ...(node.position && { position: node.position }),
  };
}

/** Converts a text or leaf directive to its name. Those with a label or attributes were escaped before. */
function directiveText(_: State, { type, name }: Directives): Element | Text {
  if (type === 'textDirective') return { type: 'text', value: `:${name}` };
  const children: Text[] = [{ type: 'text', value: `::${name}` }];
  return { type: 'element', tagName: 'p', properties: {}, children };
}

/** Returns a handler of headings that adds the same ids as Astro. */
function headingWithIds(): Handler {
  const slugger = new GithubSlugger();
  return (state, node: Heading) => {
    const heading = defaultHandlers.heading(state, node);
    const id = slugger.slug(textOfHeading(heading)).replace(/-$/, '');
    return { ...heading, properties: { id } };
  };
}

function textOfHeading({ children }: Element): string {
  return (children as HastNode[])
    .map((node): string => {
      if ('children' in node) return textOfHeading(node as Element);
      const isText = node.type === 'text' || node.type === 'mdxTextExpression';
      const isRaw = node.type === 'raw' && !/^\n?<.*>\n?$/.test(node.value);
      return isText || isRaw ? node.value : '';
    })
    .join('');
}
