/** `--watch`: rebuilds whenever a source changes. */
import { spawn } from 'node:child_process';
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
import { test as baseTest, describe, expect, type TestContext } from 'vitest';
import { cli, folder, type Result } from './helpers/cli.ts';
import { bin } from './helpers/paths.ts';
import { png } from './helpers/pictures.ts';
import { isSlow } from './helpers/test-size.ts';
import { waitFor } from './helpers/wait-for.ts';

const source = (title: string) => `title: ${title}\n`;
const pageOf = (title: string) => `---\ntitle: ${title}\n---\n`;

interface Watcher {
  output(): string;
  /** Waits for some output, after the output of the previous call. */
  waitForOutput(text: string): Promise<void>;
  end(): Promise<Result>;
}

/**
 * Starts `--watch` in this process.
 *
 * @param onFinished the hook of the context of a concurrent test
 */
async function watch(
  cwd: string,
  args: string[],
  onFinished: TestContext['onTestFinished'],
): Promise<Watcher> {
  const controller = new AbortController();
  let output = '';
  let read = 0;
  const onOutput = (text: string) => {
    output += text;
  };
  const ran = cli(['--watch', ...args], { cwd, signal: controller.signal, onOutput });
  const end = () => {
    controller.abort();
    return ran;
  };
  onFinished(async () => {
    await end();
  });
  const waitForOutput = async (text: string) => {
    await waitFor(() => expect(output.slice(read)).toContain(text));
    read = output.indexOf(text, read) + text.length;
  };
  if (!args.includes('--quiet')) await waitForOutput('press Ctrl-C to stop\n');
  return { output: () => output, waitForOutput, end };
}

/** Most of these tests wait for the file system, so they run concurrently. */
const test = baseTest.extend<{
  /** A new folder with these files, removed after the test. */
  newFolder: (files?: Record<string, string>) => string;
  /** Starts `--watch` in this process, and ends it after the test. */
  startWatcher: (cwd: string, args?: string[]) => Promise<Watcher>;
}>({
  newFolder: ({ onTestFinished }, use) => use((files) => folder(files, onTestFinished)),
  startWatcher: ({ onTestFinished }, use) =>
    use((cwd, args = []) => watch(cwd, args, onTestFinished)),
});
const slowTest = test.runIf(isSlow);

/** Waits long enough for a build that must not happen. */
const silence = () => new Promise((done) => setTimeout(done, 700));

const page = (cwd: string, name = 'credits.md') => readFileSync(join(cwd, name), 'utf8');
const write = (cwd: string, text: string, name = 'credits.yaml') =>
  writeFileSync(join(cwd, name), text);

