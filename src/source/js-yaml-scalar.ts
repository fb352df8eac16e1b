import type { ScalarNode } from './nodes.ts';

/** The value of a date or a time, of which only the type matters. */
export const TIMESTAMP = Symbol('a date');

export type ScalarValue = string | number | boolean | null | typeof TIMESTAMP;

const NUMBER =
  /^(?:[-+]?(?:0b[01]+|0o[0-7]+|0x[\da-fA-F]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?)|\.\d+(?:[eE][-+]?\d+)?)$/;
export const DATE_PATTERN =
  /^\d{4}-(?:\d\d-\d\d|\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;

/**
 * Returns the value that js-yaml 4 reads from a plain scalar, by the core schema of YAML 1.2 and with
 * the timestamps of YAML 1.1.
 *
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 * @see https://yaml.org/type/timestamp.html
 */
export function resolvePlain(text: string): ScalarValue {
  if (/^(?:|~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN;
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text[0] === '-' ? -Infinity : Infinity;
  if (NUMBER.test(text)) {
    const value = Number(text.replace(/^[-+]/, ''));
    if (Number.isFinite(value)) return text[0] === '-' ? -value : value;
  }
  return DATE_PATTERN.test(text) ? TIMESTAMP : text;
}

/** Returns the value of a scalar node. Quoted, tagged and block scalars are strings. */
export function scalarValue({ value, style, isTagged }: ScalarNode): ScalarValue {
  const isPlain = style === 'plain' || style === 'absent';
  return isPlain && !isTagged ? resolvePlain(value) : value;
}
