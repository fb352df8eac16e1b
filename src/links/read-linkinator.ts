import { arrayOf, recordOf } from '../text/json-values.ts';
import {
  addOutcome,
  isPermanentRedirect,
  type LinkOutcome,
  type LinkOutcomes,
  linkKey,
  outcomeOfMove,
  outcomeOfStatus,
} from './link-outcome.ts';

/**
 * Reads the JSON of linkinator. It follows redirects without reporting them, and only with `--redirects
 * error --verbosity debug`, it reports the first one, with its headers.
 *
 * @returns `undefined` if it is not a report of linkinator
 * @see https://github.com/JustinBeckwith/linkinator/blob/main/src/index.ts
 */
export function readLinkinator({
  links,
  passed,
}: Record<string, unknown>): LinkOutcomes | undefined {
  if (!Array.isArray(links) || typeof passed !== 'boolean') return;
  const outcomes = new Map<string, LinkOutcome>();
  const redirects = new Map<string, string>();
  for (const { url, status, state, failureDetails } of links.map(recordOf)) {
    const isSuccess = state === 'OK' || (Number(status) >= 200 && Number(status) < 300);
    const outcome = outcomeOfStatus(status, isSuccess);
    // A skipped link was not checked, unless it was skipped because the server blocked it.
    if (state === 'SKIPPED' && outcome.type !== 'blocked') continue;
    addOutcome(outcomes, url, outcome);
    const key = linkKey(url);
    const to = key && isPermanentRedirect(status) && locationIn(failureDetails, key);
    if (to) redirects.set(key, to);
  }
  for (const url of redirects.keys()) {
    const to = lastAddress(url, redirects);
    const end = to === undefined ? undefined : outcomes.get(linkKey(to) ?? '');
    if (to === undefined || (end && end.type !== 'ok')) continue;
    addOutcome(outcomes, url, outcomeOfMove(url, to));
  }
  return outcomes;
}

/** Returns where a response redirects to, or `undefined` if its headers are not in the report. */
function locationIn(failureDetails: unknown, url: string): string | undefined {
  for (const { headers } of arrayOf(failureDetails).map(recordOf)) {
    const { location } = recordOf(headers);
    if (typeof location === 'string' && URL.canParse(location, url)) {
      return new URL(location, url).href;
    }
  }
  return;
}

/** Follows the redirects in a report. Returns `undefined` for a loop. */
function lastAddress(url: string, redirects: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let last = url;
  for (let key: string | undefined = url; key !== undefined; key = linkKey(last)) {
    const next = redirects.get(key);
    if (next === undefined) return last;
    if (seen.has(key)) return;
    seen.add(key);
    last = next;
  }
  return last;
}
