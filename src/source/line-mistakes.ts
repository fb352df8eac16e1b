/** Explains lines that the YAML parser could not parse, by the lines above them. */
import { formatCodePoint } from '../text/format-code-point.ts';
import type { Range } from '../text/range.ts';
import { shorten } from '../text/shorten.ts';
import { lineAt, writtenAt } from './line-ranges.ts';
import { EQUALS_SIGN, FULLWIDTH_COLON, NO_SPACE_AFTER_COLON } from './mistake-reasons.ts';

/** A line that is not where YAML expects it, or that has no structure. */
export interface LineMistake {
  code: 'yaml-indent' | 'yaml-syntax';
  range: Range;
  args: { reason: string; help?: string };
}

/** A line above: its first dash, its key and the column of each. */
interface EarlierLine {
  number: number;
  dash: number | undefined;
  key: { name: string; column: number; value: string } | undefined;
}

/** The indentation, the dashes, and the key of a line with its value. */
const STRUCTURE =
  /^(?<margin>\s*)(?<dashes>(?:-\s+)*)(?:["']?(?<key>[^\s"'#:,[\]{}][^"'#:]*)["']?:(?=\s|$)(?<value>.*))?/;

/** Explains the line of an offset. */
export function lineMistakeAt(text: string, at: number): LineMistake {
  const range = writtenAt(text, at);
  const written = text.slice(range.start, range.end);
  const column = range.start - lineAt(text, at).start;
  const above = linesAbove(text, range.start);
  const space = /[^\S \t\r\n]/.exec(text.slice(lineAt(text, at).start, range.start))?.[0];
  if (space !== undefined) {
    const codePoint = formatCodePoint(space.charCodeAt(0));
    return { ...indent(`this line is indented with ${codePoint}`, 'indent with spaces'), range };
  }
  const mark = wrongMark(written);
  if (mark) {
    const dashes = /^(?:- +)*/.exec(written)?.[0].length ?? 0;
    return { ...mark, range: { start: range.start + dashes, end: range.end } };
  }
  const key = keyIn(written);
  const found = /^-(?:\s|$)/.test(written)
    ? itemOutOfPlace(column, above)
    : key === undefined
      ? textOutOfPlace(written, above)
      : keyOutOfPlace(key, column, above);
  return { ...found, range };
}

/** A line that starts with a frequent key and has no colon. */
const MISSING_COLON = /^(?:- +)*(description|license|name|title|url|version) +([^:]+|https?:.*)$/;

type Explanation = Omit<LineMistake, 'range'>;

function syntax(reason: string, help: string): Explanation {
  return { code: 'yaml-syntax', args: { reason, help } };
}

function indent(reason: string, help: string): Explanation {
  return { code: 'yaml-indent', args: { reason, help } };
}

/** Explains a line without a space or with a mark of another language. */
function wrongMark(written: string): Explanation | undefined {
  if (/^-[^\s-]/.test(written)) {
    return syntax(
      'missing space after the dash of a list item',
      `write "- ${shorten(written.slice(1))}"`,
    );
  }
  const [, key, value = ''] = /^(?:- +)*([\w-]+):(?!\/\/)(\S.*)/.exec(written) ?? [];
  if (key !== undefined) {
    return syntax(NO_SPACE_AFTER_COLON, `write "${key}: ${shorten(value)}"`);
  }
  const [, name, mark, rest = ''] = /^(?:- +)*([\w-]+) *([=：])\s*(.*)/.exec(written) ?? [];
  if (name !== undefined) {
    const reason = mark === '=' ? EQUALS_SIGN : FULLWIDTH_COLON;
    return syntax(reason, `write "${name}: ${rest === '' ? '…' : shorten(rest)}"`);
  }
  const [, word, after = ''] = MISSING_COLON.exec(written) ?? [];
  if (word !== undefined) {
    return syntax('missing colon after a key', `write "${word}: ${shorten(after)}"`);
  }
  if (/^(?:\/\/|\/\*)/.test(written)) {
    return syntax('this is not a YAML comment', 'start each line of a comment with #');
  }
  return;
}

function itemOutOfPlace(column: number, above: readonly EarlierLine[]): Explanation {
  const list = nearestColumn(column, above, ({ dash }) => dash);
  if (list) {
    return indent(
      'this line is not aligned with the list above',
      `align the dash with that on line ${list.number}`,
    );
  }
  const { key } = above[0] ?? {};
  const parent = above.findIndex((line) => (line.key?.column ?? 0) < (key?.column ?? 0));
  const first = above[parent - 1];
  if (first?.key) {
    return indent(
      'this line is not aligned with the lines above: a list item cannot follow the keys of a map',
      `add a dash before "${first.key.name}" on line ${first.number} as well`,
    );
  }
  const text = key?.value ? `, or write ${blockOf(key)} if this is part of its text` : '';
  return indent(
    'this line is not aligned with the lines above: a list item cannot follow the keys of a map',
    `write a key such as "credits:" above the list${text}`,
  );
}

function keyOutOfPlace(key: string, column: number, above: readonly EarlierLine[]): Explanation {
  const reason = 'this line is not aligned with the lines above';
  const other = nearestColumn(column, above, ({ key }) => key?.column);
  if (other?.key) {
    return indent(reason, `align "${key}" with "${other.key.name}" on line ${other.number}`);
  }
  return indent(
    `${reason}: a key cannot follow the items of a list`,
    'write a key such as "credits:" above the list, and indent the list',
  );
}

/** Explains a line that is neither a key nor a list item. */
function textOutOfPlace(written: string, above: readonly EarlierLine[]): Explanation {
  const key = above.find((line) => line.key)?.key;
  if (!key) {
    return syntax(
      'this line is neither "key: value" nor "- item"',
      'start with a key and its value, such as "title: Credits"',
    );
  }
  if (/^[\w-]+$/.test(written)) {
    return syntax(
      'this line is neither "key: value" nor "- item"',
      `write "${written}: …" if it is a key, or indent it deeper than "${key.name}" if it is part of its text`,
    );
  }
  const help = /^[|>]/.test(key.value)
    ? `indent each line of the text deeper than "${key.name}"`
    : `write ${blockOf(key)} and indent each line of the text below it`;
  return syntax(
    `this line is not indented deeper than "${key.name}", so it is not part of its text`,
    help,
  );
}

function blockOf({ name }: { name: string }): string {
  return `"${name}: |"`;
}

function keyIn(written: string): string | undefined {
  return STRUCTURE.exec(written)?.groups?.key?.trim();
}

/** Returns the lines before an offset that have a key or a dash, the last one first. */
function linesAbove(text: string, at: number): EarlierLine[] {
  const lines = text.slice(0, lineAt(text, at).start).split('\n').slice(0, -1);
  const parsed = lines.map((line, index): EarlierLine => {
    const { margin = '', dashes = '', key, value = '' } = STRUCTURE.exec(line)?.groups ?? {};
    return {
      number: index + 1,
      dash: dashes === '' ? undefined : margin.length,
      key:
        key === undefined
          ? undefined
          : { name: key.trim(), column: margin.length + dashes.length, value: value.trim() },
    };
  });
  return parsed.filter(({ dash, key }) => dash !== undefined || key).reverse();
}

/** Returns the line whose column is nearest to another column, but not equal to it. */
function nearestColumn(
  column: number,
  lines: readonly EarlierLine[],
  columnOf: (line: EarlierLine) => number | undefined,
): EarlierLine | undefined {
  let best: EarlierLine | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const other = columnOf(line);
    const away = other === undefined ? 0 : Math.abs(other - column);
    if (away > 0 && away < least) {
      best = line;
      least = away;
    }
  }
  return best;
}
