/**
 * Keeps right-to-left names, labels, versions and licenses in left-to-right text in their places. Next to each
 * other, or before a number, they would be shown in the opposite order.
 *
 * @see https://www.unicode.org/reports/tr9/
 */
import type { PhrasingContent, Text } from 'mdast';
import { DIRECTIONAL } from '../../text/isolates.ts';
import { unicodePattern } from '../../text/unicode-pattern.ts';
import { END, START } from './mark-text.ts';
import { type Piece, phrasingOf } from './pieces.ts';

/**
 * Returns the phrasing content of a whole line, with isolates in place of the marks of texts that need them.
 *
 * @param isRightToLeft whether the text around the marks is written from right to left
 */
export function lineOfPieces(
  { isRightToLeft }: { isRightToLeft: boolean },
  ...pieces: (Piece | readonly Piece[])[]
): PhrasingContent[] {
  const line = phrasingOf(...pieces);
  const marked: Text[] = [];
  addMarked(line, marked);
  if (marked.length === 0) return line;
  const needs = isRightToLeft ? [] : textsThatNeedIsolates(directionalText(line));
  let index = 0;
  for (const text of marked) {
    text.value = text.value.replace(MARKED, (_, own) => {
      const isNeeded = needs[index];
      index += 1;
      return isNeeded ? `\u2068${own}\u2069` : own;
    });
  }
  return line;
}

const MARKED = new RegExp(`${START}([^${END}]*)${END}`, 'g');

function addMarked(nodes: readonly PhrasingContent[], marked: Text[]): void {
  for (const node of nodes) {
    if (node.type === 'text' && node.value.includes(START)) marked.push(node);
    if ('children' in node) addMarked(node.children as PhrasingContent[], marked);
  }
}

/** Returns the text that the direction of a line depends on. */
function directionalText(nodes: readonly PhrasingContent[]): string {
  const parts = nodes.map((node) => {
    if (node.type === 'text' || node.type === 'inlineCode') return node.value;
    if (node.type === 'break') return '\n';
    return 'children' in node ? directionalText(node.children as PhrasingContent[]) : '';
  });
  return parts.join('');
}

type Direction = 'left' | 'right' | 'digit' | undefined;

/** The directions of the first and last letter in a marked text, and of what is next to these. */
interface Marked {
  before: Direction;
  first: Direction;
  last: Direction;
  after: Direction;
}

/** Returns, for each marked text of a line, whether it would change places with what is next to it. */
function textsThatNeedIsolates(line: string): boolean[] {
  const texts: Marked[] = [];
  let inside: Marked | undefined;
  /** The text after which no letter or digit was found yet. */
  let waiting: Marked | undefined;
  let letter: Direction;
  const pattern = unicodePattern(`${START}|${END}|\\n|${DIRECTIONAL}`, 'g');
  for (const { 0: found, groups = {} } of line.matchAll(pattern)) {
    if (found === START) {
      inside = { before: letter, first: undefined, last: undefined, after: undefined };
      texts.push(inside);
      continue;
    }
    if (found === END) {
      waiting = inside;
      inside = undefined;
      continue;
    }
    const direction = groups.right ? 'right' : groups.left ? 'left' : undefined;
    if (waiting) waiting.after = direction ?? (groups.digit ? 'digit' : undefined);
    waiting = undefined;
    if (found === '\n') letter = undefined;
    letter = direction ?? letter;
    if (!inside || !direction) continue;
    inside.first ??= direction;
    inside.last = direction;
  }
  return texts.map(({ before, first, last, after }) => {
    const isBefore = before === 'right' && first === 'right';
    return isBefore || (last === 'right' && (after === 'right' || after === 'digit'));
  });
}
