import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely stands for, if any is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return closest(word, candidates, (length) => Math.max(Math.sign(length - 1), length * 0.34));
}

/** Words to choose from, as a set or as the keys of a map. */
type Words = ReadonlySet<string> | ReadonlyMap<string, unknown>;

/** Edits between words that are nearly equal, at most. */
const FEW = 2;

/**
 * As {@link nearest}, but strict: for words that may well mean something else. There may be many
 * of either kind; only those of nearly the same length are compared letter by letter.
 */
export function nearlyEqual(word: string, candidates: Words): string | undefined {
  const byLength = lengthsOf(candidates);
  const { length } = fold(word);
  const near: string[] = [];
  for (let other = length - FEW; other <= length + FEW; other += 1) {
    const words = byLength.get(other);
    if (words) near.push(...words);
  }
  return near.length > 0 ? closest(word, near, (many) => (many < 6 ? 1 : FEW)) : undefined;
}

/** Words by their lengths, for each collection that was asked for. */
const known = new WeakMap<Words, { size: number; byLength: Map<number, string[]> }>();

function lengthsOf(words: Words): Map<number, string[]> {
  const before = known.get(words);
  if (before?.size === words.size) return before.byLength;
  const byLength = new Map<number, string[]>();
  for (const word of words.keys()) {
    const { length } = fold(word);
    const same = byLength.get(length);
    if (same) same.push(word);
    else byLength.set(length, [word]);
  }
  known.set(words, { size: words.size, byLength });
  return byLength;
}

function closest(
  word: string,
  candidates: Iterable<string>,
  allowed: (length: number) => number,
): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const steps = edits(fold(word), fold(candidate));
    if (steps < least && steps <= allowed(Math.max(word.length, candidate.length))) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '-');
}

/** The edits between two words; two neighbours in the wrong order count as one. */
function edits(a: string, b: string): number {
  const steps = distance(a, b);
  if (steps !== 2 || a.length !== b.length) return steps;
  const at = [...a].findIndex((character, index) => character !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : 2;
}
