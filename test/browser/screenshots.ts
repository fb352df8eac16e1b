/**
 * Takes screenshots of the example and of the documentation to look at:
 * `npx tsx test/browser/screenshots.ts [folder]`.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, openPage, serve } from '../helpers/browser.ts';
import { buildDocumentation } from '../helpers/build-documentation.ts';
import { exampleFiles } from '../helpers/example.ts';
import { build, siteOf } from '../helpers/site.ts';

const [folder = mkdtempSync(join(tmpdir(), 'credits-'))] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const paths = {
  example: ['', 'ar/'].flatMap((locale) =>
    ['cards', 'gallery'].map((layout) => `${locale}about/${layout}/`),
  ),
  docs: [
    '',
    'start/new/',
    'layouts/',
    'lint/',
    'diagnostics/',
    'diagnostics/url-scheme/',
    'credits/',
  ],
};
const sites = {
  example: await serve(build(siteOf('screenshots', await exampleFiles('about')))),
  docs: await serve(await buildDocumentation()),
};
const browser = await launch();
try {
  const page = await openPage(browser);
  for (const site of ['example', 'docs'] as const) {
    for (const path of paths[site]) {
      for (const [device, width] of [['desktop', 1280] as const, ['phone', 390] as const]) {
        for (const scheme of ['light', 'dark']) {
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.goto(`${sites[site].url}/${path}`, { waitUntil: 'networkidle0' });
          const name = `${site}-${path.replaceAll('/', '-')}${device}-${scheme}.png`;
          const file = join(folder, name);
          await page.screenshot({ path: file as `${string}.png`, fullPage: true });
          console.log(file);
        }
      }
    }
  }
} finally {
  await browser.close();
  for (const { server } of Object.values(sites)) server.close();
}
