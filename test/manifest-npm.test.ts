/** `package.json`, with packages as npm, pnpm and Yarn install them. */
import { expect, test } from 'vitest';
import {
  dependenciesOf,
  errorOf,
  type Files,
  namesOf,
  readManifest,
} from './helpers/manifest-files.ts';

const manifest = (dependencies: Record<string, unknown>, more: object = {}) => ({
  'package.json': { name: 'observatory', dependencies, ...more },
});
const only = async (files: Files) => (await readManifest('package.json', files)).dependencies[0];

/** Reads the metadata of one installed package. */
const metadata = async (content: object) => {
  const installed = { 'node_modules/lens/package.json': { name: 'lens', ...content } };
  return only({ ...manifest({ lens: '^1.0.0' }), ...installed });
};

test('dependencies are read by group', async () => {
  const files = {
    'package.json': {
      name: 'observatory',
      dependencies: { lens: '^1.0.0', '@optics/mirror': '~2.1.0' },
      devDependencies: { gauge: 'latest' },
      peerDependencies: { tube: '>=3' },
      optionalDependencies: { motor: '*' },
    },
  };
  const { dependencies, groups } = await readManifest('package.json', files);
  expect(dependencies.map(({ group, name }) => `${group} ${name}`)).toEqual([
    'dependencies lens',
    'dependencies @optics/mirror',
    'devDependencies gauge',
    'peerDependencies tube',
    'optionalDependencies motor',
  ]);
  expect(groups).toEqual([
    'dependencies',
    'devDependencies',
    'peerDependencies',
    'optionalDependencies',
  ]);
  expect(dependencies[1]).toMatchObject({
    kind: 'npm',
    registry: 'https://www.npmjs.com/package/@optics/mirror',
    purl: 'pkg:npm/%40optics/mirror',
  });
});

test('a manifest without dependencies has none', async () => {
  const { dependencies } = await readManifest('package.json', { 'package.json': '\ufeff{}' });
  expect(dependencies).toEqual([]);
});

test.each([
  ['github:optics/lens', 'https://github.com/optics/lens'],
  ['optics/lens', 'https://github.com/optics/lens'],
  ['gitlab:optics/glass/lens', 'https://gitlab.com/optics/glass/lens'],
  ['gist:11081aaa281', 'https://gist.github.com/11081aaa281'],
  ['git+ssh://git@example.org/lens.git', 'git+ssh://git@example.org/lens.git'],
  [
    { type: 'git', url: 'git+https://github.com/optics/lens.git' },
    'git+https://github.com/optics/lens.git',
  ],
  [
    { type: 'git', url: 'optics/lens', directory: 'packages/lens' },
    'https://github.com/optics/lens',
  ],
  [[{ type: 'git', url: 'git://github.com/optics/lens' }], 'git://github.com/optics/lens'],
  ['github.com/optics/lens', 'github.com/optics/lens'],
  ['', undefined],
  [{ type: 'git' }, undefined],
  [7, undefined],
])('the repository %j', async (repository, expected) => {
  expect((await metadata({ repository }))?.repository).toBe(expected);
});

test('an old list of repositories', async () => {
  const { repository } = (await metadata({ repositories: [{ url: 'git://x.org/lens' }] })) ?? {};
  expect(repository).toBe('git://x.org/lens');
});

test.each([
  [{ license: 'MIT' }, 'MIT'],
  [{ license: { type: 'ISC', url: 'https://example.org' } }, 'ISC'],
  [{ licenses: [{ type: 'MIT' }, { type: 'Apache-2.0' }] }, 'MIT OR Apache-2.0'],
  [{ licenses: ['MIT'] }, 'MIT'],
  [{ license: 'NOASSERTION' }, undefined],
  [{ license: '' }, undefined],
  [{}, undefined],
])('the license in %j', async (content, expected) => {
  expect((await metadata(content))?.license).toBe(expected);
});

