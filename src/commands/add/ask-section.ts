import type { CommandProcess } from '../../file/command-process.ts';
import { printable } from '../../text/printable.ts';

/** Asks for one of several sections, and returns its index, what is typed instead, or `undefined`. */
export async function askSection(
  titles: readonly string[],
  { stdin, stderr }: CommandProcess,
): Promise<string | number | undefined> {
  const lines = titles.map(
    (title, index) => `  ${index + 1}  ${printable(title) || '(no title)'}\n`,
  );
  stderr.write(`${lines.join('')}section (number or title): `);
  let answer = '';
  for await (const chunk of stdin) {
    answer += chunk;
    if (answer.includes('\n')) break;
  }
  const [line = ''] = answer.split('\n');
  const typed = line.trim();
  if (typed === '' || titles.includes(typed)) return typed || undefined;
  const index = Number(typed) - 1;
  return titles[index] === undefined ? typed : index;
}
