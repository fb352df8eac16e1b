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
  expect(await warnings('intro: "👩\\u200d👩\\u200d👧 می\\u200cخواهم"\n')).toEqual([]);
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
