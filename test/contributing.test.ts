/** CONTRIBUTING.md and SECURITY.md match the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageJson } from './helpers/package-json.ts';
import { root } from './helpers/paths.ts';

describe('CONTRIBUTING.md', () => {
  const text = readFileSync(`${root}/.github/CONTRIBUTING.md`, 'utf8');
  const { scripts } = packageJson;

  test('explains every script', () => {
    const commands = text.match(/npm (?:test|run [\w:]+)/g) ?? [];
    const named = new Set(commands.map((command) => command.split(' ').at(-1)));
    const expected = Object.keys(scripts).filter((name) => name !== 'prepare');
    expect([...named].sort()).toEqual(expected.sort());
  });

  test('lists every folder of src', () => {
    const map = [...text.matchAll(/^\| `([\w.]+\/?)`/gm)].map(([, path]) => path as string);
    const folders = readdirSync(`${root}/src`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${name}/`);
    expect(map.filter((path) => path.endsWith('/')).sort()).toEqual(folders.sort());
    for (const path of map) expect(existsSync(`${root}/src/${path}`), path).toBe(true);
  });

  test('names existing files', () => {
    const paths = [...text.matchAll(/`((?:src|test|\.github)\/[^`]+|\.[\w/.-]+|CHANGELOG\.md)`/g)];
    expect(paths.length).toBeGreaterThan(10);
    for (const [, path] of paths) expect(existsSync(`${root}/${path}`), path).toBe(true);
  });
});

test.each(['CONTRIBUTING.md', 'SECURITY.md'])('%s links to existing files', (name) => {
  const text = readFileSync(`${root}/.github/${name}`, 'utf8');
  for (const [, path] of text.matchAll(/\]\((?!https:)([^)#]+)/g)) {
    expect(existsSync(`${root}/.github/${path}`), path).toBe(true);
  }
});
