/**
 * What editors suggest in maps of languages, in string credits and for `lang`: the languages of the page.
 *
 * A schema cannot refer to values of a source, only test whether a list contains a known one. So each common
 * language has a schema, which applies to everything on a page in this language. It accepts all values.
 *
 * The form of these schemas is that of the YAML language server. It takes what it suggests from `properties`,
 * not from `patternProperties`, of which only the first that matches counts. It follows `items` and
 * `additionalProperties` until they end, or fails. All schemas that apply to a source are in one list, whose
 * length is limited, so there are few for each value.
 */
import { suggestedLanguages } from '../model/language-words/index.ts';
import { CREDIT_KEYS } from './credit-shape.ts';
import { ifThen } from './if-then.ts';
import type { JsonSchema } from './shape.ts';
import { unsuggested, unsuggestedKey } from './unsuggested.ts';

/** Keys whose values can be maps of languages, except titles, and those of a style and of labels. */
const TEXTS = 'description|intro|outro|name|handle|url|version|license|label|alt|notice';

/** Keys in whose values nothing can be translated. */
const UNTRANSLATABLE = 'frontmatter|handles|markdown|rules|covers|languages|x-.*';

/** Returns a schema of a page with which editors suggest its languages. */
export function languageHints(definitions: Record<string, JsonSchema>): JsonSchema {
  // In place of a string credit or of labels, a map that may still be empty.
  definitions.onlyLanguages = {
    type: ['object', 'null'],
    propertyNames: { pattern: `^(?!(${CREDIT_KEYS.join('|')})$)` },
  };
  const allOf = suggestedLanguages.map((tag, index) => {
    const pattern = tag.replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`);
    const contains = { type: 'string', pattern: `^${pattern}$` };
    return ifThen(
      { required: ['languages'], properties: { languages: { type: 'array', contains } } },
      hintsFor(tag, `#/definitions/languageHints/allOf/${index}/then`),
      { patternProperties: { '^languages$': { items: { examples: [tag] } } } },
    );
  });
  definitions.languageHints = { allOf };
  return { $ref: '#/definitions/languageHints' };
}

/** @param page the reference to the result, which applies to sections as well */
function hintsFor(tag: string, page: string): JsonSchema {
  const self = { $ref: `${page}/allOf/0` };
  // With an `anyOf`, editors insert a colon after the key.
  const value = { anyOf: [{}], description: 'The value in this language.' };
  const own = { properties: { [tag]: value } };
  const onlyLanguages = { $ref: '#/definitions/onlyLanguages' };
  const labels = ifThen(onlyLanguages, own, { additionalProperties: own });
  const everywhere = {
    properties: { lang: unsuggestedKey({ examples: [tag] }) },
    patternProperties: {
      '^style$': { patternProperties: { '^(by|and|separator|labels)$': labels } },
      [`^(${TEXTS}|${UNTRANSLATABLE})$`]: true,
    },
    additionalProperties: self,
    items: ifThen({ type: 'object' }, self),
    allOf: [
      {
        patternProperties: {
          [`^(${TEXTS})$`]: own,
          '^credits$': { items: ifThen(onlyLanguages, own) },
        },
      },
    ],
  };
  return {
    // Unlike that of a view, the title of a page or section is a text.
    patternProperties: { '^title$': own, '^sections$': { items: unsuggested({ $ref: page }) } },
    allOf: [everywhere],
  };
}
