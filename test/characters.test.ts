/** Characters that a page cannot show, and characters that it shows everywhere. */
import { describe, expect, test } from 'vitest';
import type { Format } from '../src/index.ts';
import { diagnose } from './helpers/cli.ts';
import { page } from './helpers/page.ts';
import { type Engine, render } from './helpers/render.ts';
import { visibleContent } from './helpers/visible-content.ts';

/** A source with a text in each place that shows one. */
const places = (text: string) => ({
  title: `title: ${text}`,
  description: `title: x\ndescription: ${text}`,
  notice: `title: x\nnotice: ${text}`,
  intro: `title: x\nintro: ${text}`,
  name: `title: x\ncredits: [{ name: ${text} }]`,
  by: `title: x\ncredits: [{ name: a, by: [${text}] }]`,
  handle: `title: x\ncredits: [{ name: a, by: { name: b, handle: ${text} } }]`,
  version: `title: x\ncredits: [{ name: a, version: ${text} }]`,
  label: `title: x\ncredits: [{ name: a, links: [{ label: ${text}, url: / }] }]`,
  url: `title: x\ncredits: [{ name: a, url: ${text} }]`,
  separator: `title: x\nstyle: { separator: ${text} }`,
  heading: `title: x\nstyle: { labels: { name: ${text} } }`,
  string: `title: x\ncredits: [${text}]`,
  frontmatter: `title: x\nfrontmatter: { own: [${text}] }`,
});

const noncharacters = [
  ...Array.from({ length: 32 }, (_, index) => 0xfdd0 + index),
  ...Array.from({ length: 17 }, (_, plane) => [0xfffe, 0xffff].map((end) => plane * 0x10000 + end)),
].flat();

test('there are 66 noncharacters', () => {
  expect(noncharacters).toHaveLength(66);
  for (const code of noncharacters) {
    expect(String.fromCodePoint(code)).toMatch(/^\p{Noncharacter_Code_Point}$/u);
  }
});

test('each of them is an error', async () => {
  const credits = noncharacters.map((code) => `  - "${String.fromCodePoint(code)}a"\n`);
  const { all } = await diagnose(`title: x\ncredits:\n${credits.join('')}`);
  expect(all.map(({ message }) => message)).toEqual(
    noncharacters.map(
      (code) => `this text contains U+${code.toString(16).toUpperCase()}, a noncharacter`,
    ),
  );
});

describe.each(Object.keys(places('')) as (keyof ReturnType<typeof places>)[])('in %s', (place) => {
  test('a noncharacter is an error, written and escaped', async () => {
    for (const text of ['"**a**\ufffeb"', '"a\\uFDD0"']) {
      const { all } = await diagnose(places(text)[place]);
      const others = all.filter(({ code }) => code !== 'text-markdown');
      expect(others).toMatchObject([{ code: 'text-control' }]);
    }
  });

  test('an isolate that is not closed is an error', async () => {
    for (const text of ['"\\u2067a"', '"a\\u2069"', '"\\u2066\\u2068a\\u2069"']) {
      const { all } = await diagnose(places(text)[place]);
      const [{ code, message } = { code: '', message: '' }] = all;
      expect(code).toBe('text-control');
      expect(message).toContain('unbalanced directional isolate');
    }
  });

  test('closed isolates are not reported', async () => {
    const { all } = await diagnose(places('"\\u2068דוד\\u2069"')[place]);
    expect(all).toEqual([]);
  });
});

test.each(['\\u2067a\\n\\nb\\u2069', '- \\u2067a\\n- b\\u2069', '> \\u2068a\\n\\n\\u2069'])(
  'an isolate is closed in its own paragraph, unlike in %j',
  async (intro) => {
    expect((await diagnose(`title: x\nintro: "${intro}"\n`)).places).toEqual(['2:8 text-control']);
  },
);

test('a URL of white space is empty, although only ASCII white space is trimmed', async () => {
  const url = (written: string) => `title: x\ncredits: [{ name: a, url: "${written}" }]\n`;
  expect((await diagnose(url('\u3000\u2028'))).places).toEqual(['2:27 text-empty']);
  expect(await page(url(' /a\\t'))).toContain('(/a)');
  expect(await page(url('/a\u3000 '))).toContain('(/a%E3%80%80)');
});

test('a reference to a control that overrides the direction is an error', async () => {
  const { places: found } = await diagnose('title: x\nintro: a &#x202E;b\n');
  expect(found).toEqual(['2:8 text-control']);
});

describe.each<Format>(['md', 'mdx'])('in .%s', (format) => {
  test.each<Engine>(['satteri', 'micromark'])('%s shows closed isolates', async (engine) => {
    const name = '\u2067דוד (א)\u2069';
    const text = await page(`title: x\ncredits: [{ name: ${name}, by: b }]\n`, format);
    const [block] = visibleContent(await render(text, format, engine)).blocks;
    expect(block?.text).toBe(`${name} by b`);
  });
});
