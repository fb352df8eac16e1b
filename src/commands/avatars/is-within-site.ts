/** The hosts of a site. A `*` is one or more labels of a host name. */
const SITES = [
  ['github.com', '*.githubusercontent.com'],
  ['gitlab.com', '*.gravatar.com'],
  ['codeberg.org'],
];

/**
 * Whether a redirect from one URL to another stays on the same host, or on the hosts of the same forge,
 * and keeps the encryption.
 */
export function isWithinSite(to: URL, from: URL): boolean {
  if (from.protocol === 'https:' && to.protocol !== 'https:') return false;
  return to.host === from.host || SITES.some((site) => isIn(site, to) && isIn(site, from));
}

function isIn(site: readonly string[], { host }: URL): boolean {
  return site.some((known) =>
    known.startsWith('*') ? host.endsWith(known.slice(1)) : host === known,
  );
}
