import { arrayOf, isRecord, recordOf } from '../text/json-values.ts';
import {
  addOutcome,
  isPermanentRedirect,
  type LinkOutcome,
  type LinkOutcomes,
  linkKey,
  outcomeOfMove,
  outcomeOfStatus,
} from './link-outcome.ts';

/** The failures: `fail_map` up to version 0.17. */
const FAILURES = ['error_map', 'fail_map', 'timeout_map'];

/** How lychee and the system that it runs on say that there is no such host. */
const NO_HOST =
  /DNS resolution failed|dns error|failed to lookup address|name or service not known|nodename nor servname|no such host is known/i;

/** What lychee says of a page that works, and lacks the fragment. */
const NO_FRAGMENT = /^Cannot find fragment/;

/**
 * Reads the JSON of lychee. The maps are keyed by the file that has the link.
 *
 * @returns `undefined` if it is not a report of lychee
 * @see https://github.com/lycheeverse/lychee/blob/master/lychee-bin/src/formatters/stats/response.rs
 */
export function readLychee(report: Record<string, unknown>): LinkOutcomes | undefined {
  if (!isRecord(report.error_map) && !isRecord(report.fail_map)) return;
  const outcomes = new Map<string, LinkOutcome>();
  for (const { url, status } of entriesOf(report, ['success_map'])) {
    addOutcome(outcomes, url, outcomeOfStatus(recordOf(status).code, true));
  }
  for (const { url, status } of entriesOf(report, FAILURES)) {
    addOutcome(outcomes, url, outcomeOfFailure(recordOf(status)));
  }
  for (const entry of entriesOf(report, ['redirect_map'])) addRedirects(outcomes, entry);
  return outcomes;
}

function entriesOf(report: Record<string, unknown>, maps: readonly string[]) {
  const lists = maps.flatMap((map) => Object.values(recordOf(report[map])));
  return lists.flatMap((list) => arrayOf(list).map(recordOf));
}

function outcomeOfFailure({ code, text, details }: Record<string, unknown>): LinkOutcome {
  if (code !== undefined) return outcomeOfStatus(code, false);
  if (NO_FRAGMENT.test(String(text))) return { type: 'ok' };
  const reason = `${text} ${details}`;
  return { type: NO_HOST.test(reason) && !/temporar/i.test(reason) ? 'dead' : 'unreachable' };
}

/**
 * Adds the redirects of a URL that works. Up to version 0.23, they are in the status of a response, and up
 * to 0.22, they are a list of URLs without status codes.
 */
function addRedirects(outcomes: Map<string, LinkOutcome>, entry: Record<string, unknown>): void {
  const status = recordOf(entry.status);
  const redirects = isRecord(status.redirects) ? status.redirects : entry;
  const url = linkKey(entry.url ?? redirects.origin);
  const known = url === undefined ? undefined : outcomes.get(url);
  if (url === undefined || (known && known.type !== 'ok')) return;
  const hops = arrayOf(redirects.redirects).map(recordOf);
  const isPermanent = hops.every(({ code }) => isPermanentRedirect(code));
  addOutcome(
    outcomes,
    url,
    isPermanent ? outcomeOfMove(url, String(hops.at(-1)?.url)) : { type: 'ok' },
  );
}
