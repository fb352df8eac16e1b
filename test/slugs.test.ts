/** The package has a pattern in place of github-slugger's list of characters. */
import { slug } from 'github-slugger';
import { expect, test } from 'vitest';
import { NOT_IN_SLUGS } from '../.build/replaced-modules.js';
import { isSlow } from './helpers/test-size.ts';

test('slugs are without what github-slugger removes, except letters that Unicode 13 lacks', () => {
  const removed = new RegExp(NOT_IN_SLUGS, 'gu');
  const differing: string[] = [];
  // Almost all letters are in the first two planes.
  for (let code = 0; code < (isSlow ? 0x110000 : 0x20000); code += 1) {
    const character = String.fromCodePoint(code);
    if (/\p{Cs}|\p{Cn}| /u.test(character)) continue;
    const kept = character.replace(removed, '') !== '';
    if (kept !== (slug(character) !== '')) differing.push(character);
  }
  expect(differing.filter((character) => !/\p{Alphabetic}|\p{M}|\p{Nd}/u.test(character))).toEqual(
    [],
  );
  // The first of them is of Unicode 14.
  expect(differing[0]).toBe('\u0870');
});