describe.concurrent('rebuilds', () => {
  test('when the source is saved, and reports it', async ({ newFolder, startWatcher }) => {
    const cwd = newFolder({ 'credits.yaml': source('a') });
    const { output, waitForOutput, end } = await startWatcher(cwd);
    expect(output()).toBe('created credits.md\nwatching credits.yaml; press Ctrl-C to stop\n');
    expect(page(cwd)).toBe(pageOf('a'));
    write(cwd, source('b'));
    await waitForOutput('credits.yaml changed\nupdated credits.md\n');
    expect(page(cwd)).toBe(pageOf('b'));
    expect(await end()).toMatchObject({ code: 0, stdout: '' });
  });

  test('when a picture appears or vanishes', async ({ newFolder, startWatcher }) => {
    const yaml =
      'title: a\nstyle: { layout: gallery }\ncredits:\n  - { name: a, image: logos/a.png }\n  - person: b (@b)\n';
    const cwd = newFolder({ 'credits.yaml': yaml });
    const { output, waitForOutput } = await startWatcher(cwd);
    expect(output()).toContain('image-missing');
    mkdirSync(join(cwd, 'logos'));
    writeFileSync(join(cwd, 'logos/a.png'), png());
    await waitForOutput('logos changed\ncreated credits.md\n');
    mkdirSync(join(cwd, 'avatars'));
    writeFileSync(join(cwd, 'avatars/b.png'), png());
    await waitForOutput('avatars changed\nupdated credits.md\n');
    expect(page(cwd)).toContain('![](./avatars/b.png)');
    write(cwd, 'not a picture', 'avatars/.b.png.tmp');
    await silence();
    rmSync(join(cwd, 'avatars/b.png'));
    await waitForOutput('avatars changed\nupdated credits.md\n');
    expect(page(cwd)).not.toContain('avatars');
    rmSync(join(cwd, 'logos/a.png'));
    await waitForOutput('image-missing');
  });

  slowTest('when an editor replaces the file, repeatedly', async ({ newFolder, startWatcher }) => {
    const cwd = newFolder({ 'credits.yaml': source('a') });
    const { waitForOutput } = await startWatcher(cwd);
    for (const title of ['b', 'c', 'd']) {
      write(cwd, source(title), '.credits.yaml.swp');
      renameSync(join(cwd, '.credits.yaml.swp'), join(cwd, 'credits.yaml'));
      await waitForOutput('updated credits.md\n');
      expect(page(cwd)).toBe(pageOf(title));
    }
  });

  test('when an editor moves the file away and writes a new one', async ({
    newFolder,
    startWatcher,
  }) => {
    const cwd = newFolder({ 'credits.yaml': source('a') });
    const { output, waitForOutput } = await startWatcher(cwd);
    renameSync(join(cwd, 'credits.yaml'), join(cwd, 'credits.yaml~'));
    write(cwd, source('b'));
    await waitForOutput('updated credits.md\n');
    expect(output()).not.toContain('error');
  });

  slowTest('when the source is removed and created again', async ({ newFolder, startWatcher }) => {
    const cwd = newFolder({ 'credits.yaml': source('a') });
    const { waitForOutput } = await startWatcher(cwd);
    rmSync(join(cwd, 'credits.yaml'));
    await waitForOutput('credits.yaml changed\ncredits.yaml:1:1 error source-missing');
    expect(page(cwd)).toBe(pageOf('a'));
    write(cwd, source('b'));
    await waitForOutput('updated credits.md\n');
  });

  slowTest(
    'when the folder of the source or one above it is replaced',
    async ({ newFolder, startWatcher }) => {
      const cwd = newFolder({ 'a/b/credits.yaml': source('a') });
      const { waitForOutput } = await startWatcher(cwd, ['a/b/credits.yaml']);
      for (const [moved, title] of [
        ['a/b', 'b'],
        ['a', 'c'],
      ] as const) {
        mkdirSync(join(cwd, 'new/b'), { recursive: true });
        write(cwd, source(title), 'new/b/credits.yaml');
        renameSync(join(cwd, moved), join(cwd, `old-${title}`));
        renameSync(join(cwd, moved === 'a' ? 'new' : 'new/b'), join(cwd, moved));
        await waitForOutput('created a/b/credits.md\n');
        expect(page(cwd, 'a/b/credits.md')).toBe(pageOf(title));
        // The new folder is watched, too.
        write(cwd, source(`${title}${title}`), 'a/b/credits.yaml');
        await waitForOutput('updated a/b/credits.md\n');
      }
    },
  );

  test('when the source is a link and its target changes', async ({ newFolder, startWatcher }) => {
    const cwd = newFolder({ 'real/credits.yaml': source('a') });
    symlinkSync(join(cwd, 'real/credits.yaml'), join(cwd, 'credits.yaml'));
    const { waitForOutput } = await startWatcher(cwd);
    write(cwd, source('b'), 'real/credits.yaml');
    await waitForOutput('updated credits.md\n');
  });

  test('when the first source is created, and when credits.yaml is created beside credits.yml', async ({
    newFolder,
    startWatcher,
  }) => {
    const cwd = newFolder();
    const { waitForOutput } = await startWatcher(cwd);
    write(cwd, source('a'), 'credits.yml');
    await waitForOutput('credits.yml changed\ncreated credits.md\n');
    write(cwd, source('b'), 'credits.yaml');
    await waitForOutput('credits.yaml changed\nupdated credits.md\n');
  });

  test('every source if there are several', async ({ newFolder, startWatcher }) => {
    const cwd = newFolder({ 'a.yaml': `output: a.md\n${source('a')}`, 'b.yaml': source('b') });
    const { output, waitForOutput } = await startWatcher(cwd, ['a.yaml', 'b.yaml']);
    expect(output()).toContain('watching a.yaml and b.yaml;');
    write(cwd, source('c'), 'b.yaml');
    await waitForOutput('b.yaml changed\na.md is up to date\nupdated credits.md\n');
  });
});

