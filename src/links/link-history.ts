import { arrayOf, isRecord } from '../text/json-values.ts';
import type { Range } from '../text/range.ts';
import { type LinkOutcome, type LinkOutcomes, linkKey } from './link-outcome.ts';

/** The record of a URL. */
interface LinkRecord {
  /** The days on which it was first and last dead, as `YYYY-MM-DD`: at most two, in order. */
  failed: readonly string[];
  /** Its new address. */
  moved?: string;
}

/** The records by URL; see `linkKey`. */
export type LinkHistory = ReadonlyMap<string, LinkRecord>;

/** The maximum number of damaged lines that are returned. */
const MAX_DAMAGED = 1000;

/** Reads a history: an object in JSON on each line. Lines that are not a record are damaged, and left out. */
export function readLinkHistory(text: string): { history: LinkHistory; damaged: Range[] } {
  const history = new Map<string, LinkRecord>();
  const damaged: Range[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const found = recordIn(line);
    if (found) {
      // Git's merge driver `union` keeps both lines.
      const { failed = [], moved = found.moved } = history.get(found.url) ?? {};
      history.set(found.url, recordOfDays([...failed, ...found.failed], moved));
    } else if (line.trim() !== '' && damaged.length < MAX_DAMAGED) {
      damaged.push({ start: index, end: index + line.length });
    }
  }
  return { history, damaged };
}

function recordIn(line: string): (LinkRecord & { url: string }) | undefined {
  // Errors of `JSON.parse` are slow.
  if (!/^\s*\{\s*"/.test(line)) return;
  try {
    const value: unknown = JSON.parse(line);
    if (!isRecord(value)) return;
    const [url, moved] = [linkKey(value.url), value.moved];
    const failed = arrayOf(value.failed).filter(isDay);
    const isWhole =
      failed.length === arrayOf(value.failed).length &&
      (value.failed === undefined || Array.isArray(value.failed)) &&
      (moved === undefined || (typeof moved === 'string' && URL.canParse(moved)));
    if (url === undefined || !isWhole) return;
    return { url, failed, ...(typeof moved === 'string' && { moved }) };
  } catch {
    return;
  }
}

/** Whether a value is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function recordOfDays(days: readonly string[], moved: string | undefined): LinkRecord {
  const sorted = days.toSorted();
  const failed = [...new Set([...sorted.slice(0, 1), ...sorted.slice(-1)])];
  return { failed, ...(moved !== undefined && { moved }) };
}

/**
 * Returns the history after a report.
 *
 * @param urls those in the sources; all others are forgotten
 * @param day the day of the report, as `YYYY-MM-DD`
 */
export function updateLinkHistory(
  history: LinkHistory,
  outcomes: LinkOutcomes,
  { urls, day }: { urls: Iterable<string>; day: string },
): LinkHistory {
  const updated = new Map<string, LinkRecord>();
  for (const url of urls) {
    const record = updateRecord(history.get(url) ?? { failed: [] }, outcomes.get(url), day);
    if (record.failed.length > 0 || record.moved !== undefined) updated.set(url, record);
  }
  return updated;
}

function updateRecord(
  record: LinkRecord,
  outcome: LinkOutcome | undefined,
  day: string,
): LinkRecord {
  switch (outcome?.type) {
    case 'dead':
      return recordOfDays([...record.failed, day], record.moved);
    case 'ok':
    case 'moved': {
      // The report may be older than the last one.
      const later = record.failed.filter((failed) => failed > day);
      return recordOfDays(later, outcome.type === 'moved' ? outcome.to : undefined);
    }
    default:
      return record;
  }
}

/** Returns a history as text, sorted by URL. */
export function writeLinkHistory(history: LinkHistory): string {
  const urls = [...history.keys()].sort();
  const lines = urls.map((url) => {
    const { failed, moved } = history.get(url) as LinkRecord;
    return JSON.stringify({ url, ...(failed.length > 0 && { failed }), moved });
  });
  return lines.map((line) => `${line}\n`).join('');
}
