/** Plain text: the reader of the page sees exactly these characters, white space folded. */
import { isScalar, type Node, type Scalar } from 'yaml';
import { rangeOf } from '../source/parse.ts';
import type { Scope } from './scope.ts';
import { type Shape, wrongType } from './shape.ts';
import { reportSuspicious } from './suspicious.ts';

/** A scalar as it was written: `1.10` is `1.10`, `null` is `null`. */
export const scalarSchema = { type: ['string', 'number', 'boolean', 'null'] };

interface PlainOptions {
  /** Whether `""` is a text. */
  empty?: boolean;
  /** Whether white space at the ends is part of the text. */
  edges?: boolean;
}

export function plain({ empty = false, edges = false }: PlainOptions = {}): Shape<string> {
  return {
    noun: 'text',
    read(node, scope) {
      const text = written(node, scope);
      if (text === undefined) return;
      const folded = text.replace(/[ \t\r\n]+/g, ' ');
      const value = edges ? folded : folded.replace(/^ | $/g, '');
      if (!empty && !isVisible(value)) {
        scope.report('text-empty', rangeOf(node), {});
        return;
      }
      return value;
    },
    schema: () => scalarSchema,
  };
}

/** The characters of a scalar, those that no page can show reported. */
export function written(node: Node, scope: Scope): string | undefined {
  const target = scope.resolve(node);
  if (!isScalar(target)) return wrongType(node, 'text', scope);
  const text = String((target as Scalar<string>).value);
  const unshowable = UNSHOWABLE.exec(text);
  if (!unshowable) {
    if (isVisible(text)) reportSuspicious(text, rangeOf(node), scope.report);
    return text;
  }
  scope.report('text-control', rangeOf(node), nameOf(unshowable[0]));
  return;
}

/**
 * Controls but for tab and line break, what changes the direction of the text around it, and
 * halves of surrogate pairs.
 */
const UNSHOWABLE =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function nameOf(character: string): { codePoint: string; name: string } {
  const code = character.charCodeAt(0);
  return {
    codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
    name:
      code < 0xa0
        ? 'a control character'
        : code < 0xd800
          ? 'a bidirectional control'
          : 'half of a surrogate pair',
  };
}

/** Whether a text has anything to see: not white space, nor what Unicode ignores by default. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
