/** The source that `init` creates, and the cases in which it does not create one. */
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readAstroConfig } from '../src/commands/init/astro-config.ts';
import { firstSource } from '../src/commands/init/first-source.ts';
import { findProject } from '../src/commands/init/project.ts';
import { schemaLine } from '../src/source/schema-line.ts';
import { cli, diagnose, folder } from './helpers/cli.ts';
import { cpuTime } from './helpers/cpu-time.ts';

/** Runs the command in a folder with these files, and reads the new source. */
async function init(files: Record<string, string>) {
  const cwd = folder(files);
  const ran = await cli(['init'], { cwd });
  const text = existsSync(`${cwd}/credits.yaml`) ? readFileSync(`${cwd}/credits.yaml`, 'utf8') : '';
  return { ...ran, cwd, text, page: parse(text) };
}

const page = { 'src/content/docs/index.md': '' };
const config = (options: string) =>
  `import starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ ${options} })] });\n`;

describe('the URL of "Edit page"', () => {
  const withEditLink = (base: string, more = '') =>
    config(`title: 'x', editLink: { baseUrl: ${base} }`) + more;
  const base = 'https://github.com/o/r/edit/main/';
  const lineFor = (url: string) =>
    `"Edit page" opens the generated page; to open the source, use the Starlight plugin, or add "editUrl: ${url}" to "frontmatter"\n`;
  const inSite = (place: string, text: string) => ({
    [`${place}src/content/docs/index.md`]: '',
    [`${place}astro.config.mjs`]: text,
  });

  test.each<[string, Record<string, string>, string | undefined]>([
    ['the folder', inSite('', withEditLink(`'${base}'`)), `${base}credits.yaml`],
    ['docs', inSite('docs/', withEditLink(`'${base}docs'`)), `${base}credits.yaml`],
    ['a repository of its own', inSite('docs/', withEditLink(`'${base}'`)), undefined],
    ['a config with code', inSite('', withEditLink('base')), undefined],
    ['a config without a URL', inSite('', withEditLink("'main'")), undefined],
    [
      'a config with the plugin',
      inSite('', withEditLink(`'${base}'`, "import x from 'starlight-credits/starlight'")),
      undefined,
    ],
    ['a config without links', inSite('', config("title: 'x'")), undefined],
    ['no site', { 'astro.config.mjs': withEditLink(`'${base}'`) }, undefined],
  ])('is said for a site in %s, by init and import', async (_, files, url) => {
    const expected = url ? lineFor(url) : '';
    const { stderr } = await init(files);
    expect(stderr.replace(/^created .*\n/, '')).toBe(expected);

    const docs = Object.keys(files).find((path) => path.endsWith('index.md')) ?? 'index.md';
    const path = docs.replace('index', 'credits');
    const importFrom = async (text: string, ...args: string[]) => {
      const cwd = folder({ ...files, [path]: text });
      return (await cli(['import', path, ...args], { cwd })).stderr;
    };
    const text = '---\ntitle: x\n---\n\n- a\n';
    expect((await importFrom(text)).replace(/^(?:wrote|\S+ is) .*\n/gm, '')).toBe(expected);
    for (const stderr of [
      await importFrom(text.replace('title', 'editUrl: false\ntitle')),
      await importFrom(text, '-o', '-'),
      await importFrom(text, '--quiet'),
    ]) {
      expect(stderr).not.toContain('Edit page');
    }
  });
});

