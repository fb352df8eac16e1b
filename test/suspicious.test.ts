/** Warnings about likely mistakes, and similar text without a warning. */
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { creditsData } from '../src/index.ts';
import { cli, diagnose, diagnoseAll, folder } from './helpers/cli.ts';
import { page } from './helpers/page.ts';
import { render } from './helpers/render.ts';

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

describe('a URL that cannot work', () => {
  test.each([
    ['<https://e.co>', 'write "https://e.co"'],
    ['[b](https://e.co)', 'write "https://e.co"'],
    ['[https://e.co]', 'write "https://e.co"'],
    ['(https://e.co)', 'write "https://e.co"'],
    ['`https://e.co`', 'write "https://e.co"'],
    ["'https://e.co'", 'write "https://e.co"'],
    ['https://exa mple.com', 'remove it, or write %20 for a space in a path'],
    ['https://e.co/a b', 'remove it, or write %20 for a space in a path'],
    ['https://', 'write a host after two slashes: https://example.com'],
    ['https:///a', 'write a host after two slashes: https://example.com'],
    ['https:e.co', 'write a host after two slashes: https://example.com'],
    ['http://?a', 'write a host after two slashes: https://example.com'],
    ['//', 'write a host after "//", or a path with one slash'],
    ['https//e.co', 'write "https://" at the start'],
    ['https://https://e.co', 'remove "https://https:"'],
    ['https://e.co:99999', 'check what is between "//" and "/"'],
    ['https://[::1', 'check what is between "//" and "/"'],
    ['https://e.co,', 'write "https://e.co"'],
    ['mailto:', 'write an address after "mailto:"'],
    ['mailto:ada', 'write an address after "mailto:"'],
    ['null', 'remove the key if there is no URL'],
    ['~', 'remove the key if there is no URL'],
    ['TODO', 'remove the key if there is no URL'],
  ])('%s is reported', async (url, fix) => {
    expect(await warnings(`credits: [{ name: a, url: "${url}" }]\n`)).toEqual([
      `2:27 url-invalid ${fix}`,
    ]);
  });

  test('such as a handle is reported', async () => {
    const [only, ...others] = await warnings('credits: [{ name: a, url: "@ada" }]\n');
    expect(others).toEqual([]);
    expect(only).toContain(
      'url-invalid write the URL of a profile, such as "https://github.com/ada"',
    );
  });

  test.each([
    '[a](https://)',
    '[a]()',
    '[a](@ada)',
    '[a](<https://exa mple.com>)',
    '[a](https://https://b)',
  ])('in Markdown, %s is reported', async (link) => {
    expect(await warnings(`intro: "${link}"\n`)).toEqual([
      expect.stringMatching(/^2:9 url-invalid /),
    ]);
  });

  test.each([
    ...['https://e.co', 'http://localhost:3000/a', 'http://[::1]:3000/', 'https://日本.jp/é'],
    ...['https://e.co/a_(b)', 'https://user@e.co', 'https://e.co/[a]', "https://e.co/a'b"],
    ...['mailto:a@e.co', 'mailto:?subject=a', '/a', '//e.co/a', '#a', '?a', 'a.md', './@ada'],
    ...[
      'HTTPS://E.CO',
      'https://e.co/a,b',
      'https://e.co/https://b',
      'https://web.archive.org/web/2020/https://e.co/',
    ],
  ])('%s is not reported', async (url) => {
    expect(await warnings(`credits: [{ name: a, url: "${url}" }]\n`)).toEqual([]);
  });

  test('is not a path with spaces in Markdown', async () => {
    expect(await warnings('intro: "[a](<b c.md>) [a](<https://e.co/b c>)"\n')).toEqual([]);
  });
});

