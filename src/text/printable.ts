/** Text for people: without characters that change what a terminal or GitHub's runner does. */

/** A command in the first syntax of GitHub's runner, anywhere in a line. */
const COMMAND = /##(?=\[)/g;

/**
 * A command in its second syntax, at the start of a line. The runner ignores white space before it.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const COMMAND_LINE = /^([\s\x85]*)::(?=[^:].*::)/;

/** Controls and characters that order text, which may hide or reorder the text beside them. */
const HIDDEN =
  /[\x80-\x9f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Returns a text on one line, with visible characters for controls. Tabs stay. */
export function printable(text: string): string {
  if (/^[ -"$-~]*$/.test(text)) return text;
  return text
    .replace(/[\0-\x08\x0a-\x1f]/g, (control) =>
      String.fromCharCode(0x2400 + control.charCodeAt(0)),
    )
    .replaceAll('\x7f', '\u2421')
    .replace(HIDDEN, '\ufffd')
    .replace(COMMAND, '##\\');
}

/** Returns several lines as `printable` does. None of them is a command for GitHub's runner. */
export function printableLines(text: string): string {
  return text
    .split('\n')
    .map((line) => printable(line).replace(COMMAND_LINE, '$1\\::'))
    .join('\n');
}

/** Returns JSON with escapes for controls and the characters that order text. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    new RegExp(`\\x7f|${HIDDEN.source}`, 'g'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Returns the start of a text of more than `max` UTF-16 code units, with an ellipsis. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  // A surrogate pair is not split.
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
