import type { Code } from '../../diagnostics/codes.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { wordingOf } from '../../diagnostics/report.ts';
import { isAbsent, type MapEntry, type MapNode, type Node, targetOf } from '../../source/nodes.ts';
import { shorten } from '../../text/shorten.ts';
import { helpForKey, URL_START } from '../common-mistakes.ts';
import { type Field, type Fields, fieldSchema, type InferFields } from '../field.ts';
import { RESERVED_KEY } from '../front-matter-keys.ts';
import { isMapOfLanguages } from '../map-of-languages.ts';
import { reportsOf } from '../reports-of.ts';
import type { Scope } from '../scope.ts';
import type { JsonSchema, Shape } from '../shape.ts';
import { mapSnippet } from '../snippets.ts';
import { IGNORED, ignoredKeysSchema, reportMergeKey, reportMergeKeysIn } from '../special-keys.ts';
import { reportAbsent, reportUntranslatable, wrongType } from '../wrong-type.ts';

/** Diagnostics of keys that belong elsewhere. */
type MisplacedCode = Code & ('page-key' | 'nested-credits' | 'frontmatter-key');

export interface MapOptions<F extends Fields = Fields> {
  /** Returns the keys that are required because of the values of other keys. */
  needs?(value: Partial<InferFields<F>>): (keyof F & string)[];
  /** Keys that can replace a required key. */
  alternatives?: { [key in keyof F]?: keyof F & string };
  /** A key that cannot be combined with some others, and the help for each of these. */
  exclusive?: { key: keyof F & string; others: { [key in keyof F]?: string } };
  /** Keys that belong elsewhere, and the diagnostic that says where. */
  misplaced?: Record<string, MisplacedCode>;
  /** Whether the report of an unknown key also explains why a required key is missing. */
  explains?(key: keyof F & string, node: MapNode): boolean;
  /** Returns the help for an unknown key that belongs in another map, or `undefined` for others. */
  elsewhere?(entry: MapEntry, node: MapNode): string | undefined;
  /** The help for a map of languages. */
  translation?: string;
  /**
   * Whether an unknown key is an error, a warning, or accepted. `warning` is for the maps of Starlight,
   * as a newer version may know the key.
   */
  unknown?: 'error' | 'warning' | 'accept';
  /** Whether a key without a value counts as absent or is an error. */
  blank?: 'absent' | 'error';
  /**
   * What editors insert for a whole map, by the label; see `Field.snippet`. The default is the required
   * keys, if there are several.
   */
  snippets?: Record<string, { [key in keyof F]?: unknown }>;
}

