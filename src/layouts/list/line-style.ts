/** The style that fits most lines of a list. */

import type { DraftCredit, DraftEntry } from '../../model/draft.ts';
import { defaultStyle } from '../../schema/style-shape.ts';
import type { Style } from '../../types.ts';
import type { Phrase } from '../line/phrase.ts';
import { entryOf } from '../line/read-line.ts';
import { markedName } from '../line/read-name.ts';
import type { LineStyle } from '../line/read-parts.ts';
import { AND_WORDS, BY_WORDS } from '../line/read-people.ts';
import { isVague, SEPARATORS } from '../line/separators.ts';

/** A line of a list, and whether a list hangs on it. */
export interface HabitLine {
  phrase: Phrase | undefined;
  hasCredits: boolean;
}

/** The style in which the most lines are credits, with the most parts. */
export function habitOf(lines: readonly HabitLine[]): LineStyle {
  const phrases = lines.flatMap(({ phrase }) => phrase ?? []);
  const occurring = (words: readonly string[], around = '') =>
    words.filter((word) => phrases.some(({ text }) => text.includes(around + word + around)));
  const marked = phrases.flatMap((phrase) => markedName(phrase) ?? []);
  const rests = marked.map(({ rest }) => rest);
  const isBold = marked.filter((name) => name.bold).length * 2 > marked.length;
  const { separator, by, and } = defaultStyle;
  const separators = new Set([separator, ...occurring(SEPARATORS)]);
  if (rests.some((rest) => rest.startsWith(': '))) separators.add(': ');
  if (!isHabit(', ', rests)) separators.delete(', ');
  // Who the people are depends on where the description begins, and the other way round.
  const divided = (style: Omit<LineStyle, 'separator'>) =>
    [...separators].map((each) => ({ ...style, separator: each }));
  const best = (styles: LineStyle[]) => bestOf(styles, lines);
  const base = best([isBold, !isBold].flatMap((bold) => divided({ bold, by, and })));
  const words = occurring(BY_WORDS, ' ');
  const named = best([base, ...words.flatMap((word) => divided({ ...base, by: word }))]);
  return best([named, ...occurring(AND_WORDS, ' ').map((word) => ({ ...named, and: word }))]);
}

/** Whether at least half of what follows names begins with a separator. */
function isHabit(separator: string, rests: readonly string[]): boolean {
  const tails = rests.filter((rest) => rest.trim() !== '');
  const some = tails.filter((rest) => rest.startsWith(separator)).length;
  return some > 1 && some * 2 >= tails.length;
}

/** The style that tells the most of some lines; of equals, the first. */
function bestOf(styles: readonly LineStyle[], lines: readonly HabitLine[]): LineStyle {
  const scores = styles.map((style) => lines.reduce((sum, line) => sum + scoreOf(line, style), 0));
  return styles[scores.indexOf(Math.max(...scores))] as LineStyle;
}

/** How much a style tells of a line. */
function scoreOf({ phrase, hasCredits }: HabitLine, style: LineStyle): number {
  const entry = phrase && entryOf(phrase, style, hasCredits);
  if (!entry) return 0;
  const { by, description, license, links, version } = entry;
  const parts = [by, description, license, links, version].filter(Boolean).length;
  const vague = description !== undefined && isVague(style.separator) ? 1.5 : 0;
  // Several people are more likely than one whose name has a word like "and" in it.
  const several = (by?.length ?? 0) > 1 ? 0.1 : 0;
  // Without those that have others inside there is no list of credits at all.
  return 4 + parts - vague + several + (hasCredits ? 1_000 : 0);
}

/** The part of a style that credits cannot do without. */
export function neededOf(
  credits: readonly DraftCredit[],
  { bold, separator, by, and }: LineStyle,
): Style {
  const entries = credits
    .flatMap((credit) => (typeof credit === 'string' ? [] : [credit, ...(credit.credits ?? [])]))
    .filter((credit): credit is DraftEntry => typeof credit !== 'string');
  const some = (test: (entry: DraftEntry) => boolean) => entries.some(test);
  return {
    layout: defaultStyle.layout,
    ...(entries.length > 0 && { bold }),
    ...(some(({ description }) => description !== undefined) && { separator }),
    ...(some((entry) => (entry.by?.length ?? 0) > 0) && { by }),
    ...(some((entry) => (entry.by?.length ?? 0) > 1) && { and }),
  };
}
