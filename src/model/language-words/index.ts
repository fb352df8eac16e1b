/** The words that pages add to the text of their sources, in each language. */
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { LanguageWords } from './language-words.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import { zh, zhHant } from './zh.ts';

const wordsByLanguage: Record<string, LanguageWords> = { de, en, es, fr, it, nl, pt, zh };

/** The languages whose words are known. Their regions have the same words. */
export const knownLanguages: readonly string[] = Object.keys(wordsByLanguage);

/**
 * The languages that editors suggest: those of the words above and of Starlight's interface, and Brazilian
 * Portuguese.
 *
 * @see https://github.com/withastro/starlight/tree/main/packages/starlight/translations
 */
export const suggestedLanguages: readonly string[] = [
  ...knownLanguages,
  ...'ar ca cs da el fa fi gl he hi hu id ja ko lv nb pl'.split(' '),
  ...'pt-BR ro ru sk sv th tr uk vi zh-CN zh-TW'.split(' '),
];

/** Tags of Chinese in traditional characters: by the script, or by the region. */
const TRADITIONAL = /^zh-(?!.*hans)(?:.*-)?(?:hant|tw|hk|mo)\b/i;

/** Returns the words of a language, or `undefined` if they are not known. */
export function wordsOf(tag: string): LanguageWords | undefined {
  if (TRADITIONAL.test(tag)) return zhHant;
  const language = tag.toLowerCase().replace(/-.*/, '');
  return Object.hasOwn(wordsByLanguage, language) ? wordsByLanguage[language] : undefined;
}
