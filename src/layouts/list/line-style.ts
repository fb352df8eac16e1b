/** Finds the style of a list. */
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

/** A line of a list, and whether it has a nested list. */
export interface CandidateLine {
  phrase: Phrase | undefined;
  hasCredits: boolean;
}

/** Returns the style in which most lines are credits, with the most parts. */
export function prevailingStyle(lines: readonly CandidateLine[]): LineStyle {
  const phrases = lines.flatMap(({ phrase }) => phrase ?? []);
  const occurring = (words: readonly string[], around = '') =>
    words.filter((word) => phrases.some(({ text }) => text.includes(around + word + around)));
  const formatted = phrases.flatMap((phrase) => formattedName(phrase) ?? []);
  const rests = formatted.map(({ rest }) => rest);
  const isBold = formatted.filter((name) => name.bold).length * 2 > formatted.length;
  const { separator, by, and } = defaultStyle;
  const separators = new Set([separator, ...occurring(SEPARATORS)]);
  if (rests.some((rest) => rest.startsWith(': '))) separators.add(': ');
  if (!isPrevailing(COMMA, rests)) separators.delete(COMMA);
  // Recognizing people depends on the start of the description, and vice versa.
  const divided = (style: Omit<LineStyle, 'separator'>) =>
    [...separators].map((each) => ({ ...style, separator: each }));
  const best = (styles: LineStyle[]) => bestOf(styles, lines);
  const base = best([isBold, !isBold].flatMap((bold) => divided({ bold, by, and })));
  const words = occurring(BY_WORDS, ' ');
  const named = best([base, ...words.flatMap((word) => divided({ ...base, by: word }))]);
  return best([named, ...occurring(AND_WORDS, ' ').map((word) => ({ ...named, and: word }))]);
}

/** Whether a separator follows at least half of the formatted names. */
function isPrevailing(separator: string, rests: readonly string[]): boolean {
  const tails = rests.filter((rest) => rest.trim() !== '');
  const some = tails.filter((rest) => rest.startsWith(separator)).length;
  return some > 1 && some * 2 >= tails.length;
}

/** Returns the style with the highest score, or the first of several. */
function bestOf(styles: readonly LineStyle[], lines: readonly CandidateLine[]): LineStyle {
  const scores = styles.map((style) => lines.reduce((sum, line) => sum + scoreOf(line, style), 0));
  return styles[scores.indexOf(Math.max(...scores))] as LineStyle;
}

/** Returns a score for how much of a line a style recognizes. */
function scoreOf({ phrase, hasCredits }: CandidateLine, style: LineStyle): number {
  const entry = phrase && readLine(phrase, style, hasCredits);
  if (!entry) return 0;
  const { by, description, license, links, version } = entry;
  const parts = [by, description, license, links, version].filter(Boolean).length;
  const vague = description !== undefined && isVague(style.separator) ? 1.5 : 0;
  // Several people are more likely than one whose name has a word like "and" in it.
  const several = (by?.length ?? 0) > 1 ? 0.1 : 0;
  // A line with nested credits must be a credit itself.
  return 4 + parts - vague + several + (hasCredits ? 1_000 : 0);
}

/** Returns the keys of a style that make a difference to credits. */
export function requiredStyle(
  credits: readonly ImportedCredit[],
  { bold, separator, by, and }: LineStyle,
): Style {
  const entries = credits
    .flatMap((credit) => (typeof credit === 'string' ? [] : [credit, ...(credit.credits ?? [])]))
    .filter((credit): credit is ImportedEntry => typeof credit !== 'string');
  const some = (test: (entry: ImportedEntry) => boolean) => entries.some(test);
  return {
    layout: defaultStyle.layout,
    ...(entries.length > 0 && { bold }),
    ...(some(({ description }) => description !== undefined) && { separator }),
    ...(some((entry) => (entry.by?.length ?? 0) > 0) && { by }),
    ...(some((entry) => (entry.by?.length ?? 0) > 1) && { and }),
  };
}