/** A map with known keys. */
export function map<F extends Fields>(
  noun: string,
  fields: F,
  options: MapOptions<F> = {},
): Shape<InferFields<F>> {
  const {
    needs,
    alternatives = {} as NonNullable<MapOptions<F>['alternatives']>,
    exclusive,
    misplaced = {},
    elsewhere = () => undefined,
    translation,
    explains = () => false,
    unknown = 'error',
    blank = 'absent',
    snippets: ownSnippets,
  } = options;
  const known: KnownKeys = { noun, fields, exclusive, misplaced, elsewhere, unknown };
  const required = Object.keys(fields).filter((key) => fields[key]?.required);
  return {
    noun,
    read(node, scope) {
      if (node.kind !== 'map') {
        return wrongType(node, exampleOf(noun, fields, required, node), scope);
      }
      const isKnown = Object.hasOwn(fields, node.entries[0]?.key ?? '');
      if (unknown === 'error' && !isKnown && isMapOfLanguages(node, scope, Object.keys(fields))) {
        return reportUntranslatable(node, noun, scope, translation);
      }
      const value: Record<string, unknown> = {};
      scope.nodes.set(value, targetOf(node));
      // Keys with an invalid value, and keys without a value.
      const wrong: string[] = [];
      const blanks: string[] = [];
      // Misspelled keys, with their correct spelling.
      const corrected: MapEntry[] = [];
      let present: ReadonlySet<string> | undefined;
      let isMerged = false;
      for (const [index, entry] of node.entries.entries()) {
        const { key, value: item } = entry;
        const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
        if (reportMergeKey(entry, scope)) isMerged = true;
        else if (!field) {
          if (unknown === 'error' && key.startsWith(IGNORED)) continue;
          if (unknown !== 'error') reportMergeKeysIn(item, scope);
          present ??= new Set(node.entries.map((each) => each.key));
          const before = node.entries[index - 1];
          const meant = reportUnknown({ entry, before, node, present }, known, scope);
          if (meant === undefined) continue;
          wrong.push(meant);
          const read = readMisspelled(entry, meant, fields[meant], scope);
          if (read === undefined || present.has(meant)) continue;
          value[meant] = read;
          corrected.push({ ...entry, key: meant });
        } else if (item && (blank === 'error' || !isAbsent(item))) {
          const read = field.shape.read(item, scope);
          if (read !== undefined) value[key] = read;
          else wrong.push(key);
        } else if (blank === 'error') {
          wrong.push(key);
          reportAbsent(entry, field.shape.noun, scope);
        } else blanks.push(key);
      }
      if (corrected.length > 0) {
        const entries = [...node.entries, ...corrected];
        scope.nodes.set(value, { ...targetOf(node), entries });
      }
      const map = value as InferFields<F>;
      const isPresent = (key: string) => Object.hasOwn(value, key) || wrong.includes(key);
      if (exclusive && isPresent(exclusive.key)) {
        for (const entry of node.entries) reportExcluded(entry, exclusive, noun, scope);
      }
      // A key may be in the map that is merged.
      if (isMerged) return map;
      for (const key of needs ? [...required, ...needs(map)] : required) {
        const or = alternatives[key];
        if (isPresent(key) || (or !== undefined && isPresent(or)) || explains(key, node)) continue;
        const blank = [key, or].find((each) => each !== undefined && blanks.includes(each));
        const values = { key, noun, ...(or && { or }), ...(blank && { blank }) };
        scope.report('missing-key', targetOf(node), values);
      }
      return map;
    },
    schema(definitions) {
      const open = unknown !== 'error';
      const always = required.filter((key) => alternatives[key] === undefined);
      const all = Object.fromEntries(always.map((key, index) => [key, `$${index + 1}`]));
      const snippets = { ...(!open && always.length > 1 && { [noun]: all }), ...ownSnippets };
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
      // Editors would suggest keys that are required beside `properties` twice.
      const allOf = [
        ...(always.length > 0 ? [{ required: always }] : []),
        ...(open ? [] : [ANY_KEY]),
        ...Object.entries(snippets).map(([label, body]) => mapSnippet(label, body ?? {})),
      ];
      return {
        type: 'object',
        properties: Object.fromEntries([...properties, ...(open ? refused : [])]),
        ...(!open && { ...ignoredKeysSchema, additionalProperties: false }),
        ...(allOf.length > 0 && { allOf }),
      };
    },
  };
}

/**
 * Accepts any key. Of several schemas for a value, editors show the errors of the one in which the most
 * keys have a schema. Without it, a map whose keys are all misspelled would be "not a string".
 */
const ANY_KEY = { patternProperties: { '': {} } };

/** Describes a map with an example: `a link: a map such as {label: …, url: …}`. */
function exampleOf(noun: string, fields: Fields, required: readonly string[], node: Node): string {
  const keys = required.length > 0 ? required : Object.keys(fields).slice(0, 2);
  const url = node.kind === 'scalar' && URL_START.test(node.value) ? shorten(node.value) : '…';
  const entries = keys.map((key) => `${key}: ${key === 'url' ? url : '…'}`);
  return `${noun}: a map such as {${entries.join(', ')}}`;
}

interface KnownKeys extends Required<Pick<MapOptions, 'misplaced' | 'elsewhere' | 'unknown'>> {
  noun: string;
  fields: Fields;
  exclusive: MapOptions['exclusive'];
}

/** Reports a key that cannot be combined with one that the map has. */
function reportExcluded(
  entry: MapEntry,
  { key, others }: NonNullable<MapOptions['exclusive']>,
  noun: string,
  { report }: Scope,
): void {
  const help = Object.hasOwn(others, entry.key) ? others[entry.key] : undefined;
  if (help === undefined || isAbsent(entry.value)) return;
  report('excluded-key', entry, { key: entry.key, beside: key, noun, help });
}

