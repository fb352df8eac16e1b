/** The pages as a real Starlight site shows them. */
import { readdirSync, readFileSync } from 'node:fs';
import { selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from './helpers/page.ts';
import { fixtures } from './helpers/paths.ts';
import { fold } from './helpers/reader.ts';
import { type Built, buildSite, builtPage } from './helpers/site.ts';

/**
 * Starlight takes no page without front matter, as that of `views` is, and `cards` are no
 * Markdown.
 */
const cases = readdirSync(`${fixtures}/pages`).filter(
  (name) => name !== 'views' && name !== 'cards',
);

let out: string;

beforeAll(async () => {
  const pages: Record<string, string> = {};
  for (const name of cases) {
    const source = readFileSync(`${fixtures}/pages/${name}/credits.yaml`, 'utf8');
    for (const format of ['md', 'mdx'] as const) {
      pages[`${format}/${name}.${format}`] = await page(source, format);
    }
  }
  pages['mdx/cards.mdx'] = readFileSync(`${fixtures}/pages/cards/credits.mdx`, 'utf8');
  out = buildSite('fixtures', pages);
});

const built = (name: string, format = 'md'): Built => builtPage(out, `fixtures/${format}/${name}`);

describe.each(cases)('%s', (name) => {
  test('shows the same in .md and in .mdx', () => {
    const { tree: _, ...md } = built(name, 'md');
    const { tree: __, ...mdx } = built(name, 'mdx');
    expect(mdx).toEqual(md);
    expect(md.text).not.toBe('');
  });
});

describe('the page that started it all', () => {
  test('shows each line of what was read in a browser, in that order', () => {
    const { title, text } = built('seed-rendered');
    const lines = readFileSync(`${fixtures}/seed-rendered.txt`, 'utf8').split('\n');
    expect(lines[0]).toBe(title);
    let from = 0;
    // A line is a heading's text, or its anchor's label with the next heading or item behind it.
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

  test('has the heading that the text had lost, and the ids and levels of Starlight', () => {
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

  test('links each name', () => {
    const { links } = built('seed');
    expect(links).toHaveLength(19);
    expect(links[0]).toEqual({ href: 'https://flake.parts', text: 'flake-parts' });
    expect(links.at(-1)).toEqual({ href: 'https://terranix.org/', text: 'terranix' });
  });
});

describe('every key of a credit', () => {
  test('is shown as the source says', () => {
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
});

describe('cards', () => {
  const textsOf = (selector: string) =>
    selectAll(selector, built('cards', 'mdx').tree).map((found) => fold(toText(found)));

  test('show names and descriptions as the source says', () => {
    expect(textsOf('.card-grid .title')).toEqual([
      ...['flake-parts', 'R&D "at" <work>', 'nested', 'Without a link', 'Nothing but a name'],
      'described',
    ]);
    expect(textsOf('.sl-link-card .description')).toEqual([
      '1.10 by Robert Hensing (@roberth) and Hercules CI (@hercules-ci) (MIT) - The modular, composable, old flake framework, with a < b && c',
      'is it\'s "own" & "only" <b> description',
      'no separator before this',
    ]);
    expect(textsOf('.card .body')).toEqual([
      'by Ada Lovelace (@ada) - A description with a link, {braces} and a <tag> (chat)',
      '',
    ]);
  });

  test('stand in two grids around what is text, and are links', () => {
    const { links, tree } = built('cards', 'mdx');
    expect(selectAll('.card-grid', tree)).toHaveLength(2);
    expect(links.map(({ href }) => href)).toEqual([
      ...['https://flake.parts', 'https://example.com/?a=1&copy=2&lt;=3', '/nested'],
      ...['https://example.com/ada', 'https://example.com', 'https://example.com/chat'],
      ...['https://example.com/issues', 'https://example.com'],
    ]);
    expect(textsOf('.sl-link-card .description em')).toEqual(['modular']);
  });
});
