/** Detects the style of a list. */
import type { ImportedCredit, ImportedEntry } from '../../model/imported-page.ts';
import { defaultStyle } from '../../model/style.ts';
import type { Style } from '../../types.ts';
import { COMMA } from '../shared/delimiters.ts';
import type { Phrase } from '../shared/phrase.ts';
import { readLine } from '../shared/read-line.ts';
import { formattedName } from '../shared/read-name.ts';
import type { LineStyle } from '../shared/read-parts.ts';
import { AND_WORDS, BY_WORDS } from '../shared/read-people.ts';
import { isVague, SEPARATORS } from '../shared/separators.ts';

/** A line of a list. */
export interface CandidateLine {
  phrase: Phrase | undefined;
  hasNested: boolean;
}

/** Returns the style with which most lines are credits, and have the most parts. */
export function prevailingStyle(lines: readonly CandidateLine[]): LineStyle {
  const phrases = lines.flatMap(({ phrase }) => phrase ?? []);
  const occurring = (words: readonly string[], padding = '') =>
    words.filter((word) => phrases.some(({ text }) => text.includes(padding + word + padding)));
  const formatted = phrases.flatMap((phrase) => formattedName(phrase) ?? []);
  const rests = formatted.map(({ rest }) => rest);
  const isBold = formatted.filter((name) => name.bold).length * 2 > formatted.length;
  const { separator, by, and } = defaultStyle;
  const separators = new Set([separator, ...occurring(SEPARATORS)]);
  if (rests.some((rest) => rest.startsWith(': '))) separators.add(': ');
  if (!isPrevailing(COMMA, rests)) separators.delete(COMMA);
  // Recognizing people depends on the start of the description, and vice versa.
  const withSeparators = (style: Omit<LineStyle, 'separator'>) =>
    [...separators].map((each) => ({ ...style, separator: each }));
  const best = (styles: LineStyle[]) => bestStyle(styles, lines);
  const named = best([isBold, !isBold].flatMap((bold) => withSeparators({ bold, by, and })));
  const words = occurring(BY_WORDS, ' ');
  const withBy = best([named, ...words.flatMap((word) => withSeparators({ ...named, by: word }))]);
  return best([withBy, ...occurring(AND_WORDS, ' ').map((word) => ({ ...withBy, and: word }))]);
}

/** Whether a separator follows at least half of the formatted names. */
function isPrevailing(separator: string, rests: readonly string[]): boolean {
  const filled = rests.filter((rest) => rest.trim() !== '');
  const count = filled.filter((rest) => rest.startsWith(separator)).length;
  return count > 1 && count * 2 >= filled.length;
}

/** Returns the first style with the highest score. */
function bestStyle(styles: readonly LineStyle[], lines: readonly CandidateLine[]): LineStyle {
  const [first, second] = styles;
  if (first && !second) return first;
  const scores = styles.map((style) => lines.reduce((sum, line) => sum + scoreOf(line, style), 0));
  return styles[scores.indexOf(Math.max(...scores))] as LineStyle;
}

/** Scores how much of a line a style recognizes. */
function scoreOf({ phrase, hasNested }: CandidateLine, style: LineStyle): number {
  const entry = phrase && readLine(phrase, style, hasNested);
  if (!entry) return 0;
  const { by, description, license, links, version } = entry;
  const parts = [by, description, license, links, version].filter(Boolean).length;
  const vaguePenalty = description !== undefined && isVague(style.separator) ? 1.5 : 0;
  // Several people are more likely than a single one whose name contains a word such as "and".
  const severalBonus = (by?.length ?? 0) > 1 ? 0.1 : 0;
  // A line with nested credits must be a credit itself.
  return 4 + parts - vaguePenalty + severalBonus + (hasNested ? 1_000 : 0);
}

/** Returns the keys of a style that affect credits. */
export function relevantStyle(
  credits: readonly ImportedCredit[],
  { bold, separator, by, and }: LineStyle,
): Style {
  const entries = credits
    .flatMap((credit) => (typeof credit === 'string' ? [] : [credit, ...(credit.credits ?? [])]))
    .filter((credit): credit is ImportedEntry => typeof credit !== 'string');
  return {
    layout: defaultStyle.layout,
    ...(entries.length > 0 && { bold }),
    ...(entries.some(({ description }) => description !== undefined) && { separator }),
    ...(entries.some((entry) => (entry.by?.length ?? 0) > 0) && { by }),
    ...(entries.some((entry) => (entry.by?.length ?? 0) > 1) && { and }),
  };
}
