/** Addresses of the same repository are equal, however they are written. */
import { describe, expect, test } from 'vitest';
import { addressOf, repositoryAddress } from '../src/model/address.ts';
import { registryPage } from '../src/model/registry-page.ts';

/** Fields `repository` of packages, in the shapes that occur, by what they lead to. */
const FIELDS: Record<string, string[]> = {
  'github.com/ada/engine': [
    'ada/engine',
    'ada/engine#main',
    'Ada/Engine',
    'ada/engine.git',
    'github:ada/engine',
    'github:ada/engine#semver:^1.0.0',
    'github:ada/engine.git',
    'github:Ada/Engine',
    'github:ada/engine/main',
    'github:ada/engine/release-24.05?dir=lib',
    'GitHub:ada/engine',
    'github.com/ada/engine',
    'www.github.com/ada/engine',
    '//github.com/ada/engine',
    'http://github.com/ada/engine',
    'https://github.com/ada/engine',
    'https://github.com/ada/engine/',
    'https://github.com/ada/engine//',
    'https://github.com//ada/engine',
    'https://github.com/ada/engine.git',
    'https://github.com/ada/engine.git/',
    'https://github.com/ada/engine.GIT',
    'https://github.com/ada/engine.git#main',
    'https://github.com/ada/engine#readme',
    'https://github.com/ada/engine?tab=readme-ov-file#usage',
    'https://GitHub.com/Ada/Engine',
    'HTTPS://GITHUB.COM/ADA/ENGINE',
    'https://www.github.com/ada/engine',
    'https://github.com./ada/engine',
    'https://github.com:443/ada/engine',
    'https://github.com/ada/engine/tree/main',
    'https://github.com/ada/engine/tree/main/packages/core#readme',
    'https://github.com/ada/engine/blob/main/README.md',
    'https://github.com/ada/engine/issues',
    'https://github.com/ada/engine/releases/tag/v1.0.0',
    'https://github.com/ada/engine/wiki',
    'https://github.com/ada/engine/archive/refs/tags/v1.0.0.tar.gz',
    'https://github.com/ada/engine.git/tree/main/packages/core',
    'https://codeload.github.com/ada/engine/tar.gz/main',
    'https://raw.githubusercontent.com/ada/engine/main/logo.png',
    'https://ada@github.com/ada/engine.git',
    'https://ada:secret@github.com/ada/engine.git',
    'https://x-access-token:abc@github.com/ada/engine',
    'git://github.com/ada/engine',
    'git://github.com/ada/engine.git',
    'git://github.com/ada/engine.git#0123abc',
    'git@github.com:ada/engine',
    'git@github.com:ada/engine.git',
    'git@github.com/ada/engine.git',
    'git@ssh.github.com:ada/engine.git',
    'git:git@github.com:ada/engine.git',
    'git+git@github.com:ada/engine.git',
    'git+https://github.com/ada/engine',
    'git+https://github.com/ada/engine.git',
    'git+https://github.com/ada/engine.git#main',
    'git+https://git@github.com/ada/engine.git',
    'git+http://github.com/ada/engine.git',
    'git+git://github.com/ada/engine.git',
    'git+ssh://github.com/ada/engine.git',
    'git+ssh://git@github.com/ada/engine.git',
    'git+ssh://git@github.com:ada/engine.git',
    'git+ssh://git@github.com:22/ada/engine.git',
    'ssh://git@github.com/ada/engine.git',
    'ssh://git@github.com:ada/engine.git',
    'ssh://git@ssh.github.com:443/ada/engine.git',
    'https+git://github.com/ada/engine.git',
    'https://github.com:ada/engine.git',
    'http://github.com:ada/engine',
    'git://git@github.com:ada/engine.git',
    'git://github.com:ada/engine.git',
    'scm:git:https://github.com/ada/engine.git',
    'scm:git:git@github.com:ada/engine.git',
    'scm:git:git://github.com/ada/engine.git',
    ' https://github.com/ada/engine ',
    'https://github.com/ada/engine.git ',
    'https://github.com/%61da/engine',
    'https://github.com/ada/./engine',
  ],
  'github.com/ada/engine.js': [
    'ada/engine.js',
    'https://github.com/ada/engine.js',
    'git+https://github.com/ada/engine.js.git',
  ],
  'gitlab.com/ada/engine': [
    'gitlab:ada/engine',
    'gitlab:ada/engine.git',
    'https://gitlab.com/ada/engine',
    'https://gitlab.com/ada/engine.git',
    'https://gitlab.com/ada/engine/-/tree/main/src',
    'https://gitlab.com/ada/engine/-/blob/main/README.md#usage',
    'https://gitlab.com/ada/engine/-/issues',
    'https://gitlab.com/ada/engine/tree/master',
    'https://gitlab.com/ada/engine/blob/master/README.md',
    'git@gitlab.com:ada/engine.git',
    'git+ssh://git@gitlab.com/ada/engine.git',
    'git+https://gitlab.com/ada/engine.git',
    'ssh://git@altssh.gitlab.com:443/ada/engine.git',
    'https://oauth2:abc@gitlab.com/ada/engine.git',
  ],
  'gitlab.com/ada/tools/engine': [
    'gitlab:ada/tools/engine',
    'gitlab:ada%2Ftools/engine',
    'https://gitlab.com/ada/tools/engine',
    'https://gitlab.com/ada/tools/engine/-/tree/main',
    'git@gitlab.com:ada/tools/engine.git',
  ],
  'gitlab.gnome.org/gnome/glib': [
    'https://gitlab.gnome.org/GNOME/glib',
    'https://gitlab.gnome.org/GNOME/glib.git',
    'https://gitlab.gnome.org/GNOME/glib/-/releases',
    'git@gitlab.gnome.org:GNOME/glib.git',
    'ssh://git@ssh.gitlab.gnome.org/GNOME/glib.git'.replace('ssh.gitlab', 'gitlab'),
  ],
  'gitlab.freedesktop.org/pipewire/pipewire': [
    'https://gitlab.freedesktop.org/pipewire/pipewire',
    'https://gitlab.freedesktop.org/pipewire/pipewire/-/wikis/home',
  ],
  'framagit.org/ada/engine': [
    'https://framagit.org/ada/engine',
    'https://framagit.org/ada/engine/-/tree/main',
    'git@framagit.org:ada/engine.git',
  ],
  'codeberg.org/ada/engine': [
    'codeberg:ada/engine',
    'https://codeberg.org/ada/engine',
    'https://codeberg.org/Ada/Engine.git',
    'https://codeberg.org/ada/engine/src/branch/main',
    'https://codeberg.org/ada/engine/src/branch/main/README.md',
    'https://codeberg.org/ada/engine/issues',
    'git@codeberg.org:ada/engine.git',
    'ssh://git@codeberg.org/ada/engine.git',
    'git+https://codeberg.org/ada/engine.git',
  ],
  'git.sr.ht/~ada/engine': [
    'sourcehut:~ada/engine',
    'https://git.sr.ht/~ada/engine',
    'https://git.sr.ht/~ada/engine/',
    'https://git.sr.ht/~ada/engine/tree/master/item/README.md',
    'https://git.sr.ht/~ada/engine/archive/0.9.1.tar.gz',
    'https://git.sr.ht/~ada/engine/refs/download/v1/tool.tar.gz',
    'https://sr.ht/~ada/engine',
    'https://hg.sr.ht/~ada/engine',
    'git@git.sr.ht:~ada/engine',
    'git+ssh://git@git.sr.ht/~ada/engine',
    'https://git.sr.ht/%7Eada/engine',
  ],
  'bitbucket.org/ada/engine': [
    'bitbucket:ada/engine',
    'https://bitbucket.org/ada/engine',
    'https://bitbucket.org/ada/engine.git',
    'https://bitbucket.org/ada/engine/src/master/',
    'https://bitbucket.org/ada/engine/src',
    'https://bitbucket.org/ada/engine/issues',
    'https://ada@bitbucket.org/ada/engine.git',
    'git@bitbucket.org:ada/engine.git',
    'git+ssh://git@bitbucket.org/ada/engine.git',
    'ssh://git@altssh.bitbucket.org:443/ada/engine.git',
  ],
  'gist.github.com/0123456789abcdef': [
    'gist:0123456789abcdef',
    'https://gist.github.com/0123456789abcdef',
    'https://gist.github.com/ada/0123456789abcdef',
    'https://gist.github.com/ada/0123456789abcdef.git',
    'git@gist.github.com:0123456789abcdef.git',
  ],
  'dev.azure.com/ada/tools/engine': [
    'https://dev.azure.com/ada/tools/_git/engine',
    'https://ada@dev.azure.com/ada/tools/_git/engine',
    'git@ssh.dev.azure.com:v3/ada/tools/engine',
  ],
  'git.example.org/ada/engine': [
    'https://git.example.org/ada/engine',
    'https://git.example.org/ada/engine.git',
    'https://git.example.org/Ada/Engine/',
    'https://git.example.org/ada/engine/src/branch/main/lib',
    'https://git.example.org/ada/engine/-/tree/main',
    'https://git.example.org:8443/ada/engine.git',
    'git@git.example.org:ada/engine.git',
    'git@git.example.org:2222/ada/engine.git',
    'ssh://git@git.example.org:2222/ada/engine.git',
  ],
  'example.org/cgit/tools/engine': [
    'https://example.org/cgit/tools/engine',
    'https://example.org/cgit/tools/engine.git',
    'https://example.org/cgit/tools/engine.git/tree/src',
    'git://example.org/cgit/tools/engine.git',
  ],
  'code.videolan.org/videolan/x264': [
    'https://code.videolan.org/videolan/x264',
    'https://code.videolan.org/videolan/x264.git',
    'https://code.videolan.org/videolan/x264/-/tree/master',
  ],
};

