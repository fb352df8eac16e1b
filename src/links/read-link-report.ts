import { isRecord } from '../text/json-values.ts';
import type { LinkOutcomes } from './link-outcome.ts';
import { readLinkinator } from './read-linkinator.ts';
import { readLychee } from './read-lychee.ts';

/**
 * Reads the report of a link checker, which is recognized by its content.
 *
 * @throws {SyntaxError} if it is not JSON
 * @throws {Error} if it is not a report
 */
export function readLinkReport(text: string): LinkOutcomes {
  const report: unknown = JSON.parse(text);
  const outcomes = isRecord(report) ? (readLychee(report) ?? readLinkinator(report)) : undefined;
  if (!outcomes) throw new Error('it is not a report of lychee or linkinator');
  return outcomes;
}