describe('a person', () => {
  const people =
    'people: { zoe: Zoe (@zoe), ada: Ada Lovelace, Google: Google LLC, inc: Inc (@inc) }\n';
  const by = (text: string) => warnings(`${people}credits: [{ name: a, by: ${text} }]\n`);

  test.each([
    ['"zoe, ada"', 'person-several write a list: [zoe, ada]; '],
    ['zoe and ada', 'person-several write a list: [zoe, ada]; '],
    ['zoe & ada', 'person-several write a list: [zoe, ada]; '],
    ['"@zoe, & @ada"', 'person-several write a list: ["@zoe", "@ada"]; '],
    ['"@zoe, @ada, and @eve"', 'person-several write a list: ["@zoe", "@ada", "@eve"]; '],
    ['"zoe, Charles Babbage"', 'person-several write a list: [zoe, Charles Babbage]; '],
    ['"@zoe, @ada"', 'person-several write a list: ["@zoe", "@ada"]; '],
    ['Ada (@ada) and Zoe (@zoe)', 'person-several write a list: [Ada (@ada), Zoe (@zoe)]; '],
    ['Ada Lovelace @ada', 'person-handle write "Ada Lovelace (@ada)"; '],
    ['Ada Lovelace(@ada)', 'person-handle write "Ada Lovelace (@ada)"; '],
    ['Ada Lovelace <@ada>', 'person-handle write "Ada Lovelace (@ada)"; '],
    ['Ada Lovelace - @ada', 'person-handle write "Ada Lovelace (@ada)"; '],
    ['"@ada (Ada Lovelace)"', 'person-handle write "Ada Lovelace (@ada)"; '],
    ['"@ada ( Ada Lovelace )"', 'person-handle write "Ada Lovelace (@ada)"; '],
    ['"@ada Ada Lovelace"', 'person-handle write "Ada Lovelace (@ada)"; '],
    ['Ada (@https://github.com/ada)', 'handle-url write "@ada"'],
    ['"@https://github.com/ada"', 'handle-url write "@ada"'],
    ['{ handle: https://github.com/ada }', 'handle-url write "@ada"'],
    ['https://github.com/ada', 'person-address write {name: …, url: https://github.com/ada}'],
    ['Ada (https://e.co)', 'person-address write {name: Ada, url: https://e.co}'],
    ['Ada <ada@e.co>', 'person-address write {name: Ada, url: mailto:ada@e.co}'],
    ['[zoe, ada, zoe]', 'person-twice remove one'],
    ['[zoe, { handle: Zoe }]', 'person-twice remove one'],
    ['[Ada Lovelace (@ada), ada]', 'person-twice remove one'],
  ])('%s is reported', async (text, word) => {
    const [only, ...others] = await by(text);
    expect(others).toEqual([]);
    expect(only).toContain(word);
  });

  test.each([
    ...[
      'zoe',
      'Ada Lovelace',
      'Ada Lovelace (@ada)',
      '"@bob"',
      '"@ada@mastodon.social"',
      'zardOz (RIP)',
    ],
    ...['"Google, Inc."', 'Procter & Gamble', 'Hercules CI and friends', '"Sammy Davis, Jr."'],
    ...['Team @ Work', 'nix-community/flakes', 'Ada (the first)', '{ handle: "a.b" }', 'C++ team'],
    ...['[zoe, ada]', '[Ann (@a), Ann (@b)]', '[{ name: A, url: /a }, { name: A, url: /b }]'],
    ...['Jean-Luc O’Brien', '李小龍', 'ada.bsky.social', '{ name: "zoe, ada" }', 'a/b'],
  ])('%s is not reported', async (text) => {
    expect(await by(text)).toEqual([]);
  });

  test.each([
    ['https://github.com/ada', 'ada'],
    ['https://github.com/ada/repo?tab=a#b', 'ada'],
    ['github.com/ada/', 'ada'],
    ['https://mastodon.social/@ada', 'ada'],
    ['https://www.linkedin.com/in/ada', 'ada'],
    ['https://sr.ht/~ada', 'ada'],
    ['https://ada.dev', 'https://ada.dev'],
    ['ada.dev', 'ada.dev'],
  ])('with the handle %s has the handle %s', (written, handle) => {
    const { credits } = creditsData(
      `title: x\ncredits: [{ name: a, by: { handle: "${written}" } }]\n`,
    );
    expect(credits).toEqual([{ name: 'a', by: [{ handle }] }]);
  });
});

test('several people, or a similar id, are reported in a credit of a person', async () => {
  const people = 'people: { zoe: Zoe, ada: Ada }\n';
  expect(
    await warnings(
      `${people}credits: [person: "zoe, ada", person: adaa, person: "@ada", person: ada]\n`,
    ),
  ).toEqual([
    '3:19 person-several write a credit for each of [zoe, ada]; for one person, write {name: "zoe, ada"}',
    '3:39 person-near-id write "ada" for that person, or {name: adaa} for another person',
    '3:53 person-near-id write "ada" for that person, or {handle: ada} for another person',
  ]);
});

