import { readdirSync, readFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import rules from '../.dependency-cruiser.js';
import { root } from './helpers/paths.ts';

test('who imports whom is as .dependency-cruiser.js says', async () => {
  const options = { ...rules.options, ruleSet: rules, validate: true, baseDir: root };
  const { output } = await cruise(['src'], options);
  if (typeof output === 'string') throw new Error(output);
  const { violations, totalCruised } = output.summary;
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(totalCruised).toBeGreaterThan(40);
}, 60_000);

test('nothing in src names the process, prints or exits by itself', () => {
  const files = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const code = readFileSync(`${root}/src/${file}`, 'utf8').replace(/\/\*.*?\*\/|\/\/.*$/gms, '');
    expect(code, file).not.toMatch(/\b(?:process|console|globalThis)\s*[.[]/);
  }
});
