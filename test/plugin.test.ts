/** The Starlight plugin, without a site. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { DevServer, Integration } from '../src/starlight/astro-types.ts';
import starlightCredits, { type StarlightCreditsOptions } from '../src/starlight/index.ts';
import { folder } from './helpers/cli.ts';
import { waitFor } from './helpers/wait-for.ts';

const SOURCE = 'title: x\n';
const PAGE = '---\ntitle: x\n---\n';

/** Calls the hook of the plugin like Starlight. */
async function setUp(cwd: string, command: string, options?: StarlightCreditsOptions) {
  const logged: string[] = [];
  const log = (kind: string) => (message: string) => {
    logged.push(`${kind} ${message.trim()}`);
  };
  const integrations: Integration[] = [];
  const error = await starlightCredits(options)
    .hooks['config:setup']({
      command,
      astroConfig: {
        root: pathToFileURL(`${cwd}/`),
        srcDir: pathToFileURL(`${cwd}/src/`),
      },
      config: {},
      updateConfig() {},
      logger: { info: log('info'), warn: log('warn'), error: log('error') },
      addIntegration: (integration) => integrations.push(integration),
    })
    .catch((thrown) => thrown);
  return { error, logged, integrations };
}

test.each(['build', 'sync'])(
  '%s writes the page and does not watch the source',
  async (command) => {
    const cwd = folder({ 'credits.yml': SOURCE });
    const { error, logged, integrations } = await setUp(cwd, command);
    expect(error).toBeUndefined();
    expect(logged).toEqual(['info created credits.md']);
    expect(readFileSync(`${cwd}/credits.md`, 'utf8')).toBe(PAGE);
    expect(integrations).toEqual([]);
  },
);

test.each([
  [undefined, ['starlight-credits/gallery.css']],
  [['./own.css'], ['starlight-credits/gallery.css', './own.css']],
  [['./own.css', 'starlight-credits/gallery.css'], undefined],
])('the style sheet of galleries is added to %j once', async (customCss, added) => {
  const cwd = folder({ 'credits.yaml': SOURCE });
  const updates: object[] = [];
  await starlightCredits().hooks['config:setup']({
    command: 'build',
    astroConfig: { root: pathToFileURL(`${cwd}/`), srcDir: pathToFileURL(`${cwd}/src/`) },
    config: customCss ? { customCss } : {},
    updateConfig: (config) => updates.push(config),
    logger: { info() {}, warn() {}, error() {} },
    addIntegration() {},
  });
  expect(updates).toEqual(added ? [{ customCss: added }] : []);
});

test('preview does nothing', async () => {
  const cwd = folder({ 'credits.yaml': SOURCE });
  expect(await setUp(cwd, 'preview')).toEqual({ error: undefined, logged: [], integrations: [] });
  expect(existsSync(`${cwd}/credits.md`)).toBe(false);
});

test('several sources are built in the given order', async () => {
  const cwd = folder({ 'a.yaml': `output: a.md\n${SOURCE}`, 'b/b.yaml': SOURCE });
  const { logged } = await setUp(cwd, 'build', { source: ['a.yaml', 'b/b.yaml'] });
  expect(logged).toEqual(['info created a.md', 'info created b/credits.md']);
});

test.each([
  [{ sources: 'a.yaml' }, 'unknown option "sources"'],
  [null, 'the options must be an object'],
  ['a.yaml', 'the options must be an object'],
  [['a.yaml'], 'the options must be an object'],
  [{ source: 5 }, '"source" must be a path'],
  [{ source: ['a.yaml', null] }, '"source" must be a path'],
  [{ check: 'false' }, '"check" must be true or false'],
])('options such as %j are rejected', async (options, message) => {
  const cwd = folder({ 'credits.yaml': SOURCE });
  const { error } = await setUp(cwd, 'build', options as unknown as StarlightCreditsOptions);
  expect(String(error)).toContain(`TypeError: starlightCredits(): ${message}`);
  expect(existsSync(`${cwd}/credits.md`)).toBe(false);
});

test.each([
  ['off', undefined],
  ['info', /^info credits\.yaml:2:27 info url-no-scheme /],
  ['warning', /^warn credits\.yaml:2:27 warning url-no-scheme /],
])('a rule can set a warning to %s', async (level, logged) => {
  const yaml = `${SOURCE}credits: [{ name: a, url: example.com }]\nrules: { url-no-scheme: ${level} }\n`;
  const result = await setUp(folder({ 'credits.yaml': yaml }), 'build');
  expect(result.error).toBeUndefined();
  const created = 'info created credits.md';
  expect(result.logged).toEqual(logged ? [expect.stringMatching(logged), created] : [created]);
});

test('a rule can make a warning an error', async () => {
  const yaml = `${SOURCE}credits: [{ name: a, url: example.com }]\nrules: { url-no-scheme: error }\n`;
  const cwd = folder({ 'credits.yaml': yaml });
  const { error } = await setUp(cwd, 'build');
  expect(error.message).toContain('credits.yaml:2:27 error url-no-scheme');
  expect(existsSync(`${cwd}/credits.md`)).toBe(false);
});

test('a warning is reported and does not fail', async () => {
  const cwd = folder({ 'credits.yaml': 'title: x\u200by\n' });
  const { error, logged } = await setUp(cwd, 'build');
  expect(error).toBeUndefined();
  expect(logged[0]).toMatch(/^warn credits\.yaml:1:8 warning /);
});

