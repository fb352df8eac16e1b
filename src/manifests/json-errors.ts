import { findNodeAtLocation, type JSONPath, type ParseError, parseTree } from 'jsonc-parser';
import { jsonProblem } from '../text/json-problem.ts';
import { ManifestError } from './manifest.ts';

/** Returns the first syntax error of a text that is not valid JSON. */
export function syntaxError(text: string): ManifestError {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  const { reason } = jsonProblem(first);
  return new ManifestError(`it is not valid JSON: ${reason}`, first?.offset ?? 0);
}

/** Returns an error at the key that a path leads to, or otherwise at the start. */
export function errorAtKey(problem: string, text: string, path: JSONPath): ManifestError {
  const tree = parseTree(text);
  const value = tree && findNodeAtLocation(tree, path);
  return new ManifestError(problem, value?.parent?.offset ?? 0);
}
