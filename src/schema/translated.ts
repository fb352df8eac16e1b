/** Values that may be maps from language to value. A source is read once in each of its languages. */
import { findLanguage } from '../model/language-tag.ts';
import { isAbsent, type MapEntry, type MapNode, type Node, targetOf } from '../source/nodes.ts';
import { NO_TAG, reportUnlisted } from './languages-shape.ts';
import { isMapOfLanguages } from './map-of-languages.ts';
import type { Scope } from './scope.ts';
import type { JsonSchema, Shape } from './shape.ts';
import { IGNORED, reportMergeKey } from './special-keys.ts';
import { unsuggested, unsuggestedKey } from './unsuggested.ts';

/** A pattern for the keys of such maps. A capitalized one is more likely to be text. */
const LANGUAGE_KEY = '([a-z]{2,3}|[A-Z]{2,3})(-[A-Za-z0-9]{1,8})*$';

interface TranslatedOptions<T> {
  /** The shape of the value in each language, if it may have fewer kinds of values than without a map. */
  value?: Shape<T>;
  /** The keys of a map that is not one of languages. Editors suggest only these. */
  keys?(): readonly string[];
}

/**
 * A value that may be a map from language to value.
 *
 * @param name the name of the schema of the value
 */
export function translated<T>(
  name: string,
  shape: Shape<T>,
  { value = shape, keys = () => [] }: TranslatedOptions<NoInfer<T>> = {},
): Shape<T> {
  return {
    noun: shape.noun,
    read(node, scope) {
      if (!isMapOfLanguages(node, scope, keys())) return shape.read(node, scope);
      const chosen = chooseValue(node, scope);
      return chosen && value.read(chosen, scope);
    },
    schema(definitions) {
      const single = shape.schema(definitions);
      const { anyOf } = single;
      const translation = translationSchema(name, value, keys(), definitions);
      return {
        anyOf: [
          ...(Array.isArray(anyOf) ? anyOf : [single]),
          keys().length > 0 ? unsuggested(translation) : translation,
        ],
      };
    },
  };
}

/** Returns the value that a node has in the language that is read. */
export function valueInLanguage(node: Node, scope: Scope): Node | undefined {
  if (!isMapOfLanguages(node, scope)) return node;
  return chooseValue(node, { ...scope, report: () => {}, untranslated: [] });
}

/** Returns the value of a map in the language that is read, or otherwise in the default language. */
function chooseValue(node: MapNode, scope: Scope): Node | undefined {
  const { languages, lang, lineOf, report } = scope;
  const [defaultLanguage] = languages;
  const values = new Map<string, MapEntry>();
  for (const entry of node.entries) {
    const { key, value } = entry;
    if (reportMergeKey(entry, scope) || key.startsWith(IGNORED)) continue;
    const tag = findLanguage(languages, key);
    if (tag === undefined) {
      reportUnlisted(key, entry, scope);
      // Without languages, all keys are unlisted.
      if (defaultLanguage === undefined) return;
      continue;
    }
    const before = values.get(tag);
    if (before) report('duplicate-key', entry, { key, line: lineOf(before) });
    else if (!isAbsent(value)) values.set(tag, entry);
  }
  if (defaultLanguage === undefined || lang === undefined) return;
  const own = values.get(lang)?.value;
  if (!values.has(defaultLanguage)) report('language-missing', node, { tag: defaultLanguage });
  else if (!own) scope.untranslated.push(node);
  const chosen = own ?? values.get(defaultLanguage)?.value;
  if (chosen) for (const each of [node, targetOf(node)]) scope.chosen.set(each, chosen);
  return chosen;
}

/** Returns the schema of the keys of a map of languages. `languageHints` suggests those of the page. */
function anyKeys(each: JsonSchema): JsonSchema {
  return {
    propertyNames: unsuggestedKey({ pattern: `^${LANGUAGE_KEY}`, patternErrorMessage: NO_TAG }),
    additionalProperties: each,
  };
}

/** Like `anyKeys`, but a map with one of some keys matches less, so that editors show another schema. */
function otherKeys(keys: readonly string[], each: JsonSchema): JsonSchema {
  const pattern = `^(?!(${keys.join('|')})$)${LANGUAGE_KEY}`;
  return { patternProperties: { [pattern]: each }, additionalProperties: false };
}

/** Returns the schema of a map from language to value. */
function translationSchema(
  name: string,
  value: Shape<unknown>,
  keys: readonly string[],
  definitions: Record<string, JsonSchema>,
): JsonSchema {
  const inLanguages = `${name}InLanguages`;
  if (!definitions[inLanguages]) {
    definitions[name] = value.schema(definitions);
    const each = { $ref: `#/definitions/${name}` };
    definitions[inLanguages] = {
      title: 'text by language',
      type: 'object',
      ...(keys.length > 0 ? otherKeys(keys, each) : anyKeys(each)),
      minProperties: 1,
    };
  }
  return { $ref: `#/definitions/${inLanguages}` };
}
