/** The plugin in a real site: `astro build`, and `astro dev` in a browser. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, launch, openPage } from '../helpers/browser.ts';
import { astroConfigExample } from '../helpers/documentation.ts';
import { type DevServer, type PluginSite, pluginSite } from '../helpers/plugin-site.ts';
import { waitFor } from '../helpers/wait-for.ts';

const source = (name: string) => `title: Credits\ncredits:\n  - name: ${name}\n`;
const wrong =
  'title: Credits\ncredits:\n  - name: a\n    url: javascript:alert(1)\n    licence: <b>MIT</b>\n';

let site: PluginSite;

beforeAll(() => {
  site = pluginSite('plugin', {
    'astro.config.mjs': astroConfigExample,
    'credits.yaml': source('a'),
  });
});
afterAll(() => site?.remove());

const PAGE = 'src/content/docs/credits.md';
const text = (name: string) => `---\ntitle: Credits\n---\n\n- **${name}**\n`;

describe('astro build', () => {
  test('writes the page before the site is built', async () => {
    const { code, output } = await site.astro('build');
    expect(code, output).toBe(0);
    expect(site.read(PAGE)).toBe(text('a'));
    expect(output).toContain('[starlight-credits] created src/content/docs/credits.md');
    expect(site.read('dist/credits/index.html')).toContain('<strong>a</strong>');
  });

  test('fails if the source is invalid, and reports every error', async () => {
    site.write('credits.yaml', wrong);
    const { code, output } = await site.astro('build');
    expect(code).toBe(1);
    expect(output).toContain('credits.yaml:4:10 error url-scheme');
    expect(output).toContain('credits.yaml:5:5 error unknown-key');
    expect(output).toContain('2 errors');
    expect(output).not.toContain('main.cjs');
    expect(site.read(PAGE)).toBe(text('a'));
  });

  test('fails if the page is out of date with `check: true`', async () => {
    site.write(
      'astro.config.mjs',
      astroConfigExample.replace('Credits()', 'Credits({ check: true })'),
    );
    site.write('credits.yaml', source('b'));
    const { code, output } = await site.astro('build');
    expect(code).toBe(1);
    expect(output).toContain('-- **a**\n+- **b**');
    expect(output).toContain('npx starlight-credits');
    expect(site.read(PAGE)).toBe(text('a'));
  });
});

const configWithEditLink = astroConfigExample.replace(
  'title: "My docs",',
  'title: "My docs", editLink: { baseUrl: "https://github.com/o/r/edit/main" },',
);

describe.skipIf(executablePath === undefined)('astro dev', () => {
  let server: DevServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site.write('astro.config.mjs', configWithEditLink);
    site.write('credits.yaml', source('c'));
    rmSync(join(site.path, PAGE), { force: true });
    server = await site.dev();
    browser = await launch();
    page = await openPage(browser);
    await page.goto(`${server.url}/credits/`, { waitUntil: 'networkidle0' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Waits until the page shows a name, with or without the error overlay. */
  const shows = (name: string, hasOverlay = false) =>
    page.waitForFunction(
      (wanted, covered) =>
        document.querySelector('.sl-markdown-content strong')?.textContent === wanted &&
        (document.querySelector('vite-error-overlay') !== null) === covered,
      { polling: 50 },
      name,
      hasOverlay,
    );
  /** Waits for the error overlay with a location, and reads it. */
  const overlay = (at: string) =>
    waitFor(async () => {
      // All parts are read at once, as the page may reload between two evaluations.
      const shown = await page.evaluate(() => {
        const root = document.querySelector('vite-error-overlay')?.shadowRoot;
        const inside = (selector: string) =>
          (root?.querySelector(selector) as HTMLElement | null | undefined)?.innerText ?? '';
        return {
          title: inside('#title'),
          message: inside('#message-content'),
          place: inside('#code header h2'),
          line: inside('.error-line'),
        };
      });
      expect(shown.place.endsWith(`/credits.yaml:${at}`), JSON.stringify(shown)).toBe(true);
      return shown;
    });

  test('shows the page from the start', async () => {
    expect(existsSync(join(site.path, PAGE))).toBe(true);
    await shows('c');
  });

  test('reloads when the source is saved', async () => {
    site.write('credits.yaml', source('d'));
    await shows('d');
    expect(server.output()).toContain('updated src/content/docs/credits.md');
  });

  test('shows an error over the previous page, with file and line', async () => {
    site.write('credits.yaml', wrong);
    const { title, message, line } = await overlay('4:10');
    expect(title).toContain('The credits page could not be built.');
    expect(message).toContain(
      'credits.yaml:4:10 error url-scheme  "javascript:" is not allowed in a URL',
    );
    expect(message).toContain('credits.yaml:5:5');
    expect(message).toContain('help: use http:, https:, mailto: or a relative URL');
    expect(line).toContain('url: javascript:alert(1)');
    await shows('d', true);
    expect(server.output()).toContain('credits.yaml:4:10 error url-scheme');
  });

  test('shows the error again after a reload', async () => {
    await page.reload();
    await overlay('4:10');
  });

  test('removes the error when the source is fixed, even to its previous content', async () => {
    site.write('credits.yaml', source('d'));
    await shows('d');
    site.write('credits.yaml', 'titel: x\n');
    await overlay('1:1');
    site.write('credits.yaml', source('e'));
    await shows('e');
  });

  test('links "Edit page" to the source, also after the page has moved', async () => {
    const linksToSource = () =>
      page.waitForSelector('a[href="https://github.com/o/r/edit/main/credits.yaml"]');
    await linksToSource();
    site.write('credits.yaml', `output: src/content/docs/moved.md\n${source('e')}`);
    await waitFor(async () => {
      await page.goto(`${server.url}/moved/`);
      expect(await page.title()).toContain('Credits');
    });
    await linksToSource();
    rmSync(join(site.path, 'src/content/docs/moved.md'));
    site.write('credits.yaml', source('e'));
    await page.goto(`${server.url}/credits/`);
    await shows('e');
    await linksToSource();
  });

  // Astro itself does not watch its pages after a restart.
  test('watches the source once after the server restarts', async () => {
    site.write('astro.config.mjs', `${configWithEditLink}\n// changed\n`);
    await waitFor(() => expect(server.output()).toContain('server restarted'));
    const before = server.output().length;
    site.write('credits.yaml', source('f'));
    const since = () => server.output().slice(before);
    await waitFor(() => expect(since()).toContain(`updated ${PAGE}`));
    expect(site.read(PAGE)).toBe(text('f'));
    await new Promise((done) => setTimeout(done, 700));
    expect(
      since().match(/updated \S*credits\.md|credits\.md is up to date/g),
      since(),
    ).toHaveLength(1);
  });

  test('starts with an invalid source', async () => {
    await page.close();
    await server.stop();
    site.write('credits.yaml', wrong);
    server = await site.dev();
    page = await openPage(browser);
    // If the content changes during the first requests, Astro can go on showing the previous content.
    await page.goto(`${server.url}/credits/`, { waitUntil: 'networkidle0' });
    expect((await overlay('4:10')).message).toContain('credits.yaml:4:10');
    site.write('credits.yaml', source('g'));
    await shows('g');
  });
});
