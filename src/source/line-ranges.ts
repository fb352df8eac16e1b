/** Finds ranges in lines that the YAML parser could not parse. */
import type { Range } from '../text/range.ts';

/** The dashes before a list item. */
const DASHES = /^\s*(?:- +)*/;

/** A key and its colon: in quotes, or a word without a YAML indicator at its start. */
const KEY = /^(?:"[^"]*"\s*|'[^']*'\s*|\w[^#:]*(?::[^\s#:][^#:]*)*):[ \t]+/;

/**
 * The last line that was found. A source of a single line may have many errors: 160,000 take 2.5 seconds,
 * and 20 without this (CPU time on Node 20).
 */
let lastLine: Range & { text: string } = { text: '', start: 0, end: 0 };

/** Returns the line of an offset, without its line break. */
export function lineAt(text: string, at: number): Range {
  if (text === lastLine.text && at >= lastLine.start && at < lastLine.end) return lastLine;
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  lastLine = { text, start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
  return lastLine;
}

/** Returns the line of an offset, without indentation and line break. */
export function writtenAt(text: string, at: number): Range {
  const { start, end } = lineAt(text, at);
  const line = text.slice(start, end);
  return { start: start + line.length - line.trimStart().length, end };
}

/** Returns the value at an offset: the text after the key or dash on its line, without a comment. */
export function valueAt(text: string, at: number): Range | undefined {
  const line = lineAt(text, at);
  const item = line.start + (DASHES.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
  const value = item + (KEY.exec(text.slice(item, line.end))?.[0].length ?? 0);
  const start = at >= value ? value : item;
  if (at < start) return;
  return trimmedRange(text, { start, end: line.end });
}

/** Returns the item of a flow collection that starts at an offset. */
export function flowPieceAt(text: string, at: number): Range | undefined {
  const before = text.slice(lineAt(text, at).start, at).trimEnd();
  const inside = /[[{,]/.test(before.slice(-1)) || (before.endsWith(':') && /[[{]/.test(before));
  if (!inside) return;
  const length = /^[^,\]}\r\n]*/.exec(text.slice(at))?.[0].length ?? 0;
  return trimmedRange(text, { start: at, end: at + length });
}

/**
 * Returns the value of a flow collection whose closing quote is directly before an offset, and is
 * followed by more text: `"The "best" font"`.
 */
export function brokenQuoteAt(text: string, at: number): Range | undefined {
  const line = lineAt(text, at);
  const [, opening, value = ''] =
    /([[{,]|:\s)\s*((["'])(?:(?!\3).)*\3)$/.exec(text.slice(line.start, at)) ?? [];
  if (opening === undefined || !/[[{]/.test(text.slice(line.start, at))) return;
  const start = at - value.length;
  const mark = value.slice(-1);
  const rest = new RegExp(`^[^\\n]*?${mark}(?=\\s*(?:[,\\]}]|$))`, 'm').exec(
    text.slice(at, line.end),
  );
  return rest ? { start, end: at + rest[0].length } : undefined;
}

/**
 * Returns the value of a flow collection that has no quotes and contains a map at an offset, as
 * `https://example.com/{handle}` does.
 */
export function valueAroundMapAt(text: string, at: number): Range | undefined {
  const line = lineAt(text, at);
  const [, value = ''] =
    /(?:[[{,]|:\s)\s*([^\s"'[\]{},](?:(?!:\s)[^"'[\]{},])*)$/.exec(text.slice(line.start, at)) ??
    [];
  if (text[at] !== '{' || !/\S$/.test(value)) return;
  const rest = /^(?:\{[^{}[\],]*\}|[^{}[\],])+/.exec(text.slice(at, line.end));
  return rest
    ? trimmedRange(text, { start: at - value.length, end: at + rest[0].length })
    : undefined;
}

function trimmedRange(text: string, { start, end }: Range): Range | undefined {
  const value = text
    .slice(start, end)
    .replace(/(^|\s)#.*$/, '')
    .trimEnd();
  return value === '' ? undefined : { start, end: start + value.length };
}
