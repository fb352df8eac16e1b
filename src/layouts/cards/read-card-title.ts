import { readHtmlText } from './read-html.ts';

/** Returns the name in the title of a card, and its URL if it is a link. */
export function readCardTitle(html: string): { name: string; url?: string } | undefined {
  const [, href, label = html] = /^<a href="([^"<>]*)">(.*)<\/a>$/s.exec(html) ?? [];
  const name = readHtmlText(label);
  const url = href && readHtmlText(href);
  if (name === undefined || (href !== undefined && !url)) return;
  return { name, ...(url && { url }) };
}
