import { expect, test } from 'vitest';
import { Glob, GlobSteps, globMatcher } from '../src/text/glob.ts';
import { GlobError } from '../src/text/glob-error.ts';

const matches = (glob: string, text: string) => new Glob(glob, new GlobSteps()).matches(text);

test.each([
  ['a', ['a'], ['b', 'aa', '']],
  ['*', ['', 'ab', '.a'], ['a/', 'a/b']],
  ['a*b*c', ['abc', 'aXbYc', 'abbcc'], ['ab', 'a/bc', 'abcd']],
  ['**', ['', 'a/b'], []],
  ['**/a', ['a', 'b/a', 'b/c/a'], ['ba', 'a/b']],
  ['b/**/a', ['b/a', 'b/c/a', 'b/c/d/a'], ['a', 'ba']],
  ['**/**/a', ['a', 'b/a'], ['ba']],
  ['a/**', ['a', 'a/', 'a/b/c'], ['ab', 'b/a']],
  ['a**c', ['ac', 'a/b/c'], ['a/b']],
  ['{a,b*}c', ['ac', 'bc', 'bbc'], ['c', 'abc']],
  ['{a,{b,c}d}', ['a', 'bd', 'cd'], ['b', 'd']],
  ['a{,b}', ['a', 'ab'], ['b']],
  ['{a/**/,}b', ['b', 'a/b', 'a/c/b'], ['c/b']],
  ['{a,b', ['{a,b'], ['a', 'b']],
  ['a,b}', ['a,b}'], ['a']],
  ['?', ['a', '🙂'], ['', '/', 'ab']],
  ['[a-c]', ['a', 'c'], ['d', '[a-c]', '-']],
  ['[!a-c]', ['d', '-'], ['a', '/']],
  ['[^.]*', ['a', 'ab'], ['.a']],
  ['[\\]]', [']'], ['\\']],
  ['[]', ['[]'], ['[', 'a']],
  ['\\*\\{a\\}', ['*{a}'], ['a', '*a']],
  ['\\', ['\\'], ['']],
])('%s', (glob, matching, others) => {
  expect(matching.filter((text) => !matches(glob, text))).toEqual([]);
  expect(others.filter((text) => matches(glob, text))).toEqual([]);
});

test('the values of all matching globs are returned', () => {
  const match = globMatcher([
    ['a', 1],
    ['a*', 2],
    ['b', 3],
    ['a', 4],
  ]);
  expect(match('a')).toEqual([1, 4, 2]);
  expect(match('c')).toEqual([]);
});

test.each(['*a'.repeat(500), '{a,b,*}'.repeat(250), '**/'.repeat(600), '{a,'.repeat(600)])(
  'many wildcards take linear time: %.9s…',
  (glob) => {
    expect(matches(`${glob}b`, 'a'.repeat(2_000))).toBe(false);
  },
  2_000,
);

test('globs that take too many steps are an error', () => {
  const steps = new GlobSteps();
  steps.add(39_999_900, 'a');
  const glob = new Glob('*a*b', steps);
  expect(glob.matches('a')).toBe(false);
  expect(() => glob.matches('a'.repeat(100))).toThrow(GlobError);
});
