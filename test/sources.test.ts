/** Which sources the arguments of the command name, and the help if there is none. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import starlightCredits from '../src/starlight/index.ts';
import { cli, folder } from './helpers/cli.ts';

const SOURCE = 'title: x\n';

describe('without a source, the help names', () => {
  test.each([
    [
      'init and import',
      {},
      '.',
      'create a source with "npx starlight-credits init", or turn an existing page into one with "npx starlight-credits import credits.md"',
    ],
    [
      'the page to import',
      { 'src/content/docs/credits.md': 'x' },
      '.',
      '"npx starlight-credits import src/content/docs/credits.md"',
    ],
    [
      'a source in the folder above',
      { 'credits.yaml': SOURCE },
      'src',
      'npx starlight-credits ../credits.yaml',
    ],
    [
      'a source two folders up',
      { 'credits.yml': SOURCE },
      'src/content',
      'npx starlight-credits ../../credits.yml',
    ],
    [
      'a source two folders below',
      { 'packages/docs/credits.yaml': SOURCE },
      '.',
      'npx starlight-credits packages/docs/credits.yaml',
    ],
  ])('%s', async (_, files, place, help) => {
    const cwd = folder(files);
    mkdirSync(`${cwd}/${place}`, { recursive: true });
    const { code, stderr } = await cli([], { cwd: place === '.' ? cwd : `${cwd}/${place}` });
    expect(code).toBe(2);
    expect(stderr).toContain('the current folder has no credits.yaml or credits.yml');
    expect(stderr).toContain(help);
  });

  test.each([
    [
      'the option and a source two folders up',
      { 'credits.yaml': SOURCE },
      'starlightCredits({ source: "../../credits.yaml" })',
    ],
    ['the option and init', {}, 'the option "source" of starlightCredits()'],
  ])('%s, in the plugin', async (_, files, help) => {
    const cwd = `${folder(files)}/apps/docs`;
    mkdirSync(cwd, { recursive: true });
    const log = () => {};
    const error = await starlightCredits()
      .hooks['config:setup']({
        command: 'build',
        astroConfig: {
          root: pathToFileURL(`${cwd}/`),
          srcDir: pathToFileURL(`${cwd}/src/`),
        },
        config: {},
        updateConfig() {},
        logger: { info: log, warn: log, error: log },
        addIntegration: log,
      } as never)
      .catch((thrown) => thrown);
    expect(String(error)).toContain(help);
  });
});

test.each([
  ['biuld', 'did you mean "starlight-credits build"?'],
  ['check', 'did you mean "starlight-credits --check"?'],
  ['new', 'did you mean "starlight-credits init"?'],
  ['credit.yaml', 'did you mean "credits.yaml"?'],
  ['fix', 'did you mean "starlight-credits lint --fix"?'],
  ['—check', 'did you mean "--check"?'],
  ['https://e.co/credits.yaml', 'download the source, and pass the path of the file'],
  ['docs', 'docs has no credits.yaml or credits.yml'],
  ['*/nothing.yaml', 'no file matches "*/nothing.yaml"'],
])('the help for the argument %s fits', async (name, help) => {
  const cwd = folder({ 'credits.yaml': SOURCE, 'docs/a.md': 'x' });
  const { code, stderr } = await cli([name], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(help);
});

test.each([
  [[], 'pass the path of your source: npx starlight-credits docs/credits.yaml'],
  [['audit'], 'pass the path of your source: docs/credits.yaml'],
  [['add', 'x', '--source', 'y.yaml'], 'pass the path of your source: docs/credits.yaml'],
])('%j without a source is led to the nearest', async (args, help) => {
  const { stderr } = await cli(args, { cwd: folder({ 'docs/credits.yaml': SOURCE }) });
  expect(stderr).toContain(`  help: ${help}\n`);
});

test.skipIf(process.platform === 'win32')('a broken link is named as one', async () => {
  const cwd = folder();
  symlinkSync('missing.yaml', `${cwd}/a.yaml`);
  const { stderr } = await cli(['a.yaml'], { cwd });
  expect(stderr).toContain('the source is a link to a file that does not exist');
});

test.skipIf(process.platform !== 'linux')('a name that is not UTF-8 is named as one', async () => {
  const cwd = folder();
  writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), Buffer.of(0xff)]), SOURCE);
  const { stderr } = await cli(['\ufffd'], { cwd });
  expect(stderr).toContain('the name of the source is not UTF-8\n  help: rename the file\n');
});