/** Whether a key can be added to a map with other keys. */
function isFree(
  name: string,
  present: ReadonlySet<string>,
  exclusive: MapOptions['exclusive'],
): boolean {
  if (present.has(name) || !exclusive) return !present.has(name);
  const { key, others } = exclusive;
  return name === key
    ? !Object.keys(others).some((other) => present.has(other))
    : !(present.has(key) && Object.hasOwn(others, name));
}

/** An unknown key, and the map that has it. */
interface UnknownKey {
  entry: MapEntry;
  /** The entry before it. */
  before: MapEntry | undefined;
  node: MapNode;
  /** All keys of the map. */
  present: ReadonlySet<string>;
}

/** Reports an unknown key, and returns the known key that was probably meant. */
function reportUnknown(
  { entry, before, node, present }: UnknownKey,
  { noun, fields, exclusive, misplaced, elsewhere, unknown }: KnownKeys,
  { report, text }: Scope,
): string | undefined {
  const { key } = entry;
  const code = Object.hasOwn(misplaced, key) ? misplaced[key] : undefined;
  if (code) report(code, entry, { key });
  if (code || unknown === 'accept') return;
  const known = Object.keys(fields);
  if (unknown === 'warning') {
    // `checkFrontMatter` reports these as errors.
    if (RESERVED_KEY.test(key)) return;
    const near = nearest(key, known);
    const found = { kind: 'key', name: key, noun, known };
    report('frontmatter-unknown', entry, { ...found, ...(near && { near }) });
    return;
  }
  const free = known.filter((name) => isFree(name, present, exclusive));
  const meant = aliased(entry, free, fields);
  const help =
    meant === undefined ? (elsewhere(entry, node) ?? helpForKey(entry, before, text)) : undefined;
  const near =
    help === undefined ? (meant ?? nearest(key, free) ?? nearest(key, known)) : undefined;
  report('unknown-key', entry, { key, noun, known, ...(near && { near }), ...(help && { help }) });
  return near ?? known.find((name) => key.startsWith(`${name}:`));
}

/** Returns the key that another name stands for, preferably one for values of the same kind. */
function aliased(
  { key, value }: MapEntry,
  known: readonly string[],
  fields: Fields,
): string | undefined {
  // Another kind of space is part of the key.
  if (/^\s/.test(key)) return;
  const folded = key.toLowerCase().replace(/[\s_-]/g, '');
  if (known.includes(folded)) return folded;
  // `github: ada` is a handle.
  const isWord = value?.kind === 'scalar' && /^@?\w[\w-]*$/.test(value.value);
  const withAlias = (isAlias: (alias: string) => boolean) =>
    known.filter((name) => !(isWord && name === 'url') && fields[name]?.alias?.some(isAlias));
  const equal = withAlias((alias) => alias === folded);
  // `item` for `items`.
  const found =
    equal.length > 0
      ? equal
      : withAlias((alias) => alias === `${folded}s` || `${alias}s` === folded);
  return found.find((name) => fields[name]?.shape.noun.startsWith(`a ${value?.kind} `)) ?? found[0];
}

/**
 * Reads the value of a misspelled key, so that the errors in it are reported as well. If the
 * keys are not similar, a value of another type shows that another key was meant.
 */
function readMisspelled(
  { key, value: item }: MapEntry,
  meant: string,
  field: Field | undefined,
  scope: Scope,
): unknown {
  if (!field || !item || isAbsent(item)) return;
  const fieldCount = scope.fields.length;
  const { value, reports } = reportsOf(field.shape, item, scope);
  const isSimilar = nearest(key, [meant]) !== undefined;
  if (
    !isSimilar &&
    reports.some(([code, range]) => code === 'wrong-type' && range?.start === item.start)
  ) {
    scope.fields.length = fieldCount;
    return;
  }
  for (const args of reports) scope.report(...args);
  return value;
}

/** Returns the schema of a key that belongs elsewhere. */
function misplacedSchema(key: string, code: MisplacedCode): JsonSchema {
  const { message, help } = wordingOf(code, { key });
  return { not: {}, description: `${message}: ${help}.`, doNotSuggest: true };
}
