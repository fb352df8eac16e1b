/** The command `add`: what it adds, and where. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cli, folder } from './helpers/cli.ts';

/** Runs `add` in a folder with a source, and reads the source that is left. */
async function add(source: string | Uint8Array, args: string[]) {
  const cwd = folder({ 'credits.yaml': source });
  const ran = await cli(['add', ...args], { cwd });
  return { ...ran, text: readFileSync(`${cwd}/credits.yaml`, 'utf8') };
}

const PEOPLE =
  'title: T\npeople:\n  ada: Ada Lovelace (@Ada)\n  bob: {name: Bob, url: https://b.example}\n';

describe('what is added', () => {
  test.each<[string[], string]>([
    [['@ada'], 'person: ada'],
    [['Ada Lovelace (@ada)'], 'person: ada'],
    [['bob'], 'person: bob'],
    [['@eve'], 'person: "@eve"'],
    [['@eve', '--name', 'Eve'], 'person: Eve (@eve)'],
    [['Eve (@eve)', '--description', 'code'], 'person: Eve (@eve)\n    description: code'],
    [['https://github.com/eve'], 'person: "@eve"'],
    [['https://git.sr.ht/~eve/'], 'person: "@eve"'],
    [['Eve'], 'name: Eve'],
    [['@x/y'], 'name: "@x/y"'],
    [['1.10'], 'name: 1.10'],
    [
      ['x', '--url', '/x', '--by', 'Bob', '--by', '@eve'],
      'name: x\n    url: /x\n    by: [bob, "@eve"]',
    ],
    [['github.com/eve/x'], 'name: x\n    url: https://github.com/eve/x\n    by: "@eve"'],
    [['www.x.org'], 'name: x.org\n    url: https://www.x.org'],
    [
      ['ssh://git@github.com/eve/x.git'],
      'name: x\n    url: https://github.com/eve/x\n    by: "@eve"',
    ],
    [['socket.io'], 'name: socket.io'],
    [['std::list'], 'name: std::list'],
    [
      ['https://github.com/ada/import-tree'],
      'name: import-tree\n    url: https://github.com/ada/import-tree\n    by: ada',
    ],
    [
      ['https://github.com/vic/x.git', '--by', 'bob', '--name', 'X'],
      'name: X\n    url: https://github.com/vic/x.git\n    by: bob',
    ],
    [
      ['https://gitlab.com/group/sub/x/-/tree/main'],
      'name: x\n    url: https://gitlab.com/group/sub/x/-/tree/main\n    by: "@group"',
    ],
    [
      ['git@codeberg.org:eve/x.git'],
      'name: x\n    url: https://codeberg.org/eve/x\n    by: "@eve"',
    ],
    [
      ['https://www.npmjs.com/package/@x/y'],
      'name: "@x/y"\n    url: https://www.npmjs.com/package/@x/y',
    ],
    [['https://crates.io/crates/serde'], 'name: serde\n    url: https://crates.io/crates/serde'],
    [['https://www.example.com'], 'name: example.com\n    url: https://www.example.com'],
    [
      ['https://example.com/a/my%20tool.html'],
      'name: my tool\n    url: https://example.com/a/my%20tool.html',
    ],
  ])('%j', async (args, expected) => {
    const { code, stdout, text } = await add(PEOPLE, args);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(text).toBe(`${PEOPLE}credits:\n  - ${expected}\n`);
  });
});

test.each([
  ['https://gitlab.com/eve', 'person: "@eve"'],
  ['https://github.com/eve', 'person: "@eve"\n    url: https://github.com/eve'],
  ['https://gitlab.com/eve/x', 'name: x\n    url: https://gitlab.com/eve/x\n    by: "@eve"'],
  ['git@github.com:eve/x.git', 'name: x\n    url: https://github.com/eve/x'],
])('%s is not somebody else where handles link to GitLab', async (url, expected) => {
  const source = 'handles: gitlab\ntitle: T\n';
  expect((await add(source, [url])).text).toBe(`${source}credits:\n  - ${expected}\n`);
});

/** A list of the page itself, and sections of which one has no title. */
const UNTITLED =
  'title: T\ncredits: [a]\nsections:\n  - {title: B, credits: [b]}\n  - credits: [c]\n';