test('a string credit that is exactly an id is reported', async () => {
  const people = 'people: { ada: Ada Lovelace }\n';
  expect(await warnings(`${people}credits: [ada, Ada, ada and others]\n`)).toEqual([
    '3:11 credit-id write "- person: ada" to credit this person',
  ]);
});

test('a heading without an id is reported', async () => {
  expect(
    await warnings(
      'sections: [{ title: "***" }, { title: "👍" }, { title: "a" }, { title: "日" }]\n',
    ),
  ).toHaveLength(2);
});

describe('Markdown in plain text', () => {
  test.each([
    ['[Astro](https://astro.build)', '[Astro](https://astro.build)'],
    ['![logo](a.png) Astro', '![logo](a.png)'],
    ['<https://astro.build>', '<https://astro.build>'],
    ['**Astro**', '**Astro**'],
    ['the **best** one', '**best**'],
    ['the *best* one', '*best*'],
    ['`astro`', '`astro`'],
    ['~~old~~ new', '~~old~~'],
    ['R&amp;D', '&amp;'],
    ['Caf&eacute;', '&eacute;'],
    ['C\\*', '\\*'],
    ['<b>Astro</b>', '<b>Astro</b>'],
  ])('%s is reported', async (name, found) => {
    const { all, places } = await diagnose(
      `title: x\ncredits:\n  - name: ${JSON.stringify(name)}\n`,
    );
    expect(places).toEqual(['3:11 text-markdown']);
    expect(all[0]?.message).toBe(
      `"${found}" is Markdown, but in plain text readers see every character of it`,
    );
  });

  test.each([
    ...['C*', 'a_b', '_why_', '__init__', '*.js', '*.js and *.ts', '*nix and *bsd', '2 * 3 * 4'],
    ...['2**3**4', 'C* and D*', '**kwargs', '*args, **kwargs', '***', '*', 'a[0](1)', 'f[T](x)'],
    ...['[x]', '[x] (y)', '# a', '- a', '> a', '1. a', '`', "``a''", '~a', 'R&D', 'AT&T;', 'a & b'],
    ...['<b>', '<script>', 'List<String>', 'a < b > c', '{x}', ':::note', 'https://e.co', 'C:\\a'],
    ...['a | b', '$x$', ':tada:', '@scope/pkg', 'vec![a](b)', '¯\\(ツ)/¯', 'snake_case_name'],
  ])('%s is not reported', async (name) => {
    expect(await warnings(`credits:\n  - name: ${JSON.stringify(name)}\n`)).toEqual([]);
  });

  test('is reported in all kinds of plain text, but not in paths and the notice', async () => {
    const { places } = await diagnose(`title: "**x**"
description: "\`y\`"
notice: "Run \`npm run credits\`"
people: { ada: "*Ada*" }
style: { separator: " **·** " }
sections: [{ title: "[a](b)" }]
credits:
  - { name: a, version: "\`1\`", license: "[MIT](b)", by: { name: "*b*" }, links: [{ label: "*c*", url: d }] }
`);
    expect(places.map((place) => place.replace(' text-markdown', ''))).toEqual([
      '1:8',
      '2:14',
      '4:16',
      '5:21',
      '6:21',
      '8:25',
      '8:41',
      '8:65',
      '8:91',
    ]);
  });
});

