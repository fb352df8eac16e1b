/** `go.mod`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorOf, namesOf, readManifest } from './helpers/manifest-files.ts';
import { fixtures } from './helpers/paths.ts';

const files = {
  'go.mod': readFileSync(`${fixtures}/manifests/go.mod`, 'utf8'),
  'go.work': 'go 1.24\n\nuse (\n\t.\n\t./mount\n\t./missing\n)\n',
  'mount/go.mod': 'module observatory.example/telescope/mount\n',
};

test('direct modules are read, with the repositories that their paths say', async () => {
  const { dependencies, groups } = await readManifest('go.mod', files);
  expect(groups).toEqual([]);
  expect(
    dependencies.map(({ name, aliases = [], repository = '-' }) =>
      [name, ...aliases, repository].join(' '),
    ),
  ).toEqual([
    'github.com/optics/lens https://github.com/optics/lens',
    'github.com/optics/quoted https://github.com/optics/quoted',
    'github.com/Optics/Mirror github.com/Optics/Mirror/v2 https://github.com/Optics/Mirror',
    'github.com/optics/kit/tube github.com/optics/kit/tube/v5 https://github.com/optics/kit',
    'github.com/optics/gauge https://github.com/optics/gauge',
    'gitlab.com/stars/group/chart https://gitlab.com/stars/group/chart',
    'golang.org/x/net https://github.com/golang/net',
    'gopkg.in/yaml.v3 https://github.com/go-yaml/yaml',
    'gopkg.in/noon/sundial.v2 https://github.com/noon/sundial',
    'k8s.io/client-go https://github.com/kubernetes/client-go',
    'sigs.k8s.io/controller-runtime https://github.com/kubernetes-sigs/controller-runtime',
    'example.org/vanity -',
    'github.com/optics/original https://github.com/fork/original',
    'github.com/tools/wrench https://github.com/tools/wrench',
  ]);
  expect(dependencies[2]).toMatchObject({
    kind: 'go',
    registry: 'https://pkg.go.dev/github.com/Optics/Mirror/v2',
    purl: 'pkg:golang/github.com/optics/mirror/v2',
  });
  expect(dependencies[12]?.homepage).toBe('https://github.com/optics/original');
});

test.each([
  ['google.golang.org/grpc', 'https://github.com/grpc/grpc-go'],
  ['go.uber.org/zap', 'https://github.com/uber-go/zap'],
  ['cloud.google.com/go/storage', 'https://github.com/googleapis/google-cloud-go'],
  ['go.opentelemetry.io/otel/sdk', 'https://github.com/open-telemetry/opentelemetry-go'],
  ['git.example.org/optics/lens.git/sub', 'https://git.example.org/optics/lens'],
  ['git.sr.ht/~noon/dial', 'https://git.sr.ht/~noon/dial'],
  ['golang.org/toolchain', undefined],
])('the repository of %s', async (path, expected) => {
  const text = `module a\nrequire ${path} v1.0.0\n`;
  const { dependencies } = await readManifest('go.mod', { 'go.mod': text });
  expect(dependencies[0]?.repository).toBe(expected);
});

test('several major versions of a module are one dependency', async () => {
  const text =
    'module a\r\nrequire (\r\n\tx.y/z v1.0.0\r\n\tx.y/z/v2 v2.0.0\r\n\tx.y/z/v3 v3.0.0\r\n)\r\n';
  const { dependencies } = await readManifest('go.mod', { 'go.mod': text });
  expect(dependencies).toMatchObject([{ name: 'x.y/z', aliases: ['x.y/z/v2', 'x.y/z/v3'] }]);
});

test('a workspace above the folder is found', async () => {
  const workspace = {
    'a/go.mod': 'module x.y/a\nrequire x.y/b v0.0.0\nrequire x.y/c v1.0.0\n',
    'b/go.mod': 'module x.y/b\n',
    'go.work': 'use ./a\nuse ./b\n',
  };
  const { dependencies } = await readManifest('a/go.mod', workspace);
  expect(namesOf(dependencies)).toEqual(['x.y/c']);
});

test('a module without dependencies has none', async () => {
  const { dependencies } = await readManifest('go.mod', { 'go.mod': 'module a\n\nrequire ()\n' });
  expect(dependencies).toEqual([]);
});

test.each([
  ['module a\n\n  requires b v1\n', '3:3 unknown directive "requires"'],
  ['module a\n<<<<<<< HEAD\n', '2:1 unknown directive "<<<<<<<"'],
  ['module a\nrequire (\n\tb v1\n', '2:1 the block of "require" is not closed'],
  ['module a\nrequire (\n\tb\n)\n', '3:2 expected a module and its version after "require"'],
  ['module a\nrequire b v1 c\n', '2:1 expected a module and its version after "require"'],
  ['module a\nreplace b c\n', '2:1 expected a module, "=>" and its replacement after "replace"'],
])('the error in %j', async (text, expected) => {
  expect(await errorOf('go.mod', { 'go.mod': text })).toBe(expected);
});
