/** The Starlight plugin, without a site. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { DevServer, Integration, SetupContext } from '../src/starlight/astro-types.ts';
import starlightCredits, { type StarlightCreditsOptions } from '../src/starlight/index.ts';
import { folder } from './helpers/cli.ts';
import { waitFor } from './helpers/wait-for.ts';

const SOURCE = 'title: x\n';
const PAGE = '---\ntitle: x\n---\n';
const PATH = 'src/content/docs/credits.md';

/** Calls the hook of the plugin like Starlight. */
async function setUp(
  cwd: string,
  command: string,
  options?: StarlightCreditsOptions,
  {
    srcDir = 'src',
    i18n,
    ...config
  }: SetupContext['config'] & { srcDir?: string; i18n?: SetupContext['astroConfig']['i18n'] } = {},
) {
  const logged: string[] = [];
  const log = (kind: string) => (message: string) => {
    logged.push(`${kind} ${message.trim()}`);
  };
  const integrations: Integration[] = [];
  const middleware: object[] = [];
  const error = await starlightCredits(options)
    .hooks['config:setup']({
      command,
      astroConfig: {
        root: pathToFileURL(`${cwd}/`),
        srcDir: pathToFileURL(`${cwd}/${srcDir}/`),
        i18n,
      },
      config,
      updateConfig() {},
      logger: { info: log('info'), warn: log('warn'), error: log('error') },
      addIntegration: (integration) => integrations.push(integration),
      addRouteMiddleware: (added) => middleware.push(added),
    })
    .catch((thrown) => thrown);
  return { error, logged, integrations, middleware };
}

test.each(['build', 'sync'])(
  '%s writes the page and does not watch the source',
  async (command) => {
    const cwd = folder({ 'credits.yml': SOURCE });
    const { error, logged, integrations } = await setUp(cwd, command);
    expect(error).toBeUndefined();
    expect(logged).toEqual([`info created ${PATH}`]);
    expect(readFileSync(`${cwd}/${PATH}`, 'utf8')).toBe(PAGE);
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
    addRouteMiddleware() {},
  });
  expect(updates).toEqual(added ? [{ customCss: added }] : []);
});

test('the plugin is an error in the integrations of Astro', () => {
  const { hooks } = starlightCredits() as unknown as { hooks: Record<string, () => void> };
  expect(hooks['astro:config:setup']).toThrow('to "plugins" of starlight()');
});

test('preview does nothing', async () => {
  const cwd = folder({ 'credits.yaml': SOURCE });
  expect(await setUp(cwd, 'preview')).toMatchObject({
    error: undefined,
    logged: [],
    integrations: [],
  });
  expect(existsSync(`${cwd}/${PATH}`)).toBe(false);
});

test('several sources are built in the given order, and logged in one line', async () => {
  const cwd = folder({
    'a.yaml': `output: a.md\n${SOURCE}`,
    'b/b.yaml': `output: [c.md, d.md, e.md, f.md, g.md]\n${SOURCE}`,
  });
  const { logged } = await setUp(cwd, 'build', { source: ['a.yaml', 'b/b.yaml'] });
  const names = ['a.md', 'b/c.md', 'b/d.md', 'b/e.md', 'b/f.md'];
  const some = names.map((name) => `created ${name}`).join(', ');
  expect(logged).toEqual([`info ${some} and 1 more page`]);
});

