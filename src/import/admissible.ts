/** What stands on pages but in no source: it is put another way, or left out and spoken of. */
import type { Definition, Image, Link, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Format } from '../model/output.ts';
import { UNSHOWABLE } from '../model/text.ts';
import { forbiddenScheme } from '../model/url.ts';
import { endOf, keyOf, type MarkdownPage, parsePage, startOf } from './page.ts';

/** Schemes whose links run code. */
const LIVE = /^(?:javascript|vbscript|data):$/i;

/**
 * The text of a page, put so that a source can hold it.
 *
 * @param tell is told what no source can hold; without it, that stays
 * @throws {PageError}
 */
export function admissible(text: string, format: Format, tell?: (what: string) => void): string {
  const clean = tell ? text.replace(new RegExp(UNSHOWABLE, 'g'), '') : text;
  const dropped = text.length - clean.length;
  if (dropped > 0) {
    tell?.(`${dropped} control character${dropped > 1 ? 's' : ''} that a page must not hold`);
  }
  const { tree, body, definitions } = parsePage(clean, format);
  const head = clean.slice(0, clean.length - body.length);
  const changes: { start: number; end: number; by: string }[] = [];
  visit(tree, (node) => {
    const target = targetOf(node, definitions);
    const scheme = target && forbiddenScheme(target.url);
    if (!target || scheme === undefined) return;
    const isLive = target.type === 'link' && LIVE.test(scheme);
    if (isLive && !tell) return;
    if (isLive) tell?.(`the link to ${target.url}`);
    const label = isLive ? labelOf(target, body) : tagOf(target, body);
    changes.push({ start: startOf(node), end: endOf(node), by: label });
  });
  return (
    head +
    changes
      .reverse()
      .reduce((rest, { start, end, by }) => rest.slice(0, start) + by + rest.slice(end), body)
  );
}

/** A link or an image as one, wherever its URL stands. */
function targetOf(node: Nodes, definitions: MarkdownPage['definitions']): Link | Image | undefined {
  if (node.type === 'link' || node.type === 'image') return node;
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
  const { url = '', title } = (definitions.get(keyOf(node)) ?? {}) as Partial<Definition>;
  return node.type === 'linkReference'
    ? { ...node, type: 'link', url, title: title ?? null }
    : { ...node, type: 'image', url, title: title ?? null };
}

function tagOf(node: Link | Image, body: string): string {
  const url = attribute(node.url);
  if (node.type === 'image') return `<img src="${url}" alt="${attribute(node.alt ?? '')}" />`;
  return `<a href="${url}">${labelOf(node, body)}</a>`;
}

function labelOf({ children, url }: Link, body: string): string {
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? body.slice(startOf(first), endOf(last)) : url;
}

function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