test.each([
  [{ author: 'Ada Lens' }, [{ name: 'Ada Lens' }]],
  [
    { author: 'Ada Lens <ada@example.org> (https://ada.example)' },
    [{ name: 'Ada Lens', url: 'https://ada.example' }],
  ],
  [
    { author: { name: 'Ada Lens', email: 'a@b.c', url: 'https://github.com/ada' } },
    [{ name: 'Ada Lens', handle: 'ada', url: 'https://github.com/ada' }],
  ],
  [
    { author: 'Ada Lens <12+ada@users.noreply.github.com>' },
    [{ name: 'Ada Lens', handle: 'ada', url: 'https://github.com/ada' }],
  ],
  [{ author: 'Ada Lens', contributors: ['Bo Tube'] }, [{ name: 'Ada Lens' }]],
  [
    { contributors: ['Ada Lens', { name: 'Bo Tube', githubUsername: 'bo' }, 'ada lens'] },
    [{ name: 'Ada Lens' }, { name: 'Bo Tube', handle: 'bo', url: 'https://github.com/bo' }],
  ],
  [{ author: '', maintainers: [{ name: 'bo', email: 'bo@example.org' }] }, [{ name: 'bo' }]],
  [{ author: 'ada@example.org' }, undefined],
  [{ author: '<ada@example.org>' }, undefined],
  [{ author: `Ada ${' '.repeat(50_000)} Lens <a` }, undefined],
  [{ author: 7, contributors: 'https://example.org' }, undefined],
  [{ author: 'Optics (the company)' }, [{ name: 'Optics (the company)' }]],
])('the people in %j', async (content, expected) => {
  expect((await metadata(content))?.people).toEqual(expected);
});

test('the home page is only taken if it is one', async () => {
  expect((await metadata({ homepage: 'https://lens.example' }))?.homepage).toBe(
    'https://lens.example',
  );
  expect((await metadata({ homepage: 'lens' }))?.homepage).toBeUndefined();
});

test.each([
  'workspace:*',
  'workspace:^1.0.0',
  'workspace:lens@*',
  'file:../lens',
  'link:../lens',
  'portal:../lens',
  './lens',
  '../lens',
  '.',
  '~/lens',
  '/srv/lens',
  'C:\\lens',
])('the version %j belongs to the project', async (version) => {
  expect((await readManifest('package.json', manifest({ lens: version }))).dependencies).toEqual(
    [],
  );
});

test.each([
  ['npm:mirror@^1.0.0', { name: 'mirror', aliases: ['lens'] }],
  ['npm:@optics/mirror@1', { name: '@optics/mirror', aliases: ['lens'] }],
  ['npm:@optics/mirror', { name: '@optics/mirror', aliases: ['lens'] }],
  ['npm:^1.0.0', { name: 'lens', registry: 'https://www.npmjs.com/package/lens' }],
  ['jsr:@optics/lens@1', { name: '@optics/lens', registry: 'https://jsr.io/@optics/lens' }],
  ['npm:@jsr/optics__lens@1', { name: '@optics/lens', aliases: ['lens'] }],
  ['catalog:', { name: 'lens', registry: 'https://www.npmjs.com/package/lens' }],
  ['catalog:legacy', { name: 'lens' }],
  ['patch:lens@npm%3A1.0.0#~/.yarn/patches/lens.patch', { name: 'lens' }],
  ['optics/lens', { name: 'lens', repository: 'https://github.com/optics/lens' }],
  ['optics/lens#fix/it', { repository: 'https://github.com/optics/lens' }],
  ['github:optics/lens#semver:^2', { repository: 'https://github.com/optics/lens' }],
  ['bitbucket:optics/lens', { repository: 'https://bitbucket.org/optics/lens' }],
  [
    'git+https://github.com/optics/lens.git#v1',
    { repository: 'git+https://github.com/optics/lens.git' },
  ],
  ['git+ssh://git@github.com/optics/lens', { repository: 'git+ssh://git@github.com/optics/lens' }],
  ['git@github.com:optics/lens.git', { repository: 'git@github.com:optics/lens.git' }],
  ['https://git.example/lens.git', { repository: 'https://git.example/lens.git' }],
  ['https://github.com/optics/lens/tarball/main', { repository: 'https://github.com/optics/lens' }],
  [
    'https://codeload.github.com/optics/lens/tar.gz/v1',
    { repository: 'https://github.com/optics/lens' },
  ],
])('the version %j', async (version, expected) => {
  expect(await only(manifest({ lens: version }))).toMatchObject(expected);
});

test('a package that is not from the registry has no page there', async () => {
  for (const version of ['optics/lens', 'https://example.org/lens.tgz']) {
    expect(await only(manifest({ lens: version }))).not.toHaveProperty('registry');
  }
  const mirrored = manifest({ lens: 'https://registry.npmjs.org/lens/-/lens-1.0.0.tgz' });
  expect(await only(mirrored)).toHaveProperty('registry');
});

