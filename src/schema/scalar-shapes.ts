/**
 * Values that are not text: a scalar counts as what Astro's reader of front matter, js-yaml 4,
 * takes it for.
 */
import { isScalar, type Node, type Scalar } from 'yaml';
import { nearest } from '../diagnostics/nearest.ts';
import { rangeOf } from '../source/source.ts';
import { isAbsent } from './map-entries.ts';
import type { Scope } from './scope.ts';
import { type Shape, wrongType } from './shape.ts';

/** What a date or a time is, of which only the kind matters here. */
const TIMESTAMP = Symbol('a date');

type ScalarValue = string | number | boolean | null | typeof TIMESTAMP;

const NUMBER =
  /^(?:[-+]?(?:0b[01]+|0o[0-7]+|0x[\da-fA-F]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?)|\.\d+(?:[eE][-+]?\d+)?)$/;
const DATE =
  /^\d{4}-(?:\d\d-\d\d|\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;

/**
 * What js-yaml 4 makes of a plain scalar: the core schema of YAML 1.2 and the dates of 1.1.
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
  return DATE.test(text) ? TIMESTAMP : text;
}

/** The value of a scalar node: quoted, tagged and block text stays text. */
export function scalarValue(node: Scalar): ScalarValue {
  return node.type === 'PLAIN' && !node.tag
    ? resolvePlain(String(node.source))
    : String(node.value);
}

/** A scalar whose value passes a test. */
function scalar<T extends ScalarValue>(
  noun: string,
  fits: (value: ScalarValue) => value is T,
  schema: Record<string, unknown>,
): Shape<T> {
  return {
    noun,
    read(node, scope) {
      const target = scope.resolve(node);
      if (!isScalar(target)) return wrongType(node, noun, scope);
      const value = scalarValue(target);
      return fits(value) ? value : wrongType(node, noun, scope);
    },
    schema: () => schema,
  };
}

export const boolean = scalar('true or false', (value) => typeof value === 'boolean', {
  type: 'boolean',
});

/** Text that js-yaml reads as text; `1.10` is none. */
export const string = scalar('a string', (value) => typeof value === 'string', { type: 'string' });

export const nothing = scalar('null', (value) => value === null, { type: 'null' });

export const date = scalar('a date such as 2026-01-31', (value) => value === TIMESTAMP, {
  type: 'string',
  pattern: DATE.source,
  patternErrorMessage: 'A date such as 2026-01-31.',
});

interface NumberLimits {
  min?: number;
  max?: number;
  integer?: boolean;
}

export function number({ min, max, integer }: NumberLimits = {}): Shape<number> {
  const noun = [
    integer ? 'a whole number' : 'a number',
    min !== undefined && max !== undefined
      ? `from ${min} to ${max}`
      : min !== undefined
        ? `of ${min} or more`
        : '',
  ];
  return scalar(
    noun.join(' ').trim(),
    (value): value is number =>
      typeof value === 'number' &&
      Number.isFinite(value) &&
      (!integer || Number.isSafeInteger(value)) &&
      value >= (min ?? value) &&
      value <= (max ?? value),
    {
      type: integer ? 'integer' : 'number',
      ...(min !== undefined && { minimum: min }),
      ...(max !== undefined && { maximum: max }),
    },
  );
}

/** Text that passes a test of its own. */
export function stringThat(
  noun: string,
  fits: (text: string) => boolean,
  schema: Record<string, unknown> = {},
): Shape<string> {
  return scalar(noun, (value): value is string => typeof value === 'string' && fits(value), {
    type: 'string',
    ...schema,
  });
}

/** One of a few words. */
export function oneOf<const T extends string>(known: readonly T[]): Shape<T> {
  const noun =
    known.length > 8 ? 'one of the allowed values' : known.map((word) => `"${word}"`).join(' or ');
  return {
    noun,
    read(node: Node, scope: Scope) {
      const target = scope.resolve(node);
      if (!isScalar(target)) return wrongType(node, noun, scope);
      if (isAbsent(target)) return wrongType(node, noun, scope);
      const value = String(target.value);
      if ((known as readonly string[]).includes(value)) return value as T;
      const near = nearest(value, known);
      scope.report('unknown-value', rangeOf(node), { value, known, ...(near && { near }) });
      return;
    },
    schema: () => ({ type: 'string', enum: [...known] }),
  };
}
