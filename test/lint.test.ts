/** The command `lint` and its rules. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isSpdxExpression, spdxAnswers } from '../src/lint/spdx-answers.ts';
import { cli, folder } from './helpers/cli.ts';

interface Found {
  file: string;
  line: number;
  column: number;
  severity: string;
  code: string;
  message: string;
  help: string;
}

type Files = Record<string, string | Uint8Array>;

async function lint(
  source: string,
  { args = [], files = {} }: { args?: string[]; files?: Files } = {},
) {
  const cwd = folder({ '.git/HEAD': '', ...files, 'credits.yaml': `title: Credits\n${source}` });
  const { code, stdout } = await cli(['lint', '--reporter', 'json', ...args], { cwd });
  const all = JSON.parse(stdout) as Found[];
  return {
    code,
    all,
    places: all.map(({ line, column, code: found }) => `${line}:${column} ${found}`),
  };
}

/** Fixes a source, and returns what follows its title. */
async function fixed(source: string): Promise<string> {
  const cwd = folder({ 'credits.yaml': `title: Credits\n${source}` });
  await cli(['lint', '--fix'], { cwd });
  const text = readFileSync(`${cwd}/credits.yaml`, 'utf8');
  await cli(['lint', '--fix'], { cwd });
  expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(text);
  return text.replace('title: Credits\n', '');
}

test.each(['[Ada, Ada]', '[Ada (@ada), Bob, "@ada"]'])(
  'a person who is only repeated in one list is reported once: %s',
  async (by) => {
    const { places } = await lint(`credits: [{ name: a, by: ${by} }]\n`);
    expect(places.map((place) => place.replace(/.* /, ''))).toEqual(['person-twice']);
    expect(await fixed(`credits: [{ name: a, by: ${by} }]\n`)).not.toContain('people');
  },
);

describe('license-spdx', () => {
  test.each([
    ...['MIT', 'MIT OR Apache-2.0', '(MIT AND ISC) OR BSD-3-Clause', 'GPL-3.0', 'GPL-3.0+'],
    ...['GPL-2.0-only WITH Classpath-exception-2.0', 'LicenseRef-Fonts', 'UNLICENSED'],
    ...[
      'SEE LICENSE IN LICENSE.md',
      'Public domain',
      'All rights reserved',
      'DocumentRef-a:LicenseRef-b',
    ],
  ])('%s is right', async (license) => {
    expect((await lint(`credits: [{ name: a, license: ${license} }]\n`)).places).toEqual([]);
  });

  test.each([
    ['mit', 'MIT'],
    ['The MIT License (MIT)', 'MIT'],
    ['Apache 2', 'Apache-2.0'],
    ['Apache License, Version 2.0', 'Apache-2.0'],
    ['apache2', 'Apache-2.0'],
    ['BSD 3-Clause "New" or "Revised" License', 'BSD-3-Clause'],
    ['2-clause BSD', 'BSD-2-Clause'],
    ['CC0', 'CC0-1.0'],
    ['CC BY-SA 4.0', 'CC-BY-SA-4.0'],
    ['Creative Commons Attribution 4.0 International', 'CC-BY-4.0'],
    ['SIL Open Font License 1.1', 'OFL-1.1'],
    ['Mozilla Public License 2.0', 'MPL-2.0'],
    ['The Unlicense', 'Unlicense'],
    ['GPL v3 or later', 'GPL-3.0-or-later'],
    ['GPLv2+', 'GPL-2.0-or-later'],
    ['GNU General Public License v2.0 only', 'GPL-2.0-only'],
    ['MIT or Apache 2', 'MIT OR Apache-2.0'],
    ['Apache 2.0 with LLVM exception', 'Apache-2.0 WITH LLVM-exception'],
    ['(mit AND isc)', '(MIT AND ISC)'],
  ])('%s can only be %s', (text, answer) => {
    expect(isSpdxExpression(text)).toBe(false);
    expect(spdxAnswers(text)).toEqual([answer]);
  });

  test.each([
    ['MIT/Apache-2.0', 'MIT OR Apache-2.0', 'MIT AND Apache-2.0'],
    ['MIT, ISC, Zlib', 'MIT OR ISC OR Zlib', 'MIT AND ISC AND Zlib'],
    ['GPLv3', 'GPL-3.0-only', 'GPL-3.0-or-later'],
    ['GNU LGPL 2.1', 'LGPL-2.1-only', 'LGPL-2.1-or-later'],
    ['BSD', 'BSD-2-Clause', 'BSD-3-Clause'],
    ['OFL', 'OFL-1.0', 'OFL-1.1'],
    ['CC BY'],
    ['LLVM exception'],
    ['toString'],
    ['free for personal use'],
    ['+'],
  ])('%s has no single answer', async (text, ...answers) => {
    expect(spdxAnswers(text)).toEqual(answers);
    const source = `credits: [{ name: a, license: "${text}" }]\n`;
    const { all, code } = await lint(source);
    expect(code).toBe(1);
    expect(all.map((each) => each.code)).toEqual(['license-spdx']);
    for (const answer of answers) expect(all[0]?.help).toContain(`"${answer}"`);
    expect(await fixed(source)).toBe(source);
  });

  test('only the license is changed', async () => {
    const source = (one: string, other: string) =>
      `credits:\n  # Why\n  - name:    a\n    license: ${one} # see README\n  - { name: b, license:  ${other} }\n`;
    expect(await fixed(source(' Apache 2', "'mit'"))).toBe(source(' Apache-2.0', 'MIT'));
  });
});