test('the repository of a fork wins over the one in its metadata', async () => {
  const dependency = await only({
    ...manifest({ lens: 'bo/lens' }),
    'node_modules/lens/package.json': { repository: 'optics/lens', license: 'MIT' },
  });
  expect(dependency).toMatchObject({ repository: 'https://github.com/bo/lens', license: 'MIT' });
});

test('an alias is installed under its own name', async () => {
  const dependency = await only({
    ...manifest({ lens: 'npm:mirror@1' }),
    'node_modules/lens/package.json': { name: 'mirror', license: 'MIT' },
  });
  expect(dependency).toMatchObject({ name: 'mirror', license: 'MIT' });
});

const member = {
  name: '@observatory/dome',
  dependencies: { lens: '1', motor: '2', plan: '^1.0.0' },
};
const licenseOf = (name: string) => ({ name, license: `LicenseRef-${name}` });

test.each<[string, Files]>([
  ['npm', { 'package.json': { workspaces: ['packages/*'] } }],
  ['Yarn', { 'package.json': { workspaces: { packages: ['./packages/*'], nohoist: ['x'] } } }],
  ['pnpm', { 'package.json': {}, 'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n" }],
  ['Lerna', { 'package.json': {}, 'lerna.json': { packages: ['packages/*'] } }],
])('in a workspace of %s, packages are hoisted, and its own ones do not count', async (_, root) => {
  const path = 'packages/dome/package.json';
  const dependencies = await dependenciesOf(
    path,
    {
      ...root,
      [path]: member,
      'packages/plan/package.json': { name: 'plan' },
      'node_modules/lens/package.json': licenseOf('hoisted'),
      'node_modules/motor/package.json': licenseOf('other-version'),
      'packages/dome/node_modules/motor/package.json': licenseOf('nested'),
    },
    'dependencies',
  );
  expect(dependencies.map(({ name, license }) => `${name} ${license}`)).toEqual([
    'lens LicenseRef-hoisted',
    'motor LicenseRef-nested',
  ]);
});

test('the root of a workspace does not count its members, unless they are excluded', async () => {
  const files = {
    'package.json': {
      name: 'observatory',
      workspaces: ['packages/*', '!packages/lens'],
      dependencies: { plan: '1', lens: '1', observatory: '1' },
    },
    'packages/plan/package.json': { name: 'plan' },
    'packages/lens/package.json': { name: 'lens' },
  };
  expect(namesOf((await readManifest('package.json', files)).dependencies)).toEqual(['lens']);
});

test('packages that only pnpm itself can reach are found', async () => {
  const dependency = await only({
    'package.json': { peerDependencies: { lens: '1' } },
    'node_modules/.pnpm/node_modules/lens/package.json': licenseOf('lens'),
  });
  expect(dependency?.license).toBe('LicenseRef-lens');
});

test('a broken file next to the manifest is not an error', async () => {
  const files = {
    ...manifest({ lens: '1' }),
    'node_modules/lens/package.json': '{',
    'pnpm-workspace.yaml': 'packages: [',
    'lerna.json': '[]',
  };
  expect(await only(files)).toMatchObject({ name: 'lens' });
});

test.each([
  ['{\n  "dependencies": {\n    "lens": "1",\n  }\n}', '4:3 it is not valid JSON: missing key'],
  ['{\n  "name": "a"\n  "b": 1\n}', '3:3 it is not valid JSON: missing comma'],
  ['{\n  "name": "a', '2:11 it is not valid JSON: missing closing quotation mark'],
  ['{\n  // a\n}', '2:3 it is not valid JSON: comments are not allowed'],
  ['{"a": tru}', '1:7 it is not valid JSON: unexpected text without quotes'],
  ['{"a": 1', '1:8 it is not valid JSON: missing closing brace'],
  ['{} x', '1:4 it is not valid JSON: unexpected text without quotes'],
  ['', '1:1 it is not valid JSON: missing value'],
  ['[]', '1:1 it is not an object'],
  ['{\n "devDependencies": ["lens"]}', '2:2 "devDependencies" is not an object'],
  ['{"dependencies": {\n "lens": 1}}', '2:2 the version of "lens" is not a string'],
])('the error in %j', async (text, expected) => {
  expect(await errorOf('package.json', { 'package.json': text })).toBe(expected);
});
