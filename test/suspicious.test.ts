/** Warnings: what is likely a mistake, and what only looks like one. */
import { describe, expect, test } from 'vitest';
import { diagnose } from './helpers/cli.ts';

const told = async (yaml: string) => {
  const { code, all } = await diagnose(`title: x\n${yaml}`);
  expect(code).toBe(0);
  for (const { severity } of all) expect(severity).toBe('warning');
  return all.map(({ line, column, code: name, help }) => `${line}:${column} ${name} ${help}`);
};

describe('a text that was misread', () => {
  test.each([
    ['Ga√©tan', 'Gaétan'],
    ['GaÃ©tan', 'Gaétan'],
    ['donâ€™t', 'don’t'],
    ['‚Äútwo‚Äù', '“two”'],
    ['Å\u201ciek', 'Œiek'.replace('Œiek', 'œiek')],
    ['ðŸ‘\u008d ok', undefined],
    ['ðŸ˜€', '😀'],
  ])('%s', async (text, meant) => {
    const expected = meant ? [`2:8 text-mojibake did you mean "${meant}"?`] : [];
    if (meant) expect(await told(`intro: ${text}\n`)).toEqual(expected);
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
  ])('%s is none', async (text) => {
    expect(await told(`intro: ${text}\n`)).toEqual([]);
  });
});

test('what nobody can see, and accents apart', async () => {
  expect(await told('intro: "a\\u200bb"\n')).toEqual([
    '2:8 text-invisible remove U+200B if it is not intended',
  ]);
  expect(await told('intro: "e\\u0301"\n')).toEqual([
    '2:8 text-nfc convert it to Unicode normalization form NFC',
  ]);
  expect(await told('intro: "👩\\u200d👩\\u200d👧 می\\u200cخواهم"\n')).toEqual([]);
});

describe('a URL without its scheme', () => {
  test.each(['example.net/x', 'www.example.org', 'example.com?q', 'a.b-c.dev#x'])(
    '%s',
    async (url) => {
      expect(await told(`credits: [{ name: a, url: "${url}" }]\n`)).toEqual([
        `2:27 url-no-scheme write "https://${url}" for another site, or "./${url}" for a path`,
      ]);
      expect(await told(`intro: "[a](${url})"\n`)).toHaveLength(1);
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
  ])('%s is one of this site', async (url) => {
    expect(await told(`credits: [{ name: a, url: "${url}" }]\n`)).toEqual([]);
  });
});

test('a heading that nothing can link to', async () => {
  expect(
    await told('sections: [{ title: "***" }, { title: "👍" }, { title: "a" }, { title: "日" }]\n'),
  ).toHaveLength(2);
});
