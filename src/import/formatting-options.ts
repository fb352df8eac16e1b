import type { MarkdownOptions } from '../types.ts';

/** The Markdown formatting of a page → the options that reproduce it. */

/** What options may be set to, those that change the most first. */
const CANDIDATES: readonly MarkdownOptions[] = [
  // Neither of the two makes such a line what it was without the other.
  { bullet: '*', listItemIndent: 'tab' },
  { bullet: '+', listItemIndent: 'tab' },
  { bullet: '*' },
  { bullet: '+' },
  { listItemIndent: 'tab' },
  { listItemIndent: 'mixed' },
  { emphasis: '*' },
  { strong: '_' },
  { rule: '*' },
  { rule: '_' },
  { ruleRepetition: 5 },
  { ruleSpaces: true },
  { setext: true },
  { closeAtx: true },
  { fence: '~' },
  { fences: false },
  { bulletOrdered: ')' },
  { bulletOther: '*' },
  { bulletOther: '+' },
  { bulletOther: '-' },
  { incrementListMarker: false },
  { quote: "'" },
  { resourceLink: false },
  { tightDefinitions: true },
];

/**
 * Returns the options that bring a page closest to the original, without those that do not help.
 *
 * @param write the page, written with some options
 */
export function optionsFor(
  original: string,
  write: (options: MarkdownOptions) => string,
): MarkdownOptions {
  const wanted = countTokens(original);
  let options: MarkdownOptions = {};
  let least = distance(wanted, countTokens(write(options)));
  const hasFences = /^ {0,3}(?:`{3}|~{3})/m.test(original);
  for (const candidate of CANDIDATES) {
    if (least === 0) break;
    if (candidate.fences === false && hasFences) continue;
    const tried = { ...options, ...candidate };
    if (tried.bulletOther === (tried.bullet ?? '-')) continue;
    const steps = distance(wanted, countTokens(write(tried)));
    if (steps < least) [options, least] = [tried, steps];
  }
  return options;
}

/** How often each token occurs: what a line begins with, a word, or marks. */
function countTokens(text: string): Map<string, number> {
  const tokens =
    text.match(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]*|[\p{L}\p{N}]+|[^\p{L}\p{N}\s]+/gmu) ?? [];
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** How many tokens of one text the other lacks, both ways. */
function distance(a: Map<string, number>, b: Map<string, number>): number {
  let steps = 0;
  for (const [token, count] of a) steps += Math.abs(count - (b.get(token) ?? 0));
  for (const [token, count] of b) if (!a.has(token)) steps += count;
  return steps;
}
