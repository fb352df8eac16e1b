/** Cards, galleries and pictures in Chromium. */
import type { Server } from 'node:http';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, launch, openPage, serve } from '../helpers/browser.ts';
import { exampleFiles } from '../helpers/example.ts';
import { build, siteOf } from '../helpers/site.ts';

const views = ['', 'ar/'].flatMap((locale) =>
  ['cards', 'gallery'].flatMap((layout) =>
    [1280, 390].flatMap((width) =>
      ['light', 'dark'].map((scheme) => ({ path: `${locale}about/${layout}/`, width, scheme })),
    ),
  ),
);

describe.skipIf(executablePath === undefined)('the example', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    const served = await serve(build(siteOf('example', await exampleFiles('about'))));
    ({ server, url } = served);
    browser = await launch();
    page = await openPage(browser);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const open = async ({ path, width, scheme }: (typeof views)[number]) => {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(`${url}/${path}`, { waitUntil: 'networkidle0' });
  };

  test.each(views)('$path fits $width pixels in $scheme', async (view) => {
    await open(view);
    const { width, wide, empty } = await page.evaluate(() => {
      const content = document.querySelector('.sl-markdown-content') as Element;
      const { left, right } = content.getBoundingClientRect();
      const isOutside = (element: Element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
      };
      // A table scrolls, and the link of a heading has invisible text.
      const all = [...content.querySelectorAll('.card-grid *, .credits-gallery *')];
      const cards = [
        ...content.querySelectorAll<HTMLElement>('.card, .sl-link-card, .credits-gallery li'),
      ];
      return {
        width: document.documentElement.scrollWidth,
        wide: all.filter(isOutside).map(({ outerHTML }) => outerHTML.slice(0, 200)),
        empty: cards.filter(({ innerText }) => innerText.trim() === '').length,
      };
    });
    expect({ width, wide, empty }).toEqual({ width: view.width, wide: [], empty: 0 });
  });

  test.each(views)('the text of $path is readable at $width pixels in $scheme', async (view) => {
    await open(view);
    const contrasts = await page.evaluate(() => {
      const canvas = document
        .createElement('canvas')
        .getContext('2d', { willReadFrequently: true });
      const luminanceOf = (color: string) => {
        if (!canvas) throw new Error('no canvas');
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
          const value = part / 255;
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const backgroundOf = (element: Element | null): string => {
        if (!element) return 'white';
        const { backgroundColor } = getComputedStyle(element);
        return /^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)
          ? backgroundOf(element.parentElement)
          : backgroundColor;
      };
      const selector = '.card-grid :is(a, small, p, span), .credits-gallery :is(li, a, strong), td';
      return [...document.querySelectorAll<HTMLElement>(selector)]
        .filter(({ innerText }) => innerText?.trim())
        .map((element) => {
          const [a, b] = [getComputedStyle(element).color, backgroundOf(element)].map(luminanceOf);
          const [dark = 0, light = 0] = [a ?? 0, b ?? 0].toSorted((x, y) => x - y);
          return { text: element.innerText, contrast: (light + 0.05) / (dark + 0.05) };
        });
    });
    expect(contrasts.length).toBeGreaterThan(10);
    expect(contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  });

  test.each(['cards', 'gallery'])(
    'pictures of %s are lazy WebP of their own size',
    async (layout) => {
      await open({ path: `about/${layout}/`, width: 1280, scheme: 'dark' });
      const images = await page.$$eval('.sl-markdown-content img', (all) =>
        all.map((image) => ({
          alt: image.alt,
          src: image.src,
          loading: image.loading,
          height: image.getBoundingClientRect().height,
          file: `${image.getAttribute('width')}×${image.getAttribute('height')}`,
        })),
      );
      expect(images.map(({ file }) => file)).toEqual([
        ...['240×80', '240×80', '1200×200', '192×192', '192×192', '192×192'],
        ...['1200×200', '240×80', '240×80', '192×192'],
      ]);
      for (const { file, height, loading, src } of images) {
        expect(loading).toBe('lazy');
        expect(src).toMatch(file === '240×80' ? /\.svg$/ : /\.webp$/);
        expect(height).toBeLessThanOrEqual(96);
      }
      const [light, dark] = images.filter(({ alt }) => alt === 'Acme');
      expect(light?.height).toBe(0);
      expect(dark?.height).toBeGreaterThan(0);
    },
  );

  test.each([
    ['cards', '.card small > a'],
    ['gallery', '.credits-gallery li > a[href$="/ada"]'],
  ])('a handle of %s starts with @ in a right-to-left page', async (layout, selector) => {
    await open({ path: `ar/about/${layout}/`, width: 390, scheme: 'light' });
    const [at = 0, letter = 0] = await page.$eval(selector, ({ firstChild }) =>
      [0, 1].map((index) => {
        const range = document.createRange();
        range.setStart(firstChild as Text, index);
        range.setEnd(firstChild as Text, index + 1);
        return range.getBoundingClientRect().left;
      }),
    );
    expect(at).toBeLessThan(letter);
  });

  test.each([
    ['cards', '.card .title a'],
    ['gallery', '.credits-gallery li > a'],
  ])('a link of %s shows that it has the focus', async (layout, selector) => {
    await open({ path: `about/${layout}/`, width: 1280, scheme: 'light' });
    await page.focus(selector);
    await page.keyboard.press('Tab');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    const outline = await page.$eval(selector, (link) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(link);
      return { outlineStyle, isFocused: document.activeElement === link, outlineWidth };
    });
    expect(outline).toMatchObject({ isFocused: true });
    expect(outline.outlineStyle).not.toBe('none');
    expect(Number.parseFloat(outline.outlineWidth)).toBeGreaterThan(0);
  });
});
