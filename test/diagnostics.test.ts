import { describe, expect, test } from 'vitest';
import { cli, diagnose, folder } from './helpers/cli.ts';
import { keyMistakes, yamlMistakes } from './helpers/common-mistakes.ts';
import { invalidPages, invalidYaml } from './helpers/invalid-sources.ts';

test.each([...invalidYaml, ...invalidPages])(
  '%j is reported at %s',
  async (source, place, word) => {
    const { code, all, places } = await diagnose(source);
    expect(code).toBe(2);
    expect(places).toEqual([place]);
    expect(`${all[0]?.message}\n${all[0]?.help}`).toContain(word);
  },
);

test.each([...yamlMistakes, ...keyMistakes])(
  'the help for %j fits',
  async (source, diagnostics) => {
    const { all } = await diagnose(source);
    const found = all.map(
      ({ line, column, code, message, help }) => `${line}:${column} ${code}: ${message}; ${help}`,
    );
    expect(found).toEqual(diagnostics);
  },
);

test('all errors are reported together, in source order', async () => {
  const { places } = await diagnose(`
sections:
  - title: A
    credits:
      - name: a
        url: javascript:alert(1)
        colour: red
      - description: <b>
frontmatter: { draft: maybe }
`);
  expect(places).toEqual([
    '2:1 missing-key',
    '6:14 url-scheme',
    '7:9 unknown-key',
    '8:9 missing-key',
    '8:22 markdown-html',
    '9:23 wrong-type',
  ]);
});

test('only the YAML error is reported if the YAML is broken', async () => {
  const { places } = await diagnose('titel: x\nintro: @y\n');
  expect(places).toEqual(['2:8 yaml-quote']);
});

test('seven levels of sections are an error at the title of the seventh', async () => {
  const levels = [2, 3, 4, 5, 6, 7, 8];
  const source = levels.map((level, index) => {
    const indent = '  '.repeat(2 * index);
    return `${indent}sections:\n${indent}  - title: Level ${level}\n`;
  });
  const { places } = await diagnose(`title: x\n${source.join('')}`);
  expect(places).toEqual(['13:32 heading-depth']);
});

test('a section without a title does not count as a level', async () => {
  const { code } = await diagnose(`
title: x
sections: [{ sections: [{ sections: [{ sections: [{ title: 2, sections: [{ title: 3,
  sections: [{ title: 4, sections: [{ title: 5, sections: [{ title: 6 }] }] }] }] }] }] }] }]
`);
  expect(code).toBe(0);
});

test('credits nested two levels deep are an error', async () => {
  const { places } = await diagnose(
    'title: x\ncredits: [{ name: a, credits: [{ name: b, credits: [c] }] }]\n',
  );
  expect(places).toEqual(['2:43 nested-credits']);
});

describe('a person similar to an id', () => {
  const source = (by: string) =>
    `title: x\npeople:\n  vic: Victor Borja\n  victor-borja: Victor Borja\ncredits:\n  - name: a\n    by: ${by}\n`;

  test.each(['Vic', 'vicc', 'vci', 'Victor Borja'])('%s is a warning', async (by) => {
    const { code, all, places } = await diagnose(source(by));
    expect(places).toEqual(['7:9 person-near-id']);
    expect(all[0]?.severity).toBe('warning');
    expect(code).toBe(0);
  });

  test.each([
    ['王芳', '王伟'],
    ['김민수', '김민서'],
  ])('%s is not similar to %s', async (id, by) => {
    const { places } = await diagnose(
      `title: x\npeople: { ${id}: Ada }\ncredits: [{ name: a, by: ${by} }]\n`,
    );
    expect(places).toEqual([]);
  });

  test('--strict treats the warning as an error', async () => {
    expect((await diagnose(source('Vic'), ['--strict'])).code).toBe(2);
  });

  test.each(['vic', 'Ada', 'Victoria'])('%s is not reported', async (by) => {
    expect((await diagnose(source(by))).places).toEqual([]);
  });
});

describe('positions', () => {
  test('a byte order mark does not count', async () => {
    expect((await diagnose('\ufefftitel: x\n')).places).toEqual(['1:1 unknown-key']);
  });

  test('columns are UTF-16 code units, and ends are exclusive', async () => {
    const { all } = await diagnose('title: x\nintro: "👍 <b>"\n');
    expect(all[0]).toMatchObject({ line: 2, column: 12, endLine: 2, endColumn: 15 });
  });

  test('CRLF counts as a single line end', async () => {
    expect((await diagnose('title: x\r\nintro: @y\r\n')).places).toEqual(['2:8 yaml-quote']);
  });

  test('an anchored value is reported once', async () => {
    const { places } = await diagnose(
      'title: x\nsections:\n  - credits: &c [{ name: "" }]\n  - credits: *c\n',
    );
    expect(places).toEqual(['3:26 text-empty']);
  });

  test('bytes that are not UTF-8 are reported at their position', async () => {
    const latin1 = Buffer.from('title: x\nintro: Ga\xe9tan\n', 'latin1');
    const cwd = folder({ 'credits.yaml': latin1 });
    const { code, stdout } = await cli(['--reporter', 'json'], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'source-not-utf8', line: 2, column: 10 }]);
  });

  test.each([
    ['title: x\nintro: "a\\n\\n  <b> \\t <i>"\n', '2:16 2:23'],
    ['title: x\nintro: "a\\_b <b>"\n', '2:14'],
    ['title: x\nintro: |\n  first\n\n  second [b][a] x\n\n  [a]: javascript:x\n', '7:3'],
    ['title: x\nintro: "[a]\\n\\n[a]: javascript:x"\n', '2:16'],
  ])('the errors in %j are at %s', async (source, places) => {
    const { all } = await diagnose(source);
    expect(all.map(({ line, column }) => `${line}:${column}`).join(' ')).toBe(places);
  });

  test('an MDX error is reported once, at its position in the source', async () => {
    const { all } = await diagnose(
      'title: x\nhtml: true\noutput: a.mdx\nintro: |\n  one\n\n  two <b>\n',
      ['-o', 'page.mdx'],
    );
    expect(all).toMatchObject([{ code: 'mdx-syntax', line: 7 }]);
    expect(all[0]?.message).not.toMatch(/\d:\d/);
  });
});

test('empty keys and a string with two colons are valid', async () => {
  expect((await diagnose('title: x\nsections:\nstyle:\nintro: a::b\n')).places).toEqual([]);
});
