import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely stands for, if any is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const words = Array.from(candidates, wordOf);
  return closest(wordOf(word), words, (length) => Math.max(Math.sign(length - 1), length * 0.34));
}

/** Words to choose from, as a set or as the keys of a map. */
type Words = ReadonlySet<string> | ReadonlyMap<string, unknown>;

/** Edits between words that are nearly equal, at most. */
const FEW = 2;

/**
 * As {@link nearest}, but strict: for words that may well mean something else. There may be many
 * of either kind; only those of nearly the same length and letters are compared in full.
 */
export function nearlyEqual(text: string, candidates: Words): string | undefined {
  const byLength = lengthsOf(candidates);
  const word = wordOf(text);
  const { length } = word.folded;
  const letters = lettersOf(word.folded);
  const near: Word[] = [];
  for (let other = length - FEW; other <= length + FEW; other += 1) {
    for (const each of byLength.get(other) ?? []) {
      // An edit takes away one kind of letter, and adds one, at most.
      if (bitsIn(each.letters ^ letters) <= 2 * FEW) near.push(each);
    }
  }
  return near.length > 0 ? closest(word, near, (many) => (many < 6 ? 1 : FEW)) : undefined;
}

/** A word, and what is compared of it. */
interface Word {
  written: string;
  folded: string;
}

function wordOf(written: string): Word {
  return { written, folded: written.toLowerCase().replace(/[\s_-]+/g, '-') };
}

/** A word that many are compared with. */
interface KnownWord extends Word {
  letters: number;
}

/** Which letters a word has: a bit for each, which others share. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}

/** Words by their lengths, for each collection that was asked for. */
const known = new WeakMap<Words, { size: number; byLength: Map<number, KnownWord[]> }>();

function lengthsOf(words: Words): Map<number, KnownWord[]> {
  const before = known.get(words);
  if (before?.size === words.size) return before.byLength;
  const byLength = new Map<number, KnownWord[]>();
  for (const word of Array.from(words.keys(), wordOf)) {
    const { length } = word.folded;
    const one = { ...word, letters: lettersOf(word.folded) };
    const same = byLength.get(length);
    if (same) same.push(one);
    else byLength.set(length, [one]);
  }
  known.set(words, { size: words.size, byLength });
  return byLength;
}

function closest(
  word: Word,
  candidates: Iterable<Word>,
  allowed: (length: number) => number,
): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { written, folded } of candidates) {
    const steps = edits(word.folded, folded);
    if (steps < least && steps <= allowed(Math.max(word.written.length, written.length))) {
      best = written;
      least = steps;
    }
  }
  return best;
}

/** The edits between two words; two neighbours in the wrong order count as one. */
function edits(a: string, b: string): number {
  const steps = distance(a, b);
  if (steps !== 2 || a.length !== b.length) return steps;
  const at = [...a].findIndex((character, index) => character !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : 2;
}
