/** Writes the results to the README, between two comments. */
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from '../helpers/paths.ts';

const path = `${root}/README.md`;
const [BEGIN, END] = ['<!-- npm run bench -->\n', '<!-- /npm run bench -->\n'];

export function updateReadme(report: string): void {
  const readme = readFileSync(path, 'utf8');
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('README.md has no comments for the results.');
  const before = readme.slice(0, begin + BEGIN.length);
  writeFileSync(path, `${before}\n${report}\n${readme.slice(end)}`);
}