const ADA = 'Ada Lovelace (@ada)';

/** Sources that a rule fails, and sources that look alike and are right. */
const cases: [code: string, wrong: [source: string, places: string][], right: string[]][] = [
  [
    'person-repeated',
    [
      [`credits:\n- { name: a, by: ${ADA} }\n- { name: b, by: [Bob, ${ADA}] }\n`, '4:24'],
      [`credits:\n- { name: a, by: ${ADA} }\n- person: { handle: "@ADA" }\n`, '4:11'],
      [
        `people: { ada: ${ADA} }\ncredits: [{ person: ada }, { name: a, by: Ada Lovelace }]\n`,
        '3:43',
      ],
      [`people: { ada: ${ADA}, al: ${ADA} }\ncredits: [{ person: ada }, { person: al }]\n`, '2:41'],
    ],
    [
      `people: { ada: ${ADA} }\ncredits: [{ person: ada }, { name: a, by: ada }]\n`,
      `credits: [{ person: &ada ${ADA} }, { name: a, by: *ada }]\n`,
      'credits: [{ name: a, by: Ada Lovelace }, { name: b, by: Ada }]\n',
      'credits: [{ name: a, by: { name: A, url: https://a.org } }, { name: b, by: { name: A, url: https://b.org } }]\n',
      `credits: [{ name: a, by: ${ADA} }, "By ${ADA}"]\n`,
    ],
  ],
  [
    'person-conflict',
    [
      [`credits: [{ name: a, by: ${ADA} }, { name: b, by: Ada King (@ada) }]\n`, '2:64'],
      [
        `people: { ada: ${ADA} }\ncredits: [{ person: ada }, { person: Ada Lovelace (@al) }]\n`,
        '3:38',
      ],
    ],
    [`credits: [{ name: a, by: ${ADA} }, { name: b, by: Bob (@bob) }]\n`],
  ],
  [
    'person-unused',
    [
      ['people: { ada: Ada, bob: Bob }\ncredits: [{ person: ada }]\n', '2:21'],
      ['people: { a: b, b: Bob }\ncredits: [x]\n', '2:11 2:17'],
    ],
    [
      'people: { a: b, b: Bob }\ncredits: [{ name: x, by: [a] }]\n',
      'people: { ada: &ada { name: Ada } }\ncredits: [{ person: *ada }]\n',
      'people: { ada: Ada }\ncredits: [{ name: x, credits: [{ person: ada }] }]\n',
    ],
  ],
  [
    'credit-repeated',
    [
      ['credits:\n- name: a\n  url: https://a.org\n- name: a\n  url: https://a.org\n', '5:3'],
      ['credits: [{ name: x, credits: [a, b, a] }]\n', '2:38'],
    ],
    [
      'credits: [{ name: a, url: https://a.org }, { name: a, url: https://b.org }]\n',
      'credits: [{ name: a, credits: [b] }, b]\n',
      'sections: [{ title: A, credits: [a] }, { title: B, credits: [a] }]\n',
    ],
  ],
  [
    'url-repeated',
    [['credits: [{ name: a, url: https://a.org }, { name: b, url: "https://A.org/" }]\n', '2:60']],
    [
      'credits: [{ name: a, url: https://a.org }, { name: b, url: https://a.org/b }]\n',
      'sections: [{ title: A, credits: [{ name: a, url: https://a.org }] }, { title: B, credits: [{ name: b, url: https://a.org }] }]\n',
    ],
  ],
  [
    'section-empty',
    [
      ['sections: [{ title: A }, { title: B, credits: [] }]\n', '2:21 2:35'],
      ['sections: [{ title: A, sections: [{ title: B }, {}] }]\n', '2:21'],
    ],
    ['sections: [{ title: A, intro: x }, { title: B, sections: [{ title: C, outro: x }] }]\n'],
  ],
  [
    'section-repeated',
    [['sections: [{ title: A, intro: x }, { title: a, intro: y }]\n', '2:45']],
    [
      'sections: [{ title: A, intro: x, sections: [{ title: A, intro: y }] }, { intro: z }, { intro: z }]\n',
    ],
  ],
  [
    'description-stop',
    [
      [described('One', 'Two.', '*Three*'), '4:27'],
      [described('One.', '"Two"', '*Three.*', 'Four ([a](b.c)).'), '4:27'],
    ],
    [
      described('One.', 'Two', 'Three', 'Four.'),
      described('One', 'Two and. Three.', 'Four'),
      described('One', 'Two etc.', 'Three'),
      described('One', 'Two.'),
      described('One.', 'Two!', 'Three?', 'Four.'),
    ],
  ],
  [
    'image-remote',
    [
      [gallery('https://b.org/b.png'), '3:29'],
      [gallery('//b.org/b.png'), '3:29'],
    ],
    [
      gallery('/b.png'),
      gallery('https://a.org/b.png'),
      gallery('https://b.org/b.png').replace('gallery', 'list'),
    ],
  ],
];