describe('without output, the page is in the content of the site', () => {
  const defaultLine = (path: string, output: string) =>
    `warning output-default  the page goes to ${path} in this site, but the command would write it to another place\n  help: add "output: ${output}" to the source`;

  test('and the command agrees', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE });
    expect((await setUp(cwd, 'build')).logged).toEqual([`info created ${PATH}`]);
  });

  test('in another `srcDir`, with the line to add', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE });
    const { logged } = await setUp(cwd, 'build', {}, { srcDir: 'app' });
    const path = 'app/content/docs/credits.md';
    expect(logged).toEqual([
      expect.stringContaining(`warn credits.yaml:1:1 ${defaultLine(path, path)}`),
      `info created ${path}`,
    ]);
    writeFileSync(`${cwd}/credits.yaml`, `output: ${path}\n${SOURCE}`);
    const { logged: then } = await setUp(cwd, 'build', {}, { srcDir: 'app' });
    expect(then).toEqual([`info ${path} is up to date`]);
  });

  test.each([
    [undefined, 'credits.yaml'],
    ['credits.yml', 'credits.yml'],
    ['data/*.yaml', 'data/credits.yaml'],
  ])('with the source %s at the top of the repository', async (source, name) => {
    const top = folder({ [name]: SOURCE, '.git/HEAD': '', 'apps/docs/package.json': '{}' });
    const { logged, error } = await setUp(
      join(top, 'apps/docs'),
      'build',
      source ? { source } : {},
    );
    expect(error).toBeUndefined();
    const output = `${name.includes('/') ? '../' : ''}apps/docs/${PATH}`;
    expect(logged).toEqual([
      expect.stringContaining(`warn ../../${name}:1:1 ${defaultLine(PATH, output)}`),
      `info created ${PATH}`,
    ]);
  });

  test('with a source in the site, not the one at the top', async () => {
    const top = folder({
      'credits.yaml': 'title: other\n',
      '.git/HEAD': '',
      'docs/credits.yaml': SOURCE,
    });
    await setUp(join(top, 'docs'), 'build', { source: 'credits.yaml' });
    expect(readFileSync(`${top}/docs/${PATH}`, 'utf8')).toBe(PAGE);
  });

  test('and a missing source is looked for around the site', async () => {
    const top = folder({ 'data/credits.yaml': SOURCE, '.git/HEAD': '', 'apps/docs/x': '' });
    const { error } = await setUp(join(top, 'apps/docs'), 'build');
    expect(error.message).toContain('the folder of the site has no credits.yaml or credits.yml');
    expect(error.message).toContain('starlightCredits({ source: "../../data/credits.yaml" })');
  });
});

describe('the hint about the sidebar', () => {
  const hintsFor = async (sidebar: unknown[], source = SOURCE, config = {}) => {
    const cwd = folder({ 'credits.yaml': source });
    const { logged } = await setUp(cwd, 'build', {}, { sidebar, ...config });
    return logged.slice(1);
  };
  const hint = (slug: string) => [
    `info the sidebar does not show the page; add it to "sidebar": { slug: "${slug}" }`,
  ];

  test.each<[unknown[], string?, object?]>([
    [['index', '/credits/']],
    [[{ slug: 'credits' }]],
    [[{ label: 'x', link: '/credits/' }]],
    [[{ label: 'x', items: [{ label: 'y', items: ['credits'] }] }]],
    [[{ label: 'x', autogenerate: { directory: '/' } }]],
    [
      [{ autogenerate: { directory: '/about/' } }],
      `output: src/content/docs/about/us.md\n${SOURCE}`,
    ],
    [[{ unknown: true }]],
    [[], `frontmatter: { sidebar: { hidden: true } }\n${SOURCE}`],
    [[], `output: { path: ${PATH}, frontmatter: { sidebar: { hidden: true } } }\n${SOURCE}`],
    [[], `output: CREDITS.md\n${SOURCE}`],
    // Starlight finds no page with the slug in the default locale, and fails.
    [[], `output: src/content/docs/fr/x.md\n${SOURCE}`, { locales: { root: {}, fr: {} } }],
  ])('is not given for %j', async (sidebar, source, config?: object) => {
    expect(await hintsFor(sidebar, source, config)).toEqual([]);
  });

  test.each<[unknown[], string, string, object?]>([
    [['index'], SOURCE, 'credits'],
    [[{ autogenerate: { directory: 'guides' } }], SOURCE, 'credits'],
    [[{ link: 'https://e.co/credits' }], SOURCE, 'credits'],
    [[], `output: src/content/docs/About Us/index.mdx\n${SOURCE}`, 'about-us'],
    [[], `frontmatter: { slug: a/b }\n${SOURCE}`, 'a/b'],
    [
      [],
      `output: [src/content/docs/fr/x.md, src/content/docs/en/x.md]\n${SOURCE}`,
      'x',
      { locales: { en: {}, fr: {} }, defaultLocale: 'en' },
    ],
  ])('for %j and %j says "%s"', async (sidebar, source, slug, config) => {
    expect(await hintsFor(sidebar, source, config)).toEqual(hint(slug));
  });

  test('is given once', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE });
    expect((await setUp(cwd, 'dev', {}, { sidebar: [] })).logged).toHaveLength(2);
    expect((await setUp(cwd, 'dev', {}, { sidebar: [] })).logged).toHaveLength(1);
  });
});

