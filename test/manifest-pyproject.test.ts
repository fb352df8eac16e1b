/** `pyproject.toml`: PEP 621, PEP 735, Poetry, and what uv, PDM and setuptools add. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  dependenciesOf,
  errorOf,
  type Files,
  namesOf,
  readManifest,
} from './helpers/manifest-files.ts';
import { fixtures } from './helpers/paths.ts';

const path = 'pyproject.toml';
const file = { [path]: readFileSync(`${fixtures}/manifests/pyproject.toml`, 'utf8') };
const names = async (files: Files, group = 'dependencies') =>
  namesOf(await dependenciesOf(path, files, group));

test('the dependencies of the project, its extras and its groups are read', async () => {
  const { groups } = await readManifest(path, file);
  expect(groups).toEqual(['dependencies', 'plot', 'all', 'test', 'typing', 'Dev_Tools']);
  expect(await names(file)).toEqual(['lens-kit', 'mirror', 'gauge', 'sundial']);
  expect(await names(file, 'plot')).toEqual(['canvas', 'lens-kit']);
  expect(await names(file, 'all')).toEqual(['canvas', 'lens-kit', 'paint']);
  expect(await names(file, 'test')).toEqual(['bench-press', 'type-glass', 'pytest-stars']);
  expect(await names(file, 'Dev_Tools')).toEqual([
    ...['bench-press', 'type-glass', 'pytest-stars', 'blueprint'],
  ]);
});

test('packages have their page at PyPI, unless they come from elsewhere', async () => {
  const [lens, , gauge, sundial] = await dependenciesOf(path, file, 'dependencies');
  expect(lens).toMatchObject({
    kind: 'pypi',
    registry: 'https://pypi.org/project/lens-kit/',
    purl: 'pkg:pypi/lens-kit',
  });
  expect(gauge?.repository).toBe('git+https://github.com/optics/gauge.git');
  expect(sundial?.repository).toBe('https://github.com/noon/sundial');
  expect(sundial).not.toHaveProperty('registry');
});

const poetry = `[tool.poetry]
name = "star-finder"
[tool.poetry.dependencies]
python = "^3.10"
Lens_Kit = "^2"
mirror = { version = "^1", extras = ["silver"], markers = "python_version < '3.13'" }
gauge = { git = "https://github.com/optics/gauge.git", rev = "0a1b2c" }
mount = { path = "../mount", develop = true }
tube = [
  { version = "<2", python = "<3.11" },
  { version = ">=2", python = ">=3.11" },
]
canvas = { version = "*", optional = true }
[tool.poetry.extras]
plot = ["canvas"]
[tool.poetry.dev-dependencies]
bench = "*"
[tool.poetry.group.docs]
optional = true
[tool.poetry.group.docs.dependencies]
paper = "*"
[tool.poetry.group.all]
include-groups = ["docs", "dev"]
`;

test('the dependencies of Poetry are read', async () => {
  const files = { [path]: poetry };
  expect((await readManifest(path, files)).groups).toEqual([
    ...['dependencies', 'plot', 'docs', 'all', 'dev'],
  ]);
  expect(await names(files)).toEqual(['lens-kit', 'mirror', 'gauge', 'tube']);
  expect(await names(files, 'plot')).toEqual(['canvas']);
  expect(await names(files, 'dev')).toEqual(['bench']);
  expect(await names(files, 'docs')).toEqual(['paper']);
  expect(await names(files, 'all')).toEqual(['paper', 'bench']);
  const [, , gauge] = await dependenciesOf(path, files, 'dependencies');
  expect(gauge?.repository).toBe('https://github.com/optics/gauge.git');
});

test('Poetry may say where the dependencies of the project come from', async () => {
  const text = `[project]
dependencies = ["mount", "lens"]
[tool.poetry.dependencies]
mount = { path = "../mount" }
`;
  expect(await names({ [path]: text })).toEqual(['lens']);
});

test('groups of uv and PDM are read', async () => {
  const text = `[tool.uv]
dev-dependencies = ["lens"]
[tool.pdm.dev-dependencies]
dev = ["mirror", "-e file:///\${PROJECT_ROOT}/mount#egg=mount"]
`;
  expect(await names({ [path]: text }, 'dev')).toEqual(['lens', 'mirror']);
});

test('dependencies in files of setuptools are read', async () => {
  const text = `[project]
dynamic = ["dependencies", "optional-dependencies"]
[tool.setuptools.dynamic]
dependencies = { file = ["requirements.in"] }
optional-dependencies.plot = { file = "plot.txt" }
`;
  const files = {
    [path]: text,
    'requirements.in': 'lens\ngauge @ git+https://github.com/optics/gauge@v1\n',
    'plot.txt': 'canvas',
  };
  expect(await names(files)).toEqual(['lens', 'gauge']);
  expect(await names(files, 'plot')).toEqual(['canvas']);
  expect(await readManifest(path, files)).not.toHaveProperty('incomplete');
  const broken = { ...files, 'requirements.in': '\n?' };
  expect(await errorOf(path, broken)).toMatch(/requirements.in: "\?" is not a requirement/);
});

test('dependencies that the build computes are unknown', async () => {
  const text = '[project]\ndynamic = ["dependencies"]\n';
  expect((await readManifest(path, { [path]: text })).incomplete).toContain('dynamic');
});

test('a file without dependencies has none', async () => {
  const { dependencies, groups } = await readManifest(path, { [path]: '[tool.black]\n' });
  expect([dependencies, groups]).toEqual([[], ['dependencies']]);
});

test('a name that is a group and an extra is neither', async () => {
  const text = `[project]
dependencies = ["lens"]
[project.optional-dependencies]
dev-tools = ["a"]
[dependency-groups]
Dev_Tools = ["b"]
`;
  const { ambiguous, groups, dependencies } = await readManifest(path, { [path]: text });
  expect(ambiguous).toEqual(['dev-tools', 'Dev_Tools']);
  expect(groups).toEqual(['dependencies']);
  expect(namesOf(dependencies)).toEqual(['lens']);
});

test.each([
  ['[project]\ndependencies = [\n  "a b",\n]\n', '3:3 "a b" is not a requirement'],
  ['[project]\ndependencies = "a"\n', '2:1 "project.dependencies" is not an array'],
  [
    '[project]\noptional-dependencies = ["a"]\n',
    '2:1 "project.optional-dependencies" is not a table',
  ],
  ['[dependency-groups]\na = [1]\n', '2:6 an item of "dependency-groups.a" is not a string'],
  [
    '[dependency-groups]\na = [{ include-group = "b" }]\nb = ["x",\n {include-group = "A"}]\n',
    '4:2 the group "a" includes itself: a → b → a',
  ],
  ['[dependency-groups]\na = [{include-group = "b"}]\n', '2:6 the group "b" does not exist'],
  [
    '[tool.poetry.dependencies]\na = 1\n',
    '2:1 the dependency "a" is neither a version nor a table',
  ],
  [
    '[project]\ndynamic = ["dependencies"]\n[tool.setuptools.dynamic]\ndependencies = {file = "x"}\n',
    '4:17 the file "x" does not exist',
  ],
])('the error in %j', async (text, expected) => {
  expect(await errorOf(path, { [path]: text })).toBe(expected);
});

test('groups that include each other many times, and long texts, are read in linear time', async () => {
  const groups = Array.from({ length: 60 }, (_, index) => {
    const next = `{ include-group = "g${index + 1}" }`;
    return `g${index} = [${next}, ${next}]\n`;
  });
  const text = `[dependency-groups]\n${groups.join('')}g60 = ["lens"]\n`;
  expect(await names({ [path]: text }, 'g0')).toEqual(['lens']);
  const spaces = `[project]\ndependencies = ["a${' '.repeat(100_000)}b"]\n`;
  expect(await errorOf(path, { [path]: spaces })).toContain('is not a requirement');
});

test('an error of syntax has its line', async () => {
  const text = '[project]\nname = "a"\ndependencies = [\n  "a"\n  "b"\n]\n';
  expect(await errorOf(path, { [path]: text })).toMatch(/^5:3 it is not valid TOML: /);
});
