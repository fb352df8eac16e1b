/** What is printed for a source, a page and files with controls, commands of GitHub and long texts. */
import { describe, expect, test } from 'vitest';
import { cli, diagnose, folder } from './helpers/cli.ts';

const reporters = ['text', 'github', 'json', 'sarif'] as const;

/** What GitHub's runner takes for a command that is not an annotation of ours. */
const injected = (printed: string) =>
  printed
    .split('\n')
    .filter(
      (line) =>
        /##\[/.test(line) ||
        (/^[\s\x85]*::/.test(line) && !/^::(?:error|warning|notice) file=/.test(line)),
    );

/** Controls but line feeds, and characters that order text. */
const CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Text that must not be printed as it is. */
const hostile = [
  '\\e[31mred',
  'a\\rb',
  'a\\n::error::b',
  'a\\u202eb',
  'a\\u2066b',
  'a\\x9bb',
  '##[add-mask]a',
  'a\\u2028::error::b',
];

describe.each(reporters)('the reporter %s', (reporter) => {
  test.each(hostile)('prints %s without controls and commands', async (text) => {
    const sources = [
      `title: x\n"${text}": y\n`,
      `title: x\nstyle: { layout: "${text}" }\n`,
      `title: "${text}\\uffff"\n`,
      `title: x\noutput: "${text}"\n`,
      `title: x\noutput: "../${text}.md"\n`,
      `title: x\ncredits: [{ name: a, url: "${text}:b" }]\n`,
      `title: x\noutput: { path: a.md, sections: ["${text}"] }\nsections: [{ title: b }]\n`,
    ];
    for (const source of sources) {
      const cwd = folder({ 'credits.yaml': source });
      const { stdout, stderr } = await cli(['--reporter', reporter], { cwd });
      expect(stdout + stderr).not.toMatch(CONTROL);
      if (reporter === 'text' || reporter === 'github') expect(injected(stderr)).toEqual([]);
    }
  });

  test('cuts no emoji in half', async () => {
    const cwd = folder({ 'credits.yaml': `title: x\ncredits: ${'a'.repeat(38)}😀bbb\n` });
    const { stdout, stderr } = await cli(['--reporter', reporter], { cwd });
    expect(stdout + stderr).toMatch(/found \\?"a{38}…/);
  });

  test('cuts what nobody reads', async () => {
    const long = 'k'.repeat(200_000);
    for (const source of [
      `title: x\n${long}: y\n`,
      `title: x\nstyle: { layout: ${long} }\n`,
      `title: x\noutput: ${long}\n`,
      `title: x\noutput: ${long}.md\n`,
      `title: x\ncredits: [{ name: a, url: "${long}:b" }]\n`,
      `title: x\noutput: { path: a.md, sections: [q] }\nsections: [${'{ title: bbb },'.repeat(9_000)}]\n`,
    ]) {
      const cwd = folder({ 'credits.yaml': source });
      const { code, stdout, stderr } = await cli(['--reporter', reporter], { cwd });
      expect(code).toBe(2);
      expect((stdout + stderr).length).toBeLessThan(20_000);
    }
  });

  test.skipIf(process.platform === 'win32')('prints file names that are commands', async () => {
    for (const name of [
      '::error::a.yaml',
      '\u3000::error::a.yaml',
      '\n::error::a.yaml',
      '##[error]a.yaml',
      '\x1b[31m.yaml',
      '\u202ea.yaml',
    ]) {
      const cwd = folder({ [name]: 'titel: x\n' });
      const { stdout, stderr } = await cli(
        ['--reporter', reporter, '-o', '-', name].filter(
          (_, index) =>
            reporter === 'text' || reporter === 'github' || (index !== 2 && index !== 3),
        ),
        { cwd },
      );
      expect(stdout + stderr).not.toMatch(CONTROL);
      if (reporter === 'text') expect(injected(stderr)).toEqual([]);
      // The name of an annotation's file must stay.
      else if (reporter === 'github') expect(stderr).toMatch(/^::error file=[^\n]*\n$/);
      else expect(JSON.parse(stdout)).toBeTruthy();
    }
  });
});

test.skipIf(process.platform === 'win32')(
  'progress and usage errors have no commands',
  async () => {
    for (const name of [
      '::set-output name=a::b',
      '\u2003::error::b',
      '##[error]b',
      'a\n::error::b',
    ]) {
      const cwd = folder({ 'credits.yaml': `title: x\noutput: ${JSON.stringify(`${name}.md`)}\n` });
      const built = await cli([], { cwd });
      const unknown = await cli([`--${name}`], { cwd });
      const explained = await cli(['explain', name], { cwd });
      for (const { stderr } of [built, unknown, explained]) expect(injected(stderr)).toEqual([]);
    }
  },
);

describe('a lone CR ends a line', () => {
  test.each<[source: string, places: string[]]>([
    ['title: x\rtitel: y\n', ['2:1 unknown-key']],
    ['# a\rtitel: x\r', ['2:1 unknown-key']],
    ['title: x\r\ncredits:\r  - name: a\r    colour: b\n', ['4:5 unknown-key']],
    ['title: "a\r\r\n  b"\ntitel: y\n', ['4:1 unknown-key']],
    ['title: x\rtitle: y\n', ['2:1 duplicate-key']],
    ['title: x\rintro: @y\r', ['2:8 yaml-quote']],
  ])('in %j', async (source, places) => {
    expect((await diagnose(source)).places).toEqual(places);
  });

  test('in the frame and in the page', async () => {
    const cwd = folder({
      'credits.yaml': 'title: x\rtitel: y\r',
      'b.yaml': 'title: x\rintro: y\r',
    });
    const { stderr } = await cli([], { cwd });
    expect(stderr).toContain('  1 | title: x\n> 2 | titel: y\n    | ^^^^^\n');
    expect((await cli(['b.yaml', '-o', '-'], { cwd })).stdout).toBe('---\ntitle: x\n---\n\ny\n');
  });

  test('with the message of a duplicate', async () => {
    const { all } = await diagnose('title: x\rintro: a\rtitle: y\n');
    expect(all[0]?.message).toBe('duplicate key "title", first used on line 1');
  });
});

describe('the difference of --check', () => {
  const difference = async (page: string, intro: string) => {
    const cwd = folder({
      'credits.yaml': JSON.stringify({ title: 'x', intro }),
      'credits.md': page,
    });
    const { code, stdout } = await cli(['--check', '--no-color'], { cwd });
    expect(code).toBe(1);
    return stdout;
  };

  test('has no controls and no commands', async () => {
    const text = 'a \x1b[31mred\rb\u202ec\n::error::d\n##[error]e\n';
    const stdout = await difference(
      `---\ntitle: x\n---\n\n${text}\n    ::error::d\n`,
      'z\n\n    ::error::d',
    );
    expect(stdout).not.toMatch(CONTROL);
    expect(injected(stdout)).toEqual([]);
    expect(stdout).toContain('-a ␛[31mred␍b\ufffdc\n-::error::d\n-##\\[error]e\n');
  });

  test('keeps asides as they are', async () => {
    const stdout = await difference('---\ntitle: x\n---\n\n:::note\na\n:::\n', ':::note\nb\n:::');
    expect(stdout).toContain('\n :::note\n-a\n+b\n :::\n');
  });

  test('cuts long lines where they differ', async () => {
    const long = 'word '.repeat(40_000);
    const stdout = await difference(`---\ntitle: x\n---\n\n${long}old\n`, `${long}new`);
    expect(stdout.length).toBeLessThan(4_000);
    expect(stdout).toMatch(/\n-….* word old\n\+….* word new\n$/);
  });
});

test('a terminal shows 50 messages of a file, errors first, and the number of all', async () => {
  const warnings = '- {name: a, url: "https://a b"}\n'.repeat(60);
  const cwd = folder({ 'credits.yaml': `title: x\ncredits:\n${warnings}- {nmae: b}\n` });
  const { code, stderr } = await cli([], { cwd });
  expect(code).toBe(2);
  expect(stderr.match(/^credits\.yaml:\d.*/gm)).toHaveLength(50);
  expect(stderr).toContain('credits.yaml:63:4 error');
  expect(stderr).toMatch(
    /\n\n… and 11 more in credits\.yaml, which --reporter json lists\n\n1 error, 60 warnings\n$/,
  );
  const all = JSON.parse((await cli(['--reporter', 'json'], { cwd })).stdout);
  expect(all).toHaveLength(61);
});