describe('"Edit page"', () => {
  interface EditLinksPlugin {
    resolveId(id: string): string | undefined;
    load(id: string): string | undefined;
  }
  const baseUrl = 'https://github.com/o/r/edit/main/docs/';

  /** Returns the URL that "Edit page" of a page leads to, after the route middleware. */
  async function editUrlOf(
    { integrations: [integration], middleware }: Awaited<ReturnType<typeof setUp>>,
    filePath: string,
    data: object = {},
    url: string | undefined = `${baseUrl}${filePath}`,
  ) {
    const [{ entrypoint }] = middleware as [{ entrypoint: string }];
    let code = '';
    integration?.hooks['astro:config:setup']({
      updateConfig(config) {
        const [plugin] = (config as { vite: { plugins: [EditLinksPlugin] } }).vite.plugins;
        code = plugin.load(plugin.resolveId(entrypoint) ?? '') ?? '';
      },
    });
    const { onRequest } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const starlightRoute = { entry: { filePath, data }, editUrl: url && new URL(url) };
    onRequest({ locals: { starlightRoute } });
    return starlightRoute.editUrl && String(starlightRoute.editUrl);
  }

  test.each([
    [{}, `${baseUrl}credits.yaml`],
    [{ editUrl: true }, `${baseUrl}credits.yaml`],
    [{ editUrl: 'https://e.co' }, 'https://e.co/', 'https://e.co'],
    [{ editUrl: `${baseUrl}${PATH}` }, `${baseUrl}${PATH}`],
    [{ editUrl: false }, '', ''],
    [{}, 'https://e.co/another-middleware', 'https://e.co/another-middleware'],
  ])('of a page with %j leads to %s', async (data, expected, url?: string) => {
    const cwd = folder({ 'credits.yaml': SOURCE });
    const site = await setUp(cwd, 'build', {}, { editLink: { baseUrl: baseUrl.slice(0, -1) } });
    expect(await editUrlOf(site, PATH, data, url)).toBe(expected);
    expect(await editUrlOf(site, 'src/content/docs/other.md')).toMatch(/\/other\.md$/);
  });

  test('does not lead to the source from a page with a region', async () => {
    const path = 'src/content/docs/index.md';
    const page = '<!-- credits:start -->\n<!-- credits:end -->\n';
    const views = `output: [src/content/docs/a.md, { path: ${path}, region: credits }]`;
    const cwd = folder({ 'credits.yaml': `${views}\n${SOURCE}`, [path]: page });
    const site = await setUp(cwd, 'build', {}, { editLink: { baseUrl } });
    expect(await editUrlOf(site, path)).toBe(`${baseUrl}${path}`);
    expect(await editUrlOf(site, 'src/content/docs/a.md')).toBe(`${baseUrl}credits.yaml`);
  });

  test.each([
    ['docs', `${baseUrl}`, 'https://github.com/o/r/edit/main/a%23b/credits.yaml'],
    ['docs', 'https://e.co/?path=/docs/', 'https://e.co/?path=/a%23b/credits.yaml'],
    ['docs', 'https://github.com/o/r/edit/main/', undefined],
    ['apps/my site', 'https://e.co/apps/my%20site/', 'https://e.co/a%23b/credits.yaml'],
  ])('of a site in %s with %s leads to %s', async (place, baseUrl, expected) => {
    const output = `output: ../${place}/${PATH}\n`;
    const top = folder({
      'a#b/credits.yaml': `${output}${SOURCE}`,
      '.git/HEAD': '',
      [`${place}/x`]: '',
    });
    const options = { source: 'a#b/credits.yaml' };
    const site = await setUp(join(top, place), 'build', options, { editLink: { baseUrl } });
    const byDefault = `${baseUrl}${PATH}`;
    expect(await editUrlOf(site, PATH, {}, byDefault)).toBe(expected ?? byDefault);
  });

  test('leads to the sources of several plugins in one site', async () => {
    const names = ['a-b', 'a+b'];
    const cwd = folder({
      'a-b.yaml': `output: src/content/docs/a-b.md\n${SOURCE}`,
      'a+b.yaml': `output: src/content/docs/a+b.md\n${SOURCE}`,
    });
    const sites = await Promise.all(
      names.map((name) =>
        setUp(cwd, 'build', { source: `${name}.yaml` }, { editLink: { baseUrl } }),
      ),
    );
    const [first, second] = sites.map(({ middleware: [added] }) => added);
    expect(first).not.toEqual(second);
    const urls = sites.map((site, index) => editUrlOf(site, `src/content/docs/${names[index]}.md`));
    expect(await Promise.all(urls)).toEqual(names.map((name) => `${baseUrl}${name}.yaml`));
  });

  test.each([{}, { editLink: {} }, { editLink: { baseUrl: 'not a URL' } }])(
    'is not changed with %j',
    async (config) => {
      const { middleware } = await setUp(folder({ 'credits.yaml': SOURCE }), 'build', {}, config);
      expect(middleware).toEqual([]);
    },
  );

  test('follows a page that moves while the server runs', async () => {
    useFakeTimers();
    const cwd = folder({ 'credits.yaml': SOURCE });
    const site = await setUp(cwd, 'dev', {}, { editLink: { baseUrl } });
    const [, watching] = site.integrations;
    const { sent } = start({ ...site, integrations: watching ? [watching] : [] });
    const path = 'src/content/docs/b.md';
    writeFileSync(`${cwd}/credits.yaml`, `output: ${path}\n${SOURCE}`);
    await waitFor(() => {
      vi.advanceTimersByTime(1000);
      expect(sent.map(({ type }) => type)).toContainEqual(
        expect.stringMatching(/^reload .*edit-links/),
      );
    });
    expect(await editUrlOf(site, path)).toBe(`${baseUrl}credits.yaml`);
  });
});

