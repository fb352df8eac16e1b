/** The manifest of the pre-commit hook. `slow/pre-commit.test.ts` runs the hook. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './helpers/paths.ts';
import { prek } from './helpers/prek.ts';

const manifest = `${root}/.pre-commit-hooks.yaml`;
const [hook, ...others] = parse(readFileSync(manifest, 'utf8')) as [Record<string, string>];

test('the manifest is valid and has one hook', () => {
  expect(prek(['validate-manifest', manifest], root)).toEqual({
    code: 0,
    output: 'success: All manifests are valid\n',
  });
  expect(others).toEqual([]);
});

test('the hook runs for sources and pages', () => {
  const files = new RegExp(hook.files ?? '');
  for (const path of ['credits.yaml', 'docs/credits.yml', 'src/content/docs/credits.mdx', 'a.md']) {
    expect(path).toMatch(files);
  }
  for (const path of ['src/credits.ts', 'credits.yaml.bak', 'md']) expect(path).not.toMatch(files);
});
