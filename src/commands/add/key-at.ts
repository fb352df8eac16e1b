import { isScalar, parseDocument, visit } from 'yaml';

/** Returns the key of the innermost entry whose value is at an offset of YAML. */
export function keyAt(text: string, offset: number): string | undefined {
  let found: string | undefined;
  visit(parseDocument(text, { schema: 'failsafe' }), {
    Pair(_, { key, value }) {
      const [start, end] = (value as { range?: [number, number] } | null)?.range ?? [];
      if (start === undefined || end === undefined || offset < start || offset > end) return;
      if (isScalar(key)) found = String(key.value);
    },
  });
  return found;
}
