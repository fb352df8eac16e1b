/** Content that a source cannot contain. It is rewritten, or left out and reported. */
import type { Definition, Image, Link, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import {
  endOf,
  keyOf,
  type MarkdownPage,
  parsePage,
  splitPage,
  startOf,
} from '../markdown/markdown-page.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { forbiddenScheme } from '../text/url-scheme.ts';
import { showableText } from '../text/visible-text.ts';
import type { Format } from '../types.ts';
import { containerNames, escapeDirectives } from './escape-directives.ts';
import { asSatteriReads } from './satteri-differences.ts';
import { type Change, changed } from './text-changes.ts';

/** Schemes whose links run code. */
const LIVE = /^(?:javascript|vbscript|data):$/i;

/**
 * Parses a page, and rewrites everything that a source cannot contain.
 *
 * @returns also what was left out
 * @throws {PageError}
 */
export function parseAdmissible(
  text: string,
  format: Format,
): { page: MarkdownPage; leftOut: string[] } {
  const leftOut: string[] = [];
  const clean = showableText(text);
  const dropped = text.length - clean.length;
  if (dropped > 0) {
    leftOut.push(
      `${dropped} control character${dropped > 1 ? 's' : ''} that a page cannot contain`,
    );
  }
  const page = parseAsSatteri(clean, format);
  const { tree, body, definitions } = page;
  for (const name of containerNames(body, format)) {
    leftOut.push(`the directive ":::${name}", whose lines become text`);
  }
  const changes: Change[] = [];
  visit(tree, (node, index = 0, parent) => {
    if (node.type === 'definition') {
      // References to it are rewritten as well.
      if (forbiddenScheme(node.url) !== undefined) {
        changes.push({ start: startOf(node), end: endOf(node), by: '' });
      }
      return;
    }
    const target = linkOrImage(node, definitions);
    const scheme = target && forbiddenScheme(target.url);
    if (!target || scheme === undefined) return;
    if (target.type === 'image') changes.push(tagged(target, parent?.children[index - 1], body));
    else if (LIVE.test(scheme)) {
      leftOut.push(`the link to ${target.url}`);
      changes.push(...around(target, '', ''));
    } else changes.push(...anchored(target));
  });
  if (changes.length === 0) return { page, leftOut };
  return {
    page: parsePage(
      withBody(clean, format, () => changed(body, changes)),
      format,
    ),
    leftOut,
  };
}

/** Parses a page as Starlight reads it. */
function parseAsSatteri(text: string, format: Format): MarkdownPage {
  const page = parsePage(
    withBody(text, format, (body) => escapeDirectives(body, format)),
    format,
  );
  const body = asSatteriReads(page.tree, page.body, format);
  return body === page.body
    ? page
    : parsePage(
        withBody(text, format, () => body),
        format,
      );
}

function withBody(text: string, format: Format, change: (body: string) => string): string {
  const { body } = splitPage(text, format);
  return text.slice(0, text.length - body.length) + change(body);
}

/** A link, an image or a reference as the link or image that it is. */
function linkOrImage(
  node: Nodes,
  definitions: MarkdownPage['definitions'],
): Link | Image | undefined {
  if (node.type === 'link' || node.type === 'image') return node;
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
  const { url = '', title } = (definitions.get(keyOf(node)) ?? {}) as Partial<Definition>;
  return node.type === 'linkReference'
    ? { ...node, type: 'link', url, title: title ?? null }
    : { ...node, type: 'image', url, title: title ?? null };
}

/** A link as HTML. */
function anchored(link: Link): Change[] {
  return around(link, `<a href="${attributeValue(link.url)}"${titleAttribute(link)}>`, '</a>');
}

/** An image as HTML. A tag that is all of its line would make a block of HTML. */
function tagged(image: Image, before: Nodes | undefined, body: string): Change {
  const tag = `<img src="${attributeValue(image.url)}" alt="${attributeValue(image.alt ?? '')}"${titleAttribute(image)} />`;
  const opensLine =
    !before || before.type === 'break' || (before.type === 'text' && before.value.endsWith('\n'));
  const isAlone = opensLine && /^[ \t]*(?:\n|$)/.test(body.slice(endOf(image)));
  return {
    start: startOf(image),
    end: endOf(image),
    by: isAlone ? `<span>${tag}</span>` : tag,
  };
}

function titleAttribute({ title }: Link | Image): string {
  return title ? ` title="${attributeValue(title)}"` : '';
}

/** Replaces what is around the label of a link. Without a label, its address is the label. */
function around(link: Link, before: string, after: string): Change[] {
  const [first, last] = [link.children[0], link.children.at(-1)];
  const [start, end] = [startOf(link), endOf(link)];
  if (!first || !last) return [{ start, end, by: before + link.url + after }];
  return [
    { start, end: startOf(first), by: before },
    { start: endOf(last), end, by: after },
  ];
}

/** The value of an attribute; in a table a bar would end the cell. */
function attributeValue(value: string): string {
  return escapeHtml(value, /[&"<|]/g);
}
