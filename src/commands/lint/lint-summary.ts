/** What a run of `lint` has found and fixed. */
interface LintResult {
  names: readonly string[];
  /** The number of findings. */
  count: number;
  /** The number of findings that `--fix` would fix, and the command for it. */
  fixable: number;
  command: string;
  /** The number of findings that `--fix` has fixed. */
  fixed: number | undefined;
  /** The links that are not findings, if there is a report. */
  links: LinkCounts | undefined;
}

/** The numbers of URLs that do not work for the checker but are not findings. */
export interface LinkCounts {
  blocked: number;
  unreachable: number;
  /** Those that are dead, but have not been so on two days. */
  failedOnce: number;
}

/** Returns one line about what was found. */
export function lintSummary({ names, count, fixable, command, fixed, links }: LintResult): string {
  const place = names.length === 1 ? names[0] : `${names.length} sources`;
  const found = `${count || 'no'} ${count === 1 ? 'finding' : 'findings'}`;
  const counted = links ? linkSummary(links) : '';
  if (fixed) return `${place}: fixed ${fixed}, ${found} left${counted}`;
  const more = fixable > 0 ? `; fix ${fixable === 1 ? 'one' : fixable} with: ${command}` : '';
  return `${place}: ${found}${counted}${more}`;
}

function linkSummary({ blocked, unreachable, failedOnce }: LinkCounts): string {
  const parts = [
    ...(blocked > 0 ? [`${blocked} blocked`] : []),
    ...(unreachable > 0 ? [`${unreachable} unreachable`] : []),
    ...(failedOnce > 0 ? [`${failedOnce} dead on one day so far`] : []),
  ];
  return parts.length > 0 ? `; links: ${parts.join(', ')}` : '';
}
