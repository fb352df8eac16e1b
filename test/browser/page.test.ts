/** The page in Chromium. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, launch, openPage, serve } from '../helpers/browser.ts';
import { page as pageOf } from '../helpers/page.ts';
import { fixtures } from '../helpers/paths.ts';
import { buildSite } from '../helpers/site.ts';

if (executablePath === undefined) {
  console.warn('SKIPPED: Chromium or Chrome was not found. Set CHROME_PATH to its path.');
}

describe.skipIf(executablePath === undefined).each(['md', 'mdx'] as const)('.%s', (format) => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    const source = readFileSync(`${fixtures}/pages/seed/credits.yaml`, 'utf8');
    const name = `browser-${format}`;
    const out = buildSite(name, { [`credits.${format}`]: await pageOf(source, format) });
    const served = await serve(out);
    server = served.server;
    address = `${served.url}/${name}/credits/`;
    browser = await launch();
    page = await openPage(browser);
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(address);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test('has its title in the page and in the tab', async () => {
    expect(await page.$eval('h1', (heading) => heading.textContent?.trim())).toBe('Credits');
    expect(await page.title()).toBe('Credits | Example');
    expect(await page.$eval('meta[name=description]', (meta) => meta.getAttribute('content'))).toBe(
      'Acknowledgments and project credits',
    );
  });

  test('has a table of contents that leads to each section', async () => {
    const entries = await page.$$eval('starlight-toc a', (links) =>
      links.map((link) => [link.textContent?.trim(), new URL(link.href).hash]),
    );
    expect(entries[0]).toEqual(['Overview', '#_top']);
    expect(entries).toHaveLength(12);
    for (const [text, hash] of entries.slice(1)) {
      const heading = await page.$eval(`[id="${hash?.slice(1)}"]`, (found) => found.textContent);
      expect(heading).toBe(text);
    }
    await page.click('starlight-toc a[href="#core-technologies"]');
    await page.waitForFunction(() => window.scrollY > 100);
    expect(new URL(page.url()).hash).toBe('#core-technologies');
  });

  test('has a visible bold link for each credit', async () => {
    const links = await page.$$eval('.sl-markdown-content li strong > a', (found) =>
      found.map((link) => {
        const { width, height } = link.getBoundingClientRect();
        return { href: link.href, text: link.textContent, seen: width > 0 && height > 0 };
      }),
    );
    expect(links).toHaveLength(19);
    expect(links.every(({ seen }) => seen)).toBe(true);
    expect(links[0]).toMatchObject({ href: 'https://flake.parts/', text: 'flake-parts' });
  });

  test('fits a phone without horizontal scrolling', async () => {
    await page.setViewport({ width: 360, height: 740, isMobile: true });
    await page.goto(address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
    const right = await page.$$eval('.sl-markdown-content *', (all) =>
      Math.max(...all.map((element) => element.getBoundingClientRect().right)),
    );
    expect(right).toBeLessThanOrEqual(360);
  });
});
