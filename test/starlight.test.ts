/** Pages on a real Starlight site. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Source } from './helpers/arbitraries.ts';
import { expectedContent } from './helpers/expected-content.ts';
import { page } from './helpers/page.ts';
import { fixtures } from './helpers/paths.ts';
import { png, svg } from './helpers/pictures.ts';
import { type Built, buildSite, builtPage } from './helpers/site.ts';
import { layoutsOf, sampleTexts, sourceOf } from './helpers/texts.ts';
import { fold, unsmart } from './helpers/visible-content.ts';

/** Their pages have no front matter, or need MDX. */
const others = ['views', 'github', 'github-gallery', 'cards'];

const cases = readdirSync(`${fixtures}/pages`).filter((name) => !others.includes(name));

const texts = sampleTexts(20);

/** All texts on a single page, as a text that is not escaped may affect the text after it. */
const textsPage: Source = {
  title: 'Texts',
  sections: texts.map((text) => ({
    title: text,
    credits: sourceOf(text).sections?.[0]?.credits ?? [],
  })),
};
const textsInLayouts = texts.map((text) => layoutsOf(text, ['names', 'table', 'cards']));

/** The pictures in the fixtures. */
const PICTURES = [
  ...['acme-dark.svg', 'acme-light.svg', 'ada.png', 'dark.png', 'light.png', 'logos/astro.svg'],
  ...['logos/be ta.png', 'logos/dark.png', 'logos/light.png', 'logos/work.svg', 'zoe.jpg'],
];

let out: string;

beforeAll(async () => {
  const pages: Record<string, string | Uint8Array> = {};
  for (const name of cases) {
    const source = readFileSync(`${fixtures}/pages/${name}/credits.yaml`, 'utf8');
    for (const format of ['md', 'mdx'] as const) {
      pages[`${format}/${name}.${format}`] = await page(source, format);
    }
  }
  for (const path of PICTURES) {
    const picture = path.endsWith('.svg') ? svg() : png();
    for (const format of ['md', 'mdx']) pages[`${format}/${path}`] = picture;
  }
  pages['mdx/cards.mdx'] = readFileSync(`${fixtures}/pages/cards/credits.mdx`, 'utf8');
  const textsYaml = JSON.stringify(textsPage);
  pages['md/texts.md'] = await page(textsYaml, 'md');
  pages['mdx/texts.mdx'] = await page(textsYaml, 'mdx');
  const sections = textsInLayouts.flatMap((source) => source.sections ?? []);
  pages['mdx/texts-in-layouts.mdx'] = await page(JSON.stringify({ title: 'x', sections }), 'mdx');
  out = buildSite('fixtures', pages);
});

const built = (name: string, format = 'md'): Built => builtPage(out, `fixtures/${format}/${name}`);

test.each(cases)('the page of %s has the same content in .md and .mdx', (name) => {
  const { tree: _, ...md } = built(name, 'md');
  const { tree: __, ...mdx } = built(name, 'mdx');
  expect(mdx).toEqual(md);
  expect(md.text).not.toBe('');
});

describe('the seed page', () => {
  test('shows each line that a browser showed of the original page, in that order', () => {
    const { title, text } = built('seed-rendered');
    const lines = readFileSync(`${fixtures}/seed-rendered.txt`, 'utf8').split('\n');
    expect(lines[0]).toBe(title);
    let from = 0;
    // A line is the text of a heading, or the label of its anchor and the next heading or item.
    for (const piece of lines
      .slice(1)
      .flatMap((line) => line.split(/(?<=^Section titled “[^”]*”)/))) {
      const shown = piece.replace(/^- /, '').trim();
      if (shown === '') continue;
      const at = text.indexOf(shown, from);
      expect(at, shown).toBeGreaterThanOrEqual(0);
      from = at + shown.length;
    }
  });

  test('has the headings of the original page, with their ids and levels', () => {
    expect(built('seed-rendered').headings.map(({ level, id }) => `${level} ${id}`)).toEqual([
      '2 primary-frameworks',
      '3 flake-parts',
      '3 import-tree',
      '3 deferred-module-composition-pattern-documentation',
      '3 clan',
      '3 stable-fallbacks',
      '2 reference-implementations',
      '3 deferred-module-composition-pattern-examples',
      '3 clan-references',
      '3 other-inspirations',
      '2 core-technologies',
    ]);
  });

  test('links every name', () => {
    const { links } = built('seed');
    expect(links).toHaveLength(19);
    expect(links[0]).toEqual({ href: 'https://flake.parts', text: 'flake-parts' });
    expect(links.at(-1)).toEqual({ href: 'https://terranix.org/', text: 'terranix' });
  });
});

