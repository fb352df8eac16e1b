import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely stands for, if any is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return closest(word, candidates, (length) => Math.max(Math.sign(length - 1), length * 0.34));
}

/** As {@link nearest}, but strict: for words that may well mean something else. */
export function nearlyEqual(word: string, candidates: Iterable<string>): string | undefined {
  return nearlyEqualTo(candidates)(word);
}

/** As {@link nearlyEqual}, for many words. */
export function nearlyEqualTo(candidates: Iterable<string>): (word: string) => string | undefined {
  const byLength = new Map<number, string[]>();
  for (const candidate of candidates) {
    const { length } = fold(candidate);
    byLength.set(length, [...(byLength.get(length) ?? []), candidate]);
  }
  const strict = (length: number) => (length < 6 ? 1 : 2);
  return (word) => {
    // An edit makes a word longer or shorter by one at most.
    const { length } = fold(word);
    const near = [-2, -1, 0, 1, 2].flatMap((more) => byLength.get(length + more) ?? []);
    return near.length > 0 ? closest(word, near, strict) : undefined;
  };
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
