import type { Blockquote, Nodes, Paragraph, PhrasingContent, RootContent, Strong } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isRootRelative } from '../text/is-root-relative.ts';
import { replaceHtmlUrls } from '../text/replace-html-urls.ts';

/**
 * Adapts the nodes of a page to GitHub, and changes them: asides become alerts, and root-relative URLs are
 * resolved against the URL of the site.
 *
 * @see https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
export function* githubNodes(
  nodes: Iterable<RootContent>,
  site: string | undefined,
): Generator<RootContent> {
  for (const node of nodes) {
    if (site !== undefined) resolveUrls(node, site);
    replaceInside(node);
    yield node.type === 'containerDirective' ? quoteOf(node, true) : node;
  }
}

function resolveUrls(tree: Nodes, site: string): void {
  const resolved = (url: string) => (isRootRelative(url) ? new URL(url, site).href : url);
  visit(tree, (node) => {
    if (node.type === 'html') node.value = replaceHtmlUrls(node.value, resolved);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      node.url = resolved(node.url);
    }
  });
}

/** Replaces the asides inside a block with quotes, as GitHub only has alerts at the top level. */
function replaceInside(block: Nodes): void {
  visit(block, 'containerDirective', (node, index, parent) => {
    // The quote is visited next.
    if (parent && index !== undefined) parent.children[index] = quoteOf(node, false);
  });
}

/** The alerts that mean the same as asides. */
const ALERTS: Readonly<Record<string, string>> = {
  note: 'NOTE',
  tip: 'TIP',
  caution: 'WARNING',
  danger: 'CAUTION',
};

/** Returns an aside as an alert or a quote that starts with its title. */
function quoteOf({ name, children }: ContainerDirective, isAlert: boolean): Blockquote {
  const label = children.find(isLabel);
  const content = children.filter((child) => child !== label);
  if (label && textOf(label).trim() !== '') content.unshift(titleOf(label.children));
  // An alert without content would be a quote of its mark.
  if (content.length === 0) {
    const title = name.replace(/^./, (letter) => letter.toUpperCase());
    return { type: 'blockquote', children: [titleOf([{ type: 'text', value: title }])] };
  }
  if (!isAlert) return { type: 'blockquote', children: content };
  const mark = `[!${ALERTS[name]}]`;
  const [first] = content;
  if (first?.type === 'paragraph') {
    first.children.unshift({ type: 'text', value: `${mark}\n` });
  } else {
    content.unshift({ type: 'paragraph', children: [{ type: 'text', value: mark }] });
  }
  return { type: 'blockquote', children: content, data: { alert: true } };
}

function isLabel(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && node.data?.directiveLabel === true;
}

/** Returns a bold line. Strong text in it is bold already. */
function titleOf(label: PhrasingContent[]): Paragraph {
  const strong: Strong = { type: 'strong', children: label };
  visit(strong, 'strong', (node, index, parent) => {
    if (!parent || index === undefined) return;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
  return { type: 'paragraph', children: [strong] };
}