test('every key of a credit is shown as in the source', () => {
  const { title, text, links, headings } = built('everything');
  expect(title).toBe('Credits: everything & more');
  for (const shown of [
    'by three by Victor Borja (@vic), Ada Lovelace (@ada) and zardOz (RIP)',
    'all at once v2.0 by Victor Borja (@vic) (MIT) - With emphasis, code and a link. (chat)',
    'nested - one level deep',
    'folded over two lines',
    'Thank you An aside, as Starlight has it.',
  ]) {
    expect(text).toContain(shown);
  }
  expect(links).toContainEqual({ href: 'https://example.com/?a=1&b=2#c', text: 'all at once' });
  expect(links).toContainEqual({ href: 'https://example.com/a(b)c', text: 'source' });
  expect(headings.map(({ level }) => level)).toEqual([2, 2, 2, 3, 2, 2]);
});

describe('cards', () => {
  const textsOf = (selector: string) =>
    selectAll(selector, built('cards', 'mdx').tree).map((found) => fold(toText(found)));

  test('show names and descriptions as in the source', () => {
    expect(textsOf('.card-grid .title')).toEqual([
      ...['flake-parts', 'R&D "at" <work>', 'nested', 'described'],
      ...['R&D "at" <work>', 'Two pictures', 'Zoë Müller', 'Nothing but a name'],
    ]);
    expect(textsOf('.sl-link-card .description')).toEqual([
      'by Robert Hensing (@roberth) and Hercules CI (@hercules-ci) · 1.10 · MIT The modular, composable, old flake framework, with a < b && c',
      'is it\'s "own" & "only" <b> description',
      'Apache-2.0',
      'no separator before this',
    ]);
    expect(textsOf('.card .body')).toEqual([
      'by Ada Lovelace (@ada) · 1.10 · MIT A description with a link, {braces} and a <tag> chat, source',
      ...['', '@zoe French', ''],
    ]);
  });

  test('are links or have links, in grids around texts', () => {
    const { links, tree } = built('cards', 'mdx');
    expect(selectAll('.card-grid', tree)).toHaveLength(4);
    expect(links.map(({ href }) => href)).toEqual([
      ...['https://flake.parts', 'https://example.com/?a=1&copy=2&lt;=3', '/nested'],
      ...['https://example.com/issues', 'https://example.com'],
      ...['https://example.com/?a=1&copy=2&lt;=3', 'https://example.com/ada'],
      ...['https://example.com', 'https://example.com/chat', 'https://example.com/source'],
    ]);
    expect(textsOf('.sl-link-card .description em')).toEqual(['modular']);
  });
});

test.each([
  ['gallery', 'md', '.credits-gallery', 6],
  ['gallery', 'mdx', '.credits-gallery', 6],
  ['images', 'md', 'td', 3],
  ['images', 'mdx', 'td', 3],
  ['cards', 'mdx', '.card', 3],
])('pictures of %s in .%s are lazy WebP files of their own size', (name, format, parent, count) => {
  const images = selectAll(`${parent} img`, built(name, format).tree);
  expect(images).toHaveLength(count);
  for (const { properties } of images) {
    const src = String(properties.src);
    if (src.startsWith('https:')) continue;
    expect(properties).toMatchObject({ loading: 'lazy', decoding: 'async', width: 8, height: 8 });
    expect(src).toMatch(/^\/_astro\/.*\.(?:webp|svg)$/);
    expect(existsSync(`${out}${src}`)).toBe(true);
  }
});

describe('the texts', () => {
  // The site has smart punctuation, which changes quotes, dashes and dots.
  const normalize = (text: string) => fold(unsmart(text));

  test.each(['md', 'mdx'])('are shown as they are (.%s)', (format) => {
    const { headings, text: shown } = built('texts', format);
    expect(headings.map(({ text }) => normalize(text))).toEqual(
      texts.map((text) => normalize(fold(text))),
    );
    const shownText = normalize(shown);
    let from = 0;
    for (const { kind, text } of expectedContent(textsPage).blocks) {
      if (kind !== 'li') continue;
      const at = shownText.indexOf(normalize(text), from);
      expect(at, text).toBeGreaterThanOrEqual(0);
      from = at;
    }
  });

  test('are shown as they are in each layout', () => {
    const { tree } = built('texts-in-layouts', 'mdx');
    const content = select('.sl-markdown-content', tree) as Element;
    const shown = selectAll('.title, .description, small, .body > p, td, th, :scope > p', content)
      .filter(({ tagName, children }) => tagName !== 'p' || children.length > 0)
      .map((element) => normalize(toText(element)));
    const expected = textsInLayouts.flatMap((source) => expectedContent(source).blocks);
    expect(shown).toEqual(expected.map(({ text }) => normalize(text)));
  });
});