const cases = Object.entries(FIELDS).flatMap(([key, fields]) =>
  fields.map((field) => [field, key] as const),
);

test.each(cases)('the field %j is the repository %s', (field, key) => {
  expect(repositoryAddress(field)).toMatchObject({ key, isRepository: true });
});

test('there are several hundred fields', () => {
  expect(new Set(cases.map(([field]) => field)).size).toBeGreaterThan(150);
});

test.each([
  'https://github.com/ada/engine',
  'https://github.com/ada/engine/tree/main/docs',
  'https://gitlab.com/ada/tools/engine/-/tree/main',
  'https://codeberg.org/ada/engine/src/branch/main',
  'https://git.example.org/ada/engine',
  'https://example.org/ada/engine.git',
  'https://gist.github.com/ada/0123456789abcdef',
])('the URL %s is one of a repository', (url) => {
  expect(addressOf(url)?.isRepository).toBe(true);
});

test.each([
  ['https://github.com/ada', 'github.com/ada'],
  ['https://github.com/sponsors/ada', 'github.com/sponsors/ada'],
  ['https://github.com/orgs/ada/projects', 'github.com/orgs/ada/projects'],
  ['https://ada.github.io/engine/', 'ada.github.io/engine'],
  ['https://www.example.com', 'example.com'],
  ['http://example.com/Docs/#start', 'example.com/docs'],
  ['https://example.com/docs/index.html', 'example.com/docs'],
  ['https://example.com/a/b/src/c', 'example.com/a/b/src/c'],
])('the URL %s is one of a page', (url, key) => {
  expect(addressOf(url)).toMatchObject({ key, isRepository: false });
});