const LANGUAGES = 'title: { en: x, zh-CN: z, de: w }\nlanguages: [en, zh-CN, de]\n';

test.each([
  // The folder of a locale is not its language.
  [
    { locales: { root: { lang: 'en' }, 'zh-cn': { lang: 'zh-CN' }, de: {} } },
    ['', 'zh-cn/', 'de/'],
  ],
  [{ locales: { de: {}, en: {}, cn: { lang: 'zh-cn' }, fr: {} } }, ['en/', 'cn/', 'de/']],
  // Of two locales with one language, the default one has the page.
  [
    { locales: { root: { lang: 'en' }, gb: { lang: 'en' }, 'zh-cn': { lang: 'zh-CN' }, de: {} } },
    ['', 'zh-cn/', 'de/'],
  ],
  [
    {
      i18n: {
        defaultLocale: 'en',
        locales: ['en', { path: 'zh-cn', codes: ['zh-CN', 'zh'] as const }, 'de'],
        routing: { prefixDefaultLocale: false },
      },
    },
    ['', 'zh-cn/', 'de/'],
  ],
  [
    {
      i18n: {
        defaultLocale: 'zh-CN',
        locales: ['en', 'zh-CN', 'de'],
        routing: { prefixDefaultLocale: true },
      },
    },
    ['en/', 'zh-CN/', 'de/'],
  ],
])('a page is written in each language of the site %j', async (config, folders) => {
  const cwd = folder({ '.git/HEAD': '', 'credits.yaml': LANGUAGES, 'src/content/docs/a.md': '' });
  const { error, logged } = await setUp(cwd, 'build', undefined, config);
  expect(error).toBeUndefined();
  const created = folders.map((each) => `created src/content/docs/${each}credits.md`);
  expect(logged).toEqual([`info ${created.join(', ')}`]);
  const titles = folders.map((each) =>
    readFileSync(`${cwd}/src/content/docs/${each}credits.md`, 'utf8').charAt(11),
  );
  expect(titles).toEqual(['x', 'z', 'w'].slice(0, folders.length));
});

test('a source in one language has one page', async () => {
  const cwd = folder({ '.git/HEAD': '', 'credits.yaml': SOURCE, 'src/content/docs/a.md': '' });
  const locales = { root: { lang: 'en' }, fr: {} };
  const { logged } = await setUp(cwd, 'build', undefined, { locales });
  expect(logged).toEqual([`info created ${PATH}`]);
});

