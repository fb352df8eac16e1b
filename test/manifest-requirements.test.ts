/** `requirements.txt` of pip. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorOf, namesOf, readManifest } from './helpers/manifest-files.ts';
import { fixtures } from './helpers/paths.ts';

const files = {
  'requirements.txt': readFileSync(`${fixtures}/manifests/requirements.txt`, 'utf8'),
  'requirements/base.txt': '-r ../requirements.txt\nBase_Plate>=1\n-r more.txt\n',
  'requirements/more.txt': 'lens==3\nscrews\n',
  'constraints.txt':
    'lens<2\nnever-installed==1\nsundial @ git+https://github.com/noon/sundial@v3\n',
};
const read = async (text: string) =>
  (await readManifest('requirements.txt', { 'requirements.txt': text })).dependencies;

test('requirements are read, those of other files included', async () => {
  const { dependencies, groups } = await readManifest('requirements.txt', files);
  expect(groups).toEqual([]);
  expect(namesOf(dependencies)).toEqual([
    'base-plate',
    'lens',
    'screws',
    'mirror-glass',
    'gauge',
    'sundial',
    'tube',
    'vault',
    'ring',
    'wheel-of-stars',
  ]);
});

test('packages have their page at PyPI, unless they come from elsewhere', async () => {
  const { dependencies } = await readManifest('requirements.txt', files);
  const by = Object.fromEntries(dependencies.map((each) => [each.name, each]));
  expect(by['mirror-glass']).toMatchObject({
    kind: 'pypi',
    registry: 'https://pypi.org/project/mirror-glass/',
    purl: 'pkg:pypi/mirror-glass',
  });
  expect(by.sundial).toMatchObject({ repository: 'git+https://github.com/noon/sundial' });
  expect(by.vault?.repository).toBe('git+https://git.example/vault.git');
  expect(by.ring?.repository).toBe('git+ssh://git@github.com/optics/ring.git');
  expect(by.tube?.repository).toBe('https://github.com/optics/tube');
  expect(by.vault).not.toHaveProperty('registry');
});

test.each([
  ['-e .', []],
  ['--editable=.[dev]', []],
  ['-e ./lens', []],
  ['.', []],
  ['./dist/lens-1.0.tar.gz', []],
  ['dist\\lens-1.0.zip', []],
  ['lens-1.0-py3-none-any.whl', []],
  ['lens @ file:///srv/lens', []],
  ['file:///srv/lens', []],
  ['--index-url https://example.org/simple\n-i x\n--pre', []],
  ['-r https://example.org/requirements.txt', []],
  ['lens;python_version<"3"', ['lens']],
  ['lens (>=1,<2)', ['lens']],
  ['lens[a, b]~=1.0', ['lens']],
  ['lens === 1.0+local.2', ['lens']],
  ['lens#not-a-comment', 'no requirement'],
  ['lens\r\nmirror # c\r\n', ['lens', 'mirror']],
  ['le\\\nns', 'no requirement'],
  ['lens \\\n >=1 \\\n --hash=sha256:0a \\\n --hash=sha256:0b', ['lens']],
  ['lens==1\nLENS==1', ['lens']],
  ['git+https://github.com/optics/Lens_Kit', ['lens-kit']],
])('the names in %j', async (text, expected) => {
  if (typeof expected === 'string')
    await expect(read(text)).rejects.toThrow('is not a requirement');
  else expect(namesOf(await read(text))).toEqual(expected);
});

test.each([
  ['lens\n\n  mirror glass\n', '3:3 "mirror glass" is not a requirement'],
  ['lens\n<<<<<<< HEAD\n', '2:1 "<<<<<<< HEAD" is not a requirement'],
  ['lens\n-r missing.txt\n', '2:1 the file "missing.txt" does not exist'],
])('the error in %j', async (text, expected) => {
  expect(await errorOf('requirements.txt', { 'requirements.txt': text })).toBe(expected);
});

test('an error in another file names it', async () => {
  const broken = { 'requirements.txt': '-r a/b.txt', 'a/b.txt': '\n\n?' };
  expect(await errorOf('requirements.txt', broken)).toMatch(
    /a\/b\.txt:3: "\?" is not a requirement/,
  );
});

test.each(['requirements-dev.txt', 'dev-requirements.txt', 'requirements.in'])(
  '%s is a requirements file',
  async (path) => {
    expect(namesOf((await readManifest(path, { [path]: 'lens' })).dependencies)).toEqual(['lens']);
  },
);