describe('the source', () => {
  test('is created, and the next command is named', async () => {
    const { code, stdout, stderr, text } = await init({});
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe('created credits.yaml; fill it in, then run "npx starlight-credits"\n');
    expect(text.split('\n')[0]).toBe(schemaLine());
    expect(text.endsWith('\n')).toBe(true);
    expect(text.split('\n').length).toBeLessThan(45);
  });

  test.each<[string, Record<string, string>, object]>([
    ['nothing', {}, { title: 'Credits', output: 'credits.md', credits: [{ name: 'A project' }] }],
    ['package.json', { 'package.json': '{"name":"@a/b"}' }, { title: '@a/b credits' }],
    [
      'a dependency',
      { 'package.json': '{"dependencies":{"remark":"1"}}' },
      { credits: [{ name: 'remark', url: 'https://www.npmjs.com/package/remark' }] },
    ],
    [
      'a site',
      { ...page, 'astro.config.mjs': config('title: "Docs: all"'), 'package.json': '{"name":"x"}' },
      {
        title: 'Docs: all credits',
        output: 'src/content/docs/credits.md',
        credits: [{ name: 'Starlight', url: 'https://starlight.astro.build' }],
      },
    ],
    [
      'a site without a plain title',
      { ...page, 'astro.config.ts': config('title'), 'package.json': '{"name":"x"}' },
      { title: 'x credits' },
    ],
    [
      'the site of a repository',
      {
        'docs/src/content/docs/index.md': '',
        'docs/astro.config.mjs': config('title: "Docs"'),
        'docs/package.json': '{"name":"docs"}',
      },
      { title: 'Docs credits', output: 'docs/src/content/docs/credits.md' },
    ],
    [
      'a site among workspaces, with a folder of its own for sources',
      {
        'packages/core/package.json': '{}',
        'packages/docs/source/content/docs/index.md': '',
        'packages/docs/astro.config.js': "export default { srcDir: './source' };",
      },
      { output: 'packages/docs/source/content/docs/credits.md' },
    ],
    [
      'a folder for sources that is elsewhere',
      { ...page, 'astro.config.js': "export default { srcDir: '../elsewhere' };" },
      { output: 'credits.md' },
    ],
    [
      'broken files',
      { 'package.json': '{', 'astro.config.mjs': "starlight({ title: 'x" },
      { title: 'Credits' },
    ],
    ['a byte order mark', { 'package.json': '\ufeff{"name":"x"}' }, { title: 'x credits' }],
    [
      'a name that no page can show',
      { 'package.json': '{"name":"x"}', 'astro.config.mjs': config('title: "\\u202ey"') },
      { title: 'x credits' },
    ],
    ['a name that looks wrong', { 'package.json': '{"name":"a\\u200bb"}' }, { title: 'Credits' }],
  ])('uses %s', async (_, files, expected) => {
    const { page: written, cwd } = await init(files);
    expect(written).toMatchObject(expected);
    const { code, stderr } = await cli(['--strict'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: `created ${written.output}\n` });
  });

  test('ignores folders and unreadable files', async () => {
    const { page: written } = await init({
      'package.json/x': '',
      'astro.config.mjs/x': '',
      'src/content/docs': '',
    });
    expect(written).toMatchObject({ title: 'Credits', output: 'credits.md' });
  });
});

describe('the examples in its comments', () => {
  const text = firstSource(findProject('nowhere'), 'x', 'npx starlight-credits');
  const lines = text.split('\n');
  /** Adjacent comments that start with a lowercase letter or a dash are one example. */
  const isExample = (line = '') => /^ *# +[a-z-]/.test(line);
  const starts = lines.flatMap((line, at) =>
    at > 0 && isExample(line) && !isExample(lines[at - 1]) ? [at] : [],
  );
  const without = (from: number, to: number) =>
    lines
      .map((line, at) => (at >= from && at < to && isExample(line) ? line.replace('# ', '') : line))
      .join('\n');
  const blocks = starts.map((start) => {
    const length = lines.slice(start).findIndex((line) => !isExample(line));
    return [start, start + length] as const;
  });

  test('are found', () => {
    expect(blocks).toHaveLength(5);
  });

  test.each([...blocks, [1, lines.length] as const])('are valid (%i to %i)', async (from, to) => {
    const source = without(from, to);
    expect(source).not.toBe(text);
    expect(Object.keys(parse(source)).length).toBeGreaterThan(3);
    expect(await diagnose(source)).toMatchObject({ code: 0, places: [] });
  });

  test('name every key of a credit except nested credits', () => {
    const [credit] = parse(without(1, lines.length)).credits;
    expect(Object.keys(credit)).toEqual([
      'name',
      'url',
      'by',
      'description',
      'version',
      'license',
      'links',
    ]);
  });
});

