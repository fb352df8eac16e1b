/** `--watch`: builds again whenever a source changes. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cli, folder, type Ran } from './helpers/cli.ts';
import { bin } from './helpers/paths.ts';
import { isSlow } from './helpers/test-size.ts';

const source = (title: string) => `title: ${title}\n`;
const pageOf = (title: string) => `---\ntitle: ${title}\n---\n`;

interface Watching {
  said(): string;
  /** Waits until this is said, after what has been waited for before. */
  hears(text: string): Promise<void>;
  end(): Promise<Ran>;
}

/** Starts to watch, in this process. */
async function watching(cwd: string, args: string[] = []): Promise<Watching> {
  const controller = new AbortController();
  let said = '';
  let heard = 0;
  const hear = (text: string) => {
    said += text;
  };
  const ran = cli(['--watch', ...args], { cwd, end: controller.signal, hear });
  const end = () => {
    controller.abort();
    return ran;
  };
  onTestFinished(async () => {
    await end();
  });
  const hears = async (text: string) => {
    await vi.waitFor(() => expect(said.slice(heard)).toContain(text), {
      timeout: 8_000,
      interval: 10,
    });
    heard = said.indexOf(text, heard) + text.length;
  };
  if (!args.includes('--quiet')) await hears('press Ctrl-C to stop\n');
  return { said: () => said, hears, end };
}

/** Long enough for anything that is to happen to have happened. */
const silence = () => new Promise((done) => setTimeout(done, 700));

const page = (cwd: string, name = 'credits.md') => readFileSync(join(cwd, name), 'utf8');
const write = (cwd: string, text: string, name = 'credits.yaml') =>
  writeFileSync(join(cwd, name), text);

describe('builds again', () => {
  test('when the source is written, and says so', async () => {
    const cwd = folder({ 'credits.yaml': source('a') });
    const { said, hears, end } = await watching(cwd);
    expect(said()).toBe('created credits.md\nwatching credits.yaml; press Ctrl-C to stop\n');
    expect(page(cwd)).toBe(pageOf('a'));
    write(cwd, source('b'));
    await hears('credits.yaml changed\nupdated credits.md\n');
    expect(page(cwd)).toBe(pageOf('b'));
    expect(await end()).toMatchObject({ code: 0, stdout: '' });
  });

  test('when an editor puts a new file in its place, again and again', async () => {
    const cwd = folder({ 'credits.yaml': source('a') });
    const { hears } = await watching(cwd);
    for (const title of ['b', 'c', 'd']) {
      write(cwd, source(title), '.credits.yaml.swp');
      renameSync(join(cwd, '.credits.yaml.swp'), join(cwd, 'credits.yaml'));
      await hears('updated credits.md\n');
      expect(page(cwd)).toBe(pageOf(title));
    }
  });

  test('when an editor moves it away and writes it anew', async () => {
    const cwd = folder({ 'credits.yaml': source('a') });
    const { said, hears } = await watching(cwd);
    renameSync(join(cwd, 'credits.yaml'), join(cwd, 'credits.yaml~'));
    write(cwd, source('b'));
    await hears('updated credits.md\n');
    expect(said()).not.toContain('error');
  });

  test('when the source is removed, and comes back', async () => {
    const cwd = folder({ 'credits.yaml': source('a') });
    const { hears } = await watching(cwd);
    rmSync(join(cwd, 'credits.yaml'));
    await hears('credits.yaml changed\ncredits.yaml:1:1 error source-missing');
    expect(page(cwd)).toBe(pageOf('a'));
    write(cwd, source('b'));
    await hears('updated credits.md\n');
  });

  test('when its folder is replaced, or one above', async () => {
    const cwd = folder({ 'a/b/credits.yaml': source('a') });
    const { hears } = await watching(cwd, ['a/b/credits.yaml']);
    for (const [moved, title] of [
      ['a/b', 'b'],
      ['a', 'c'],
    ] as const) {
      mkdirSync(join(cwd, 'new/b'), { recursive: true });
      write(cwd, source(title), 'new/b/credits.yaml');
      renameSync(join(cwd, moved), join(cwd, `old-${title}`));
      renameSync(join(cwd, moved === 'a' ? 'new' : 'new/b'), join(cwd, moved));
      await hears('created a/b/credits.md\n');
      expect(page(cwd, 'a/b/credits.md')).toBe(pageOf(title));
      // The new folder is watched as the old one was.
      write(cwd, source(`${title}${title}`), 'a/b/credits.yaml');
      await hears('updated a/b/credits.md\n');
    }
  });

  test('when it is a link, and what that leads to changes', async () => {
    const cwd = folder({ 'real/credits.yaml': source('a') });
    symlinkSync(join(cwd, 'real/credits.yaml'), join(cwd, 'credits.yaml'));
    const { hears } = await watching(cwd);
    write(cwd, source('b'), 'real/credits.yaml');
    await hears('updated credits.md\n');
  });

  test('when there is no source yet, and when credits.yaml comes beside credits.yml', async () => {
    const cwd = folder();
    const { hears } = await watching(cwd);
    write(cwd, source('a'), 'credits.yml');
    await hears('credits.yml changed\ncreated credits.md\n');
    write(cwd, source('b'), 'credits.yaml');
    await hears('credits.yaml changed\nupdated credits.md\n');
  });

  test('all of several sources', async () => {
    const cwd = folder({ 'a.yaml': `output: a.md\n${source('a')}`, 'b.yaml': source('b') });
    const { said, hears } = await watching(cwd, ['a.yaml', 'b.yaml']);
    expect(said()).toContain('watching a.yaml and b.yaml;');
    write(cwd, source('c'), 'b.yaml');
    await hears('b.yaml changed\na.md is up to date\nupdated credits.md\n');
  });
});

