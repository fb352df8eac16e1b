/**
 * Returns the repository that the URL of an archive belongs to, if the URL contains it: forges have
 * archives in a folder of the repository. A URL that ends in `.git` is one.
 */
export function archiveRepository(url: string): string | undefined {
  if (/^https?:.*\.git$/i.test(url)) return url;
  const path = /^https?:\/\/(?:www\.|codeload\.)?github\.com\/([^/]+\/[^/]+)/i.exec(url)?.[1];
  if (path !== undefined) return `https://github.com/${path}`;
  return /^(https?:\/\/[^/]+\/.+?\/[^/]+?)(?:\/-)?\/archive\//.exec(url)?.[1];
}