describe('references in Markdown', () => {
  test.each([
    ['see the [guide][guide] there', '2:16 markdown-reference'],
    ['[guide][]', '2:8 markdown-reference'],
    ['![logo][a b]', '2:8 markdown-reference'],
    ['[a *b* `c`][d]', '2:8 markdown-reference'],
    ['a[^1]', '2:9 markdown-reference'],
    ['[guide](https://exa mple.com)', '2:8 markdown-link'],
    ['[guide] (https://e.co)', '2:8 markdown-link'],
    ['(guide)[https://e.co]', '2:8 markdown-link'],
    ['a **Note:**text', '2:10 markdown-bold'],
    ['[**「重要」**です](https://e.co)', '2:9 markdown-bold'],
    ['これは***（重要）***です', '2:11 markdown-bold'],
    ['**真，**她和 [a](b)', '2:8 markdown-bold'],
    ['これは**「あ」**', '2:11 markdown-bold'],
  ])('%s is reported', async (text, place) => {
    const { places } = await diagnose(`title: x\nintro: '${text}'\n`);
    const [line, column] = (place.split(' ')[0] as string).split(':').map(Number);
    expect(places).toEqual([`${line}:${(column as number) + 1} ${place.split(' ')[1]}`]);
  });

  test.each([
    ['intro: a[^1]', 'add a line to the field: "[^1]: text"'],
    // An inline field cannot have the definition of a footnote.
    ['credits: [{ name: a, description: "a[^1]" }]', 'move the text to an "intro" or "outro"'],
  ])('the footnote in %s can be defined', async (yaml, help) => {
    const [found] = await warnings(`${yaml}\n`);
    expect(found).toContain(`markdown-reference ${help}; in text, escape the bracket`);
  });

  test.each([
    ['a\n\n[b]: https://e.co', '4:3 markdown-unused'],
    ['a\n\n[^b]: c', '4:3 markdown-unused'],
    ['[b]\n\n[b]: https://e.co\n[B]: https://f.co', '5:3 markdown-unused'],
  ])('the definition in %j is reported', async (text, place) => {
    const lines = text.replaceAll('\n', '\n  ').replaceAll('\n  \n', '\n\n');
    const source = `title: x\nintro: |\n  ${lines}\n`;
    const { places } = await diagnose(source);
    const [, column = '', code = ''] = /:(\d+) (.*)/.exec(place) ?? [];
    const line = Number(place.split(':')[0]) + 1;
    expect(places).toEqual([`${line}:${column} ${code}`]);
  });

  test.each([
    ...['[guide](https://e.co)', '[a] and [b]', '\\[a][b]', '\\[a]\\[b]', '`[a][b]`', 'm[i][j]'],
    ...[
      '**Note:** text',
      '「**重要**」です',
      '2**3**4',
      '2 ** 3 ** 4',
      '**a and **b',
      '`**「a」**b`',
    ],
    ...['Ada**, Bob**', 'これは**、あれは**', 'f(**a) and g(**b)', '（**あ）（**い）'],
    ...['\\*\\*「a」\\*\\*b', '****', '**「a」**', '\\**「a」**b'],
    ...['[1][2]', '[x][ ]', '[^a-z]', '`[^1]`', '[a](https://e.co "b c")', '[a](<b c>)'],
    ...['a (b) [c]', '[a] (see https://e.co)', 'f(x)[0]', '(a)[b]', '[a] b'],
    ...['[a][b]\n\n[b]: https://e.co', '[b]\n\n[b]: /c', 'a[^1]\n\n[^1]: b', '[//]: # (a)\n\nb'],
    ...['a\n\n[b]: #', '```\n[a][b]\n```', '- [ ] a\n- [x] b'],
  ])('%j is not reported', async (text) => {
    const lines = text.replaceAll('\n', '\n  ');
    expect(await warnings(`intro: |\n  ${lines}\n`)).toEqual([]);
  });

  test('an alert is not a reference', async () => {
    const [warning, ...others] = await warnings('intro: |\n  > [!NOTE]\n  > a\n');
    expect(warning).toContain('alert-in-starlight');
    expect(others).toEqual([]);
  });
});

