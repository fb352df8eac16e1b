import type { VFile } from 'vfile';
import type { Range } from '../text/range.ts';
import { firstError, reportTo } from './report.ts';
import { settingsOf } from './settings.ts';

/** A page in one of its languages. */
interface Reading {
  lang: string | undefined;
  /** The texts without a value in the language. */
  untranslated: readonly Range[];
}

/** A page in its default language, and its translations. */
interface Readings extends Reading {
  translations: readonly Reading[];
}

/** Reports, once for each language, that texts have no value in it. */
export function reportUntranslated({ lang: shown, translations }: Readings, file: VFile): void {
  if (firstError(file)) return;
  for (const { lang, untranslated } of translations) {
    if (lang === undefined || shown === undefined) continue;
    const { ignores } = settingsOf(file);
    const counted = [...new Set(untranslated)].filter(
      (range) => !ignores.ignores('text-untranslated', range),
    );
    // They are in the order in which they are read: "people" first.
    const [first] = counted.sort((a, b) => a.start - b.start);
    if (!first) continue;
    reportTo(file)('text-untranslated', first, { tag: lang, shown, more: counted.length - 1 });
  }
}

/** Reports each text that has no value in a language, in place of what a build reports. */
export function reportEachUntranslated({ lang: shown, translations }: Readings, file: VFile): void {
  file.messages = file.messages.filter(({ ruleId }) => ruleId !== 'text-untranslated');
  const report = reportTo(file);
  for (const { lang, untranslated } of translations) {
    for (const range of untranslated) {
      if (lang === undefined || shown === undefined) continue;
      report('text-untranslated', range, { tag: lang, shown, more: 0 });
    }
  }
}
