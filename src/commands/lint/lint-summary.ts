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
}

/** Returns one line about what was found. */
export function lintSummary({ names, count, fixable, command, fixed }: LintResult): string {
  const place = names.length === 1 ? names[0] : `${names.length} sources`;
  const found = `${count || 'no'} ${count === 1 ? 'finding' : 'findings'}`;
  if (fixed) return `${place}: fixed ${fixed}, ${found} left`;
  const more = fixable > 0 ? `; fix ${fixable === 1 ? 'one' : fixable} with: ${command}` : '';
  return `${place}: ${found}${more}`;
}
