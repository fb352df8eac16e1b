/** Imports citation files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cli, folder } from './helpers/cli.ts';
import { fixtures } from './helpers/paths.ts';

/** Files with invented people, each with the expected source. */
const cases = readdirSync(`${fixtures}/migrate`).map((name) => {
  const files = readdirSync(`${fixtures}/migrate/${name}`);
  const file = files.find((each) => each !== 'credits.yaml') as string;
  const text = (each: string) => readFileSync(`${fixtures}/migrate/${name}/${each}`, 'utf8');
  return { name, file, text: text(file), yaml: text('credits.yaml') };
});

describe.each(cases)('$name/$file', ({ file, text, yaml }) => {
  test('is imported as the expected source', async () => {
    const cwd = folder({ [file]: text });
    expect(await cli(['import', file], { cwd })).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(yaml);
  });

  test('makes a source without errors and warnings', async () => {
    const cwd = folder({ 'credits.yaml': yaml });
    const { code, stderr } = await cli(['--strict'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'created credits.md\n' });
  });

  test('is imported the same with other line ends and a byte order mark', async () => {
    const cwd = folder({ [file]: `\ufeff${text.replaceAll('\n', '\r\n')}` });
    const { stdout } = await cli(['import', file, '-o', '-'], { cwd });
    expect(stdout).toBe(yaml);
  });
});

const fixture = (name: string) => cases.find((each) => each.name === name)?.text as string;

test.each([
  ['citation', 'CITATION.cff', 'keys of the work: version, license'],
  ['citation', 'CITATION.cff', 'keys of authors: email'],
  ['citation', 'CITATION.cff', 'keys of references: journal, year'],
])('an import of %s reports what is left out: %#', async (name, file, message) => {
  const cwd = folder({ [file]: fixture(name) });
  const { stderr } = await cli(['import', file], { cwd });
  expect(stderr.split(`left out: ${message}`)).toHaveLength(2);
});

test.each([
  ['citation.yaml', 'citation'],
  ['software.cff', 'citation'],
])('%s is known by its name or its content', async (file, name) => {
  const cwd = folder({ [file]: fixture(name) });
  const { stdout } = await cli(['import', file, '-o', '-'], { cwd });
  expect(stdout).toBe(cases.find((each) => each.name === name)?.yaml);
});

test.each([
  ['credits.yml', 'title: Credits\n'],
  ['a.txt', fixture('citation')],
])('%s is a usage error', async (file, text) => {
  const cwd = folder({ [file]: text });
  const { code, stderr } = await cli(['import', file, '-o', '-'], { cwd });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      `error: "${file}" is not a page (.md or .mdx) or a CITATION.cff\n` +
      '(see "starlight-credits --help")\n',
  });
});

test('an existing source is only overwritten with --force', async () => {
  const cwd = folder({ 'CITATION.cff': fixture('citation'), 'credits.yaml': 'title: kept\n' });
  const refused = await cli(['import', 'CITATION.cff'], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('credits.yaml:1:1 error source-exists');
  expect(await cli(['import', 'CITATION.cff', '--force'], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toContain('title: Teapot Tools');
});

test.each<[string, Record<string, string>, string[]]>([
  ['invalid YAML', { 'CITATION.cff': 'title: a: b\n' }, ['1:8 error yaml-quote']],
  [
    'no authors',
    { 'CITATION.cff': 'title: a\n' },
    ['1:1 error missing-key  missing key "authors"'],
  ],
  [
    'an author and a reference without a name',
    { 'CITATION.cff': 'authors:\n  - email: a@b.co\nreferences:\n  - type: book\n' },
    [
      '2:5 error missing-key  missing key "family-names" or "name" in an author',
      '4:5 error missing-key  missing key "title" in a reference',
    ],
  ],
])('a file with %s is rejected, and nothing is written', async (_, files, messages) => {
  const cwd = folder(files);
  const [file = ''] = Object.keys(files);
  const { code, stdout, stderr } = await cli(['import', file], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  for (const message of messages) expect(stderr).toContain(message);
  expect(existsSync(`${cwd}/credits.yaml`)).toBe(false);
});
