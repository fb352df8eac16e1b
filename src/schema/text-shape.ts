/** Plain text: readers of the page see exactly these characters, with white space folded. */
import { reportUnshowable } from '../diagnostics/report-unshowable.ts';
import type { ScalarNode } from '../source/nodes.ts';
import { foldWhiteSpace, isVisible, isWords, UNSHOWABLE_CLASS } from '../text/visible-text.ts';
import { helpForText } from './common-mistakes.ts';
import { reportMarkdown } from './markdown-in-text.ts';
import type { Scope } from './scope.ts';
import type { JsonSchema, Shape } from './shape.ts';
import { reportSuspiciousScalar } from './suspicious-scalar.ts';
import { reportSuspicious } from './suspicious-text.ts';
import { translated } from './translated.ts';
import { unsuggested } from './unsuggested.ts';
import { wrongType } from './wrong-type.ts';

interface PlainOptions {
  /** Whether `""` is valid. */
  empty?: boolean;
  /** Whether white space at the ends is kept. */
  edges?: boolean;
  /** Whether Markdown in it is not reported. */
  markup?: boolean;
}

export function plain({
  empty = false,
  edges = false,
  markup = false,
}: PlainOptions = {}): Shape<string> {
  return {
    noun: 'a string',
    read(node, scope) {
      if (node.kind !== 'scalar')
        return wrongType(node, 'a string', scope, helpForText(node, scope));
      reportSuspiciousScalar(node, scope);
      if (!markup) reportMarkdown(node.value, node, scope.report);
      if (isWords(node.value)) return node.value;
      const text = empty ? readText(node, scope) : readVisibleText(node, scope);
      return text && foldWhiteSpace(text, { edges });
    },
    schema: (definitions) =>
      textSchema(definitions, { name: empty ? 'anyString' : 'visibleString', empty }),
  };
}

/** Plain text, or one for each language. */
export const translatedText = translated('text', plain());

/** Plain text that may be empty, or one for each language. */
export const textOrEmpty = translated('textOrEmpty', plain({ empty: true }));

/** Returns the value of a scalar, and reports characters that a page cannot show. */
function readText(node: ScalarNode, scope: Scope): string | undefined {
  const { value: text } = node;
  if (isWords(text)) return text;
  if (reportUnshowable(text, node, scope.report)) return;
  if (isVisible(text)) reportSuspicious(text, node, scope.report);
  return text;
}

/** Like `readText`, but also reports a text without visible characters. */
export function readVisibleText(node: ScalarNode, scope: Scope): string | undefined {
  const text = readText(node, scope);
  if (text === undefined || isVisible(text)) return text;
  scope.report('text-empty', node, {});
  return;
}

/**
 * The invisible characters of `isVisible` in the Basic Multilingual Plane, except white space. Patterns
 * of JSON Schema cannot rely on Unicode properties.
 */
const INVISIBLE =
  '\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb';

interface TextSchemaOptions {
  /** The name of the definition of the string. */
  name: string;
  /** Whether a string without visible characters is valid. */
  empty?: boolean;
  /** A pattern that the string must not start with. */
  never?: string;
  /** The message for a string that does not match. */
  message?: string;
}

/** The schema of a scalar that is read as written: `1.10` is `'1.10'`, and `null` is `'null'`. */
export function textSchema(
  definitions: Record<string, JsonSchema>,
  {
    name,
    empty = false,
    never,
    message = empty
      ? 'A text without control characters.'
      : 'A text with visible characters, and without control characters.',
  }: TextSchemaOptions,
): JsonSchema {
  const visible = empty ? '' : `(?=[\\s\\S]*[^\\s${UNSHOWABLE_CLASS}${INVISIBLE}])`;
  const first = never === undefined ? '' : `(?!${never})`;
  definitions[name] = {
    type: 'string',
    pattern: `^${first}${visible}[^${UNSHOWABLE_CLASS}]*$`,
    patternErrorMessage: message,
  };
  return {
    anyOf: [
      { $ref: `#/definitions/${name}` },
      unsuggested({ type: ['number', 'boolean', 'null'] }),
    ],
  };
}