describe('no source is created', () => {
  test.each(['credits.yaml', 'credits.yml'])('if %s exists', async (name) => {
    const { code, stdout, stderr, cwd } = await init({ [name]: 'title: mine\n' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${name}:1:1 error source-exists`);
    expect(readdirSync(cwd)).toEqual([name]);
    expect(readFileSync(`${cwd}/${name}`, 'utf8')).toBe('title: mine\n');
  });

  test.each([
    ['CREDITS.md', {}],
    ['docs/Acknowledgements.mdx', {}],
    ['docs/about/thanks.md', {}],
    ['src/content/docs/about/acknowledgments.mdx', {}],
    ['src/content/docs/credits/index.md', {}],
    ["src/content/docs/it's/credits.md", {}],
    ['site/src/content/docs/credits.mdx', { 'site/astro.config.mjs': '' }],
  ])('if the page %s exists', async (path, files) => {
    const { code, stdout, stderr, cwd } = await init({ ...files, [path]: '# Credits\n' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${path}:1:1 error page-exists`);
    const quoted = path.includes("'") ? `'${path.replace("'", "'\\''")}'` : path;
    expect(stderr).toContain(`"npx starlight-credits import ${quoted}"`);
    expect(existsSync(`${cwd}/credits.yaml`)).toBe(false);
  });

  test.each([
    ['docs/credits.yaml', 'docs/credits.md'],
    ['site/credits.yml', 'site/src/content/docs/credits.md'],
  ])('if %s is the source of the page %s', async (source, path) => {
    const files = { 'site/astro.config.mjs': '', [source]: '', [path]: '# Credits\n' };
    const { code, stderr, cwd } = await init(files);
    expect(code).toBe(2);
    expect(stderr).toContain(`${source}:1:1 error source-exists`);
    expect(stderr).toContain(`"npx starlight-credits ${source}"`);
    expect(stderr).not.toContain('import');
    expect(existsSync(`${cwd}/credits.yaml`)).toBe(false);
  });

  test.each([
    'docs/node_modules/x/credits.md',
    'docs/.cache/credits.md',
    'docs/accredits.md',
    'docs/credits.txt',
    'lib/thanks.md',
  ])('except if the page is not a credits page, such as %s', async (path) => {
    expect((await init({ [path]: '' })).code).toBe(0);
  });

  test.skipIf(process.platform === 'win32')('if it is a broken link', async () => {
    const cwd = folder();
    symlinkSync('elsewhere.yaml', `${cwd}/credits.yaml`);
    const { code, stderr } = await cli(['init'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('error source-exists');
    expect(existsSync(`${cwd}/elsewhere.yaml`)).toBe(false);
    expect(lstatSync(`${cwd}/credits.yaml`).isSymbolicLink()).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('except if there are only circular links', async () => {
    const cwd = folder({ 'docs/a.md': '' });
    symlinkSync('..', `${cwd}/docs/up`);
    symlinkSync('astro.config.mjs', `${cwd}/astro.config.mjs`);
    expect((await cli(['init'], { cwd })).code).toBe(0);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'if the folder is read-only',
    async () => {
      const cwd = folder();
      chmodSync(cwd, 0o555);
      const { code, stderr } = await cli(['init'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(
        'error source-unwritable  could not write the source: permission denied',
      );
    },
  );

  test('if the folder was removed', async () => {
    const { code, stderr } = await cli(['init'], { cwd: `${folder()}/gone` });
    expect(code).toBe(2);
    expect(stderr).toContain('error source-unwritable');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('the title in an Astro config', () => {
  test.each<[string, string | undefined]>([
    [config("title: 'Docs'"), 'Docs'],
    [config('title: `Docs`, logo: {}'), 'Docs'],
    [config("'title': 'It\\'s \\u00e9\\x41\\u{1f44d}'"), "It's éA👍"],
    [config("social: [{ title: 'no' }], title: 'Docs'"), 'Docs'],
    [config("// title: 'no'\n title: 'Docs', /* title: 'no' */"), 'Docs'],
    [config("pattern: /[/'\"]{/g, title: 'Docs'"), 'Docs'],
    [config("title: { de: 'Doku', en: 'Docs' }"), 'Docs'],
    [config("title: { de: 'Doku', en: 'Docs' }, defaultLocale: 'de'"), 'Doku'],
    [config("title: { 'zh-CN': '文档', fr: 'Docs' }, defaultLocale: 'root'"), '文档'],
    [
      "import docs from '@astrojs/starlight'; docs({ title: 'Docs' }); other({ title: 'no' })",
      'Docs',
    ],
    [
      "const starlight = require('@astrojs/starlight').default; starlight({ title: 'Docs' })",
      'Docs',
    ],
    [config("title: 'a' + b"), undefined],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: This is the code of a config.
    [config('title: `a ${b}`'), undefined],
    [config('title: process.env.TITLE'), undefined],
    [config('title'), undefined],
    [config('...options'), undefined],
    ['other({ title: "no" })', undefined],
    ["// starlight({ title: 'no' })", undefined],
    ["starlight({ title: 'Docs", undefined],
    ['starlight(', undefined],
    ['', undefined],
  ])('in %j is %j', (code, title) => {
    expect(readAstroConfig(code).title).toBe(title);
  });

  test('is found quickly in any config', () => {
    const start = cpuTime();
    for (const piece of [
      '/*',
      '`',
      "'",
      '"\\',
      '"\\"\\',
      '`\\',
      '(/',
      '(/[',
      '{',
      '((',
      'starlight({',
      ' '.repeat(9),
    ]) {
      readAstroConfig(piece.repeat(100_000 / piece.length));
    }
    expect(cpuTime() - start).toBeLessThan(5);
  });
});
