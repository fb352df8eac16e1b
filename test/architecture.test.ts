import { cruise } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import rules from '../.dependency-cruiser.js';
import { root } from './helpers/paths.ts';

test('imports follow the rules in .dependency-cruiser.js', async () => {
  const options = { ...rules.options, ruleSet: rules, validate: true, baseDir: root };
  const { output } = await cruise(['src'], options);
  if (typeof output === 'string') throw new Error(output);
  const { violations, totalCruised } = output.summary;
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(totalCruised).toBeGreaterThan(40);
}, 60_000);
