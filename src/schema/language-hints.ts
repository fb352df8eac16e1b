/** What editors suggest in maps of languages. The schemas here allow everything. */
import { suggestedLanguages } from '../model/language-words.ts';
import type { JsonSchema } from './shape.ts';

/** Keys whose values can be maps of languages. */
const TRANSLATED =
  '^(title|description|intro|outro|name|handle|url|version|license|label|alt|notice)$';

/** Keys in whose values no languages are suggested: in most of them, nothing can be translated. */
const UNTRANSLATED = '^(frontmatter|output|handles|markdown|rules|covers|languages|x-.*)$';

/** Returns a schema with which editors suggest languages. */
export function suggestionOf(tags: readonly string[]): JsonSchema {
  // With an `anyOf`, editors insert a colon after the key.
  const value = (tag: string) => ({ anyOf: [{}], description: `The value in "${tag}".` });
  return { properties: Object.fromEntries(tags.map((tag) => [tag, value(tag)])) };
}

/**
 * Returns schemas of a page with which editors suggest its languages: one for each common language, as a
 * schema can only test whether `languages` contains a known value.
 */
export function languageHints(definitions: Record<string, JsonSchema>): JsonSchema[] {
  return suggestedLanguages.map((tag) => {
    const all = { $ref: `#/definitions/${tag}` };
    const own = suggestionOf([tag]);
    definitions[tag] = {
      patternProperties: {
        [TRANSLATED]: own,
        [UNTRANSLATED]: {},
        '^style$': { patternProperties: { '^(by|and)$': own }, additionalProperties: all },
      },
      additionalProperties: all,
      items: all,
    };
    return {
      if: {
        required: ['languages'],
        properties: { languages: { type: 'array', contains: { const: tag } } },
      },
      // biome-ignore lint/suspicious/noThenProperty: It is a keyword of JSON Schema.
      then: all,
    };
  });
}
