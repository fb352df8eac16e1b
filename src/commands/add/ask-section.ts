import type { CommandProcess } from '../../file/command-process.ts';
import { printable } from '../../text/printable.ts';

/** Asks for one of several sections, and returns what is typed: its title, also if its number is typed. */
export async function askSection(
  titles: readonly string[],
  { stdin, stderr }: CommandProcess,
): Promise<string> {
  const lines = titles.map((title, index) => `  ${index + 1}  ${printable(title)}\n`);
  stderr.write(`${lines.join('')}section (number or title): `);
  let answer = '';
  for await (const chunk of stdin) {
    answer += chunk;
    if (answer.includes('\n')) break;
  }
  const [line = ''] = answer.split('\n');
  const typed = line.trim();
  return titles.includes(typed) ? typed : (titles[Number(typed) - 1] ?? typed);
}
