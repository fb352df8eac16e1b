import { parse, TomlError } from 'smol-toml';
import type { Range } from '../text/range.ts';
import { stripBom } from '../text/strip-bom.ts';
import { ManifestError } from './manifest.ts';

/** TOML whose keys and array items have positions. */
export interface ParsedToml {
  value: Record<string, unknown>;
  /** Returns the range of a key, or of an item of an array, by its path. */
  rangeOf(path: readonly (string | number)[]): Range | undefined;
}

/**
 * Parses TOML.
 *
 * @throws {ManifestError} at the first syntax error
 */
export function parseToml(source: string): ParsedToml {
  const text = stripBom(source);
  let value: Record<string, unknown>;
  try {
    value = parse(text, { integersAsBigInt: 'asNeeded' });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [first = ''] = error.message.split('\n');
    const problem = first.replace('Invalid TOML document: ', '');
    throw new ManifestError(`it is not valid TOML: ${problem}`, offsetOf(text, error));
  }
  let ranges: Map<string, Range> | undefined;
  return {
    value,
    rangeOf(path) {
      ranges ??= rangesIn(text);
      return ranges.get(path.join('\0'));
    },
  };
}

function offsetOf(text: string, { line, column }: TomlError): number {
  const before = text.split(/(?<=\r\n|\n|\r(?!\n))/).slice(0, line - 1);
  return Math.min(before.join('').length + column - 1, text.length);
}

/** Strings, comments, line breaks, bare keys and numbers, and the punctuation of TOML. */
const TOKEN =
  /"""(?:\\[\s\S]|[^\\])*?"{3,5}(?!")|'''[\s\S]*?'{3,5}(?!')|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#.*|\n|[\w+:-]+|[[\]{}=.,]/g;

/** Returns the ranges of the keys and array items of a valid document by their paths, joined by U+0000. */
function rangesIn(text: string): Map<string, Range> {
  const ranges = new Map<string, Range>();
  let table: (string | number)[] = [];
  let key: string[] = [];
  // Where the tokens are: in a key, in the header of a table, or in a value with open brackets.
  let place: 'key' | 'header' | 'value' = 'key';
  let brackets = '';
  let index = 0;
  let isItemStart = false;
  const add = (path: readonly (string | number)[], start: number, token: string) => {
    const id = path.join('\0');
    if (!ranges.has(id)) ranges.set(id, { start, end: start + token.length });
  };
  for (const { 0: token, index: start } of text.matchAll(TOKEN)) {
    if (token.startsWith('#')) continue;
    if (place === 'value') {
      if (token === '\n' && brackets === '') {
        [place, key] = ['key', []];
      } else if (token === ',' && brackets.length === 1) {
        [isItemStart, index] = [true, index + 1];
      } else if (token === ']' || token === '}') {
        brackets = brackets.slice(0, -1);
        isItemStart = false;
      } else if (token !== '\n') {
        if (isItemStart) {
          const last = brackets === '{' ? unquote(token) : index;
          add([...table, ...key, last], start, token);
          isItemStart = false;
        }
        if (token === '[' || token === '{') {
          if (brackets === '') [isItemStart, index] = [true, 0];
          brackets += token;
        }
      }
    } else if (token === '\n') {
      if (place === 'header') table = key;
      [place, key] = ['key', []];
    } else if (token === '[') {
      [place, table] = ['header', []];
    } else if (token === '=') {
      [place, brackets, isItemStart] = ['value', '', false];
    } else if (token !== '.' && token !== ']') {
      key.push(unquote(token));
      add([...table, ...key], start, token);
    }
  }
  return ranges;
}

function unquote(key: string): string {
  if (key.startsWith("'")) return key.slice(1, -1);
  if (!key.startsWith('"')) return key;
  try {
    return JSON.parse(key);
  } catch {
    return key.slice(1, -1);
  }
}
