/** Takes screenshots of the example to look at: `npx tsx test/browser/screenshots.ts [folder]`. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, openPage, serve } from '../helpers/browser.ts';
import { exampleFiles } from '../helpers/example.ts';
import { build, siteOf } from '../helpers/site.ts';

const [folder = mkdtempSync(join(tmpdir(), 'credits-'))] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { url, server } = await serve(build(siteOf('screenshots', await exampleFiles('about'))));
const browser = await launch();
try {
  const page = await openPage(browser);
  for (const locale of ['', 'ar/']) {
    for (const layout of ['cards', 'gallery']) {
      for (const [device, width] of [['desktop', 1280] as const, ['phone', 390] as const]) {
        for (const scheme of ['light', 'dark']) {
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.goto(`${url}/${locale}about/${layout}/`, { waitUntil: 'networkidle0' });
          const name = `${locale.replace('/', '-')}${layout}-${device}-${scheme}.png`;
          const path = join(folder, name);
          await page.screenshot({ path: path as `${string}.png`, fullPage: true });
          console.log(path);
        }
      }
    }
  }
} finally {
  await browser.close();
  server.close();
}