describe('relative URLs', () => {
  const at = async (output: string, source: string) => {
    const { places } = await diagnoseAll(`title: x\noutput: ${output}\n${source}`);
    // The image does not exist, which is reported as well.
    return places.filter((place) => !place.endsWith('url-invalid'));
  };

  test.each([
    ['intro: "[a](b.md)"\n', '3:9'],
    ['intro: "![a](img/b.png)"\n', '3:9'],
    ['intro: "[a][b]\\n\\n[b]: c.md"\n', '3:19'],
    ['credits: ["[a](../b.md)"]\n', '3:12'],
    ['credits: [{ name: a, description: "[a](./b.md)" }]\n', '3:36'],
    ['credits: [{ name: a, url: b.md }]\n', '3:27'],
    ['credits: [{ name: a, links: [{ label: b, url: c }] }]\n', '3:47'],
  ])('in views in different folders are reported: %j', async (source, place) => {
    expect(await at('[a.md, docs/b.md]', source)).toEqual([`${place} url-relative`]);
    expect(await at('[docs/a.md, ./docs/b.md]', source)).toEqual([]);
    expect(await at('docs/a.md', source)).toEqual([]);
  });

  test('are not reported if only one folder shows them', async () => {
    const output = '[{ path: a.md, sections: [A] }, { path: b/a.md, sections: [B] }]';
    const source =
      'sections: [{ title: A, intro: "[a](b.md)" }, { title: B, intro: "[a](b.md)" }]\n';
    expect(await at(output, source)).toEqual([]);
  });

  test.each(['/a', '#a', '?a', 'https://e.co', 'mailto:a@e.co', '//e.co'])(
    'do not include %s',
    async (url) => {
      expect(await at('[a.md, docs/b.md]', `intro: "[a](${url})"\n`)).toEqual([]);
    },
  );
});

describe('what the layout "names" does not show', () => {
  test('is reported once for each list, at the first value', async () => {
    const { all, places } = await diagnose(`title: x
style: { layout: names }
credits:
  - a
  - name: b
    by: c
  - { name: d, version: 1, links: [{ label: e, url: /f }], by: g }
sections:
  - title: A
    credits: [{ name: h, description: i, credits: [{ name: j, license: k }] }]
  - title: B
    style: { layout: list }
    credits: [{ name: h, description: i }]
  - title: C
    credits: [{ name: h, url: /i, credits: [j], links: [] }]
`);
    expect(places).toEqual(['6:9 layout-drops', '10:39 layout-drops']);
    expect(all[0]?.message).toBe(
      'the layout "names" does not show the people, versions and links of these credits',
    );
    expect(all[1]?.message).toContain('the descriptions and licenses of');
  });

  test('is reported for the views with this layout', async () => {
    const { all } = await diagnoseAll(
      'title: x\noutput: [a.md, { path: b.md, style: { layout: names } }]\ncredits: [{ name: a, by: b }]\n',
    );
    expect(all.map(({ message }) => message)).toEqual([
      'the layout "names" does not show the people of these credits (in b.md)',
    ]);
  });
});

describe('credits.yml beside credits.yaml', () => {
  const run = async (args: string[], yaml = 'title: x\n') => {
    const cwd = folder({
      ...{ 'credits.yaml': yaml, 'credits.yml': 'title: y\noutput: y.md\n' },
      ...{
        'a/credits.yml': 'title: z\n',
        'a/credits.yaml': 'title: z\n',
        'b/credits.yml': 'title: z\n',
      },
    });
    const { stdout } = await cli(['--reporter', 'json', ...args], { cwd });
    return (JSON.parse(stdout) as { message: string }[]).map(({ message }) => message);
  };

  test.each([
    [[], 'credits.yml is not built, as the folder also has credits.yaml'],
    [['credits.yml'], 'credits.yaml is not built, as the folder also has credits.yml'],
    [['a/credits.yaml'], 'credits.yml is not built, as the folder also has credits.yaml'],
  ])('is reported for %j', async (args, message) => {
    expect(await run(args)).toEqual([message]);
  });

  test('is not reported if both are built, or if a rule says so', async () => {
    expect(await run(['credits.yml', './credits.yaml'])).toEqual([]);
    expect(await run(['b/credits.yml'])).toEqual([]);
    expect(await run([], 'title: x\nrules: { source-both: off }\n')).toEqual([]);
  });
});

describe('text that is null in YAML', () => {
  test.each([
    ['description: ~', '2:14', '~'],
    ['intro: null', '2:8', 'null'],
    ['credits: [Null, { name: NULL }]', '2:11', 'Null'],
    ['credits: [{ name: a, by: null }]', '2:26', 'null'],
    ['credits: [{ name: a, version: null }]', '2:31', 'null'],
    ['people: { ada: ~ }', '2:16', '~'],
    ['style: { separator: ~ }', '2:21', '~'],
  ])('%s is reported', async (line, place, text) => {
    const [first] = await warnings(`${line}\n`);
    expect(first).toBe(`${place} text-null remove it if there is no value, or quote it: "${text}"`);
  });

  test.each([
    'intro: "null"',
    'description:',
    "credits: ['~', None, nullable, \\~]",
    'intro: |\n  null',
  ])('%s is not reported', async (line) => {
    expect(await warnings(`${line}\n`)).toEqual([]);
  });

  test('a URL is reported once', async () => {
    expect(await warnings('credits: [{ name: a, url: null }]\n')).toEqual([
      '2:27 url-invalid remove the key if there is no URL',
    ]);
  });
});

