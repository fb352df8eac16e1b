/** Warnings about likely mistakes, and similar text without a warning. */
import { describe, expect, test } from 'vitest';
import { diagnose } from './helpers/cli.ts';

const warnings = async (yaml: string) => {
  const { code, all } = await diagnose(`title: x\n${yaml}`);
  expect(code).toBe(0);
  for (const { severity } of all) expect(severity).toBe('warning');
  return all.map(({ line, column, code: name, help }) => `${line}:${column} ${name} ${help}`);
};

describe('text in the wrong encoding', () => {
  test.each([
    ['Ga√©tan', 'Gaétan'],
    ['GaÃ©tan', 'Gaétan'],
    ['donâ€™t', 'don’t'],
    ['‚Äútwo‚Äù', '“two”'],
    ['Å\u201ciek', 'Œiek'.replace('Œiek', 'œiek')],
    ['ðŸ˜€', '😀'],
  ])('%s is reported, with the suggestion %s', async (text, meant) => {
    expect(await warnings(`intro: ${text}\n`)).toEqual([
      `2:8 text-mojibake did you mean "${meant}"?`,
    ]);
  });

  test.each([
    'Gaétan',
    'CAFÉ»',
    '日本語',
    'Привет',
    'naïve — “quoted”',
    'Ünïcödé',
    '👍🏽',
    'Łódź',
    'Ñandú',
    '√π',
    '√±',
    'IRMÃ®',
    'ᠠ᠎',
    'BLÅ®',
  ])('%s is not reported', async (text) => {
    expect(await warnings(`intro: ${text}\n`)).toEqual([]);
  });
});

test('invisible characters and combining accents are reported', async () => {
  expect(await warnings('intro: "a\\u200bb"\n')).toEqual([
    '2:8 text-invisible remove U+200B if it is not intended',
  ]);
  expect(await warnings('intro: "e\\u0301"\n')).toEqual([
    '2:8 text-nfc convert it to Unicode normalization form NFC',
  ]);
});

describe('invisible characters', () => {
  test.each([
    ['a zero-width space in Khmer', 'ភាសា\u200bខ្មែរ'],
    ['a zero-width space in Thai', 'ภาษา\u200bไทย'],
    ['a zero-width space in Lao', 'ພາສາ\u200bລາວ'],
    ['a zero-width space in Burmese', 'မြန်မာ\u200bဘာသာ'],
    ['a zero-width space between Khmer and Latin', 'ភាសា\u200bGitHub\u200bខ្មែរ'],
    ['a word joiner in Thai', 'ไทย\u2060ไทย'],
    ['a joiner in an emoji', '👩\u200d👩\u200d👧'],
    ['a non-joiner in Persian', 'می\u200cخواهم'],
    ['a joiner in Sinhala', 'ශ්\u200dරී'],
    ['a non-joiner in Malayalam', 'തമിഴ്\u200cനാട്'],
    ['a variation selector of a kanji', '葛\u{e0100}城'],
    ['a variation selector of Mongolian', 'ᠠ\u180bᠨ'],
    ['a variation selector of an emoji', '❤\ufe0f'],
    ['closed isolates', '\u2067דוד\u2069 \u2066David\u2069'],
    ['marks of direction', 'דוד\u200f (C\u200e)'],
    ['soft hyphens in a long word', 'Donau\u00addampf\u00adschiff'],
  ])('%s: no warning', async (_, text) => {
    expect(await warnings(`intro: ${text}\ncredits: [{ name: ${text} }]\n`)).toEqual([]);
  });

  test.each(['a\u200bb', 'Star\u00adlight', '\u00adA', 'a\u2060b', 'a\ufeff'])(
    '%j: a warning',
    async (text) => {
      expect(await warnings(`credits: [{ name: ${text} }]\n`)).toHaveLength(1);
    },
  );
});

describe('the normalization form NFC', () => {
  test.each([
    ['a compatibility ideograph', '\ufa10 \ufa11 \u{2f800}'],
    ['Hebrew points in their traditional order', 'שּׁ'],
    ['Arabic marks in the order of typing', 'مُحَم\u0651\u064eد'],
    ['letters of Hindi with a dot', '\u0958\u095c'],
    ['presentation forms of Hebrew', '\ufb1d\ufb2a'],
    ['composed letters', 'é ệ 각'],
  ])('%s: no warning', async (_, text) => {
    expect(await warnings(`credits: [{ name: "${text}" }]\n`)).toEqual([]);
  });

  test.each([
    ['an accent', 'e\u0301'],
    ['an accent beside a compatibility ideograph', '\ufa10e\u0301'],
    ['two accents', 'ê\u0323'],
    ['a syllable of Hangul in parts', '\u1112\u1161\u11ab'],
    ['a duplicate', '\u212a'],
  ])('%s: a warning', async (_, text) => {
    expect(await warnings(`credits: [{ name: "${text}" }]\n`)).toEqual([
      '2:19 text-nfc convert it to Unicode normalization form NFC',
    ]);
  });
});

describe('a URL without a scheme', () => {
  test.each(['example.net/x', 'www.example.org', 'example.com?q', 'a.b-c.dev#x'])(
    '%s is reported',
    async (url) => {
      expect(await warnings(`credits: [{ name: a, url: "${url}" }]\n`)).toEqual([
        `2:27 url-no-scheme write "https://${url}" for another site, or "./${url}" for a path`,
      ]);
      expect(await warnings(`intro: "[a](${url})"\n`)).toHaveLength(1);
    },
  );

  test.each([
    'page.html',
    'README.md',
    './example.net',
    '/x.y/z',
    'docs/a.com',
    '#a.b',
    'v1.0/x',
    '//e.co',
    'a',
    'credits.html#ada',
    'style.css',
    'a.tar.gz',
    'index.php?x=1',
  ])('%s is not reported', async (url) => {
    expect(await warnings(`credits: [{ name: a, url: "${url}" }]\n`)).toEqual([]);
  });
});

test('a heading without an id is reported', async () => {
  expect(
    await warnings(
      'sections: [{ title: "***" }, { title: "👍" }, { title: "a" }, { title: "日" }]\n',
    ),
  ).toHaveLength(2);
});