test('an invalid source is told, and leaves the last page', async () => {
  const cwd = folder({ 'credits.yaml': source('a') });
  const { hears, end } = await watching(cwd);
  write(cwd, 'titel: b\n');
  await hears('credits.yaml:1:1 error unknown-key');
  expect(page(cwd)).toBe(pageOf('a'));
  write(cwd, source('a'));
  await hears('credits.yaml changed\ncredits.md is up to date\n');
  write(cwd, 'titel: b\n');
  await hears('error');
  expect((await end()).code).toBe(0);
});

test('a source that is invalid from the start is waited for', async () => {
  const cwd = folder({ 'credits.yaml': 'titel: a\n' });
  const { hears } = await watching(cwd);
  write(cwd, source('a'));
  await hears('created credits.md\n');
});

test('a burst of saves is few builds, the last one of the last save', async () => {
  const cwd = folder({ 'credits.yaml': source('0') });
  const { said, hears } = await watching(cwd);
  for (let index = 1; index <= 50; index++) write(cwd, source(`v${index}`));
  await hears('updated credits.md\n');
  await silence();
  expect(page(cwd)).toBe(pageOf('v50'));
  // A slow machine may take some of the saves for the end of the burst.
  expect(said().match(/updated/g)?.length).toBeLessThan(10);
});

test('saves that go on for long end with the last one', async () => {
  const cwd = folder({ 'credits.yaml': source('0') });
  const { said } = await watching(cwd);
  for (let index = 1; index <= 40; index++) {
    write(cwd, source(`v${index}`), 'draft');
    renameSync(join(cwd, 'draft'), join(cwd, 'credits.yaml'));
    await new Promise((done) => setTimeout(done, (index * 37) % 130));
  }
  await vi.waitFor(() => expect(page(cwd)).toBe(pageOf('v40')), { timeout: 5_000 });
  // Never two at once: each build says what it came to before the next begins.
  const [, ...lines] = said().split('\n').slice(1, -1);
  for (let index = 0; index + 1 < lines.length; index += 2) {
    expect(lines.slice(index, index + 2)).toEqual(['credits.yaml changed', 'updated credits.md']);
  }
});

test('what stays the same is not built again', async () => {
  const cwd = folder({ 'credits.yaml': source('a') });
  const { said } = await watching(cwd);
  const before = said();
  write(cwd, source('a'));
  write(cwd, 'x', 'other.yaml');
  write(cwd, 'x', 'credits.md');
  await silence();
  expect(said()).toBe(before);
  expect(page(cwd)).toBe('x');
});

test('--quiet tells of errors only', async () => {
  const cwd = folder({ 'credits.yaml': source('a') });
  const { said, hears } = await watching(cwd, ['--quiet']);
  await vi.waitFor(() => expect(page(cwd)).toBe(pageOf('a')), { timeout: 5_000 });
  write(cwd, source('b'));
  await vi.waitFor(() => expect(page(cwd)).toBe(pageOf('b')), { timeout: 5_000 });
  expect(said()).toBe('');
  write(cwd, '');
  await hears('error');
});

test.each([
  ['--check', ['--check'], '--watch cannot be used with --check'],
  ['-o -', ['-o', '-'], '--watch cannot be used with -o -'],
  ['standard input', ['-'], '--watch cannot be used with standard input'],
  ['a report that is data', ['--reporter', 'json'], '--watch cannot be used with --reporter json'],
])('does not go with %s', async (_, args, why) => {
  const { code, stderr } = await cli(['--watch', ...args], { cwd: folder(), stdin: 'title: x' });
  expect(code).toBe(2);
  expect(stderr).toContain(why);
});

describe('the process', () => {
  let child: ChildProcess;
  afterEach(() => {
    child.kill('SIGKILL');
  });

  // Windows knows no signals but Ctrl-C in a terminal.
  test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends cleanly by %s',
    async (signal) => {
      const cwd = folder({ 'credits.yaml': source('a') });
      child = spawn(process.execPath, [bin, '--watch'], { cwd });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk) => {
          said += chunk;
        });
      }
      const ended = new Promise((done) => {
        child.on('exit', (code, by) => done([code, by]));
      });
      await vi.waitFor(() => expect(said).toContain('Ctrl-C'), { timeout: 8_000 });
      write(cwd, source('b'));
      await vi.waitFor(() => expect(page(cwd)).toBe(pageOf('b')), { timeout: 8_000 });
      await vi.waitFor(() => expect(said).toContain('updated'), { timeout: 8_000 });
      const before = said;
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
      expect(said).toBe(before);
      expect(readdirSync(cwd).sort()).toEqual(['credits.md', 'credits.yaml']);
    },
  );

  test.skipIf(process.platform === 'win32')('leaves no draft, whenever it is ended', async () => {
    const large = `title: x\ncredits:\n${'  - some text\n'.repeat(20_000)}`;
    const cwd = folder({ 'credits.yaml': large });
    for (const wait of isSlow ? [150, 200, 250, 300, 400, 500] : [200, 300]) {
      rmSync(join(cwd, 'credits.md'), { force: true });
      child = spawn(process.execPath, [bin, '--watch'], { cwd, stdio: 'ignore' });
      const ended = new Promise((done) => {
        child.on('exit', done);
      });
      await new Promise((done) => setTimeout(done, wait));
      child.kill('SIGINT');
      await ended;
      expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
  });
});
