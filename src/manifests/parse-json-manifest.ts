import { stripBom } from '../text/strip-bom.ts';
import type { ManifestError } from './manifest.ts';

/** Parsed JSON, and how to report errors in its values. */
interface ParsedJson {
  value: unknown;
  /** Returns an error at the key that a path leads to. */
  invalid(problem: string, path: readonly string[]): Promise<ManifestError>;
}

/**
 * Parses JSON. The parser that knows positions is only loaded for errors.
 *
 * @throws {ManifestError} at the first syntax error
 */
export async function parseJsonManifest(source: string): Promise<ParsedJson> {
  const text = stripBom(source);
  const errors = () => import('./json-errors.ts');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw (await errors()).syntaxError(text);
  }
  return {
    value,
    invalid: async (problem, path) => (await errors()).errorAtKey(problem, text, [...path]),
  };
}
