/** `Cargo.toml`, alone and in a workspace. */
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

const fixture = (path: string) => readFileSync(`${fixtures}/manifests/${path}`, 'utf8');
const single = { 'Cargo.toml': fixture('Cargo.toml') };
const summaryOf = (manifest: Awaited<ReturnType<typeof readManifest>>) =>
  manifest.dependencies.map(({ group, name }) => `${group} ${name}`);

test('dependencies are read by group, those of targets included', async () => {
  const manifest = await readManifest('Cargo.toml', single);
  expect(summaryOf(manifest)).toEqual([
    'dependencies lens',
    'dependencies mirror-glass',
    'dependencies gauge',
    'dependencies sundial',
    'dependencies quoted-name',
    'dependencies vault',
    'dev-dependencies bench-press',
    'build-dependencies blueprint',
    'dependencies unix-tube',
    'dev-dependencies tube-test',
    'dependencies windows-tube',
  ]);
  expect(manifest.groups).toEqual(['dependencies', 'dev-dependencies', 'build-dependencies']);
});

test('crates have their pages at crates.io', async () => {
  const [lens, mirror, gauge, , , vault] = await dependenciesOf(
    'Cargo.toml',
    single,
    'dependencies',
  );
  expect(lens).toMatchObject({
    kind: 'cargo',
    registry: 'https://crates.io/crates/lens',
    purl: 'pkg:cargo/lens',
  });
  expect(mirror?.aliases).toEqual(['reflect']);
  expect(gauge?.repository).toBe('https://github.com/optics/gauge.git');
  for (const other of [gauge, vault]) {
    expect(other).not.toHaveProperty('registry');
    expect(other).not.toHaveProperty('purl');
  }
});

const root = `[workspace]
members = ["crates/*", "tools/plan"]
exclude = ["crates/old"]

[workspace.package]
license = "MIT"

[workspace.dependencies]
lens = "1"
reflect = { package = "mirror", version = "2" }
dome = { path = "crates/dome" }
"unused" = "1"
`;
const workspace: Files = {
  'Cargo.toml': root,
  'crates/dome/Cargo.toml': `[package]
name = "dome"
[dependencies]
lens.workspace = true
reflect = { workspace = true, features = ["x"] }
hidden = { path = "../../hidden", version = "1" }
[dev-dependencies]
lens = { workspace = true }
`,
  'crates/base/Cargo.toml': `[package]
name = "base"
[dependencies]
dome = { workspace = true }
lens = "1"
plan = "0.1"
gauge = "3"
`,
  'crates/old/Cargo.toml': '[package]\nname = "old"\n[dependencies]\nancient = "1"\n',
  'tools/plan/Cargo.toml': '[package]\nname = "plan"\n',
  'hidden/Cargo.toml': '[package]\nname = "hidden"\n[dependencies]\nhideout = "1"\nold = "1"\n',
};

test('the root of a workspace stands for its members', async () => {
  const manifest = await readManifest('Cargo.toml', workspace);
  expect(summaryOf(manifest).sort()).toEqual([
    'dependencies gauge',
    'dependencies hideout',
    'dependencies lens',
    'dependencies mirror',
    'dependencies old',
    'dev-dependencies lens',
  ]);
  const mirror = manifest.dependencies.find(({ name }) => name === 'mirror');
  expect(mirror?.aliases).toContain('reflect');
});

test('a member inherits from the root of its workspace, and has only its own dependencies', async () => {
  const path = 'crates/dome/Cargo.toml';
  expect(summaryOf(await readManifest(path, workspace))).toEqual([
    'dependencies lens',
    'dependencies mirror',
    'dev-dependencies lens',
  ]);
  const base = await readManifest('crates/base/Cargo.toml', workspace);
  expect(namesOf(base.dependencies)).toEqual(['lens', 'gauge']);
});

test('a package can name its workspace', async () => {
  const named = '[package]\nname = "a"\nworkspace = "../all"\n[dependencies]\nx.workspace = true\n';
  const files = {
    'a/Cargo.toml': named,
    'all/Cargo.toml':
      '[workspace]\nmembers = ["../a"]\n[workspace.dependencies]\nx = { package = "y" }\n',
  };
  expect(namesOf((await readManifest('a/Cargo.toml', files)).dependencies)).toEqual(['y']);
});

test('members that are missing are skipped', async () => {
  const text = '[workspace]\nmembers = ["a", "b/*"]\n';
  expect((await readManifest('Cargo.toml', { 'Cargo.toml': text })).dependencies).toEqual([]);
});

test.each([
  ['[dependencies]\nlens = \n', /^2:8 it is not valid TOML: /],
  ['[dependencies]\nlens = "1"\nlens = "2"\n', /^3:\d+ it is not valid TOML: /],
  ['a = 1\n\n[dependencies\n', /^3:\d+ it is not valid TOML: /],
  ['[dependencies]\r\nlens = "1"\r\nx = "\r\n', /^3:\d+ it is not valid TOML: /],
  ['[dependencies]\nlens = 1\n', /^2:1 the dependency "lens" is neither a version nor a table$/],
  [
    '[package]\nname = "a"\n\n[target.x]\ndependencies = 1\n',
    /^5:1 "target.x.dependencies" is not a table$/,
  ],
])('the error in %j', async (text, expected) => {
  expect(await errorOf('Cargo.toml', { 'Cargo.toml': text })).toMatch(expected);
});

test('an error in a member names the member', async () => {
  const files = { 'Cargo.toml': '[workspace]\nmembers = ["a"]\n', 'a/Cargo.toml': '\n[' };
  expect(await errorOf('Cargo.toml', files)).toMatch(/ a\/Cargo.toml:2: it is not valid TOML: /);
  const invalid = { ...files, 'a/Cargo.toml': '[dependencies]\nlens = true\n' };
  expect(await errorOf('Cargo.toml', invalid)).toMatch(/ a\/Cargo.toml: the dependency "lens"/);
});
