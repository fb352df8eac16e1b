import type { Definition, Image, Link, Nodes } from 'mdast';
import { keyOf } from '../markdown/definition-key.ts';
import { eachNode } from '../markdown/each-node.ts';
import {
  endOf,
  type MarkdownPage,
  parsePage,
  splitPage,
  startOf,
} from '../markdown/markdown-page.ts';
import { applyEdits, type TextEdit } from '../text/text-edits.ts';
import { forbiddenScheme } from '../text/url-scheme.ts';
import { showableText } from '../text/visible-text.ts';
import type { Format } from '../types.ts';
import { escapeAttribute } from './escape-attribute.ts';
import { containerNames, escapeDirectives } from './escape-directives.ts';
import { rewriteForMicromark } from './satteri-differences.ts';

/**
 * Parses a page as Starlight does. Links and images with URLs that a source cannot contain become HTML,
 * and everything else that it cannot contain is removed.
 *
 * @returns the page, and descriptions of what was removed
 * @throws {PageError} if the page cannot be read
 */
export function parseSupportedPage(
  text: string,
  format: Format,
): { page: MarkdownPage; leftOut: string[] } {
  const cleanText = showableText(text);
  const page = parseAsStarlight(cleanText, format);
  const { edits, removedUrls } = editForbiddenUrls(page);
  return {
    page: edits.length > 0 ? parseWithBody(cleanText, format, applyEdits(page.body, edits)) : page,
    leftOut: [
      ...removedCharacters(text.length - cleanText.length),
      ...containerNames(page.body, format).map(
        (name) => `the directive ":::${name}", whose lines become text`,
      ),
      ...removedUrls.map((url) => `the link to ${url}`),
    ],
  };
}

function removedCharacters(count: number): string[] {
  if (count === 0) return [];
  return [`${count} control character${count > 1 ? 's' : ''} that a page cannot contain`];
}

function parseAsStarlight(text: string, format: Format): MarkdownPage {
  const { body } = splitPage(text, format);
  const page = parseWithBody(text, format, escapeDirectives(body, format));
  const rewritten = rewriteForMicromark(page.tree, page.body, format);
  return rewritten === page.body ? page : parseWithBody(text, format, rewritten);
}

/** Parses a page with its body replaced. */
function parseWithBody(text: string, format: Format, body: string): MarkdownPage {
  const { body: oldBody } = splitPage(text, format);
  return parsePage(text.slice(0, text.length - oldBody.length) + body, format);
}

/** Schemes whose links run code. */
const SCRIPT_SCHEME = /^(?:javascript|vbscript|data):$/i;

/** Returns edits that convert links and images with forbidden URLs to HTML, or remove unsafe links. */
function editForbiddenUrls({ tree, body, definitions }: MarkdownPage): {
  edits: TextEdit[];
  removedUrls: string[];
} {
  const edits: TextEdit[] = [];
  const removedUrls: string[] = [];
  eachNode(tree, (node, index = 0, parent) => {
    if (node.type === 'definition') {
      // Its references are converted as well.
      if (forbiddenScheme(node.url) !== undefined) {
        edits.push({ start: startOf(node), end: endOf(node), replacement: '' });
      }
      return;
    }
    const target = linkOrImage(node, definitions);
    const scheme = target && forbiddenScheme(target.url);
    if (!target || scheme === undefined) return;
    if (target.type === 'image') {
      edits.push(imageToHtml(target, parent?.children[index - 1], body));
    } else if (SCRIPT_SCHEME.test(scheme)) {
      removedUrls.push(target.url);
      edits.push(...replaceMarkers(target, '', ''));
    } else edits.push(...linkToHtml(target));
  });
  return { edits, removedUrls };
}

/** Returns a link or an image, or what a reference refers to. */
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

function linkToHtml(link: Link): TextEdit[] {
  const tag = `<a href="${escapeAttribute(link.url)}"${titleAttribute(link)}>`;
  return replaceMarkers(link, tag, '</a>');
}

/** Converts an image to HTML. A tag alone on its line would start an HTML block. */
function imageToHtml(image: Image, previous: Nodes | undefined, body: string): TextEdit {
  const tag = `<img src="${escapeAttribute(image.url)}" alt="${escapeAttribute(image.alt ?? '')}"${titleAttribute(image)} />`;
  const startsLine =
    !previous ||
    previous.type === 'break' ||
    (previous.type === 'text' && previous.value.endsWith('\n'));
  const isAlone = startsLine && /^[ \t]*(?:\n|$)/.test(body.slice(endOf(image)));
  return {
    start: startOf(image),
    end: endOf(image),
    replacement: isAlone ? `<span>${tag}</span>` : tag,
  };
}

function titleAttribute({ title }: Link | Image): string {
  return title ? ` title="${escapeAttribute(title)}"` : '';
}

/** Replaces the Markdown around the label of a link. If the label is empty, the URL becomes the label. */
function replaceMarkers(link: Link, opening: string, closing: string): TextEdit[] {
  const [first, last] = [link.children[0], link.children.at(-1)];
  const [start, end] = [startOf(link), endOf(link)];
  if (!first || !last) return [{ start, end, replacement: opening + link.url + closing }];
  return [
    { start, end: startOf(first), replacement: opening },
    { start: endOf(last), end, replacement: closing },
  ];
}
