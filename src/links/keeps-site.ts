/**
 * Whether an address is a new one of the same site, so that it can be taken over without a look: the host
 * or a path other than `/` stays the same. The domain of anything else may have been sold.
 */
export function keepsSite(from: string, to: string): boolean {
  const [old, current] = [new URL(from), new URL(to)];
  return old.host === current.host || (old.pathname === current.pathname && old.pathname !== '/');
}
