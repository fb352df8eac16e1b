import type { HandleTemplates, Page } from '../types.ts';

/** The part of a template that is replaced with a handle. */
export const HANDLE_PLACEHOLDER = '{handle}';

/** Forges: the URLs of profiles, and what a handle of each can be. */
const FORGES = {
  github: { url: 'https://github.com/{handle}', pattern: /^[a-z\d][\w-]{0,38}$/i },
  gitlab: { url: 'https://gitlab.com/{handle}', pattern: /^\w[\w.-]{0,254}$/ },
  codeberg: { url: 'https://codeberg.org/{handle}', pattern: /^\w[\w.-]{0,39}$/ },
};

export const forgeNames = Object.keys(FORGES) as (keyof typeof FORGES)[];

/** What handles may be in the URLs of other sites: not white space, and not the path of a folder. */
const ANY_HANDLE = /^(?!\.{1,2}$)\S+$/;

/** Returns the URL of a handle, or `undefined` if handles are not links or the forge does not allow this one. */
export function handleUrl(
  handle: string | undefined,
  handles: Page['handles'],
): string | undefined {
  if (handle === undefined || handles === undefined) return;
  const { url, pattern } =
    typeof handles === 'string' ? FORGES[handles] : { url: handles.url, pattern: ANY_HANDLE };
  // A function, as `$` in a replacement has a meaning.
  return pattern.test(handle)
    ? url.replaceAll(HANDLE_PLACEHOLDER, () => encodeURIComponent(handle))
    : undefined;
}

/** Handles that are not percent-encoded. */
const PLAIN_HANDLE = /^[\w.-]*$/;

/**
 * Returns a function that returns the length of the URLs of a handle, or more than that. The URLs
 * themselves may be too long for a string.
 */
export function handleUrlLength(handles: Page['handles']): (handle: string) => number {
  if (handles === undefined) return () => 0;
  const { url, avatar = '' }: HandleTemplates =
    typeof handles === 'string' ? FORGES[handles] : handles;
  const parts = `${url}${avatar}`.split(HANDLE_PLACEHOLDER);
  const fixed = parts.join('').length;
  // A code unit is at most three bytes, which are three characters each.
  return (handle) =>
    fixed + (parts.length - 1) * handle.length * (PLAIN_HANDLE.test(handle) ? 1 : 9);
}
