/** What a link checker found at a URL. */
export type LinkOutcome = { type: 'ok' | 'blocked' | 'unreachable' } | Dead | Moved;

interface Dead {
  type: 'dead';
  /** The status of the answer, or `undefined` if there is no such host. */
  status?: number;
}

interface Moved {
  type: 'moved';
  /** The last address, as the URL standard serializes it. */
  to: string;
}

/** The outcomes of a report by URL; see {@link linkKey}. */
export type LinkOutcomes = ReadonlyMap<string, LinkOutcome>;

/** Returns a web URL as the URL standard serializes it, without its fragment; `undefined` for all others. */
export function linkKey(written: unknown): string | undefined {
  if (typeof written !== 'string' || !URL.canParse(written)) return;
  const { href } = new URL(written);
  return /^https?:/.test(href) ? withoutFragment(href) : undefined;
}

/** Returns a serialized URL without its fragment. */
export function withoutFragment(href: string): string {
  return href.replace(/#.*$/s, '');
}

const DEAD = new Set<unknown>([404, 410]);

/** Answers to clients that are not browsers, or not signed in. LinkedIn sends 999. */
const BLOCKED = new Set<unknown>([401, 403, 429, 999]);

/** @param isSuccess whether the checker counts the status as a success */
export function outcomeOfStatus(status: unknown, isSuccess: boolean): LinkOutcome {
  if (BLOCKED.has(status)) return { type: 'blocked' };
  if (isSuccess) return { type: 'ok' };
  return DEAD.has(status) ? { type: 'dead', status: Number(status) } : { type: 'unreachable' };
}

/** Returns the outcome of permanent redirects to an address. */
export function outcomeOfMove(from: string, to: string): LinkOutcome {
  const key = linkKey(to);
  // Only the fragment may differ.
  if (key === undefined || key === from) return { type: 'ok' };
  return { type: 'moved', to: new URL(to).href };
}

/** Whether a redirect with this status is permanent. */
export function isPermanentRedirect(status: unknown): boolean {
  return status === 301 || status === 308;
}

/** From the one that says least. */
const RANKS = ['unreachable', 'blocked', 'dead', 'ok', 'moved'];

/** Adds an outcome, unless another one of the same URL, such as with another fragment, says more. */
export function addOutcome(
  outcomes: Map<string, LinkOutcome>,
  url: unknown,
  outcome: LinkOutcome,
): void {
  const key = linkKey(url);
  if (key === undefined) return;
  const known = outcomes.get(key);
  if (known && RANKS.indexOf(known.type) >= RANKS.indexOf(outcome.type)) return;
  outcomes.set(key, outcome);
}
