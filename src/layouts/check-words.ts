import type { Report } from '../diagnostics/report.ts';
import { wordsOf } from '../model/language-words/index.ts';
import type { Place } from '../model/place.ts';
import type { ResolvedStyle } from '../model/style.ts';
import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import type { Locate } from '../schema/read-page.ts';
import type { Credit, Format, Page, Style } from '../types.ts';
import { layoutIn } from './layout.ts';
import { columnsFor } from './table/columns.ts';

type Word = 'by' | 'and';

/** Reports words that a place shows beside people, if neither its language nor its styles have them. */
export function checkWords(
  page: Page,
  { display, content, format, lang }: Place,
  locate: Locate,
  report: Report,
): void {
  if (lang === undefined || wordsOf(lang)) return;
  const missing = new Set<Word>();
  for (const part of walkSections(content)) {
    if (!('credits' in part)) continue;
    const { credits, style, styles } = part;
    for (const word of shownWords(credits, style, format)) {
      if (!isSet(word, styles)) missing.add(word);
    }
  }
  if (missing.size === 0) return;
  const range = locate(display, 'lang') ?? locate(page, 'languages');
  // A map needs a value in the default language, too.
  const tags = [...new Set([page.languages?.[0] ?? lang, lang])];
  report('language-words', range, { tag: lang, tags, keys: [...missing] });
}

function isSet(word: Word, styles: readonly Style[]): boolean {
  return styles.some((style) => style[word] !== undefined);
}

/** Returns the words that a layout shows beside people. */
function shownWords(credits: readonly Credit[], style: ResolvedStyle, format: Format): Word[] {
  const all = flattenCredits(credits);
  const layout = layoutIn(style.layout, format);
  if (layout === 'names' || layout === 'gallery') return [];
  if (layout === 'table' && !columnsFor(all, style).includes('by')) return [];
  const counts = all.map((credit) => ('by' in credit && credit.by?.length) || 0);
  const most = counts.reduce((max, count) => Math.max(max, count), 0);
  const hasBy = layout !== 'table' && most > 0;
  return [...(hasBy ? (['by'] as const) : []), ...(most > 1 ? (['and'] as const) : [])];
}
