/** Faults while a page is written: full disks, killed processes, and missing or broken links. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { cli, folder } from './helpers/cli.ts';
import { bin } from './helpers/paths.ts';
import { isSlow } from './helpers/test-size.ts';

const source = (name: string, count = 1) =>
  `title: Credits\ncredits:\n${`  - name: ${name}\n`.repeat(count)}`;

/** Mounts a file system of 64 KB. Returns `undefined` if that is not permitted. */
function tinyDisk(): string | undefined {
  const cwd = folder();
  mkdirSync(`${cwd}/disk`);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', `${cwd}/disk`]);
  return status === 0 ? cwd : undefined;
}

test('a full disk leaves the old page and no temporary file', async ({ skip }) => {
  const cwd = tinyDisk();
  if (cwd === undefined) return skip('mounting a tmpfs is not permitted');
  try {
    writeFileSync(`${cwd}/disk/credits.md`, 'old');
    writeFileSync(`${cwd}/credits.yaml`, source('a name that takes its place', 2500));
    const { code, stderr } = await cli(['credits.yaml', '-o', 'disk/credits.md'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'could not write the page: the disk is full\n  help: free some space on the disk\n',
    );
    expect(readFileSync(`${cwd}/disk/credits.md`, 'utf8')).toBe('old');
    expect(readdirSync(`${cwd}/disk`)).toEqual(['credits.md']);
  } finally {
    execFileSync('umount', [`${cwd}/disk`]);
  }
});

test.skipIf(process.platform !== 'linux')('a full standard output is reported and fails', () => {
  const cwd = folder({ 'credits.yaml': source('x') });
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `"${process.execPath}" "${bin}" -o - > /dev/full`],
    { cwd, encoding: 'utf8' },
  );
  expect(status).toBe(2);
  expect(stderr).toMatch(/^starlight-credits: could not write the output: .*ENOSPC.*\n$/);
});

test('a killed process leaves the old page or the new one, and the next run removes its temporary file', async () => {
  const cwd = folder({ 'credits.yaml': source('new', 20_000), 'credits.md': 'old' });
  await cli(['-o', 'expected.md'], { cwd });
  const expected = readFileSync(`${cwd}/expected.md`, 'utf8');
  const delays = Array.from({ length: 16 }, (_, index) => 40 + 24 * index);
  for (const delay of isSlow ? delays : [160, 240]) {
    writeFileSync(`${cwd}/credits.md`, 'old');
    const child = spawn(process.execPath, [bin], { cwd, stdio: 'ignore' });
    const ended = new Promise((done) => child.on('exit', done));
    await setTimeout(delay);
    child.kill('SIGKILL');
    await ended;
    expect(['old', expected]).toContain(readFileSync(`${cwd}/credits.md`, 'utf8'));
  }
  // The temporary file of a process that has ended.
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  writeFileSync(`${cwd}/.credits.md.starlight-credits-${pid}-abc.tmp`, 'half');
  expect((await cli([], { cwd })).code).toBe(0);
  expect(readdirSync(cwd).sort()).toEqual(['credits.md', 'credits.yaml', 'expected.md']);
}, 60_000);

test('concurrent builds write a complete page', async () => {
  const count = isSlow ? 5000 : 2000;
  const cwd = folder({ 'a.yaml': source('a', count), 'b.yaml': source('b', count) });
  const children = ['a.yaml', 'b.yaml', 'a.yaml', 'b.yaml'].map((name) => {
    const child = spawn(process.execPath, [bin, name, '-o', 'page.md', '--force'], {
      cwd,
      stdio: 'ignore',
    });
    return new Promise<number | null>((done) => child.on('exit', done));
  });
  expect(await Promise.all(children)).toEqual([0, 0, 0, 0]);
  const lines = readFileSync(`${cwd}/page.md`, 'utf8').split('\n');
  expect(lines).toHaveLength(count + 5);
  expect(new Set(lines.slice(4, -1)).size).toBe(1);
  expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'b.yaml', 'page.md']);
}, 60_000);

describe.skipIf(process.platform === 'win32')('symbolic links', () => {
  test('a broken link is followed and kept', async () => {
    const cwd = folder({ 'credits.yaml': source('x'), 'real/.keep': '' });
    symlinkSync('real/page.md', `${cwd}/credits.md`);
    expect((await cli([], { cwd })).code).toBe(0);
    expect(readFileSync(`${cwd}/real/page.md`, 'utf8')).toContain('- **x**');
    expect(readFileSync(`${cwd}/credits.md`, 'utf8')).toContain('- **x**');
  });

  test('circular links are an error', async () => {
    const cwd = folder({ 'credits.yaml': source('x') });
    symlinkSync('b.md', `${cwd}/credits.md`);
    symlinkSync('credits.md', `${cwd}/b.md`);
    const { code, stderr } = await cli([], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('symbolic links form a cycle');
  });
});

test('a source that was removed is reported as missing', async () => {
  const cwd = folder({ 'credits.yaml': source('x') });
  rmSync(`${cwd}/credits.yaml`);
  expect((await cli(['credits.yaml'], { cwd })).stderr).toContain('source-missing');
});