describe('where it is added', () => {
  const sections =
    'title: T\nsections:\n  - title: Tools # ours\n    credits:\n      - name: b\n      - name: c\n      - name: d\n  - title: People\n    sections:\n      - title: Früher\n';

  test('in the order of a sorted section', async () => {
    const { text, stderr } = await add(sections, ['C2', '--section', 'Tools']);
    expect(text).toBe(sections.replace('- name: d', '- name: C2\n      - name: d'));
    expect(stderr).toBe('added C2 to "Tools" of credits.yaml\n');
  });

  test('in the section without a title', async () => {
    const source = UNTITLED.replace('credits: [a]\n', '');
    expect((await add(source, ['x'])).stderr).toContain('with "--section": "B", ""');
    const { text } = await add(source, ['x', '--section', '']);
    expect(text).toBe(source.replace('[c]', '[c, {name: x}]'));
  });

  test('at the end of another section', async () => {
    const unsorted = sections.replace('name: c', 'name: e');
    const { text } = await add(unsorted, ['a', '--section', 'tools']);
    expect(text).toBe(unsorted.replace('- name: d\n', '- name: d\n      - name: a\n'));
  });

  test('in a section without credits', async () => {
    const { text } = await add(sections, ['@eve', '--section', 'Früher']);
    expect(text).toBe(`${sections}        credits:\n          - person: "@eve"\n`);
  });

  test('as a map on one line beside others, with CRLF and a byte order mark', async () => {
    const source = '\ufefftitle: T\r\ncredits:\r\n  - {name: a} # first\r\n  # last\r\n';
    const { text } = await add(source, ['b']);
    expect(text).toBe(source.replace('# first\r\n', '# first\r\n  - {name: b}\r\n'));
  });

  test.each<[string, string[], string]>([
    [
      sections,
      ['x'],
      'there are several sections\n  help: choose one of these with "--section": "Tools", "People", "Früher"',
    ],
    [
      `${UNTITLED}  - credits: [z]\n`,
      ['x', '--section', ''],
      '3 sections have no title\n  help: give each its own title in the source',
    ],
    [
      sections,
      ['x', '--section', 'Tool'],
      'there is no section "Tool"\n  help: did you mean "Tools"?',
    ],
    [sections, ['x', '--section', 'Elsewhere'], 'use one of: "Tools", "People", "Früher"'],
    ['title: T\n', ['x', '--section', 'A'], 'remove "--section"; no section has a title'],
    [
      'title: T\ncredits: [a]\n',
      ['x', '--section', 'T'],
      'remove "--section"; no section has a title',
    ],
    [
      sections.replace('People', 'Tools'),
      ['x', '--section', 'Tools'],
      '2 sections are called "Tools"',
    ],
    [sections, [' '], 'nothing to add'],
    [PEOPLE, ['@eve', '--by', 'x'], '--by cannot be used with a person'],
    [sections, ['x', '--source', '-'], 'standard input cannot be edited'],
  ])('%j %j is refused', async (source, args, message) => {
    const { code, stderr, text } = await add(source, args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(text).toBe(source);
  });
});

test.each<[string, string[]]>([
  ['credits:\n  - name: remark\n', ['remark']],
  ['credits:\n  - {name: r, url: https://r.example/r}\n', ['https://r.example/r']],
  ['credits:\n  - person: "@Eve"\n', ['@eve']],
  ['credits:\n  - person: Eve (@eve)\n', ['https://github.com/eve']],
])('an existing credit is not added again: %j', async (credits, args) => {
  const source = `title: T\n${credits}`;
  const { code, stderr, text } = await add(source, args);
  expect({ code, text }).toEqual({ code: 0, text: source });
  expect(stderr).toMatch(/^already credited: .+ in credits.yaml:3\n$/);
});

test.each<[string, string[]]>([
  ['{name: x}', ['https://github.com/ada/x']],
  ['{name: x, url: https://github.com/ada/x/tree/main/x}', ['https://github.com/ada/x']],
])('a credit with the same name exists: %j %j', async (credit, args) => {
  const source = `title: T\nsections:\n  - title: A\n    credits:\n      - ${credit}\n`;
  const { code, stderr, text } = await add(source, args);
  expect({ code, text }).toEqual({ code: 0, text: source });
  expect(stderr).toBe(
    'already credited: x in "A" of credits.yaml:5\n  help: change its URL there, or pass another name with --name\n',
  );
});

test('a part of a repository does not credit the repository', async () => {
  const source =
    'title: T\ncredits:\n  - {name: part, url: https://github.com/ada/x/tree/main/part}\n';
  const { text } = await add(source, ['https://github.com/ada/x']);
  expect(text).toBe(`${source}  - {name: x, url: https://github.com/ada/x, by: "@ada"}\n`);
});

test('--check prints the difference and writes nothing', async () => {
  const { code, stdout, stderr, text } = await add(PEOPLE, ['@eve', '--check']);
  expect(code).toBe(1);
  expect(stdout).toContain('+credits:\n+  - person: "@eve"\n');
  expect(stderr).toBe('would add @eve to credits.yaml\n');
  expect(text).toBe(PEOPLE);
  const again = await add(`${PEOPLE}credits:\n  - person: "@eve"\n`, ['@eve', '--check']);
  expect({ code: again.code, stdout: again.stdout }).toEqual({ code: 0, stdout: '' });
});

test.each<[string, string[], string]>([
  ['title: T\ncredit: []\n', ['x'], 'error unknown-key'],
  [
    'title: T\nsections:\n  - {title: A, credits: &a [b]}\n  - {title: B, credits: *a}\n',
    ['x', '--section', 'B'],
    '4:25 error source-uneditable',
  ],
  ['title: T\rcredits: [a]\r', ['x'], 'could not edit the source: a line ends in a lone CR'],
])('an invalid source is not written: %j', async (source, args, message) => {
  const { code, stderr, text } = await add(source, args);
  expect({ code, text }).toEqual({ code: 2, text: source });
  expect(stderr).toContain(message);
});

test.each<[string[], string]>([
  [
    ['javascript:x'],
    'error: "javascript:x": "javascript:" is not allowed in a URL\n  help: use http:',
  ],
  [['ftp://x.example/y'], '"ftp:" is not allowed in a URL\n  help: use http:'],
  [['https://'], 'error: "https://": '],
  [['x', '--url', 'javascript:1'], 'error: --url: "javascript:" is not allowed in a URL\n  help: '],
  [['x', '--url', 'x.com'], 'error: --url: "x.com" '],
  [['x', '--url', ''], 'error: --url: "" is not a URL\n  help: write a URL, or leave it out\n'],
  [['mailto:a@x.org'], 'error: "mailto:a@x.org" has no name\n  help: pass one with --name\n'],
  [['x', '--description', '<b>x</b>'], 'error: --description: '],
  [['x', '--by', 'a\u0007'], 'error: --by: '],
  [['x', '--by', 'a', '--by', '\u200b'], 'error: --by: '],
  [['x', '--name', '\u202ea'], 'error: --name: '],
  [['a\u0007'], 'error: '],
])('%j is a usage error with a help', async (args, message) => {
  const { code, stderr, text } = await add('title: T\n', args);
  expect({ code, text }).toEqual({ code: 2, text: 'title: T\n' });
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/\n {2}help: .+\n\(see "starlight-credits --help"\)\n$/);
});