function described(...descriptions: string[]): string {
  const credits = descriptions.map(
    (text, index) => `- { name: ${index}, description: ${JSON.stringify(text)} }\n`,
  );
  return `credits:\n${credits.join('')}`;
}

function gallery(src: string): string {
  return `style: { layout: gallery }\ncredits: [{ name: x, image: "${src}" }]\nsite: https://a.org\n`;
}

describe.each(cases)('%s', (code, wrong, right) => {
  test.each(wrong)('is reported in %j', async (source, places) => {
    const found = (await lint(source)).all.filter((each) => each.code === code);
    expect(found.map(({ line, column }) => `${line}:${column}`).join(' ')).toBe(places);
  });

  test.each(right)('is not reported in %j', async (source) => {
    expect((await lint(source)).all.filter((each) => each.code === code)).toEqual([]);
  });
});

describe('image-heavy', () => {
  const png = (width: number, size = 100) => {
    const bytes = Buffer.alloc(size);
    bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
    bytes.writeUInt32BE(width, 16);
    return bytes;
  };
  const head = (text: string, at: number, width: number, read: 'BE' | 'LE' = 'LE') => {
    const bytes = Buffer.alloc(64);
    bytes.write(text, 'latin1');
    if (read === 'LE') bytes.writeUInt16LE(width, at);
    else bytes.writeUInt16BE(width, at);
    return bytes;
  };
  const found = async (name: string, bytes: Buffer, style = 'layout: gallery') => {
    const source = `style: { ${style} }\ncredits: [{ name: x, image: ${name} }]\n`;
    return (await lint(source, { files: { [name]: bytes } })).all.map(({ message }) => message);
  };

  test.each([
    ['a.png', png(193)],
    ['a.gif', head('GIF89a', 6, 193)],
    ['a.jpg', head('\xff\xd8\xff\xe0\0\x04aa\xff\xc2\0\x11\x08\0\x01', 15, 193, 'BE')],
    ['a.webp', head('RIFF1234WEBPVP8 ', 26, 193)],
    ['b.webp', head('RIFF1234WEBPVP8L', 21, 192)],
    ['c.webp', head('RIFF1234WEBPVP8X', 24, 192)],
    ['a.avif', head('\0\0\0\x20ftypavif1234ispe\0\0\0\0\0\0', 26, 193, 'BE')],
  ])('the width of %s is read', async (name, bytes) => {
    expect(await found(name, bytes)).toEqual([
      `"${name}" is 193 pixels wide, and is shown 96 pixels wide`,
    ]);
    expect(await found(name, bytes, 'layout: gallery, size: 97')).toEqual([]);
  });

  test('a large file is reported in any layout that shows it', async () => {
    expect(await found('a.png', png(1, 200_001), 'layout: gallery')).toEqual([
      '"a.png" takes 201 KB',
    ]);
    expect(await found('a.png', png(1, 200_001), 'layout: table')).toHaveLength(1);
    expect(await found('a.png', png(1, 200_000))).toEqual([]);
    expect(await found('a.png', png(1, 200_001), 'layout: list')).toEqual([]);
    expect(await found('a.png', png(9999), 'layout: table')).toEqual([]);
  });

  test('the picture of a handle is reported at the person', async () => {
    const source = 'style: { layout: gallery }\ncredits:\n- person: "@ada"\n';
    const { places } = await lint(source, { files: { 'avatars/ada.png': png(2000) } });
    expect(places).toEqual(['4:11 image-heavy']);
  });
});

