import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Range } from '../diagnostics/report.ts';
import { stripBom } from '../text/strip-bom.ts';
import { ManifestError } from './manifest.ts';

/** JSON whose values have positions. */
export interface ParsedJson {
  value: unknown;
  /** Returns the ranges of the keys of the object, or of the items of the array, at a path. */
  rangesAt(path: JSONPath): Map<string | number, Range>;
}

/** Syntax errors, by their names in jsonc-parser. */
const MESSAGES: Record<string, string> = {
  CloseBraceExpected: 'expected a comma or a closing brace',
  CloseBracketExpected: 'expected a comma or a closing bracket',
  ColonExpected: 'expected a colon',
  CommaExpected: 'expected a comma',
  EndOfFileExpected: 'unexpected text after the end',
  InvalidCommentToken: 'JSON has no comments',
  InvalidCharacter: 'a control character in a string must be escaped',
  InvalidEscapeCharacter: 'unknown escape in a string',
  InvalidUnicode: 'invalid Unicode escape in a string',
  PropertyNameExpected: 'expected a key in double quotes',
  UnexpectedEndOfString: 'a string is not closed',
  ValueExpected: 'expected a value',
};

/**
 * Parses JSON.
 *
 * @throws {ManifestError} at the first syntax error
 */
export function parseJsonManifest(source: string): ParsedJson {
  const text = stripBom(source);
  let value: unknown;
  try {
    // Ten times as fast as jsonc-parser, and strict.
    value = JSON.parse(text);
  } catch {
    throw syntaxError(text);
  }
  let tree: Node | undefined;
  return {
    value,
    rangesAt(path) {
      tree ??= parseTree(text);
      const node = tree && findNodeAtLocation(tree, path);
      return new Map(
        node?.children?.map((child, index): [string | number, Range] => {
          const entry = child.type === 'property' ? child.children?.[0] : undefined;
          const { offset, length } = entry ?? child;
          return [entry ? entry.value : index, { start: offset, end: offset + length }];
        }),
      );
    },
  };
}

function syntaxError(text: string): ManifestError {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  const problem = first && MESSAGES[printParseErrorCode(first.error)];
  return new ManifestError(
    `it is not valid JSON: ${problem ?? 'unexpected text'}`,
    first?.offset ?? 0,
  );
}