describe('a section that is not named', () => {
  const source = 'title: T\nsections:\n  - {title: A, credits: [a]}\n  - {title: B}\n';

  test.each([['2'], ['B'], ['b']])('is asked for in a terminal: %s', async (typed) => {
    const cwd = folder({ 'credits.yaml': source });
    const { code, stderr } = await cli(['add', 'x'], { cwd, terminal: true, stdin: `${typed}\n` });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '  1  A\n  2  B\nsection (number or title): added x to "B" of credits.yaml\n',
    });
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toContain(
      '{title: B, credits: [{name: x}]}',
    );
  });

  test('is asked for once', async () => {
    const cwd = folder({ 'credits.yaml': source });
    const { code, stderr } = await cli(['add', 'x'], { cwd, terminal: true, stdin: '\n' });
    expect(code).toBe(2);
    expect(stderr).toContain('error: there are several sections');
  });

  test('may have no title', async () => {
    const cwd = folder({ 'credits.yaml': UNTITLED });
    const { code, stderr } = await cli(['add', 'x'], { cwd, terminal: true, stdin: '3\n' });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        '  1  (no title)\n  2  B\n  3  (no title)\nsection (number or title): added x to credits.yaml\n',
    });
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(
      UNTITLED.replace('[c]', '[c, {name: x}]'),
    );
  });
});

test('several people are written like those of the source', async () => {
  const source = 'title: T\ncredits:\n  - name: a\n    by:\n      - b\n      - c\n';
  const { text } = await add(source, ['x', '--by', 'd', '--by', 'e', '--by', 'd']);
  expect(text).toBe(`${source}  - name: x\n    by:\n      - d\n      - e\n`);
});

test('another project of the same name is added', async () => {
  const source = 'title: T\ncredits:\n  - {name: core, url: https://github.com/a/core}\n';
  const { text } = await add(source, ['https://github.com/b/core']);
  expect(text).toContain('https://github.com/b/core');
  const again = await add(source, ['https://GitHub.com/A/core.git']);
  expect(again.text).toBe(source);
});

test('the source may be named', async () => {
  const cwd = folder({ 'docs/credits.yaml': 'title: T\n' });
  const { code, stderr } = await cli(['add', 'x', '--source', 'docs'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'added x to docs/credits.yaml\n' });
  const quiet = await cli(['add', 'y', '--source', 'docs/credits.yaml', '--quiet'], { cwd });
  expect(quiet).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(`${cwd}/docs/credits.yaml`, 'utf8')).toBe(
    'title: T\ncredits:\n  - name: x\n  - name: y\n',
  );
  writeFileSync(`${cwd}/docs/credits.yaml`, Buffer.from('title: \xff\n', 'latin1'));
  expect((await cli(['add', 'y', '--source', 'docs'], { cwd })).stderr).toContain(
    'source-not-utf8',
  );
});

test('a credit is added, not known, if another program edits the source at the same time', async () => {
  const cwd = folder({ 'credits.yaml': 'title: T\ncredits:\n  - a\n' });
  const editor = setInterval(() => appendFileSync(`${cwd}/credits.yaml`, '# b\n'), 20);
  const { stderr } = await cli(['add', 'x'], { cwd });
  clearInterval(editor);
  expect(stderr).toBe('added x to credits.yaml\n');
  expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toContain('  - name: x\n');
});
