/** What a URL leads to, so that addresses of the same thing are equal. */
import { percentDecode } from '../text/percent-decode.ts';

/** An address without what does not matter: the scheme, `www.`, case, and the place inside a repository. */
export interface Address {
  /** The host and path of a repository or page, in lower case. Equal addresses have equal keys. */
  key: string;
  /** Whether the URL looks like that of a repository. */
  isRepository: boolean;
  /** Whether its host is a forge, where a path starts with its owner. */
  isForge: boolean;
  /** The path of the key, as it is written. */
  path: string;
  /** A URL for readers: that of the repository, or the one that was given. */
  url: string;
}

/** Short forms of npm, Nix and others: `gitlab:group/project`. */
const SHORT_FORMS: Record<string, string> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
  codeberg: 'codeberg.org',
  gitea: 'gitea.com',
  sourcehut: 'git.sr.ht',
  gist: 'gist.github.com',
};

/** Other hosts of the same forge. */
const HOST_ALIASES: Record<string, string> = {
  'ssh.github.com': 'github.com',
  'codeload.github.com': 'github.com',
  'raw.githubusercontent.com': 'github.com',
  'altssh.gitlab.com': 'gitlab.com',
  'altssh.bitbucket.org': 'bitbucket.org',
  'ssh.dev.azure.com': 'dev.azure.com',
  'hg.sr.ht': 'git.sr.ht',
  'sr.ht': 'git.sr.ht',
};

/** Forges where a repository is an owner and a name. */
const FLAT = /^(?:github\.com|bitbucket\.org|codeberg\.org|gitea\.com|gitee\.com|git\.sr\.ht)$/;

/** Forges with groups in groups. */
const GITLAB =
  /^(?:gitlab\..*|.*\.gitlab\.[a-z]+|framagit\.org|salsa\.debian\.org|invent\.kde\.org|0xacab\.org|foss\.heptapod\.net)$/;

/** Hosts that only serve repositories, by their names. */
const OF_REPOSITORIES = /^(?:git|gitea|forgejo|forge|cgit|hg|code|src|source|svn|scm)\./;

/** Pages of GitHub that are not below a repository. */
const NOT_OWNERS =
  /^(?:about|apps|collections|customer-stories|features|marketplace|orgs|search|settings|sponsors|stars|topics|users)$/;

/** Folders of pages below a repository, at forges that do not separate them by a dash. */
const PAGES =
  /^(?:-|_git|about|archive|blame|blob|branch|branches|commit|commits|compare|issues|log|merge_requests|pulls?|raw|refs|releases|src|tags?|tree|wikis?)$/;

