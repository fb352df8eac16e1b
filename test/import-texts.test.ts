/** Imports pages that contain unusual text, which must be reproduced byte for byte. */
import { describe, expect, test } from 'vitest';
import { importPage } from '../src/import/index.ts';
import { page } from './helpers/page.ts';
import { sampleTexts } from './helpers/texts.ts';

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

describe.each(['md', 'mdx'] as const)('an .%s page is reproduced with each text', (format) => {
  test.each(Object.entries(places))('as %s', async (_, sourceOf) => {
    for (const text of sampleTexts(40)) {
      const built = await page(JSON.stringify({ title: 'T', ...sourceOf(text) }), format);
      const options = { output: `page.${format}`, format, source: 'credits.yaml' };
      expect(importPage(built, options).fidelity, built).toBe('identical');
    }
  });
});
