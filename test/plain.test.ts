/** What is mostly typed means the same as to the parser of all that can be typed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../src/cli.ts';
import { nearest } from '../src/diagnostics/nearest.ts';
import { plainBuild } from '../src/plain.ts';

const host = { stdout: { write() {} }, stderr: { write() {} } } as unknown as Parameters<
  typeof createProgram
>[0];

/** What commander makes of a build; nothing for all else. */
async function typed(args: string[]) {
  let read: object | undefined;
  const program = createProgram(host, () => {});
  const build = program.commands.find((command) => command.name() === 'build');
  for (const command of [program, build]) {
    command?.action((sources: string[]) => {
      const [before, after] = [program.opts(), command.opts()];
      const color = before.color !== false && after.color !== false;
      read = { sources, options: { ...before, ...after, color } };
    });
  }
  await program.parseAsync(args, { from: 'user' });
  return read;
}

const words = fc.oneof(
  fc.constantFrom(
    ...['--check', '--strict', '--quiet', '--no-color', 'a.yaml', 'b/c.yml', 'build', '-'],
    ...['-o', '-ox.md', '--output', '--output=x.md', 'x.md', '--', '--reporter', 'json', 'sarif'],
    ...['--reporter=text', 'schema', 'init', '-h', '--version', 'x', ''],
  ),
);

test('a plain build is what commander understands', async () => {
  let plainOnes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 5 }), async (args) => {
      const plain = plainBuild(args);
      if (!plain) return;
      plainOnes += 1;
      const { sources, options } = plain;
      expect(await typed(args)).toEqual({ sources, options: { color: true, ...options } });
    }),
    { numRuns: 2000 },
  );
  expect(plainOnes).toBeGreaterThan(100);
});

describe('no plain source is near the name of a command', () => {
  const names = createProgram(host, () => {}).commands.map((command) => command.name());
  test.each(names)('%s', (name) => {
    for (const word of [`${name}.yml`, `${name}.yaml`]) {
      expect(nearest(word, names)).toBeUndefined();
    }
  });
});