test.each([
  ['an invalid source', { 'credits.yaml': 'titel: x\n' }, 'credits.yaml:1:1 error unknown-key', 1],
  ['no source', {}, 'credits.yaml:1:1 error source-missing', 1],
])('%s is an error with a location', async (_, files, message, line) => {
  const cwd = folder(files);
  const { error, logged } = await setUp(cwd, 'build');
  expect(error.message).toContain(message);
  expect(error).toMatchObject({
    name: 'CreditsError',
    plugin: 'starlight-credits',
    loc: { file: join(cwd, 'credits.yaml'), line, column: 1 },
  });
  expect(logged).toEqual([]);
});

test('check writes nothing and fails if the page is out of date', async () => {
  const cwd = folder({ 'credits.yaml': SOURCE });
  const { error } = await setUp(cwd, 'build', { check: true });
  expect(error.message).toContain('+title: x');
  expect(error.message).toContain('npx starlight-credits');
  expect(existsSync(`${cwd}/credits.md`)).toBe(false);
  await setUp(cwd, 'build');
  const { error: none, logged } = await setUp(cwd, 'build', { check: true });
  expect(none).toBeUndefined();
  expect(logged).toEqual(['info credits.md is up to date']);
});

/** Creates a development server with one connected browser. */
function serverOf() {
  const sent: { type: string; err?: { message: string } }[] = [];
  const listeners = new Set<() => void>();
  const server: DevServer = {
    ws: {
      clients: { size: 1 },
      on: (_, listener) => listeners.add(listener),
      off: (_, listener) => listeners.delete(listener),
    },
    environments: { client: { hot: { send: (message) => sent.push(message as never) } } },
  };
  return { server, sent, listeners };
}

/** Configures and starts the development server like Astro. */
function start({ integrations: [integration] }: Awaited<ReturnType<typeof setUp>>) {
  const parts = serverOf();
  let stop = () => {};
  integration?.hooks['astro:config:setup']({
    updateConfig(config) {
      const [plugin] = (config as { vite: { plugins: never[] } }).vite.plugins as unknown as {
        configureServer(server: DevServer): void;
        closeBundle(): void;
      }[];
      plugin?.configureServer(parts.server);
      stop = () => plugin?.closeBundle();
    },
  });
  onTestFinished(() => stop());
  return { ...parts, stop };
}

test('dev watches the source, shows errors until they are fixed, and stops with the server', async () => {
  const cwd = folder({ 'credits.yaml': 'titel: x\n' });
  const started = await setUp(cwd, 'dev', { check: true });
  expect(started.error).toBeUndefined();
  expect(started.logged[0]).toContain('error credits.yaml:1:1 error unknown-key');
  const { sent, listeners, stop } = start(started);
  await waitFor(() => expect(sent.length).toBe(1));
  expect(sent[0]).toMatchObject({
    type: 'error',
    err: {
      message: expect.stringContaining('credits.yaml:1:1 error unknown-key  '),
      loc: { file: join(cwd, 'credits.yaml'), line: 1, column: 1 },
      plugin: 'starlight-credits',
    },
  });
  for (const listener of listeners) listener();
  expect(sent.length).toBe(2);

  writeFileSync(`${cwd}/credits.yaml`, SOURCE);
  await waitFor(() => expect(sent.at(-1)).toEqual({ type: 'full-reload', path: '*' }));
  // `check` has no effect in development.
  expect(readFileSync(`${cwd}/credits.md`, 'utf8')).toBe(PAGE);
  await waitFor(() =>
    expect(started.logged).toEqual([started.logged[0], 'info created credits.md']),
  );

  stop();
  expect(listeners.size).toBe(0);
  writeFileSync(`${cwd}/credits.yaml`, 'title: y\n');
  await new Promise((done) => setTimeout(done, 600));
  expect(readFileSync(`${cwd}/credits.md`, 'utf8')).toBe(PAGE);
});

test('dev builds a new source that matches a glob', async () => {
  const cwd = folder({ 'a/credits.yaml': SOURCE, 'b/other.txt': '' });
  const started = await setUp(cwd, 'dev', { source: '*/credits.yaml' });
  expect(started.logged).toEqual(['info created a/credits.md']);
  start(started);
  writeFileSync(`${cwd}/b/credits.yaml`, SOURCE);
  await waitFor(() => expect(readFileSync(`${cwd}/b/credits.md`, 'utf8')).toBe(PAGE));
});

test('the overlay shows every error with its help and code, and without links', async () => {
  const text = '[a](https://e.co) **b** https://e.co';
  const cwd = folder({ 'credits.yaml': `titel: x\n"${text}": y\n` });
  const started = await setUp(cwd, 'dev');
  const { sent } = start(started);
  await waitFor(() => expect(sent.length).toBe(1));
  const shown = sent[0]?.err?.message ?? '';
  expect(shown).not.toMatch(/:\/\/|\]\(|\*\*/);
  expect(shown.replaceAll('\u2060', '')).toContain(
    'credits.yaml:1:1 error unknown-key  unknown key "titel" in a page\n  help: did you mean "title"?',
  );
  expect(shown.replaceAll('\u2060', '')).toContain(`unknown key "${text}" in a page\n  help: `);
});

test('a change between the first build and the start of the server is built', async () => {
  const cwd = folder({ 'credits.yaml': SOURCE });
  const started = await setUp(cwd, 'dev');
  writeFileSync(`${cwd}/credits.yaml`, 'title: other\n');
  start(started);
  await waitFor(() =>
    expect(readFileSync(`${cwd}/credits.md`, 'utf8')).toContain('title: other\n'),
  );
});
