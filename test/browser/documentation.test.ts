/** The documentation in Chromium: its site is built, which also checks every link. */
import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, launch, openPage, serve } from '../helpers/browser.ts';
import { buildDocumentation } from '../helpers/build-documentation.ts';
import { root } from '../helpers/paths.ts';

let out: string;
beforeAll(async () => {
  out = await buildDocumentation();
});

const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('/index.html'))
    .map((path) => path.replace(/index\.html$/, ''));

test('has a page for each diagnostic', () => {
  const codes = readdirSync(`${root}/src/diagnostics/docs`).map((name) => name.slice(0, -3));
  expect(pagesOf(`${out}/diagnostics`).sort()).toEqual(codes.map((code) => `${code}/`).sort());
});

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    ({ server, url } = await serve(out));
    browser = await launch();
    page = await openPage(browser);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test.each(['light', 'dark'])('every page fits a desktop and a phone in %s', async (scheme) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    // One page of a diagnostic is like the others.
    const wanted = pagesOf(out).filter((path) => !/^diagnostics\/(?!url-scheme)/.test(path));
    expect(wanted.length).toBeGreaterThan(25);
    for (const path of ['', 'diagnostics/', ...wanted]) {
      await page.goto(`${url}/${path}`);
      const widths = [];
      for (const width of [1280, 390]) {
        await page.setViewport({ width, height: 900 });
        widths.push(await page.evaluate(() => document.documentElement.scrollWidth));
      }
      const found = await page.evaluate(async () => {
        const pictures = [...document.querySelectorAll<HTMLImageElement>('main img')];
        for (const picture of pictures) picture.loading = 'eager';
        await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
        return {
          theme: document.documentElement.dataset.theme,
          hasTitle: /^.{3,40}$/.test(document.querySelector('h1')?.innerText ?? ''),
          broken: pictures.filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
          // Links between files that the site does not rewrite.
          files: [...document.querySelectorAll('main a')]
            .map((link) => link.getAttribute('href') ?? '')
            .filter((href) => /^\.|^[^:]*\.md/.test(href)),
        };
      });
      expect({ path, widths, ...found }).toEqual({
        ...{ path, widths: [1280, 390], theme: scheme, hasTitle: true, broken: [], files: [] },
      });
    }
  });
});
