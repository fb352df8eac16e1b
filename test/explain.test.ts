import { describe, expect, test } from 'vitest';
import { type Code, codes } from '../src/diagnostics/codes.ts';
import { explanations } from '../src/diagnostics/explanations.ts';
import { cli, folder } from './helpers/cli.ts';

const all = Object.entries(explanations) as [Code, (typeof explanations)[Code]][];

async function told(yaml: string): Promise<string[]> {
  const cwd = folder({ 'credits.yaml': yaml });
  const { stdout } = await cli(['--reporter', 'json'], { cwd });
  return (JSON.parse(stdout) as { code: string }[]).map(({ code }) => code);
}

test('every code is explained', () => {
  expect(Object.keys(explanations).sort()).toEqual(Object.keys(codes).sort());
});

describe.each(all.filter(([, { language }]) => language === 'yaml'))('%s', (code, explained) => {
  test('its wrong example has just this mistake', async () => {
    expect(new Set(await told(explained.wrong))).toEqual(new Set([code]));
  });

  test('its right example has none', async () => {
    expect(await told(explained.right)).toEqual([]);
  });
});

test.each(all)('explain %s prints both examples', async (code, { means, wrong, right }) => {
  const { code: exit, stdout } = await cli(['explain', code], { cwd: folder() });
  expect(exit).toBe(0);
  expect(stdout).toContain(means);
  for (const line of `${wrong}\n${right}`.split('\n')) expect(stdout).toContain(line);
});

test('an unknown code is wrong usage, and the nearest one is named', async () => {
  const { code, stdout, stderr } = await cli(['explain', 'url-shceme'], { cwd: folder() });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('did you mean "url-scheme"?');
});
