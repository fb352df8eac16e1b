/** The place in the README that holds what was measured. */
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from '../helpers/paths.ts';

const path = `${root}/README.md`;
const [BEGIN, END] = ['<!-- npm run bench -->\n', '<!-- /npm run bench -->\n'];

export function updateReadme(measured: string): void {
  const readme = readFileSync(path, 'utf8');
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('The README has no place for it.');
  const before = readme.slice(0, begin + BEGIN.length);
  writeFileSync(path, `${before}\n${measured}\n${readme.slice(end)}`);
}
