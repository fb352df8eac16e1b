/** Finds what the handles of a page link to. */
import type { Nodes, PhrasingContent } from 'mdast';
import { readLink } from '../layouts/shared/phrase.ts';
import { handleIn } from '../layouts/shared/read-handle.ts';
import { eachNode } from '../markdown/each-node.ts';
import type { MarkdownPage } from '../markdown/markdown-page.ts';
import { forgeNames, HANDLE_PLACEHOLDER, handleUrl } from '../model/handle-url.ts';
import type { ImportedCredits } from '../model/imported-page.ts';
import type { Page } from '../types.ts';

interface HandleLink {
  handle: string;
  url: string;
  /** Whether it is in parentheses, as after a name. */
  isEnclosed: boolean;
}

/**
 * Returns what all handles in parentheses link to, or, if there are none, all other handles.
 *
 * @param lists the credits of the page, as the names of cards are not links in Markdown
 */
export function findHandles(page: MarkdownPage, lists: Iterable<ImportedCredits>): Page['handles'] {
  // Without these characters, no label starts with a handle.
  const links = page.body.includes('[@') ? handleLinks(page) : [];
  const all = [...links, ...cardLinks(lists)];
  const enclosed = all.filter(({ isEnclosed }) => isEnclosed);
  return commonTarget(enclosed.length > 0 ? enclosed : all, all);
}

function cardLinks(lists: Iterable<ImportedCredits>): HandleLink[] {
  return [...lists]
    .filter(({ style }) => style.layout === 'cards')
    .flatMap(({ credits }) => credits)
    .flatMap((credit) => {
      const { name = '', url } = typeof credit === 'string' ? {} : credit;
      const handle = handleIn(name);
      return handle === undefined || url === undefined ? [] : { handle, url, isEnclosed: false };
    });
}

function handleLinks(page: MarkdownPage): HandleLink[] {
  const links: HandleLink[] = [];
  eachNode(page.tree, (node, index, parent) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const { label = '', url = '' } = readLink(node, page) ?? {};
    const handle = handleIn(label);
    if (handle === undefined || index === undefined || !parent) return;
    const isEnclosed =
      textOf(parent.children[index - 1]).endsWith(' (') &&
      textOf(parent.children[index + 1]).startsWith(')');
    links.push({ handle, url, isEnclosed });
  });
  return links;
}

function textOf(node: Nodes | PhrasingContent | undefined): string {
  return node?.type === 'text' ? node.value : '';
}

/**
 * Returns what handles link to.
 *
 * @param links the handles that must link to it
 * @param all these and other handles
 */
function commonTarget(links: readonly HandleLink[], all: readonly HandleLink[]): Page['handles'] {
  const [first] = links;
  if (!first) return;
  const fits = (handles: Page['handles']) => (link: HandleLink) =>
    handleUrl(link.handle, handles) === link.url;
  const forge = forgeNames.find((name) => links.every(fits(name)));
  if (forge) return forge;
  return templatesOf(first).find((template) => {
    const fitting = new Set(all.filter(fits(template)).map(({ handle }) => handle));
    // A single handle can be part of a URL by chance, but not after `@`.
    const isSure = fitting.size > 1 || template.url.endsWith(`/@${HANDLE_PLACEHOLDER}`);
    return isSure && links.every(fits(template));
  });
}

/** Returns the URLs that a handle may have been part of, with a placeholder in place of the handle. */
function templatesOf({ handle, url }: HandleLink): { url: string }[] {
  if (!/^https?:/i.test(url) || /[{}]/.test(url)) return [];
  const parts = url.split(encodeURIComponent(handle));
  if (parts.length === 1) return [];
  const last = parts.slice(0, -1).join(encodeURIComponent(handle));
  return [parts.join(HANDLE_PLACEHOLDER), `${last}${HANDLE_PLACEHOLDER}${parts.at(-1)}`].map(
    (template) => ({ url: template }),
  );
}
