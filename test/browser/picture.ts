/** Takes the screenshot in the README: `npm run picture`. */
import { readFileSync } from 'node:fs';
import { executablePath, launch, serve } from '../helpers/browser.ts';
import installDependencies from '../helpers/install-dependencies.ts';
import { page as pageOf } from '../helpers/page.ts';
import { root } from '../helpers/paths.ts';
import { buildSite } from '../helpers/site.ts';

if (executablePath === undefined) {
  throw new Error('Chromium or Chrome was not found. Set CHROME_PATH to its path.');
}
await installDependencies();
const source = readFileSync(`${root}/credits.yaml`, 'utf8');
const { url, server } = await serve(buildSite('about', { 'credits.md': await pageOf(source) }));
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1160, height: 640 });
  await page.goto(`${url}/about/credits/`);
  await page.screenshot({ path: `${root}/.github/credits-page.png` });
} finally {
  await browser.close();
  server.close();
}