describe.concurrent('a new source is built and watched', () => {
  test.for<[string, string[]]>([
    ['that matches a glob', ['*/credits.yaml']],
    ['that matches a glob of folders', ['*']],
  ])('%s', async ([, args], { newFolder, startWatcher }) => {
    const cwd = newFolder({ 'a/credits.yaml': source('a'), 'b/other.txt': '' });
    const { waitForOutput } = await startWatcher(cwd, args);
    write(cwd, source('b'), 'b/credits.yaml');
    await waitForOutput(
      'b/credits.yaml changed\na/credits.md is up to date\ncreated b/credits.md\n',
    );
    write(cwd, source('c'), 'b/credits.yaml');
    await waitForOutput(
      'b/credits.yaml changed\na/credits.md is up to date\nupdated b/credits.md\n',
    );
  });

  slowTest('that replaces another one in a folder', async ({ newFolder, startWatcher }) => {
    const cwd = newFolder({ 'a/credits.yml': source('a') });
    const { waitForOutput } = await startWatcher(cwd, ['a']);
    write(cwd, source('b'), 'a/credits.yaml');
    await waitForOutput('a/credits.yaml changed\nupdated a/credits.md\n');
  });

  test('that is the first to match a glob', async ({ newFolder, startWatcher }) => {
    const cwd = newFolder();
    const { waitForOutput } = await startWatcher(cwd, ['**/credits.yaml']);
    mkdirSync(join(cwd, 'a/b'), { recursive: true });
    write(cwd, source('a'), 'a/b/credits.yaml');
    await waitForOutput('a/b/credits.yaml changed\ncreated a/b/credits.md\n');
  });

  test('and the others are still built if one is removed', async ({ newFolder, startWatcher }) => {
    const cwd = newFolder({ 'a/credits.yaml': source('a'), 'b/credits.yaml': source('b') });
    const { waitForOutput } = await startWatcher(cwd, ['*/credits.yaml']);
    rmSync(join(cwd, 'b/credits.yaml'));
    await waitForOutput('b/credits.yaml changed\na/credits.md is up to date\n');
  });
});

test.concurrent('an invalid source is reported and leaves the previous page', async ({
  newFolder,
  startWatcher,
}) => {
  const cwd = newFolder({ 'credits.yaml': source('a') });
  const { waitForOutput, end } = await startWatcher(cwd);
  write(cwd, 'titel: b\n');
  await waitForOutput('credits.yaml:1:1 error unknown-key');
  expect(page(cwd)).toBe(pageOf('a'));
  write(cwd, source('a'));
  await waitForOutput('credits.yaml changed\ncredits.md is up to date\n');
  write(cwd, 'titel: b\n');
  await waitForOutput('error');
  expect((await end()).code).toBe(0);
});

slowTest(
  'a source that is invalid at the start is watched and rebuilt',
  async ({ newFolder, startWatcher }) => {
    const cwd = newFolder({ 'credits.yaml': 'titel: a\n' });
    const { waitForOutput } = await startWatcher(cwd);
    write(cwd, source('a'));
    await waitForOutput('created credits.md\n');
  },
);

test.concurrent('a burst of saves causes few builds, the last of them for the last save', async ({
  newFolder,
  startWatcher,
}) => {
  const cwd = newFolder({ 'credits.yaml': source('0') });
  const { output, waitForOutput } = await startWatcher(cwd);
  for (let index = 1; index <= 50; index++) write(cwd, source(`v${index}`));
  await waitForOutput('updated credits.md\n');
  await silence();
  expect(page(cwd)).toBe(pageOf('v50'));
  // On a slow machine, there may be several bursts.
  expect(output().match(/updated/g)?.length).toBeLessThan(10);
});

