import type { Code } from '../../diagnostics/codes.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { type Range, type Report, wordingOf } from '../../diagnostics/report.ts';
import { isAbsent, targetOf } from '../../source/nodes.ts';
import { keyAfterDash } from '../common-mistakes.ts';
import { type Fields, fieldSchema, type InferFields, withSnippet } from '../field.ts';
import { RESERVED_KEY } from '../front-matter-keys.ts';
import type { JsonSchema, Shape } from '../shape.ts';
import { IGNORED, ignoredKeysSchema, reportMergeKey, reportMergeKeysIn } from '../special-keys.ts';
import { reportAbsent, wrongType } from '../wrong-type.ts';

/** Diagnostics of keys that belong elsewhere. */
type MisplacedCode = Code & ('page-key' | 'nested-credits' | 'frontmatter-key');

export interface MapOptions<F extends Fields = Fields> {
  /** Returns the keys that are required because of the values of other keys. */
  needs?(value: Partial<InferFields<F>>): (keyof F & string)[];
  /** Keys that belong elsewhere, and the diagnostic that says where. */
  misplaced?: Record<string, MisplacedCode>;
  /**
   * Whether an unknown key is an error, a warning, or accepted. `warning` is for the maps of Starlight,
   * as a newer version may know the key.
   */
  unknown?: 'error' | 'warning' | 'accept';
  /** Whether a key without a value counts as absent or is an error. */
  blank?: 'absent' | 'error';
  /** What an editor inserts for a whole map; see `Field.snippet`. */
  snippet?: { [key in keyof F]?: unknown };
}

/** A map with known keys. */
export function map<F extends Fields>(
  noun: string,
  fields: F,
  options: MapOptions<F> = {},
): Shape<InferFields<F>> {
  const { needs, misplaced = {}, unknown = 'error', blank = 'absent', snippet } = options;
  const required = Object.keys(fields).filter((key) => fields[key]?.required);
  return {
    noun,
    read(node, scope) {
      if (node.kind !== 'map') return wrongType(node, exampleOf(noun, fields, required), scope);
      const value: Record<string, unknown> = {};
      scope.nodes.set(value, targetOf(node));
      // Keys with an invalid value, and keys without a value.
      const wrong: string[] = [];
      const blanks: string[] = [];
      let isMerged = false;
      for (const entry of node.entries) {
        const { key, value: item } = entry;
        const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
        if (reportMergeKey(entry, scope)) isMerged = true;
        else if (!field) {
          if (unknown === 'error' && key.startsWith(IGNORED)) continue;
          if (unknown !== 'error') reportMergeKeysIn(item, scope);
          const meant = reportUnknown(
            key,
            { noun, fields, misplaced, unknown },
            entry,
            scope.report,
          );
          if (meant) wrong.push(meant);
        } else if (item && (blank === 'error' || !isAbsent(item))) {
          const read = field.shape.read(item, scope);
          if (read !== undefined) value[key] = read;
          else wrong.push(key);
        } else if (blank === 'error') {
          wrong.push(key);
          reportAbsent(entry, field.shape.noun, scope);
        } else blanks.push(key);
      }
      const map = value as InferFields<F>;
      // A key may be in the map that is merged.
      if (isMerged) return map;
      for (const key of needs ? [...required, ...needs(map)] : required) {
        if (Object.hasOwn(value, key) || wrong.includes(key)) continue;
        scope.report('missing-key', targetOf(node), { key, noun, blank: blanks.includes(key) });
      }
      return map;
    },
    schema(definitions) {
      const open = unknown !== 'error';
      const properties = Object.entries(fields).map(([key, field]) => {
        // A required key without a value is missing.
        const mayBeBlank = blank === 'absent' && !field.required;
        return [key, fieldSchema(field, mayBeBlank, definitions)];
      });
      // A map that accepts unknown keys has to list those that it rejects.
      const refused = Object.entries(misplaced).map(([key, code]) => [
        key,
        misplacedSchema(key, code),
      ]);
      return {
        type: 'object',
        properties: Object.fromEntries([...properties, ...(open ? refused : [])]),
        ...(required.length > 0 && { required }),
        ...(!open && { ...ignoredKeysSchema, additionalProperties: false }),
        ...(snippet && withSnippet(noun, snippet)),
      };
    },
  };
}

/** Describes a map with an example: `a link: a map such as {label: …, url: …}`. */
function exampleOf(noun: string, fields: Fields, required: readonly string[]): string {
  const keys = required.length > 0 ? required : Object.keys(fields).slice(0, 2);
  return `${noun}: a map such as {${keys.map((key) => `${key}: …`).join(', ')}}`;
}

interface KnownKeys extends Required<Pick<MapOptions, 'misplaced' | 'unknown'>> {
  noun: string;
  fields: Fields;
}

/** Reports an unknown key, and returns the known key that was probably meant. */
function reportUnknown(
  key: string,
  { noun, fields, misplaced, unknown }: KnownKeys,
  range: Range,
  report: Report,
): string | undefined {
  const code = Object.hasOwn(misplaced, key) ? misplaced[key] : undefined;
  if (code) report(code, range, { key });
  if (code || unknown === 'accept') return;
  const known = Object.keys(fields);
  const alias = known.find((name) => fields[name]?.alias?.includes(key.toLowerCase()));
  const near = keyAfterDash(key) ?? alias ?? nearest(key, known);
  if (unknown === 'warning') {
    // `checkFrontMatter` reports these as errors.
    if (RESERVED_KEY.test(key)) return;
    const found = { kind: 'key', name: key, noun, known };
    report('frontmatter-unknown', range, { ...found, ...(near && { near }) });
    return;
  }
  report('unknown-key', range, { key, noun, known, ...(near && { near }) });
  return near;
}

/** Returns the schema of a key that belongs elsewhere. */
function misplacedSchema(key: string, code: MisplacedCode): JsonSchema {
  const { message, help } = wordingOf(code, { key });
  return { not: {}, description: `${message}: ${help}.`, doNotSuggest: true };
}
