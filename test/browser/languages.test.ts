/** The plugin in a site in several languages: a monorepo, a custom `srcDir` and links to edit pages. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, launch, openPage, serve } from '../helpers/browser.ts';
import { site as base } from '../helpers/paths.ts';
import { type PluginSite, pluginSite } from '../helpers/plugin-site.ts';

const SITE = 'packages/docs';
const BASE_URL = 'https://github.com/o/r/edit/main';
const [HEBREW, ARABIC] = ['דוד', 'سارة'];

const config = `
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightCredits from 'starlight-credits/starlight';
export default defineConfig({
  telemetry: false,
  srcDir: 'app',
  integrations: [starlight({
    title: 'My docs',
    pagefind: false,
    editLink: { baseUrl: '${BASE_URL}/${SITE}' },
    locales: {
      root: { label: 'English', lang: 'en' },
      'zh-cn': { label: '简体中文', lang: 'zh-CN' },
      ar: { label: 'العربية', lang: 'ar', dir: 'rtl' },
      fr: { label: 'Français', lang: 'fr' },
    },
    sidebar: ['index', 'credits'],
    plugins: [starlightCredits()],
  })],
});
`;

const source = `
title: { en: Credits, zh-CN: 致谢, ar: شكر وتقدير }
languages: [en, zh-CN, ar]
style:
  by: { en: by, zh-CN: 作者, ar: من }
  and: { en: and, zh-CN: 和, ar: و }
credits:
  - name: Engine
    by: [${HEBREW}, ${ARABIC}, Ada]
    description: { en: The engine, zh-CN: 引擎, ar: المحرك }
    links:
      - { label: ${HEBREW}1, url: /a }
      - { label: ${ARABIC}2, url: /b }
  - name: ${HEBREW}3
    version: 1.10
`;

let site: PluginSite;
let top: string;
let output: string;

beforeAll(async () => {
  site = pluginSite(`languages/${SITE}`, {
    'astro.config.mjs': config,
    'app/content.config.mjs': readFileSync(`${base}/src/content.config.mjs`, 'utf8'),
    'app/content/docs/index.md': '---\ntitle: Home\n---\n',
    '../../credits.yaml': source,
    '../../.git/HEAD': '',
  });
  top = join(site.path, '../..');
  const built = await site.astro('build');
  expect(built.code, built.output).toBe(0);
  output = built.output;
});
afterAll(() => {
  site?.remove();
  rmSync(top, { recursive: true, force: true });
});

/** Reads a page of the built site. */
function pageAt(path: string) {
  const tree = fromHtml(site.read(`dist/${path}index.html`));
  const text = (selector: string) => toText(select(selector, tree) as Element);
  const main = select('main', tree)?.properties;
  const edits = selectAll('a', tree).map(({ properties }) => String(properties.href));
  return {
    title: text('h1'),
    lang: main?.lang,
    dir: main?.dir,
    inSidebar: text(`.sidebar-content a[href="/${path}"]`).trim(),
    edit: edits.filter((href) => href.startsWith(BASE_URL)),
  };
}

test('a page is written for each language, and logged in one line', () => {
  const paths = ['', 'zh-cn/', 'ar/'].map((folder) => `app/content/docs/${folder}credits.md`);
  for (const path of paths) expect(existsSync(join(site.path, path))).toBe(true);
  expect(output).toContain(
    `[starlight-credits] ${paths.map((path) => `created ${path}`).join(', ')}\n`,
  );
  expect(output.match(/\[starlight-credits\]/g)).toHaveLength(1);
});

test.each([
  ['credits/', 'Credits', 'en', 'ltr'],
  ['zh-cn/credits/', '致谢', 'zh-CN', 'ltr'],
  ['ar/credits/', 'شكر وتقدير', 'ar', 'rtl'],
  // A fallback page is in the default language.
  ['fr/credits/', 'Credits', 'en', 'ltr'],
])('the page at %s is in its language, and its source can be edited', (path, title, lang, dir) => {
  const edit = [`${BASE_URL}/credits.yaml`];
  expect(pageAt(path)).toEqual({ title, lang, dir, inSidebar: title, edit });
});

test('the edit links of other pages lead to these pages', () => {
  expect(pageAt('zh-cn/').edit).toEqual([`${BASE_URL}/${SITE}/app/content/docs/index.md`]);
});

/** The texts of each credit, in the order of the source. */
const LINES = [
  ['Engine', HEBREW, ARABIC, 'Ada', `${HEBREW}1`, `${ARABIC}2`],
  [`${HEBREW}3`, '1.10'],
];

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let served: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;

  beforeAll(async () => {
    served = await serve(join(site.path, 'dist'));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    served?.server.close();
  });

  test.each([
    ['credits/', 1],
    ['zh-cn/credits/', 1],
    ['ar/credits/', -1],
  ])('names and labels of %s are in the order of the source', async (path, direction) => {
    const page = await openPage(browser);
    await page.goto(`${served.url}/${path}`);
    const lines = await page.evaluate((texts) => {
      const items = [...document.querySelectorAll('.sl-markdown-content li')];
      return items.map((item, index) => {
        const found = new Map<string, number>();
        const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const text of texts[index] ?? []) {
            const at = node.textContent?.indexOf(text) ?? -1;
            if (at < 0 || found.has(text)) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + text.length);
            found.set(text, range.getBoundingClientRect().left);
          }
        }
        return [...found].sort(([, a], [, b]) => a - b).map(([text]) => text);
      });
    }, LINES);
    expect(lines).toEqual(LINES.map((line) => (direction > 0 ? line : line.toReversed())));
  });
});
