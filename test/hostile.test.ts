/** Malicious and broken sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cli, folder } from './helpers/cli.ts';
import { limitCpuTime } from './helpers/cpu-time.ts';
import { bin } from './helpers/paths.ts';
import { isSlow } from './helpers/test-size.ts';

async function report(source: string | Uint8Array): Promise<string[]> {
  const cwd = folder({ 'credits.yaml': source });
  const { code, stdout } = await cli(['--reporter', 'json'], { cwd });
  const codes = (JSON.parse(stdout) as { code: string }[]).map(({ code: name }) => name);
  expect(code).toBe(codes.length > 0 ? 2 : 0);
  expect(existsSync(`${cwd}/credits.md`)).toBe(code === 0);
  return codes;
}

describe('is handled within seconds', () => {
  limitCpuTime(10);

  const bomb = (key: string) => {
    const names = [...'abcdefghij'];
    const lines = names.map((name, index) => {
      const inner = index === 0 ? 'x' : `*${names[index - 1]}`;
      return `  ${name}: &${name} [${Array(10).fill(inner).join(', ')}]`;
    });
    return `title: x\n${key}:\n${lines.join('\n')}\n`;
  };

  test('an alias bomb', async () => {
    expect(await report(bomb('frontmatter'))).toEqual(['yaml-alias-bomb']);
    expect(await report(bomb('people'))).toEqual(['yaml-alias-bomb']);
  });

  test.each([
    ['brackets', `title: x\ncredits: ${'['.repeat(50_000)}`],
    ['maps', `title: x\nfrontmatter: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['quotes in Markdown', `title: x\nintro: "${'> '.repeat(5_000)}a"`],
    ['lists in Markdown', `title: x\nintro: "${'- '.repeat(2_000)}a"`],
  ])('thousands of levels of %s', async (_, source) => {
    expect((await report(source)).length).toBe(1);
  });

  test.each([
    ['asterisks', `${'*'.repeat(50_000)}a${'*'.repeat(50_000)}`],
    ['addresses', 'a@b.'.repeat(50_000)],
    ['links', '[a](b'.repeat(50_000)],
    ['brackets', '['.repeat(50_000)],
  ])('a paragraph of %s that would take parsers too long', async (_, intro) => {
    expect(await report(`title: x\nintro: "${intro}"\n`)).toEqual(['markdown-too-long']);
  });

  test.each([
    ['a word', `${'x'.repeat(100_000)}<`],
    ['links', Array.from({ length: 2_000 }, (_, n) => `[a](https://e.co/${n})`).join('\\n\\n')],
  ])('long but valid Markdown: %s', async (_, intro) => {
    expect(await report(`title: x\nintro: "${intro}"\n`)).toEqual([]);
  });

  test('bytes that are not text', async () => {
    expect(await report(new Uint8Array([0, 1, 2, 255, 254, 253]))).toEqual(['source-not-utf8']);
    expect(await report(Buffer.from('\ufefftitle: x\n', 'utf16le'))).toEqual(['source-not-utf8']);
  });

  test.each(['!!js/function "x"', '!!binary aGk=', '!!python/object:x {}', '!<tag:x> y', '! y'])(
    'the tag of %s',
    async (value) => {
      expect(await report(`title: ${value}\n`)).toEqual(value.startsWith('! ') ? [] : ['yaml-tag']);
    },
  );

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the key %s',
    async (key) => {
      expect(await report(`title: x\n${key}: y\n`)).toEqual(['unknown-key']);
      expect(
        await report(`title: x\npeople: { ${key}: A }\ncredits: [{ name: a, by: ${key} }]\n`),
      ).toEqual([]);
      expect(await report(`title: x\nfrontmatter: { ${key}: { a: 1 } }\n`)).toEqual([]);
      expect(await report(`title: x\nmarkdown: { ${key}: y }\n`)).toEqual(['unknown-key']);
    },
  );
});

test(`a line of ${isSlow ? 50 : 5} MB is valid`, async () => {
  const long = 'word '.repeat(isSlow ? 10_000_000 : 1_000_000).trim();
  const ran = await cli(['-', '-o', '-'], { cwd: folder(), stdin: `title: x\nintro: ${long}\n` });
  expect(ran.code).toBe(0);
  expect(ran.stdout.length).toBe(long.length + '---\ntitle: x\n---\n\n\n'.length);
});

test.skipIf(process.platform === 'win32')('a named pipe is rejected without reading it', () => {
  const cwd = folder({ 'ok.yaml': 'title: x\noutput: pipe.md\n' });
  spawnSync('mkfifo', [`${cwd}/pipe.yaml`, `${cwd}/pipe.md`]);
  for (const source of ['pipe.yaml', 'ok.yaml']) {
    const { status, stderr } = spawnSync(process.execPath, [bin, source], {
      cwd,
      encoding: 'utf8',
      timeout: 90_000,
    });
    expect(status).toBe(2);
    expect(stderr).toContain('it is not a regular file');
  }
  expect(readdirSync(cwd).sort()).toEqual(['ok.yaml', 'pipe.md', 'pipe.yaml']);
});