slowTest('the last of many saves is built', async ({ newFolder, startWatcher }) => {
  const cwd = newFolder({ 'credits.yaml': source('0') });
  const { output } = await startWatcher(cwd);
  for (let index = 1; index <= 40; index++) {
    write(cwd, source(`v${index}`), 'draft');
    renameSync(join(cwd, 'draft'), join(cwd, 'credits.yaml'));
    await new Promise((done) => setTimeout(done, (index * 37) % 130));
  }
  await waitFor(() => expect(page(cwd)).toBe(pageOf('v40')));
  // Builds do not overlap: each one reports its result before the next one starts.
  const [, ...lines] = output().split('\n').slice(1, -1);
  for (let index = 0; index + 1 < lines.length; index += 2) {
    expect(lines.slice(index, index + 2)).toEqual(['credits.yaml changed', 'updated credits.md']);
  }
});

test.concurrent('an unchanged source is not rebuilt', async ({ newFolder, startWatcher }) => {
  const cwd = newFolder({ 'credits.yaml': source('a') });
  const { output } = await startWatcher(cwd);
  const before = output();
  write(cwd, source('a'));
  write(cwd, 'x', 'other.yaml');
  write(cwd, 'x', 'credits.md');
  await silence();
  expect(output()).toBe(before);
  expect(page(cwd)).toBe('x');
});

test.concurrent('--quiet only reports errors', async ({ newFolder, startWatcher }) => {
  const cwd = newFolder({ 'credits.yaml': source('a') });
  const { output, waitForOutput } = await startWatcher(cwd, ['--quiet']);
  await waitFor(() => expect(page(cwd)).toBe(pageOf('a')));
  write(cwd, source('b'));
  await waitFor(() => expect(page(cwd)).toBe(pageOf('b')));
  expect(output()).toBe('');
  write(cwd, '');
  await waitForOutput('error');
});

test.for<[string, string[], string]>([
  ['--check', ['--check'], '--watch cannot be used with --check'],
  ['-o -', ['-o', '-'], '--watch cannot be used with -o -'],
  ['standard input', ['-'], '--watch cannot be used with standard input'],
  ['a report that is data', ['--reporter', 'json'], '--watch cannot be used with --reporter json'],
])('cannot be combined with %s', async ([, args, why], { newFolder }) => {
  const { code, stderr } = await cli(['--watch', ...args], { cwd: newFolder(), stdin: 'title: x' });
  expect(code).toBe(2);
  expect(stderr).toContain(why);
});

describe.concurrent('the process', () => {
  // On Windows, the only signal is Ctrl-C in a terminal.
  test.skipIf(process.platform === 'win32').for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends cleanly on %s',
    async (signal, { newFolder, onTestFinished }) => {
      const cwd = newFolder({ 'credits.yaml': source('a') });
      const child = spawn(process.execPath, [bin, '--watch'], { cwd });
      onTestFinished(() => void child.kill('SIGKILL'));
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk) => {
          output += chunk;
        });
      }
      const ended = new Promise((done) => {
        child.on('exit', (code, by) => done([code, by]));
      });
      await waitFor(() => expect(output).toContain('Ctrl-C'));
      write(cwd, source('b'));
      await waitFor(() => expect(page(cwd)).toBe(pageOf('b')));
      await waitFor(() => expect(output).toContain('updated'));
      const before = output;
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
      expect(output).toBe(before);
      expect(readdirSync(cwd).sort()).toEqual(['credits.md', 'credits.yaml']);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'leaves no temporary file, whenever it is interrupted',
    async ({ newFolder, onTestFinished }) => {
      const large = `title: x\ncredits:\n${'  - some text\n'.repeat(20_000)}`;
      const cwd = newFolder({ 'credits.yaml': large });
      for (const wait of isSlow ? [150, 200, 250, 300, 400, 500] : [200, 300]) {
        rmSync(join(cwd, 'credits.md'), { force: true });
        const child = spawn(process.execPath, [bin, '--watch'], { cwd, stdio: 'ignore' });
        onTestFinished(() => void child.kill('SIGKILL'));
        const ended = new Promise((done) => {
          child.on('exit', done);
        });
        await new Promise((done) => setTimeout(done, wait));
        child.kill('SIGINT');
        await ended;
        expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      }
    },
  );
});
