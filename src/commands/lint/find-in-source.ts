import { location } from 'vfile-location';
import { levelIn } from '../../diagnostics/report.ts';
import { lintPage } from '../../lint/lint-page.ts';
import type { Finding, Picture } from '../../lint/lint-rule.ts';
import { nodePaths } from '../../lint/node-paths.ts';
import type { Node } from '../../source/nodes.ts';
import type { SourceContent } from '../check-source-file.ts';

/** Returns what the rules find in a source, without what the source silences. */
export function findInSource(
  { file, read: { page, text, locate, root }, places }: Omit<SourceContent, 'checked'>,
  pictureAt: (path: string) => Picture | undefined,
): Finding[] {
  const place = location(file);
  const lineOf = ({ start }: { start: number }) => place.toPoint(start)?.line ?? 1;
  const pathOf = nodePaths(root as Node);
  const found = lintPage({ page, text, locate, places, lineOf, pathOf, pictureAt });
  return found.filter(({ code, range }) => levelIn(file, code, range) !== 'off');
}