describe('--fix', () => {
  test.each([
    [
      'moves a person to people',
      `credits:\n  - name: a\n    by: ${ADA} # first\n  - name: b\n    by: [Bob, ${ADA}]\n  - person: { name: Ada Lovelace, handle: ada }\n`,
      `people:\n  ada: ${ADA}\ncredits:\n  - name: a\n    by: ada # first\n  - name: b\n    by: [Bob, ada]\n  - person: ada\n`,
    ],
    [
      'uses the id',
      `people: { al: ${ADA} }\ncredits: [{ person: al }, { name: a, by: ${ADA} }]\n`,
      `people: { al: ${ADA} }\ncredits: [{ person: al }, { name: a, by: al }]\n`,
    ],
    [
      'chooses an id that no other text equals',
      `credits: [ada, { person: ada lace }, { name: a, by: ${ADA} }, { name: b, by: ${ADA} }]\n`,
      `people:\n  ada-lovelace: ${ADA}\ncredits: [ada, { person: ada lace }, { name: a, by: ada-lovelace }, { name: b, by: ada-lovelace }]\n`,
    ],
    [
      'removes an unused person with its comment',
      'people:\n  # Bob\n  bob: Bob\n  ada: Ada\ncredits: [{ person: ada }]\n',
      'people:\n  ada: Ada\ncredits: [{ person: ada }]\n',
    ],
    [
      'removes people that only refer to each other',
      'people:\n  a: b\n  b: Bob\nintro: x\n',
      'intro: x\n',
    ],
  ])('%s', async (_, source, expected) => {
    expect(await fixed(source)).toBe(expected);
  });

  test.each([
    [
      'a person whose page would change',
      `people: { ada: ${ADA} }\ncredits: [{ person: ada }, { person: Ada Lovelace }]\n`,
    ],
    [
      'a person with a comment',
      'credits:\n- person:\n    name: A # x\n    handle: a\n- name: x\n  by:\n    # y\n    name: A\n    handle: a\n',
    ],
    [
      'what a comment ignores',
      `credits:\n- person: ${ADA}\n# starlight-credits-ignore person-repeated: x\n- { name: a, by: ${ADA} }\n`,
    ],
    ['what is off', 'rules: { license-spdx: off }\ncredits: [{ name: a, license: mit }]\n'],
    ['a license that an alias repeats', 'credits: [{ name: &mit mit, license: *mit }]\n'],
    [
      'the only use of an anchor',
      'people: { a: { name: A, image: &i https://a.org/i } }\ncredits: [{ name: x, image: *i }]\n',
    ],
    [
      'a translated person who is repeated',
      'languages: [en, fr]\ncredits:\n- { name: a, by: { name: { en: A, fr: B } } }\n- { name: b, by: { name: { en: A, fr: B } } }\n',
    ],
    [
      'a person whose page would change in another language',
      'languages: [en, fr]\npeople: { a: { name: A, image: { src: https://a.org/i, alt: { en: x, fr: y } } }, b: { name: { en: B, fr: C } } }\ncredits:\n- { name: x, by: { name: A, image: { src: https://a.org/i, alt: x } } }\n- { name: y, by: [B, a, b] }\n',
    ],
    ['an id that is to be used', `people: { ada: ${ADA} }\ncredits: [{ person: Ada Lovelace }]\n`],
  ])('leaves %s', async (_, source) => {
    expect(await fixed(source)).toBe(source);
  });

  test('keeps CRLF and a byte order mark, and reports what is left', async () => {
    const cwd = folder({
      'a.yaml': '\ufefftitle: A\r\noutput: a.md\r\ncredits:\r\n  - name: a\r\n    license: mit\r\n',
      'b.yaml': 'title: B\ncredits: [{ name: a, license: GPL }]\n',
    });
    const { code, stdout, stderr } = await cli(['lint', '--fix', 'a.yaml', 'b.yaml'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^b\.yaml:2:31 warning license-spdx .*2 sources: fixed 1, 1 finding left\n$/s,
    );
    expect(readFileSync(`${cwd}/a.yaml`, 'utf8')).toBe(
      '\ufefftitle: A\r\noutput: a.md\r\ncredits:\r\n  - name: a\r\n    license: MIT\r\n',
    );
  });

  test('changes nothing if one of the sources is invalid', async () => {
    const yaml = 'title: A\noutput: a.md\ncredits: [{ name: a, license: mit }]\n';
    const cwd = folder({ 'a.yaml': yaml, 'b.yaml': 'titel: B\n' });
    const { code, stderr } = await cli(['lint', '--fix', 'a.yaml', 'b.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('b.yaml:1:1 error');
    expect(readFileSync(`${cwd}/a.yaml`, 'utf8')).toBe(yaml);
  });

  test('with --check prints the difference', async () => {
    const yaml = 'title: A\ncredits:\n  - name: a\n    license: mit\n';
    const cwd = folder({ 'credits.yaml': yaml });
    const { code, stdout, stderr } = await cli(['lint', '--fix', '--check'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('-    license: mit\n+    license: MIT\n');
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(yaml);
  });
});

describe('the command', () => {
  const source = 'credits: [{ name: a, license: mit, url: a.org }, { name: b, url: a.org }]\n';

  test('reports the warnings of a build, and infos', async () => {
    const { code, all } = await lint(source);
    expect(code).toBe(1);
    expect(all.map((each) => `${each.severity} ${each.code}`)).toEqual([
      'warning license-spdx',
      'warning url-no-scheme',
      'warning url-no-scheme',
      'info url-repeated',
    ]);
  });

  test.each([
    [[], 0],
    [['--strict'], 1],
  ])('with %j, an info has the exit code %i', async (args, code) => {
    const info = 'credits: [{ name: a, url: /a }, { name: b, url: /a }]\n';
    expect(await lint(info, { args })).toMatchObject({ code, places: ['2:49 url-repeated'] });
    expect((await lint(info, { args: [...args, '--quiet'] })).all).toHaveLength(code);
  });

  test('obeys rules and comments, and reports unused comments', async () => {
    const rules = 'rules: { license-spdx: error, url-repeated: off, url-no-scheme: error }\n';
    const { code, all } = await lint(rules + source);
    expect(code).toBe(1);
    expect(all.map((each) => each.severity)).toEqual(['error', 'error', 'error']);
    const ignore = '# starlight-credits-ignore section-empty: later\n';
    expect((await lint(`sections:\n${ignore}- title: A\n`)).places).toEqual([]);
    expect((await lint(`${ignore}credits: [a]\n`)).places).toEqual(['2:1 ignore-unused']);
    const cwd = folder({ 'credits.yaml': `title: x\n${ignore}credits: [a]\n` });
    expect((await cli(['--strict', '--quiet'], { cwd })).code).toBe(0);
  });

  test('only reports the errors of an invalid source', async () => {
    const { code, all } = await lint(`${source}x: y\n`);
    expect(code).toBe(2);
    expect(all.map((each) => each.code)).not.toContain('license-spdx');
  });

  test('reads standard input, and says that there is nothing', async () => {
    const setting = { cwd: folder(), stdin: 'title: x\ncredits: [a]\n' };
    expect(await cli(['lint', '-'], setting)).toEqual({
      code: 0,
      stdout: '',
      stderr: '-: no findings\n',
    });
    expect(await cli(['lint', '-', '--quiet'], setting)).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(['text', 'github', 'json', 'sarif'])('has the reporter %s', async (reporter) => {
    const cwd = folder({ 'credits.yaml': `title: Credits\n${source}` });
    const { stdout, stderr } = await cli(['lint', '--reporter', reporter], { cwd });
    expect(stdout + stderr).toContain('license-spdx');
    const summary = 'credits.yaml: 3 findings; fix one with: npx starlight-credits lint --fix\n';
    const isData = reporter === 'json' || reporter === 'sarif';
    expect(stderr.endsWith(summary)).toBe(!isData);
    expect(stdout === '').toBe(!isData);
  });

  test.each([
    [['--check'], '--check can only be used with --fix', 'add "--fix", or remove "--check"'],
    [['--fix', '-'], '--fix cannot be used with standard input', 'name a source file'],
    [['--fix', '--check', '--reporter', 'json'], 'both write to standard output', 'remove one'],
  ])('%j is a usage error', async (args, message, help) => {
    const { code, stderr } = await cli(['lint', ...args], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`  help: ${help}`);
  });
});
