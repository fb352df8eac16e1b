import {
  findNodeAtLocation,
  type JSONPath,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { ManifestError } from './manifest.ts';

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

/** Returns the first syntax error of a text that is not valid JSON. */
export function syntaxError(text: string): ManifestError {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  const problem = first && MESSAGES[printParseErrorCode(first.error)];
  return new ManifestError(
    `it is not valid JSON: ${problem ?? 'unexpected text'}`,
    first?.offset ?? 0,
  );
}

/** Returns an error at the key that a path leads to, or else at the start. */
export function errorAtKey(problem: string, text: string, path: JSONPath): ManifestError {
  const tree = parseTree(text);
  const value = tree && findNodeAtLocation(tree, path);
  return new ManifestError(problem, value?.parent?.offset ?? 0);
}
