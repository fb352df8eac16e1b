/** What a URL says about the credit that it belongs to. */

/** A project: its name, and the handle of its owner if the URL has one. */
export interface UrlProject {
  name: string;
  owner?: string;
}

/** Hosts where a path is an owner and a repository. */
const FORGES =
  /^(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|gitea\.com|git\.sr\.ht|gitee\.com|framagit\.org|gitlab\.(?:freedesktop|gnome|haskell)\.org|salsa\.debian\.org)$/;

/** Paths of packages at registries, whose first group is the name. */
const REGISTRIES: Record<string, RegExp> = {
  'npmjs.com': /^\/package\/((?:@[^/]+\/)?[^/]+)/,
  'crates.io': /^\/crates\/([^/]+)/,
  'docs.rs': /^\/([^/]+)/,
  'pypi.org': /^\/project\/([^/]+)/,
  'rubygems.org': /^\/gems\/([^/]+)/,
  'packagist.org': /^\/packages\/([^/]+\/[^/]+)/,
  'hex.pm': /^\/packages\/([^/]+)/,
  'jsr.io': /^\/(@[^/]+\/[^/]+)/,
  'pkg.go.dev': /^\/([^@]+)/,
};

/** Returns the handle in the URL of a profile at a forge, or `undefined` if it is not one. */
export function handleFromUrl(url: URL): string | undefined {
  const segments = segmentsOf(url);
  const [first] = segments;
  return FORGES.test(hostOf(url)) && segments.length === 1 ? first?.replace(/^~/, '') : undefined;
}

/** Returns the project that a URL belongs to, named after its path, or else after its host. */
export function projectFromUrl(url: URL): UrlProject {
  const host = hostOf(url);
  const segments = segmentsOf(url);
  const registered = REGISTRIES[host]?.exec(decode(url.pathname))?.[1];
  if (registered) return { name: registered };
  if (FORGES.test(host) && segments.length > 1) {
    // GitLab has groups in groups, and pages of a repository after a dash.
    const isGitLab = host.includes('gitlab') || host === 'framagit.org';
    const dash = segments.indexOf('-');
    const path = isGitLab ? segments.slice(0, dash < 0 ? undefined : dash) : segments.slice(0, 2);
    const name = path.at(-1)?.replace(/\.git$/, '');
    if (name) return { name, owner: (segments[0] as string).replace(/^~/, '') };
  }
  const last = segments.at(-1)?.replace(/\.(?:html?|php|git)$/, '');
  return { name: last && last !== 'index' ? last : host };
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^www\./, '');
}

function segmentsOf({ pathname }: URL): string[] {
  return decode(pathname).split('/').filter(Boolean);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