test.each([
  ['CITATION.cff', 'cff-version: 1.2.0\ntitle: x\n'],
  ['.all-contributorsrc', '{"contributors": [{"login": "a", "contributions": ["code"]}]}'],
])('the help for %s names import', async (name, text) => {
  const { code, stderr } = await cli([name], { cwd: folder({ [name]: text }) });
  expect(code).toBe(2);
  expect(stderr).toContain(`error source-page  "${name}" is not a source`);
  expect(stderr).toContain(`"npx starlight-credits import ${name}"`);
});

test('two sources in another folder are named with it', async () => {
  const cwd = folder({ 'a/credits.yaml': SOURCE, 'a/credits.yml': SOURCE });
  const { stderr } = await cli(['a'], { cwd });
  expect(stderr).toContain('build both: starlight-credits a/credits.yaml a/credits.yml\n');
});

test.each(['credits.md', 'README.md'])('the help for the page %s names import', async (name) => {
  const cwd = folder({ [name]: '# x\n' });
  const { code, stderr } = await cli([name], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(`error source-page  "${name}" is a page, not a source`);
  expect(stderr).toContain(`"npx starlight-credits import ${name}"`);
});

describe('a source argument', () => {
  test.each(['docs', './docs/'])('%s is a folder with a source', async (name) => {
    const cwd = folder({ 'docs/credits.yml': SOURCE });
    expect(await cli([name], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(`${cwd}/docs/credits.md`, 'utf8')).toContain('title: x');
  });

  test('is a glob, which skips node_modules and .git', async () => {
    const cwd = folder({
      'a/credits.yaml': SOURCE,
      'b/c/credits.yaml': SOURCE,
      'node_modules/d/credits.yaml': SOURCE,
      '.git/credits.yaml': SOURCE,
    });
    const { code, stderr } = await cli(['**/credits.yaml'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toBe('created a/credits.md\ncreated b/c/credits.md\n');
  });

  test('is a glob that matches folders', async () => {
    const cwd = folder({ 'p/a/credits.yaml': SOURCE, 'p/b/other.yaml': SOURCE });
    expect((await cli(['p/*'], { cwd })).stderr).toBe('created p/a/credits.md\n');
  });

  test('may be an absolute glob', async () => {
    const cwd = folder({ 'a/credits.yaml': SOURCE });
    expect((await cli([`${cwd}/*`], { cwd })).stderr).toBe('created a/credits.md\n');
  });

  test('may be a file whose name looks like a glob', async () => {
    const cwd = folder({ '[a].yaml': SOURCE });
    expect((await cli(['[a].yaml'], { cwd })).code).toBe(0);
  });

  test('that is a glob for several sources cannot have -o', async () => {
    const cwd = folder({ 'a/credits.yaml': SOURCE, 'b/credits.yaml': SOURCE });
    const { code, stderr } = await cli(['*/credits.yaml', '-o', 'x.md'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('-o can only be used with a single source');
  });
});

describe('the printed command uses the package manager of the folder', () => {
  const installed = JSON.stringify({ devDependencies: { 'starlight-credits': '1' } });
  test.each([
    [{}, 'npx starlight-credits'],
    [{ 'package-lock.json': '{}' }, 'npx starlight-credits'],
    [{ 'pnpm-lock.yaml': '' }, 'pnpm dlx starlight-credits'],
    [{ 'pnpm-lock.yaml': '', 'package.json': installed }, 'pnpm exec starlight-credits'],
    [{ 'yarn.lock': '__metadata:\n' }, 'yarn dlx starlight-credits'],
    [{ 'yarn.lock': '# yarn lockfile v1\n' }, 'npx starlight-credits'],
    [{ 'yarn.lock': '', 'package.json': installed }, 'yarn starlight-credits'],
    [{ 'bun.lock': '' }, 'bunx starlight-credits'],
    [
      { 'package.json': '{"packageManager":"pnpm@9.1.0"}', 'yarn.lock': '' },
      'pnpm dlx starlight-credits',
    ],
    [{ 'package.json': '{"packageManager":"yarn@1.22.22"}' }, 'npx starlight-credits'],
    [
      { 'package.json': '{"devEngines":{"packageManager":{"name":"bun"}}}' },
      'bunx starlight-credits',
    ],
    [
      { 'package.json': '{"devEngines":{"packageManager":[{"name":"pnpm"}]}}' },
      'pnpm dlx starlight-credits',
    ],
    [{ 'package.json': 'not JSON' }, 'npx starlight-credits'],
  ])('%j: %s', async (files, command) => {
    const cwd = folder({ ...files, '.git/HEAD': '', 'docs/credits.yaml': SOURCE });
    const { stderr } = await cli(['--check'], { cwd: `${cwd}/docs` });
    expect(stderr).toContain(`run "${command}"`);
  });
});