test.each([
  ...['', 'ada/engine', './docs', '/docs', '#top', 'mailto:ada@example.com'],
  ...['https://github.com', 'https://gitlab.com/', 'https://'],
])('the URL %j has no address', (url) => {
  expect(addressOf(url)).toBeUndefined();
});

test.each([
  ['https://github.com/ada/engine', 'https://github.com/ada/engines'],
  ['https://github.com/ada/engine', 'https://gitlab.com/ada/engine'],
  ['https://github.com/ada/engine', 'https://github.com/bob/engine'],
  ['https://github.com/ada/engine', 'https://github.com/ada/engine.js'],
  ['https://gitlab.com/ada/tools', 'https://gitlab.com/ada/tools/engine'],
  ['https://git.sr.ht/~ada/engine', 'https://git.sr.ht/~bob/engine'],
])('%s and %s differ', (a, b) => {
  expect(repositoryAddress(a)?.key).not.toBe(repositoryAddress(b)?.key);
});

test('the URL of a repository is one for readers', () => {
  const { url } = repositoryAddress('git+ssh://git@github.com/Ada/Engine.git#main') ?? {};
  expect(url).toBe('https://github.com/Ada/Engine');
});

describe('the page of a package', () => {
  test.each([
    ['https://www.npmjs.com/package/@types/node', 'npm', '@types/node'],
    ['https://www.npmjs.com/package/remark/v/15.0.0', 'npm', 'remark'],
    ['https://npmjs.com/package/remark?activeTab=versions', 'npm', 'remark'],
    ['https://jsr.io/@std/path', 'npm', '@std/path'],
    ['https://crates.io/crates/serde', 'cargo', 'serde'],
    ['https://docs.rs/serde/latest/serde/', 'cargo', 'serde'],
    ['https://lib.rs/crates/serde', 'cargo', 'serde'],
    ['https://pypi.org/project/requests/', 'pypi', 'requests'],
    ['https://pkg.go.dev/golang.org/x/net@v0.1.0', 'go', 'golang.org/x/net'],
    ['https://rubygems.org/gems/rails', 'other', 'rails'],
  ])('%s is one of %s', (url, kind, name) => {
    expect(registryPage(url)).toEqual({ kind, name });
  });

  test.each([
    'https://www.npmjs.com',
    'https://www.npmjs.com/~ada',
    'https://example.com/crates/a',
  ])('%s is none', (url) => {
    expect(registryPage(url)).toBeUndefined();
  });
});
