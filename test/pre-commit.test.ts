/** The manifest of the pre-commit hook. `slow/pre-commit.test.ts` runs the hook. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './helpers/paths.ts';
import { prek } from './helpers/prek.ts';

const manifest = `${root}/.pre-commit-hooks.yaml`;
const hooks = parse(readFileSync(manifest, 'utf8')) as Record<string, string>[];

test('the manifest is valid and has two hooks', () => {
  expect(prek(['validate-manifest', manifest], root)).toEqual({
    code: 0,
    output: 'success: All manifests are valid\n',
  });
  expect(hooks.map(({ id, entry }) => [id, entry])).toEqual([
    ['starlight-credits', 'starlight-credits --check'],
    ['starlight-credits-lint', 'starlight-credits lint'],
  ]);
});

test('the first hook runs for sources and pages, and the other for sources', () => {
  const [files, ofLint] = hooks.map((hook) => new RegExp(hook.files ?? '')) as [RegExp, RegExp];
  expect('docs/credits.yml').toMatch(ofLint);
  expect('docs/credits.md').not.toMatch(ofLint);
  for (const path of ['credits.yaml', 'docs/credits.yml', 'src/content/docs/credits.mdx', 'a.md']) {
    expect(path).toMatch(files);
  }
  for (const path of ['src/credits.ts', 'credits.yaml.bak', 'md']) expect(path).not.toMatch(files);
});
