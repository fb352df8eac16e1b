/** The progress of a long build. */
import { expect, test } from 'vitest';
import { cli, folder } from './helpers/cli.ts';

const names = Array.from({ length: 12 }, (_, index) => `${index}.yaml`);
const files = Object.fromEntries(
  names.map((name) => [name, `title: ${name}\noutput: ${name}.md\n`]),
);
const setting = { cwd: '', terminal: true, env: { TERM: 'xterm' } };

test('a build of many sources shows their number, in a line that is cleared', async () => {
  const { code, stderr } = await cli(names, { ...setting, cwd: folder(files) });
  expect(code).toBe(0);
  expect(stderr).toContain('\r\x1b[Kbuilding 3.yaml (4 of 12) …');
  expect(stderr).toMatch(/\r\x1b\[Kcreated 0\.yaml\.md\n/);
});

test('a build of a very large source shows its name', async () => {
  const large = `title: x\nintro: ${'a word '.repeat(150_000)}\n`;
  const { stderr } = await cli([], { ...setting, cwd: folder({ 'credits.yaml': large }) });
  expect(stderr).toBe('\r\x1b[Kbuilding credits.yaml …\r\x1b[Kcreated credits.md\n');
});

test.each<[string, string[], object]>([
  ['in CI', names, { env: { TERM: 'xterm', CI: 'true' } }],
  ['without a terminal', names, { terminal: false }],
  ['with --quiet', [...names, '--quiet'], {}],
  ['with the reporter json', [...names, '--reporter', 'json'], {}],
  ['for few sources', names.slice(0, 3), {}],
])('no progress is shown %s', async (_, args, more) => {
  const { stderr } = await cli(args, { ...setting, cwd: folder(files), ...more });
  expect(stderr).not.toContain('building');
  expect(stderr).not.toContain('\x1b[K');
});
