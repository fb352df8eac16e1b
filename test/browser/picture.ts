/** Takes the screenshots in the README and of the layouts in the documentation: `npm run picture`. */
import { executablePath, launch, serve } from '../helpers/browser.ts';
import { pageAt } from '../helpers/documentation.ts';
import { styledSite } from '../helpers/example.ts';
import installDependencies from '../helpers/install-dependencies.ts';
import { page as pageOf } from '../helpers/page.ts';
import { root } from '../helpers/paths.ts';
import { face, sign } from '../helpers/pictures.ts';
import { build, siteOf } from '../helpers/site.ts';

const source = `title: Credits
frontmatter: { tableOfContents: false }
sections:
  - title: Sponsors
    style: { layout: gallery }
    credits:
      - { name: Northwind, url: https://northwind.example, image: northwind.png, description: Hosting }
      - { name: Larkspur, url: https://larkspur.example, image: larkspur.png, description: Continuous integration }
      - { name: Halcyon, url: https://halcyon.example, image: halcyon.png, description: Design of the logo }
      - { name: Tidewater, url: https://tidewater.example, image: tidewater.png }
  - title: Contributors
    style: { layout: gallery, size: 72 }
    credits:
      - { person: { name: Amina Diallo, handle: amina, url: https://amina.example, image: amina.png } }
      - { person: { name: Jonas Berg, handle: jberg, url: https://jonas.example, image: jonas.png } }
      - { person: { name: Mei Lin, handle: meilin, url: https://meilin.example, image: mei.png } }
      - { person: { name: Rafael Costa, handle: rafa, url: https://rafael.example, image: rafael.png } }
  - title: Crates
    style: { layout: cards }
    credits:
      - name: serde
        url: https://serde.rs
        by: [Erick Tryzelaar, David Tolnay]
        license: MIT OR Apache-2.0
        description: Serialization of data structures
      - name: tokio
        url: https://tokio.rs
        by: the Tokio contributors
        license: MIT
        description: An _asynchronous_ runtime
  - title: Translators
    style: { layout: cards }
    credits:
      - { person: Zofia Nowak, description: Polish }
      - { person: Hugo Martin, description: French }
`;

const pictures = {
  'northwind.png': sign([29, 78, 137], (x, y) => Math.abs(x) + Math.abs(y) < 60 && x * y < 0),
  'larkspur.png': sign([124, 58, 160], (x, y) => {
    const [radius, angle] = [Math.hypot(x, y), Math.atan2(y, x)];
    return radius < 36 + 24 * Math.cos(5 * angle + Math.PI / 2) && radius > 12;
  }),
  'halcyon.png': sign([232, 134, 52], (x, y) => {
    const radius = Math.hypot(x, y + 8);
    return (
      (radius < 56 && y < 0) ||
      (y > 10 && y < 22 && Math.abs(x) < 56) ||
      (y > 34 && y < 46 && Math.abs(x) < 36)
    );
  }),
  'tidewater.png': sign([16, 128, 120], (x, y) =>
    [-30, 0, 30].some((at) => Math.abs(y - at - 9 * Math.sin(x / 12)) < 7 && Math.abs(x) < 60),
  ),
  'amina.png': face([246, 200, 130], [40, 30, 30], [120, 60, 110]),
  'jonas.png': face([160, 210, 190], [196, 140, 70], [50, 90, 120]),
  'mei.png': face([240, 170, 170], [30, 30, 40], [60, 60, 90]),
  'rafael.png': face([170, 190, 235], [90, 55, 35], [40, 100, 70]),
};

if (executablePath === undefined) {
  throw new Error('Chromium or Chrome was not found. Set CHROME_PATH to its path.');
}
await installDependencies();
const layouts = await Promise.all(
  pageAt('layouts')
    .blocks.filter(({ picture }) => picture)
    .map(async ({ picture = '', code }) => ({
      picture,
      mdx: await pageOf(`title: x\nfrontmatter: { tableOfContents: false }\n${code}`, 'mdx'),
    })),
);
const files = {
  'credits.mdx': await pageOf(source, 'mdx'),
  ...pictures,
  ...Object.fromEntries(layouts.map(({ picture, mdx }) => [`${picture}.mdx`, mdx])),
  'faces/amina.png': pictures['amina.png'],
  'faces/jonas.png': pictures['jonas.png'],
  'faces/mei.png': pictures['mei.png'],
};
const site = siteOf('picture', {
  ...styledSite(),
  ...Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`src/content/docs/${path}`, content]),
  ),
});
const { url, server } = await serve(build(site));
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 1200 });
  await page.goto(`${url}/credits/`, { waitUntil: 'networkidle0' });
  // Readers see these icons when they point at a heading.
  await page.addStyleTag({ content: '.sl-anchor-link { opacity: 0 }' });
  await page.screenshot({ path: `${root}/.github/credits-page.png` });
  await page.setViewport({ width: 840, height: 800, deviceScaleFactor: 1.5 });
  for (const { picture } of layouts) {
    await page.goto(`${url}/${picture}/`, { waitUntil: 'networkidle0' });
    await page.addStyleTag({ content: '.sl-markdown-content { padding: 1rem }' });
    const content = await page.$('.sl-markdown-content');
    await content?.screenshot({ path: `${root}/docs/src/assets/${picture}.png` });
  }
} finally {
  await browser.close();
  server.close();
}
