/** A reason why a URL cannot work, and the fix. */
export interface UrlProblem {
  problem: string;
  fix: string;
}

/** A web URL. */
const USUAL =
  /^https?:\/\/[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+(?:[/?#][\w!#$%&'()*+,\-./:;=?@~]*)?(?<![,;])$/;

/** Whether a URL needs no check, as most do. */
export function isUsualUrl(url: string): boolean {
  return USUAL.test(url);
}

/**
 * Returns the first reason why a URL cannot work, or `undefined` if there is none.
 *
 * @param isMarkdown whether it is the destination of a link in Markdown, which may contain spaces
 */
export function urlProblem(url: string, isMarkdown: boolean): UrlProblem | undefined {
  if (url === '') {
    const fix = isMarkdown ? 'write a URL between the parentheses' : 'write a URL, or leave it out';
    return { problem: 'is not a URL', fix };
  }
  return notOnlyUrl(url) ?? notUrl(url) ?? withSpace(url, isMarkdown) ?? withoutHost(url);
}

/** Marks around a URL. */
function notOnlyUrl(url: string): UrlProblem | undefined {
  const link = /^!?\[[^\]]*\]\(\s*<?([^\s()<>]+)/.exec(url)?.[1];
  if (link) return { problem: 'is Markdown, not a URL', fix: `write "${link}"` };
  const inside = /^(?:<(.+)>|\[(.+)\]|\((.+)\)|(["'`])(.+)\4|[“‘](.+)[”’])$/s.exec(url);
  const inner = inside && (inside[1] ?? inside[2] ?? inside[3] ?? inside[5] ?? inside[6]);
  return inner
    ? { problem: 'has marks around the URL', fix: `write "${inner.trim()}"` }
    : undefined;
}

/** Another value in place of a URL. */
function notUrl(url: string): UrlProblem | undefined {
  if (/^@[^/]/.test(url)) {
    const profile = `https://github.com/${url.slice(1)}`;
    const fix = `write the URL of a profile, such as "${profile}"; people belong in "by"`;
    return { problem: 'is a handle, not a URL', fix };
  }
  if (/^(?:null|~|none|n\/a|tbd|todo|false|-+)$/i.test(url)) {
    return { problem: 'is a path on your own site', fix: 'remove the key if there is no URL' };
  }
  return;
}

function withSpace(url: string, isMarkdown: boolean): UrlProblem | undefined {
  const part = isMarkdown ? /^https?:\/\/[^/?#]*/i.exec(url)?.[0] : url;
  if (part === undefined || !/[\t\n\r ]/.test(part)) return;
  return { problem: 'contains white space', fix: 'remove it, or write %20 for a space in a path' };
}

function withoutHost(url: string): UrlProblem | undefined {
  if (/^mailto:[^@?]*$/i.test(url)) {
    return { problem: 'has no email address', fix: 'write an address after "mailto:"' };
  }
  if (/^https?;?\/\//i.test(url)) {
    return { problem: 'has no colon after its scheme', fix: 'write "https://" at the start' };
  }
  if (/^\/\/(?:[/?#]|$)/.test(url)) {
    return { problem: 'has no host', fix: 'write a host after "//", or a path with one slash' };
  }
  const [start, slashes = '', host] = /^https?:(\/*)([^/?#]*)/i.exec(url) ?? [];
  if (start === undefined) return;
  if (slashes.length !== 2 || !host) {
    return { problem: 'has no host', fix: 'write a host after two slashes: https://example.com' };
  }
  if (/^https?:?$/i.test(host)) {
    return { problem: 'has two schemes', fix: `remove "${start}"` };
  }
  if (/[,;]$/.test(url)) {
    return { problem: `ends with "${url.at(-1)}"`, fix: `write "${url.slice(0, -1)}"` };
  }
  if (URL.canParse(url)) return;
  return { problem: 'has an invalid host or port', fix: 'check what is between "//" and "/"' };
}