describe('a line that looks like a list item', () => {
  test.each([
    ['in a string credit', 'credits:\n  - a\n    - b', '4:5'],
    ['in a description', 'credits:\n  - name: a\n    description: b\n      * c', '5:7'],
    ['in plain text', 'description: a\n  b\n  + c\n  + d', '4:3'],
    ['with a number', 'intro: a\n  1. b\n  2. c', '3:3'],
    ['after trailing space', 'intro: a  \n  - b', '3:3'],
    ['after deeper items', 'intro: >\n  a\n\n    - b\n    - c\n\n  d\n  - e', '9:3'],
    ['in a folded text', 'intro: >\n  a\n  - b', '4:3'],
    ['after the first in a folded text', 'intro: >\n  a\n\n  - b\n  - c', '6:3'],
  ])('%s is reported', async (_, lines, place) => {
    const found = await warnings(`${lines}\n`);
    expect(found).toEqual([expect.stringMatching(`^${place} yaml-folded write "\\|" `)]);
  });

  test.each([
    'intro: |\n  a\n  - b',
    'intro: "a\n  - b"',
    'intro: a - b\n  c',
    'intro: a\n  -b',
    'intro: >\n  a\n\n    - b\n    - c\n\n  d',
    'intro: born in\n  1984. Later',
    'credits:\n  - a\n  - b',
  ])('%j is not reported', async (lines) => {
    expect(await warnings(`${lines}\n`)).toEqual([]);
  });
});

describe('a key without a space after its colon', () => {
  test.each([
    ['credits: ["a", name:b]', '2:16', 'write "name: b", or quote it if it is text: "name:b"'],
    [
      'credits:\n  - name:a\n    url:b',
      '3:5',
      'write "name: a", or quote it if it is text: "name:a url:b"',
    ],
    ['credits:\n  - name = a', '3:5', 'write "name: a", or quote it if it is text: "name = a"'],
    [
      'credits: [{ name: a, by: handle:b }]',
      '2:26',
      'write "handle: b", or quote it if it is text: "handle:b"',
    ],
    ['output: path:a.md', '2:9', 'write "path: a.md", or quote it if it is text: "path:a.md"'],
  ])('%s is reported', async (line, place, help) => {
    expect(await warnings(`${line}\n`)).toEqual([`${place} yaml-colon ${help}`]);
  });

  test.each(['"name:b"', 'https://x.y', 'foo:bar', 'a name:b', 'name b'])(
    '%s is not reported',
    async (text) => {
      expect(await warnings(`credits:\n  - ${text}\n`)).toEqual([]);
    },
  );
});

describe("Astro's placeholder", () => {
  test.each(['`__ASTRO_IMAGE_="a"`', 'b *`__ASTRO_IMAGE_="a"`*'])(
    '%s is reported',
    async (text) => {
      const { places } = await diagnose(`title: x\nintro: |\n  ${text}\n`);
      expect(places).toEqual([`3:${3 + text.indexOf('`')} markdown-placeholder`]);
    },
  );

  test('is not reported without the equals sign', async () => {
    expect(await warnings('intro: |\n  `__ASTRO_IMAGE_`\n')).toEqual([]);
  });

  test('is followed by a curly quote in text', async () => {
    const text = '__ASTRO_IMAGE_="a"';
    const source = { title: 'x', intro: text.replaceAll('_', '\\_'), credits: [{ name: text }] };
    expect((await diagnose(JSON.stringify(source))).places).toEqual([]);
    const shown = toText(
      await render(await page(JSON.stringify(source)), 'md', 'satteri', { smart: true }),
    );
    expect(shown.split('__ASTRO_IMAGE_=“a”')).toHaveLength(3);
  });
});
