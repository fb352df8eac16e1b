/** Whatever the text, a page that was built with it comes back by import byte for byte. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importPage } from '../src/import/index.ts';
import { page } from './helpers/page.ts';
import { fixtures } from './helpers/paths.ts';
import { numRuns } from './helpers/runs.ts';

/** Texts of which each means something to one parser or another. */
const all = JSON.parse(readFileSync(`${fixtures}/texts.json`, 'utf8')) as string[];

const places: Record<string, (text: string) => object> = {
  names: (name) => ({ credits: [{ name }] }),
  'names of links': (name) => ({ credits: [{ name, url: 'u', description: 'A *parser*.' }] }),
  people: (name) => ({ credits: [{ name: 'A', by: { name } }] }),
  handles: (handle) => ({ credits: [{ name: 'A', by: { name: 'B', handle } }] }),
  versions: (version) => ({ credits: [{ name: 'A', version }] }),
  licences: (license) => ({ credits: [{ name: 'A', license }] }),
  labels: (label) => ({ credits: [{ name: 'A', links: [{ label, url: 'u' }] }] }),
  cells: (text) => ({
    style: { layout: 'table' },
    credits: [{ name: text, by: { name: text }, version: text, license: text }],
  }),
  'a row of names': (name) => ({ style: { layout: 'names' }, credits: [{ name }, { name: 'B' }] }),
  titles: (title) => ({ sections: [{ title, credits: ['x'] }] }),
  'a notice': (notice) => ({ notice, credits: ['x'] }),
};

/** Some of them, but all where there is time for many cases. */
const texts = all.filter((_, index) => index % Math.ceil(1000 / numRuns) === 0);

describe.each(['md', 'mdx'] as const)('any text on a page that was built as .%s', (format) => {
  test.each(Object.entries(places))('among %s', async (_, sourceOf) => {
    for (const text of texts) {
      const built = await page(JSON.stringify({ title: 'T', ...sourceOf(text) }), format);
      const options = { output: `page.${format}`, format, source: 'credits.yaml' };
      expect(importPage(built, options).proof, built).toBe('bytes');
    }
  });
});
