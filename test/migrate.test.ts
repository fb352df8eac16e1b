/** Imports files that are not pages: the configuration of all-contributors, and citation files. */
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

test('what is left out is reported once per kind', async () => {
  const cwd = folder({ '.all-contributorsrc': fixture('contributors') });
  const { stderr } = await cli(['import', '.all-contributorsrc'], { cwd });
  expect(stderr.split('\n')).toEqual([
    'wrote credits.yaml: 4 credits',
    'left out: settings of all-contributors: projectName, projectOwner, files, commit, ' +
      'commitConvention, badgeTemplate, contributorsPerLine, skipCi',
    '',
  ]);
});

test.each([
  ['own-host', '.all-contributorsrc', 'unknown keys of contributors: twitter'],
  ['own-host', '.all-contributorsrc', 'a second entry of "zuri", whose contributions were added'],
  ['custom-types', '.all-contributorsrc', 'the symbols of types of contributions'],
  ['custom-types', '.all-contributorsrc', 'the links of types of contributions'],
  ['custom-types', '.all-contributorsrc', 'the profile of Ruth Vale, as "javascript:" is not'],
  ['citation', 'CITATION.cff', 'keys of the work: version, license'],
  ['citation', 'CITATION.cff', 'keys of authors: alias, email'],
  ['citation', 'CITATION.cff', 'keys of references: journal, year'],
])('an import of %s reports what is left out: %#', async (name, file, message) => {
  const cwd = folder({ [file]: fixture(name) });
  const { stderr } = await cli(['import', file], { cwd });
  expect(stderr.split(`left out: ${message}`)).toHaveLength(2);
});

test('URLs and affiliations that a reference of a citation cannot have are reported', async () => {
  const text = `cff-version: 1.2.0
authors: [{ name: a }]
references:
  - title: b
    url: https://b.example
    doi: 10.1234/b
    authors: [{ name: c, affiliation: d }]
  - title: e
    doi: invalid
    repository-code: https://e.example
`;
  const cwd = folder({ 'CITATION.cff': text });
  const { stdout, stderr } = await cli(['import', 'CITATION.cff', '-o', '-'], { cwd });
  expect(stderr.split('\n')).toEqual([
    'left out: other URLs of references: doi',
    'left out: affiliations and further websites of the authors of references',
    '',
  ]);
  expect(stdout.match(/url: .*/g)).toEqual(['url: https://b.example', 'url: https://e.example']);
});

test.each([
  ['people.json', 'contributors'],
  ['people', 'contributors'],
  ['.all-contributorsrc.json', 'contributors'],
  ['citation.yaml', 'citation'],
  ['software.cff', 'citation'],
])('%s is known by its name or its content', async (file, name) => {
  const cwd = folder({ [file]: fixture(name) });
  const { stdout } = await cli(['import', file, '-o', '-'], { cwd });
  expect(stdout).toBe(cases.find((each) => each.name === name)?.yaml);
});

const BUILD = 'run "starlight-credits" without "import" to build the page of a source';

test.each([
  ['package.json', '{ "contributors": [{ "name": "Ada" }] }', 'name a file of one of these kinds'],
  ['credits.yml', 'title: Credits\n', BUILD],
  ['a.txt', fixture('contributors'), 'name a file of one of these kinds'],
])('%s is a usage error', async (file, text, help) => {
  const cwd = folder({ [file]: text });
  const { code, stderr } = await cli(['import', file, '-o', '-'], { cwd });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      `error: "${file}" is not a page (.md or .mdx), an .all-contributorsrc or a CITATION.cff\n` +
      `  help: ${help}\n` +
      '(see "starlight-credits --help")\n',
  });
});

test('a file without contributors becomes a source that can be built', async () => {
  const cwd = folder({ '.all-contributorsrc': '{"contributors": []}' });
  const { stderr } = await cli(['import', '.all-contributorsrc'], { cwd });
  expect(stderr).toBe('wrote credits.yaml: no credits found\n');
  expect(await cli([], { cwd })).toMatchObject({ code: 0 });
});

test('an existing source is only overwritten with --force', async () => {
  const cwd = folder({ 'CITATION.cff': fixture('citation'), 'credits.yaml': 'title: kept\n' });
  const refused = await cli(['import', 'CITATION.cff'], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('credits.yaml:1:1 error source-exists');
  expect(await cli(['import', 'CITATION.cff', '--force'], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toContain('title: Teapot Tools');
});

const rc = (text: string) => ({ '.all-contributorsrc': text });

test.each<[string, Record<string, string>, string[]]>([
  [
    'no comma',
    rc('{\n  "a": 1\n  "b": 2\n}\n'),
    ['3:3 error json-syntax  invalid JSON: missing c'],
  ],
  ['no end', rc('{\n  "a": [1'), ['2:10 error json-syntax  invalid JSON: missing closing bracket']],
  ['no quotes', rc('{"a": b}'), ['1:7 error json-syntax  invalid JSON: unexpected text without q']],
  [
    'no closing quotes',
    rc('{"a": "b\n}'),
    ['1:7 error json-syntax  invalid JSON: missing closing'],
  ],
  ['no text', rc(''), ['1:1 error json-syntax  invalid JSON: missing value']],
  ['a conflict', rc('{\n<<<<<<< a\n"b": 1\n=======\n}\n'), ['2:1 error yaml-conflict']],
  ['thousands of lists', rc('['.repeat(100_000)), ['error source-too-deep']],
  ['a list', rc('[]'), ['1:1 error wrong-type  expected a map with "contributors", found a list']],
  [
    'no contributors',
    rc('{"files": []}'),
    ['1:1 error missing-key  missing key "contributors"', 'or import the page that lists them'],
  ],
  [
    'contributors that are not a list',
    rc('{\n  "contributors": {"login": "ada"}\n}'),
    ['2:19 error wrong-type  expected a list of contributors, found a map'],
  ],
  [
    'invalid contributors',
    rc(
      '{"contributors": [\n{"avatar_url": "a"},\n"ada",\n{"login": "a", "contributions": "b"},\n{"name": ["b"]}\n]}',
    ),
    [
      '2:1 error missing-key  missing key "login" or "name" in a contributor',
      '3:1 error wrong-type  expected a contributor, found "ada"',
      '4:33 error wrong-type  expected a list of contributions, found "b"',
      '5:10 error wrong-type  expected a string, found a list',
    ],
  ],
  [
    'an invalid contribution',
    rc('{"contributors": [{"login": "a", "contributions": [{"url": "/b"}]}]}'),
    ['1:52 error missing-key  missing key "type" in a contribution'],
  ],
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

test('the help for a missing key is JSON in a JSON file', async () => {
  const json = '{"contributors": [{}]}';
  const cwd = folder({ '.all-contributorsrc': json, 'CITATION.cff': 'title: a\n' });
  const contributor = await cli(['import', '.all-contributorsrc'], { cwd });
  expect(contributor.stderr).toContain('help: add "login": …');
  const yaml = await cli(['import', 'CITATION.cff'], { cwd });
  expect(yaml.stderr).toContain('help: add "authors: …"');
});