describe('a page or language without a locale is reported', () => {
  const logOf = async (yaml: string, config: SetupContext['config']) => {
    const cwd = folder({ '.git/HEAD': '', 'credits.yaml': yaml, 'src/content/docs/a.md': '' });
    const { logged } = await setUp(cwd, 'build', undefined, config);
    return logged.join('\n');
  };
  const none = (tag: string, column: number) =>
    `credits.yaml:2:${column} warning output-locale  the site has no locale for "${tag}", so it gets no page`;

  test('for each language of the source', async () => {
    const log = await logOf(LANGUAGES, { locales: { root: { lang: 'en' }, pt: {} } });
    expect(log).toContain(none('zh-CN', 17));
    expect(log).toContain(none('de', 24));
    expect(log).toContain('add it to the "locales" of the site (en, pt), or set "output"');
    expect(log).not.toContain('no locale for "en"');
  });

  test.each([{}, { locales: { root: { label: 'English' } } }])(
    'except for the default language if no language has one: %j',
    async (config) => {
      const log = await logOf(LANGUAGES, config);
      expect(log).toContain(none('zh-CN', 17));
      expect(log).toContain('add it to the "locales" of the site, or set "output"');
      expect(log).not.toContain('no locale for "en"');
      expect(log).toContain(`info created ${PATH}`);
    },
  );

  test.each([SOURCE, LANGUAGES])('where no locale is in the root', async (yaml) => {
    // Starlight would find no page with the slug in the default locale, and fail.
    const sidebar: unknown[] = [];
    const log = await logOf(yaml, { locales: { fr: {}, pt: {} }, defaultLocale: 'pt', sidebar });
    expect(log).toContain(`warning output-locale  ${PATH} is not in a locale of the site`);
    expect(log).toContain('help: set "output: src/content/docs/pt/credits.md" in the source');
    expect(log).not.toContain('output-default');
    expect(log).not.toContain('sidebar');
  });

  test('where the source sets `output`', async () => {
    const config = { locales: { fr: {}, pt: {} }, defaultLocale: 'pt', sidebar: [] };
    const output = (paths: string) => `output: [${paths}]\n${SOURCE}`;
    const log = await logOf(output(`src/content/docs/pt/a.md, ${PATH}`), config);
    expect(log).toContain(`credits.yaml:1:36 warning output-locale  ${PATH} is not in a locale`);
    const others = 'src/content/docs/fr/b/a.md, CREDITS.md';
    expect(await logOf(output(others), config)).not.toContain('output-locale');
  });
});

test('a site in several languages keeps the output of the source', async () => {
  const cwd = folder({ '.git/HEAD': '', 'credits.yaml': `${LANGUAGES}output: a.md\n` });
  const { logged } = await setUp(cwd, 'build', undefined, { locales: { en: {}, de: {} } });
  expect(logged).toEqual(['info created a.md']);
});

test.each([
  [{ sources: 'a.yaml' }, 'unknown option "sources"'],
  [null, 'the options must be an object'],
  ['a.yaml', 'the options must be an object'],
  [['a.yaml'], 'the options must be an object'],
  [{ source: 5 }, '"source" must be a path'],
  [{ source: ['a.yaml', null] }, '"source" must be a path'],
  [{ source: new URL('file:///a/credits.yaml') }, '"source" must be a path'],
  [{ check: 'false' }, '"check" must be true or false'],
])('options such as %j are rejected', async (options, message) => {
  const cwd = folder({ 'credits.yaml': SOURCE });
  const { error } = await setUp(cwd, 'build', options as unknown as StarlightCreditsOptions);
  expect(String(error)).toContain(`TypeError: starlightCredits(): ${message}`);
  expect(existsSync(`${cwd}/${PATH}`)).toBe(false);
});

test.each([
  ['off', undefined],
  ['info', /^info credits\.yaml:2:27 info url-no-scheme /],
  ['warning', /^warn credits\.yaml:2:27 warning url-no-scheme /],
])('a rule can set a warning to %s', async (level, logged) => {
  const yaml = `${SOURCE}credits: [{ name: a, url: example.com }]\nrules: { url-no-scheme: ${level} }\n`;
  const result = await setUp(folder({ 'credits.yaml': yaml }), 'build');
  expect(result.error).toBeUndefined();
  const created = `info created ${PATH}`;
  expect(result.logged).toEqual(logged ? [expect.stringMatching(logged), created] : [created]);
});

test('a rule can make a warning an error', async () => {
  const yaml = `${SOURCE}credits: [{ name: a, url: example.com }]\nrules: { url-no-scheme: error }\n`;
  const cwd = folder({ 'credits.yaml': yaml });
  const { error } = await setUp(cwd, 'build');
  expect(error.message).toContain('credits.yaml:2:27 error url-no-scheme');
  expect(existsSync(`${cwd}/${PATH}`)).toBe(false);
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
  expect(existsSync(`${cwd}/${PATH}`)).toBe(false);
  await setUp(cwd, 'build');
  const { error: none, logged } = await setUp(cwd, 'build', { check: true });
  expect(none).toBeUndefined();
  expect(logged).toEqual([`info ${PATH} is up to date`]);
});

