import { createTwoFilesPatch } from 'diff';
import pc from 'picocolors';

/** The difference between two texts, in unified format. */
export function difference(
  oldName: string,
  newName: string,
  oldText: string,
  newText: string,
  color: boolean,
): string {
  const patch = createTwoFilesPatch(oldName, newName, oldText, newText).replace(/^=+\n/, '');
  const { bold, cyan, red, green } = pc.createColors(color);
  const [from = '', to = '', ...lines] = patch.split('\n');
  const painted = lines.map((line) => {
    if (line.startsWith('@@')) return cyan(line);
    if (line.startsWith('-')) return red(line);
    return line.startsWith('+') ? green(line) : line;
  });
  return [bold(from), bold(to), ...painted].join('\n');
}
