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
 * of either kind; only few are compared letter by letter.
 */
export function nearlyEqual(word: string, candidates: Words): string | undefined {
  const outline = outlineOf(word);
  const similar = outlinesOf(candidates).filter((other) => isSimilar(outline, other));
  return closest(
    word,
    similar.map((other) => other.word),
    (length) => (length < 6 ? 1 : FEW),
  );
}

/** What of a word can be compared quickly. */
interface Outline {
  word: string;
  length: number;
  /** The letters that occur, a bit each, as far as bits go round. */
  letters: number;
}

function outlineOf(word: string): Outline {
  const folded = fold(word);
  let letters = 0;
  for (let at = 0; at < folded.length; at += 1) letters |= 1 << (folded.charCodeAt(at) & 31);
  return { word, length: folded.length, letters };
}

const known = new WeakMap<Words, Outline[]>();

function outlinesOf(words: Words): Outline[] {
  let outlines = known.get(words);
  if (outlines?.length !== words.size) {
    outlines = [...words.keys()].map(outlineOf);
    known.set(words, outlines);
  }
  return outlines;
}

/** Whether two words may be a few edits apart: each changes the letters that occur by two at most. */
function isSimilar(a: Outline, b: Outline): boolean {
  if (Math.abs(a.length - b.length) > FEW) return false;
  let different = a.letters ^ b.letters;
  let count = 0;
  for (; different !== 0; different &= different - 1) count += 1;
  return count <= 2 * FEW;
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
