/** Texts that are not written as they read: with escapes, or in lines of their own. */
import { isScalar, parseDocument, type Scalar } from 'yaml';

/** The text of a scalar in double quotes. */
export function quotedText(source: string, fail: () => never): string {
  return resolved(source, fail).value;
}

/**
 * The text of a block scalar, and which kind it is.
 *
 * @param header what stands in the line above it: `|` or `>`, and how it ends
 */
export function blockText(
  source: string,
  header: string,
  fail: () => never,
): { value: string; type: Scalar.Type } {
  return resolved(`${header}\n${source}`, fail);
}

function resolved(yaml: string, fail: () => never) {
  const { contents, errors } = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
  if (errors.length > 0 || !isScalar(contents)) fail();
  return { value: String(contents.value), type: contents.type as Scalar.Type };
}
