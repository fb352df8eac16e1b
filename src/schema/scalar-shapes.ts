/** Scalars with the values that js-yaml 4, Astro's parser of front matter, reads. */
import { nearest } from '../diagnostics/nearest.ts';
import {
  DATE_PATTERN,
  type ScalarValue,
  scalarValue,
  TIMESTAMP,
} from '../source/js-yaml-scalar.ts';
import { isAbsent } from '../source/nodes.ts';
import type { Shape } from './shape.ts';
import { wrongType } from './wrong-type.ts';

/** A scalar whose value passes a test. */
function scalar<T extends ScalarValue>(
  noun: string,
  fits: (value: ScalarValue) => value is T,
  schema: Record<string, unknown>,
): Shape<T> {
  return {
    noun,
    read(node, scope) {
      if (node.kind !== 'scalar') return wrongType(node, noun, scope);
      const value = scalarValue(node);
      if (fits(value)) return value;
      const isQuoted = node.style !== 'plain' && fits(scalarValue({ ...node, style: 'plain' }));
      return wrongType(node, noun, scope, isQuoted ? 'remove the quotes' : undefined);
    },
    schema: () => schema,
  };
}

export const boolean = scalar('true or false', (value) => typeof value === 'boolean', {
  type: 'boolean',
});

/** A scalar that js-yaml reads as a string. `1.10` is a number. */
export const string = scalar('a string', (value) => typeof value === 'string', { type: 'string' });

export const nothing = scalar('null', (value) => value === null, { type: 'null' });

export const date = scalar('a date such as 2026-01-31', (value) => value === TIMESTAMP, {
  type: 'string',
  pattern: DATE_PATTERN.source,
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

/** A string that passes a test. */
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

/** One of some strings. An object has the description of each, which editors show. */
export function oneOf<const T extends string>(
  values: readonly T[] | Readonly<Record<T, string>>,
): Shape<T> {
  const isList = Array.isArray(values);
  const known = (isList ? values : Object.keys(values)) as readonly T[];
  const noun = known.length > 8 ? 'one of the allowed values' : `one of: ${known.join(', ')}`;
  return {
    noun,
    read(node, scope) {
      if (node.kind !== 'scalar' || isAbsent(node)) return wrongType(node, noun, scope);
      const { value } = node;
      if ((known as readonly string[]).includes(value)) return value as T;
      const near = nearest(value, known);
      scope.report('unknown-value', node, { value, known, ...(near && { near }) });
      return;
    },
    schema: () => ({
      type: 'string',
      enum: known,
      ...(!isList && { enumDescriptions: Object.values(values) }),
    }),
  };
}
