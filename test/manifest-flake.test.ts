/** `flake.lock` of Nix. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorOf, readManifest } from './helpers/manifest-files.ts';
import { fixtures } from './helpers/paths.ts';

const files = { 'flake.lock': readFileSync(`${fixtures}/manifests/flake.lock`, 'utf8') };

test('the inputs of the root are read', async () => {
  const { dependencies, groups } = await readManifest('flake.lock', files);
  expect(groups).toEqual([]);
  expect(
    dependencies.map(({ name, aliases = [], repository, registry }) =>
      [name, ...aliases, repository ?? registry ?? '-'].join(' '),
    ),
  ).toEqual([
    'star-chart sky https://github.com/stargazers/star-chart',
    'dome https://gitlab.com/observatory/tools/dome',
    'eclipse https://git.eclipse.example/sun/eclipse.git',
    'grid https://codeberg.org/moon/grid',
    'ephemeris hub https://flakehub.com/flake/stargazers/ephemeris',
    'lunar https://git.sr.ht/~luna/lunar',
    'mirror -',
    'nixpkgs stable also-pkgs https://github.com/NixOS/nixpkgs',
    'home-manager hm -',
    'systems https://github.observatory.example/stargazers/systems',
  ]);
  expect(dependencies[0]).toMatchObject({
    kind: 'flake',
    group: 'dependencies',
    purl: 'pkg:github/stargazers/star-chart',
  });
  expect(dependencies.at(-1)).not.toHaveProperty('purl');
});

const lock = (inputs: unknown, nodes: object = {}) =>
  JSON.stringify({ nodes: { root: { inputs }, ...nodes }, root: 'root', version: 7 }, null, 1);

test('the root may have another name, and no inputs', async () => {
  const text = JSON.stringify({ nodes: { top: {} }, root: 'top', version: 7 });
  expect((await readManifest('flake.lock', { 'flake.lock': text })).dependencies).toEqual([]);
});

test('an input is named after its repository, unless the repository has a generic name', async () => {
  const at = (owner: string, repo: string) => {
    const original = { type: 'github', owner, repo };
    return { original, locked: original };
  };
  const text = lock(
    { systems: 'a', linux: 'b', unstable: 'c' },
    {
      a: at('nix-systems', 'default'),
      b: at('nix-systems', 'default-linux'),
      c: at('NixOS', 'nixpkgs'),
    },
  );
  const { dependencies } = await readManifest('flake.lock', { 'flake.lock': text });
  expect(dependencies.map(({ name, aliases }) => [name, aliases])).toEqual([
    ['systems', ['default']],
    ['linux', ['default-linux']],
    ['nixpkgs', ['unstable']],
  ]);
});

test('a local repository belongs to the project', async () => {
  const original = { type: 'git', url: 'file:///srv/lens' };
  const text = lock({ lens: 'lens' }, { lens: { original, locked: original } });
  expect((await readManifest('flake.lock', { 'flake.lock': text })).dependencies).toEqual([]);
});

test.each([
  ['{"nodes": {},\n"root": "root"}', '2:1 the node that "root" names is missing'],
  ['{}', '1:1 it has no "nodes"'],
  ['{"nodes": {}}', '1:1 the node that "root" names is missing'],
  ['{"nodes": {\n<<<<<<< HEAD\n}}', '2:1 it is not valid JSON: unexpected text without quotes'],
  [lock([]), '4:4 the inputs of the root are not an object'],
  [lock({ lens: 'lens' }), '5:5 the input "lens" leads to no node'],
  [lock({ a: ['b'], b: ['a'] }), '5:5 the input "a" leads to no node'],
  [lock({ a: ['constructor'] }), '5:5 the input "a" leads to no node'],
])('the error in %j', async (text, expected) => {
  expect(await errorOf('flake.lock', { 'flake.lock': text })).toBe(expected);
});
