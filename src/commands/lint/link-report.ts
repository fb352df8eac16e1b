import { resolve } from 'node:path';
import { VFile } from 'vfile';
import { reportTo } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { displayPath } from '../../file/display-path.ts';
import { editFile } from '../../file/edit-files.ts';
import { exists } from '../../file/paths.ts';
import { dayOfFile, readTextFile } from '../../file/read-file.ts';
import { reasonOf } from '../../file/system-error.ts';
import { openTarget } from '../../file/target.ts';
import {
  isDay,
  type LinkHistory,
  readLinkHistory,
  updateLinkHistory,
  writeLinkHistory,
} from '../../links/link-history.ts';
import type { LinkOutcomes } from '../../links/link-outcome.ts';
import { readLinkReport } from '../../links/read-link-report.ts';
import { foldCrlf } from '../../text/fold-line-ends.ts';
import { stripBom } from '../../text/strip-bom.ts';
import { UsageError } from '../usage-error.ts';

export interface LinkReportOptions {
  /** The path of the report of a link checker, relative to the current folder. */
  links?: string;
  /** The path of the file that remembers links between runs. */
  history?: string;
  /** The day of the report, as `YYYY-MM-DD`; by default, the day in UTC on which it was written. */
  date?: string;
}

/** What a link checker found, and what is remembered of earlier reports. */
export interface LinkReport {
  outcomes: LinkOutcomes;
  /** Whether a URL that is dead in this report is so without a doubt. */
  isDead(url: string): boolean;
  /** Returns the address that a URL had moved to in an earlier report. */
  movedBefore(url: string): string | undefined;
  /**
   * Remembers what the report says of the URLs in the sources.
   *
   * @throws {UsageError} if the history cannot be written
   */
  remember(urls: readonly string[]): Promise<void>;
}

/**
 * Reads the report of a link checker, and the history.
 *
 * @returns the files with their problems, and the report if it is valid
 * @throws {UsageError} if the history cannot be read
 */
export function loadLinkReport(
  sources: readonly string[],
  { links = '', history: historyName, date }: LinkReportOptions,
  process: CommandProcess,
): { files: VFile[]; report?: LinkReport } {
  if (date !== undefined && !isDay(date)) {
    throw new UsageError(
      `"${date}" is not a day`,
      'write the day as YYYY-MM-DD, such as 2026-01-31',
    );
  }
  const path = resolve(process.cwd(), links);
  const historyPath = historyName === undefined ? undefined : resolve(process.cwd(), historyName);
  if ([links, ...sources].some((name) => resolve(process.cwd(), name) === historyPath)) {
    throw new UsageError(
      `--history cannot be "${historyName}", which is also read`,
      'name a file of its own, such as links.jsonl',
    );
  }
  const file = fileAt(links, process);
  let outcomes: LinkOutcomes;
  let day: string;
  try {
    day = date ?? dayOfFile(path);
    outcomes = readLinkReport(readTextFile(path).text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not valid JSON' : reasonOf(error);
    reportTo(file)('report-invalid', undefined, { reason });
    return { files: [file] };
  }
  if (historyName === undefined) {
    const report = {
      outcomes,
      isDead: () => true,
      movedBefore: () => undefined,
      remember: async () => {},
    };
    return { files: [], report };
  }
  const historyFile = fileAt(historyName, process);
  const history = loadHistory(historyFile, process);
  const update = (from: LinkHistory, urls: readonly string[]) =>
    updateLinkHistory(from, outcomes, { urls, day });
  return {
    files: [historyFile],
    report: {
      outcomes,
      isDead: (url) => update(history, [url]).get(url)?.failed.length === 2,
      movedBefore: (url) => history.get(url)?.moved,
      remember: (urls) =>
        saveHistory(historyName, (from) => update(readLinkHistory(from).history, urls), process),
    },
  };
}

function fileAt(name: string, process: CommandProcess): VFile {
  const path = displayPath(resolve(process.cwd(), name), process);
  return new VFile({ cwd: process.cwd(), path });
}

/** Reads a history, which may not exist yet, and reports its damaged lines. */
function loadHistory(file: VFile, process: CommandProcess): LinkHistory {
  try {
    file.value = readTextFile(resolve(process.cwd(), file.path)).text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw new UsageError(
      `could not read the history "${file.path}": ${reasonOf(error)}`,
      'check the path and its permissions',
    );
  }
  const { history, damaged } = readLinkHistory(String(file));
  const report = reportTo(file);
  for (const range of damaged) report('history-damaged', range, {});
  return history;
}

async function saveHistory(
  name: string,
  update: (text: string) => LinkHistory,
  process: CommandProcess,
): Promise<void> {
  const edit = (text: string) => {
    const old = foldCrlf(stripBom(text));
    const updated = writeLinkHistory(update(old));
    if (updated === old) return text;
    return text.includes('\r\n') ? updated.replaceAll('\n', '\r\n') : updated;
  };
  const path = resolve(process.cwd(), name);
  if (!exists(path) && edit('') === '') return;
  try {
    await editFile({ target: openTarget(path, process.cwd()), edit: (text = '') => edit(text) });
  } catch (error) {
    throw new UsageError(
      `could not write the history "${name}": ${reasonOf(error)}`,
      'check the path and its permissions',
    );
  }
}