/** Returns the address of the `repository` in the metadata of a package, which may be a short form. */
export function repositoryAddress(field: string): Address | undefined {
  const text = field.trim().replace(/^scm:(?:git|hg|svn):/, '');
  const short = /^([a-z]+):(?!\/)([^@]+)$/i.exec(text);
  const host = short && SHORT_FORMS[(short[1] as string).toLowerCase()];
  if (host) return addressAt(host, short[2] as string, { isRepository: true });
  // npm reads a path with two parts as a repository at GitHub.
  const path = /^(?!\.)([\w-]+\/[\w.-]+)(?:#.*)?$/.exec(text)?.[1];
  if (path !== undefined) return addressAt('github.com', path, { isRepository: true });
  return addressIn(text, true);
}

/** Returns the address that a URL leads to, or `undefined` if it is relative, or only names a forge. */
export function addressOf(url: string): Address | undefined {
  return addressIn(url.trim(), false);
}

/** Whether URLs are the same but for case, the scheme `http:` or `https:`, `www.`, `.git` and a last slash. */
export function isSameUrl(a: string, b: string): boolean {
  return urlKey(a) === urlKey(b);
}

function urlKey(url: string): string {
  return url.toLowerCase().replace(/^https?:\/\/(?:www\.)?|(?:\.git)?(?<!\/)\/*$/g, '');
}

/** A scheme, a user, a host and a path: also `git@host:path`, and mixtures of both. */
const URL_PARTS =
  /^(?:(?<scheme>[a-z][\w+.-]*):)?\/\/(?:[^/?#@]*@)?(?<host>\[[^\]]*\]|[^/?#:@]+)(?::(?:\d+(?=[/?#]|$))?)?(?<path>.*)$/is;

/** `git@host:path`, also with a port or a scheme that has no slashes. */
const SCP = /^(?:(?:git|ssh)[\w+]*:)?[\w.+-]+@(?<host>[\w.-]+)[:/](?:\d+\/)?(?<path>[^\\]+)$/i;

/** A host that has a forge as its name, without a scheme. */
const BARE =
  /^(?<host>(?:www\.)?(?:github|gitlab|bitbucket|codeberg|git\.sr)\.[a-z]+)\/(?<path>.+)$/i;

function addressIn(text: string, isField: boolean): Address | undefined {
  const found = URL_PARTS.exec(text) ?? SCP.exec(text) ?? BARE.exec(text);
  if (!found?.groups) return;
  const { host = '', path = '', scheme = '' } = found.groups;
  if (/^(?:mailto|file|data)$/i.test(scheme)) return;
  const isGit = !/^(?:https?)?$/i.test(scheme) || SCP.test(text);
  const address = addressAt(host, path, { isRepository: isField || isGit });
  // What is not a repository at a forge is read as it is written.
  return address && !address.isRepository && /^https?$/i.test(scheme)
    ? { ...address, url: text }
    : address;
}

function addressAt(
  written: string,
  path: string,
  { isRepository }: { isRepository: boolean },
): Address | undefined {
  const lower = written
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  const host = Object.hasOwn(HOST_ALIASES, lower) ? (HOST_ALIASES[lower] as string) : lower;
  const all = percentDecode(path.replace(/[?#].*$/s, ''))
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.');
  const segments = all.map((segment) => segment.replace(/\.git$/i, ''));
  const isForge = FLAT.test(host) || GITLAB.test(host);
  if (segments.length === 0) {
    if (isForge) return;
    return { key: host, isRepository: false, isForge, path: '', url: `https://${host}` };
  }
  if (host === 'gist.github.com') return gistAddress(segments);
  const repository = repositoryPath(host, segments, all, isRepository);
  const known = repository ?? segments;
  const shown = known.join('/');
  const page = repository ? shown : shown.replace(/\/?index\.html?$/, '');
  return {
    key: `${host}/${page}`.toLowerCase().replace(/\/$/, ''),
    isRepository: repository !== undefined,
    isForge,
    path: page,
    url: `https://${host}/${shown}`,
  };
}

/** Returns the segments of a path that are those of a repository, or `undefined` if there is none. */
function repositoryPath(
  host: string,
  segments: readonly string[],
  written: readonly string[],
  isRepository: boolean,
): readonly string[] | undefined {
  const [first = ''] = segments;
  if (host === 'dev.azure.com') {
    const path = segments.filter((each) => each !== '_git' && !/^v\d$/.test(each));
    return path.length > 2 ? path.slice(0, 3) : undefined;
  }
  if (FLAT.test(host)) {
    if (segments.length < 2 || (host === 'github.com' && NOT_OWNERS.test(first))) return;
    return segments.slice(0, 2);
  }
  const end = written.findIndex((segment) => /\.git$/i.test(segment));
  if (end >= 0) return segments.slice(0, end + 1);
  const isKnown = isRepository || GITLAB.test(host) || OF_REPOSITORIES.test(host);
  const dash = segments.indexOf('-');
  if (dash > 1) return segments.slice(0, dash);
  if (!isKnown) return;
  const page = segments.findIndex((segment, index) => index > 1 && PAGES.test(segment));
  const path = page < 0 ? segments : segments.slice(0, page);
  return path.length > 1 || isRepository ? path : undefined;
}

/** The owner of a gist may be left out. */
function gistAddress(segments: readonly string[]): Address | undefined {
  const id = segments.find((segment) => /^[\da-f]{7,}$/i.test(segment)) ?? segments.at(-1);
  const url = `gist.github.com/${id}`;
  return {
    key: url.toLowerCase(),
    isRepository: true,
    isForge: false,
    path: id as string,
    url: `https://${url}`,
  };
}
