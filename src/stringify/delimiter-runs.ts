/** Whether markers of emphasis, strong text and deleted text form what they should. */
import { unicodePattern } from '../text/unicode-pattern.ts';

/** A marker: its characters, its place in a text, and what it starts or ends. */
export interface Marker {
  written: string;
  start: number;
  /** Any value that is the same for the marker at the other end. */
  owner: unknown;
  isOpening: boolean;
}

/** Markers of the same character next to each other. */
interface Run {
  /** The marker of each character that is not used. */
  units: Marker[];
  length: number;
  canOpen: boolean;
  canClose: boolean;
}

/**
 * Whether all markers form pairs as they should in every parser: micromark, which takes a character
 * beyond the Basic Multilingual Plane for a letter and counts what is left of a run, and those that
 * follow the specification.
 *
 * @param text the text with its markers, and the characters beside it
 * @see https://spec.commonmark.org/0.31.2/#phase-2-inline-structure
 */
export function formPairs(markers: readonly Marker[], text: string): boolean {
  if (touchOtherMarks(markers, text)) return false;
  return [true, false].every((usesUnits) =>
    [true, false].every((countsRest) => arePaired(runsOf(markers, text, usesUnits), countsRest)),
  );
}

/**
 * Whether Prettier's parser for MDX reads runs of several markers. Those that open have to open strong text
 * first, or what ends together, as in `***a***`.
 */
export function areReadByPrettier(markers: readonly Marker[]): boolean {
  const touch = (one: Marker | undefined, two: Marker | undefined) =>
    one !== undefined &&
    one.start + one.written.length === two?.start &&
    one.written.charAt(0) === two.written.charAt(0);
  const isStrong = ({ written }: Marker) => written.length === 2;
  const otherEnd = (marker: Marker) =>
    markers.find((each) => each.owner === marker.owner && each !== marker);
  return markers.every((marker, index) => {
    const next = markers[index + 1];
    if (!next || !touch(marker, next)) return true;
    if (!next.isOpening) return true;
    return marker.isOpening && (isStrong(marker) || touch(otherEnd(next), otherEnd(marker)));
  });
}

/** Whether a marker touches a mark that is text: parsers differ then. */
function touchOtherMarks(markers: readonly Marker[], text: string): boolean {
  return markers.some(({ start, written }, index) => {
    const end = start + written.length;
    const previous = markers[index - 1];
    const isAfterMarker = previous && previous.start + previous.written.length === start;
    const isBeforeMarker = markers[index + 1]?.start === end;
    return (
      (!isAfterMarker && /[*_~\\]/.test(text.charAt(start - 1))) ||
      (!isBeforeMarker && /[*_~\\]/.test(text.charAt(end)))
    );
  });
}

function runsOf(markers: readonly Marker[], text: string, usesUnits: boolean): [string, Run][] {
  const runs: [string, Run][] = [];
  for (let index = 0; index < markers.length; ) {
    const { start, written } = markers[index] as Marker;
    const character = written.charAt(0);
    const units: Marker[] = [];
    let end = start;
    for (let next = markers[index]; next?.start === end && next.written.startsWith(character); ) {
      units.push(...Array.from(next.written, () => next as Marker));
      end += next.written.length;
      index += 1;
      next = markers[index];
    }
    // Tildes beside other markers are skipped, as in cmark-gfm. In micromark, all markers beside others
    // can open and close.
    const isLoose = character !== '~';
    const [outside, inside] = [
      isLoose ? text.slice(0, start).replace(/(?<!~)~+$/, '') : text.slice(0, start),
      isLoose ? text.slice(end).replace(/^~+/, '') : text.slice(end),
    ];
    const before = kindOf(lastOf(outside, usesUnits));
    const after = kindOf(firstOf(inside, usesUnits));
    const isLeft = after === 'letter' || (after === 'punctuation' && before !== 'letter');
    const isRight = before === 'letter' || (before === 'punctuation' && after !== 'letter');
    const inWord = character !== '_';
    runs.push([
      character,
      {
        units,
        length: units.length,
        canOpen: isLeft && (inWord || !isRight || before === 'punctuation'),
        canClose: isRight && (inWord || !isLeft || after === 'punctuation'),
      },
    ]);
  }
  return runs;
}

function arePaired(runs: [string, Run][], countsRest: boolean): boolean {
  const openers: Record<string, Run[]> = { '*': [], _: [], '~': [] };
  for (const [character, run] of runs) {
    const stack = openers[character] as Run[];
    while (run.canClose && run.units.length > 0) {
      const at = stack.findLastIndex((opener) => canPair(character, opener, run, countsRest));
      const opener = stack[at];
      if (!opener) break;
      // What is between the two would be text.
      if (at < stack.length - 1) return false;
      const size = Math.min(opener.units.length, run.units.length, 2);
      const [first, ...others] = [...opener.units.splice(-size), ...run.units.splice(0, size)];
      const [opening, closing] = [first, others.at(-1)];
      const areWhole = opening?.written.length === size && closing?.written.length === size;
      const isOne = opening?.owner === closing?.owner && opening?.isOpening !== closing?.isOpening;
      if (!areWhole || !isOne || others.some((unit) => unit.owner !== opening?.owner)) return false;
      if (opener.units.length === 0) stack.pop();
    }
    if (run.units.length === 0) continue;
    if (!run.canOpen) return false;
    stack.push(run);
  }
  return Object.values(openers).every((stack) => stack.length === 0);
}

function canPair(character: string, opener: Run, closer: Run, countsRest: boolean): boolean {
  const [left, right] = countsRest
    ? [opener.units.length, closer.units.length]
    : [opener.length, closer.length];
  if (character === '~') return left === 2 && right === 2;
  const isAmbiguous = opener.canClose || closer.canOpen;
  return !isAmbiguous || (left + right) % 3 !== 0 || (left % 3 === 0 && right % 3 === 0);
}

function lastOf(text: string, usesUnits: boolean): string {
  const unit = text.slice(-1);
  return !usesUnits && /[\udc00-\udfff]/.test(unit) ? text.slice(-2) : unit;
}

function firstOf(text: string, usesUnits: boolean): string {
  return usesUnits ? text.charAt(0) : String.fromCodePoint(text.codePointAt(0) ?? 32);
}

function kindOf(character: string): 'space' | 'letter' | 'punctuation' {
  if (/^\s?$/.test(character)) return 'space';
  return unicodePattern('^[\\p{P}\\p{S}]').test(character) ? 'punctuation' : 'letter';
}
