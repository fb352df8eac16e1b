/** The sources of `npm run bench`. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ESCAPE_EVERY, HUGE, LARGE, source, TENTH_OF_HUGE } from './bench/sources.ts';
import { diagnose } from './helpers/cli.ts';
import { pageAt } from './helpers/documentation.ts';
import { page } from './helpers/page.ts';
import { isSlow } from './helpers/test-size.ts';

test.each([LARGE, TENTH_OF_HUGE, ...(isSlow ? [HUGE] : [])])(
  'a source of $credits credits has the stated size',
  (size) => {
    const text = source(size);
    expect(text.match(/^ *- name: /gm)).toHaveLength(size.credits);
    expect(Math.abs(Buffer.byteLength(text) / size.bytes - 1)).toBeLessThan(0.01);
  },
);

test('a source is reproducible and valid', async () => {
  const text = source(LARGE);
  expect(source(LARGE)).toBe(text);
  const { all } = await diagnose(text);
  // Some names have markup, which has to be escaped.
  expect(all.filter(({ code }) => code !== 'text-markdown')).toEqual([]);
});

test('one name in ten needs an escape', async () => {
  const text = source(LARGE);
  interface Section {
    credits?: { name: string }[];
    sections?: Section[];
  }
  const namesOf = ({ credits = [], sections = [] }: Section): string[] => [
    ...credits.map(({ name }) => name),
    ...sections.flatMap(namesOf),
  ];
  const names = namesOf(parse(text));
  const written = [...(await page(text)).matchAll(/^- \*\*\[(.*?)\]\(http/gm)].map(
    ([, name]) => name,
  );
  expect(written).toHaveLength(LARGE.credits);
  const escaped = written.filter((name, index) => name !== names[index]);
  expect(ESCAPE_EVERY).toBe(10);
  expect(escaped).toHaveLength(Math.floor(LARGE.credits / ESCAPE_EVERY));
});

test('the documentation names the benchmark and has a place for its table', () => {
  const { text } = pageAt('performance');
  expect(text).toContain('\nnpm ci && npm run bench\n');
  expect(text).toMatch(/<!-- npm run bench -->\n.*<!-- \/npm run bench -->\n/s);
});
