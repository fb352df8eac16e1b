import { location } from 'vfile-location';
import { levelIn } from '../../diagnostics/report.ts';
import { lintPage } from '../../lint/lint-page.ts';
import type { Finding, PictureSize } from '../../lint/lint-rule.ts';
import { nodePaths } from '../../lint/node-paths.ts';
import type { Node } from '../../source/nodes.ts';
import type { SourceContent } from '../check-source-file.ts';

/** Returns what the rules find in a source, without what the source silences. */
export function findInSource(
  { file, read, places }: Omit<SourceContent, 'checked'>,
  pictureAt: (path: string) => PictureSize | undefined,
): Finding[] {
  const { text, locate, root, translations } = read;
  const place = location(file);
  const lineOf = ({ start }: { start: number }) => place.toPoint(start)?.line ?? 1;
  const pathOf = nodePaths(root as Node);
  const context = { text, locate, places, lineOf, pathOf, pictureAt };
  const found = [read, ...translations].flatMap(({ page }) => lintPage({ page, ...context }));
  return unique(found).filter(({ code, range }) => levelIn(file, code, range) !== 'off');
}

/** Returns each finding once. What counts for all languages is found in each of them. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, range }) => {
    const key = JSON.stringify([code, range?.start, range?.end]);
    return !seen.has(key) && seen.add(key);
  });
}