test('check does not suggest the command for pages that only the site knows the places of', async () => {
  const locales = { root: { lang: 'en' }, de: {} };
  const help = async (source: string) => {
    const { error } = await setUp(
      folder({ 'credits.yaml': source }),
      'build',
      { check: true },
      { locales },
    );
    return error.message.match(/help: run "(.*)"/)?.[1];
  };
  const source = 'title: { en: x, de: y }\nlanguages: [en, de]\n';
  expect(await help(source)).toBe('npx astro dev');
  expect(await help(`output: src/content/docs/a.md\n${source}`)).toBe('npx starlight-credits');
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
    environments: {
      client: {
        hot: { send: (message) => sent.push(message as never) },
        moduleGraph: { getModuleById: (id) => (id.includes('edit-links') ? { id } : undefined) },
        async reloadModule(module) {
          sent.push({ type: `reload ${JSON.stringify(module)}` });
        },
      },
    },
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

/** Allows a test to advance the time until the browser is reloaded. `waitFor` advances it, too. */
function useFakeTimers(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
}

test('dev watches the source, shows errors until they are fixed, and stops with the server', async () => {
  useFakeTimers();
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
  // `check` has no effect in development.
  await waitFor(() => expect(started.logged).toEqual([started.logged[0], `info created ${PATH}`]));
  expect(readFileSync(`${cwd}/${PATH}`, 'utf8')).toBe(PAGE);
  // Astro reloads the browser after it has read the page. An earlier reload would show the previous page.
  expect(sent.length).toBe(2);
  await waitFor(() => {
    vi.advanceTimersByTime(1000);
    expect(sent.at(-1)).toEqual({ type: 'full-reload', path: '*' });
  });

  stop();
  expect(listeners.size).toBe(0);
  writeFileSync(`${cwd}/credits.yaml`, 'title: y\n');
  await setTimeout(600);
  expect(readFileSync(`${cwd}/${PATH}`, 'utf8')).toBe(PAGE);
});

test('dev reloads the browser at once if an error is fixed and the page is unchanged', async () => {
  const cwd = folder({ 'credits.yaml': SOURCE });
  const { sent } = start(await setUp(cwd, 'dev'));
  const types = () => sent.map(({ type }) => type);
  for (const source of ['title: other\n', 'titel: other\n']) {
    writeFileSync(`${cwd}/credits.yaml`, source);
    await waitFor(() => expect(readFileSync(`${cwd}/${PATH}`, 'utf8')).toContain('title: other\n'));
  }
  await waitFor(() => expect(types()).toEqual(['error']));
  const before = Date.now();
  writeFileSync(`${cwd}/credits.yaml`, 'title: other\n');
  await waitFor(() => expect(types()).toEqual(['error', 'full-reload']));
  expect(Date.now() - before).toBeLessThan(2500);
});

test('dev builds a new source that matches a glob', async () => {
  const source = `output: credits.md\n${SOURCE}`;
  const cwd = folder({ 'a/credits.yaml': source, 'b/other.txt': '' });
  const started = await setUp(cwd, 'dev', { source: '*/credits.yaml' });
  expect(started.logged).toEqual(['info created a/credits.md']);
  start(started);
  writeFileSync(`${cwd}/b/credits.yaml`, source);
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

test('the overlay shows at most 50 errors of a file', async () => {
  const cwd = folder({ 'credits.yaml': `title: x\ncredits: [${'{},'.repeat(1_234)}]\n` });
  const { sent } = start(await setUp(cwd, 'dev'));
  await waitFor(() => expect(sent.length).toBe(1));
  const shown = sent[0]?.err?.message ?? '';
  expect(shown.match(/ error /g)).toHaveLength(50);
  expect(shown).toMatch(/\n… and 1,184 more errors in credits\.yaml$/);
});

test('a change between the first build and the start of the server is built', async () => {
  const cwd = folder({ 'credits.yaml': SOURCE });
  const started = await setUp(cwd, 'dev');
  writeFileSync(`${cwd}/credits.yaml`, 'title: other\n');
  start(started);
  await waitFor(() => expect(readFileSync(`${cwd}/${PATH}`, 'utf8')).toContain('title: other\n'));
});
