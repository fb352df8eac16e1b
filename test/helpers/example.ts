/** A site with pictures, crates and people, of which the browser tests look at the pages. */
import { readFileSync } from 'node:fs';
import { page } from './page.ts';
import { root } from './paths.ts';
import { face, logo, png } from './pictures.ts';

/** The sections of the example, with the layout of those with pictures. */
function source(layout: 'cards' | 'gallery'): string {
  return `title: Credits
description: Everybody who made this site
handles: github
style: { layout: ${layout} }
sections:
  - title: Sponsors
    credits:
      - name: Acme Corporation
        url: https://acme.example
        image: { light: acme-light.svg, dark: acme-dark.svg, alt: Acme }
        description: Servers in _three_ regions
      - name: Globex
        url: https://globex.example
        image: wide.png
        description: Continuous integration, and a name that is written in a wide picture
      - name: Initech
        url: https://initech.example
        description: Lunch
      - name: A_sponsor_with_a_name_without_a_single_space_that_is_longer_than_a_phone_is_wide
        url: https://example.com
  - title: Contributors
    credits:
      - { person: { name: Ada Lovelace, handle: ada, image: faces/ada.png }, description: "The first *program*" }
      - { person: { name: Grace Hopper, handle: grace, url: https://grace.example, image: faces/grace.png } }
      - { person: { name: 山田 太郎, handle: taro, image: faces/taro.png }, description: Japanese }
      - { person: Zoë Müller }
  - title: Crates
    style: { layout: cards }
    credits:
      - { name: serde, url: "https://serde.rs", version: 1.0.219, license: MIT OR Apache-2.0, by: David Tolnay, description: "Serialization for _structs_" }
      - { name: tokio, url: "https://tokio.rs", license: MIT }
      - { name: ring, url: "https://crates.io/crates/ring", license: Apache-2.0 AND ISC, description: Cryptography }
  - title: Translators
    style: { layout: cards }
    credits:
      - { name: Maria Silva, description: Português }
      - { name: Jan de Vries, description: Nederlands, links: [{ label: website, url: https://jan.example }] }
      - name: Kim
  - title: Tools
    style: { layout: table }
    credits:
      - { name: Acme CI, url: https://acme.example, image: wide.png, license: MIT, by: "Ada Lovelace (@ada)", description: Runs everything }
      - { name: Editor, url: https://editor.example, image: { light: acme-light.svg, dark: acme-dark.svg }, license: GPL-3.0-or-later }
      - { name: Face, image: faces/ada.png, license: ISC }
`;
}

/** Returns the configuration of a site with the style sheet. */
export function styledSite(): Record<string, string | Uint8Array> {
  return { 'src/gallery.css': readFileSync(`${root}/gallery.css`), 'astro.config.mjs': CONFIG };
}

/** Returns the files of the site: its pages below the folder `name`, their pictures and the style sheet. */
export async function exampleFiles(name: string): Promise<Record<string, string | Uint8Array>> {
  const pictures = {
    'acme-light.svg': logo('#1d3557'),
    'acme-dark.svg': logo('#f1faee'),
    'wide.png': png(1200, 200, [200, 80, 60]),
    'faces/ada.png': face([240, 180, 120]),
    'faces/grace.png': face([120, 200, 160]),
    'faces/taro.png': face([140, 160, 230]),
  };
  const pages = {
    'cards.mdx': await page(source('cards'), 'mdx'),
    'gallery.mdx': await page(source('gallery'), 'mdx'),
  };
  const files = Object.entries({ ...pages, ...pictures });
  return {
    ...styledSite(),
    ...Object.fromEntries(
      ['', 'ar/'].flatMap((locale) =>
        files.map(([path, content]) => [`src/content/docs/${locale}${name}/${path}`, content]),
      ),
    ),
  };
}

const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  telemetry: false,
  integrations: [
    starlight({
      title: 'Example',
      pagefind: false,
      customCss: ['./src/gallery.css'],
      defaultLocale: 'root',
      locales: { root: { label: 'English', lang: 'en' }, ar: { label: 'العربية', dir: 'rtl' } },
    }),
  ],
});
`;
