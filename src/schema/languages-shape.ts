import { nearestFinder } from '../diagnostics/nearest.ts';
import { findLanguage, isLanguageTag, LANGUAGE_TAG } from '../model/language-tag.ts';
import { type Node, valueOfKey } from '../source/nodes.ts';
import { helpForStrings, helpForText } from './common-mistakes.ts';
import type { Scope } from './scope.ts';
import type { Shape } from './shape.ts';
import { wrongType } from './wrong-type.ts';

const LANGUAGES = 'a list of languages such as [en, fr]';

/** The message of editors for a string that is not a language tag. */
export const NO_TAG = 'A language tag, such as en or pt-BR.';

/** The schema of a language tag. `languageHints` suggests some. */
const tagSchema = { type: 'string', pattern: LANGUAGE_TAG, patternErrorMessage: NO_TAG };

/**
 * The maximum number of languages, and the maximum of their number times the length of the source, which is
 * read in each language.
 */
const MAX_LANGUAGES = 100;
const MAX_TOTAL = 20_000_000;

/** The languages of a page, the default first. */
export const languages: Shape<string[]> = {
  noun: LANGUAGES,
  read(node, scope) {
    if (node.kind !== 'list') return wrongType(node, LANGUAGES, scope, helpForStrings(node));
    checkLanguages(node.items, node, scope);
    return [...scope.languages];
  },
  schema: () => ({ type: 'array', items: tagSchema, minItems: 1, uniqueItems: true }),
};

function checkLanguages(items: readonly Node[], list: Node, scope: Scope): void {
  const { report, text } = scope;
  if (items.length === 0) {
    report('bad-value', list, {
      message: 'a page needs at least one language',
      help: 'add the default language, or remove "languages"',
    });
  }
  const max = maxLanguages(text);
  if (items.length > max) {
    report('bad-value', list, {
      message: `a source of this length can have at most ${max} languages, and this one has ${items.length}`,
      help: 'split the source into several files',
    });
  }
  const seen: string[] = [];
  for (const item of items.slice(0, max)) {
    if (item.kind !== 'scalar') {
      wrongType(item, 'a language tag such as en', scope, helpForText(item, scope));
    } else if (!isLanguageTag(item.value)) {
      const tag = item.value.replaceAll('_', '-');
      report('bad-value', item, {
        message: `"${item.value}" is not a language tag`,
        help: isLanguageTag(tag) ? `write "${tag}"` : 'write a BCP 47 tag, such as en or pt-BR',
      });
    } else if (findLanguage(seen, item.value) !== undefined) {
      report('bad-value', item, {
        message: `duplicate language "${item.value}"`,
        help: 'list each language once',
      });
    } else seen.push(item.value);
  }
}

function maxLanguages(text: string): number {
  return Math.min(MAX_LANGUAGES, Math.max(2, Math.floor(MAX_TOTAL / text.length)));
}

/** Returns the valid languages of a page. Their problems are reported when the page is read. */
export function languagesIn(page: Node | undefined, text: string): string[] {
  const node = valueOfKey(page, 'languages');
  const tags: string[] = [];
  for (const item of node?.kind === 'list' ? node.items.slice(0, maxLanguages(text)) : []) {
    if (item.kind !== 'scalar' || !isLanguageTag(item.value)) continue;
    if (findLanguage(tags, item.value) === undefined) tags.push(item.value);
  }
  return tags;
}

/** One of the languages of the page. */
export const language: Shape<string> = {
  noun: 'a language of the page',
  read(node, scope) {
    if (node.kind !== 'scalar') return wrongType(node, 'a language tag such as en', scope);
    const tag = findLanguage(scope.languages, node.value);
    if (tag === undefined) reportUnlisted(node.value, node, scope);
    return tag;
  },
  schema: () => tagSchema,
};

const finders = new WeakMap<readonly string[], ReturnType<typeof nearestFinder>>();

/** Reports a language that is not one of the page. */
export function reportUnlisted(
  tag: string,
  range: Parameters<Scope['report']>[1],
  { languages: known, report }: Pick<Scope, 'languages' | 'report'>,
): void {
  const find = finders.get(known) ?? nearestFinder(known);
  finders.set(known, find);
  const near = find(tag);
  report('language-unlisted', range, { tag, known, ...(near !== undefined && { near }) });
}
