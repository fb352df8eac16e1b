/** Writes the results to the documentation, between two comments. */
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from '../helpers/paths.ts';

const path = `${root}/docs/src/content/docs/performance.md`;
const [BEGIN, END] = ['<!-- npm run bench -->\n', '<!-- /npm run bench -->\n'];

export function updatePage(report: string): void {
  const page = readFileSync(path, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('performance.md has no comments for the results.');
  const before = page.slice(0, begin + BEGIN.length);
  writeFileSync(path, `${before}\n${report}\n${page.slice(end)}`);
}
