import { describe, expect, test } from 'vitest';
import { type Code, codes, isLintCode, topics } from '../src/diagnostics/codes.ts';
import { documents } from '../src/diagnostics/documents.ts';
import { cli, folder } from './helpers/cli.ts';

const all = Object.entries(documents) as [Code, (typeof documents)[Code]][];

/** Returns what `build` reports, or `lint` for a code that only it reports. */
async function codesOf(yaml: string, code: Code): Promise<string[]> {
  const cwd = folder({ 'credits.yaml': yaml });
  const command = isLintCode(code) ? ['lint'] : [];
  const { stdout } = await cli([...command, '--reporter', 'json'], { cwd });
  return (JSON.parse(stdout) as { code: string }[]).map(({ code }) => code);
}

test('every code has a document, and every document a code', () => {
  expect(Object.keys(documents).sort()).toEqual(Object.keys(codes).sort());
});

test('every code has exactly one topic', () => {
  expect(Object.values(topics).flatMap(Object.keys)).toEqual(Object.keys(codes));
});

test.each(all)('the document of %s has its code as the title', (code, { markdown }) => {
  expect(markdown.startsWith(`# ${code}\n`)).toBe(true);
});

describe.each(all.filter(([, { language }]) => language === 'yaml'))('%s', (code, document) => {
  test('the wrong example only has this diagnostic', async () => {
    expect(new Set(await codesOf(document.wrong, code))).toEqual(new Set([code]));
  });

  test('the right example has no diagnostic', async () => {
    expect(await codesOf(document.right, code)).toEqual([]);
  });
});

test.each(all)('explain %s prints its document', async (code, { meaning, wrong, right }) => {
  const { code: exit, stdout } = await cli(['explain', code], { cwd: folder() });
  expect(exit).toBe(0);
  expect(stdout).toContain(`${code} (${codes[code].severity})\n\n${meaning}\n\nWrong:\n`);
  for (const line of `${wrong}\n${right}`.split('\n')) expect(stdout).toContain(line);
});

test('explain without a code lists all of them by topic, one line each', async () => {
  const { code, stdout } = await cli(['explain'], { cwd: folder() });
  expect(code).toBe(0);
  const lines = stdout.split('\n');
  expect(lines.filter((line) => line in topics)).toEqual(Object.keys(topics));
  const listed = lines.filter((line) => line.startsWith('  '));
  expect(listed.map((line) => line.trim().split(/ +/, 2))).toEqual(
    Object.entries(codes).map(([listedCode, { severity }]) => [listedCode, severity]),
  );
  for (const line of listed) {
    expect(line).toMatch(/ {2}[A-Z].*\.$/);
    expect(line.length).toBeLessThanOrEqual(100);
  }
});

test('an unknown code is a usage error that suggests the nearest one', async () => {
  const { code, stdout, stderr } = await cli(['explain', 'url-shceme'], { cwd: folder() });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('unknown diagnostic "url-shceme"\n  help: did you mean "url-scheme"?');
});
