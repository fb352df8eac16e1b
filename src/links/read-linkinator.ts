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
  const lastAddress = lastAddressFinder(redirects);
  for (const url of redirects.keys()) {
    const to = lastAddress(url);
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

/** Returns a function that follows the redirects in a report. It returns `undefined` for a loop. */
function lastAddressFinder(
  redirects: ReadonlyMap<string, string>,
): (url: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  return (url) => {
    const followed: string[] = [];
    let last: string | undefined = url;
    for (let key = linkKey(url); key !== undefined && redirects.has(key); key = linkKey(last)) {
      if (found.has(key)) {
        last = found.get(key);
        break;
      }
      // In a loop, it stays `undefined`.
      found.set(key, undefined);
      followed.push(key);
      last = redirects.get(key);
    }
    for (const each of followed) found.set(each, last);
    return last;
  };
}
