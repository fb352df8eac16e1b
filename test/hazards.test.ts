/**
 * Texts and URLs that are markup for some parser. `test/property.test.ts` tests random combinations of
 * these.
 */
import prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import type { Format } from '../src/index.ts';
import { hrefOf } from './helpers/arbitraries.ts';
import { expectedContent } from './helpers/expected-content.ts';
import { page } from './helpers/page.ts';
import { render } from './helpers/render.ts';
import { isSlow } from './helpers/test-size.ts';
import { layoutsOf, sampleTexts, sourceOf } from './helpers/texts.ts';
import { visibleContent } from './helpers/visible-content.ts';

const texts = sampleTexts(20);

const allUrls = [
  ...[
    'https://e.co',
    'http://e.co/a_b_c',
    'https://e.co/*a*',
    'https://e.co/(a)',
    'https://e.co/(a',
  ],
  ...[
    'https://e.co/a)',
    'https://e.co/a b',
    "https://e.co/a'b",
    'https://e.co/a"b',
    'https://e.co/<a>',
  ],
  ...[
    'https://e.co/[a]',
    'https://e.co/{a}',
    'https://e.co/a\\b',
    'https://e.co/a|b',
    'https://e.co/^a`',
  ],
  ...[
    'https://e.co/?a=1&b=2',
    'https://e.co/&amp;',
    'https://e.co/&copy;',
    'https://e.co/%20',
    'https://e.co/%',
  ],
  ...[
    'https://e.co/é',
    'https://é.co/',
    'https://日本.jp/日本',
    'https://e.co/👍',
    'https://xn--9ca.co',
  ],
  ...[
    'https://e.co:8080/a:b[c]',
    'https://e.co/:b{c}',
    'https://e.co/a;b,c',
    'https://e.co/#a',
    '#a',
    '?a',
  ],
  ...[
    '/a',
    './a',
    '../a',
    '//e.co/a',
    'mailto:a@b.co',
    'mailto:a@b.co?subject=a b',
    'MAILTO:a@b.co',
    'HTTPS://E.CO',
  ],
  ...[
    'https://e.co/$a$',
    'https://e.co/a~b~',
    'https://e.co/--',
    'https://e.co/...',
    'https://u:p@e.co/',
  ],
  ...[
    'https://[::1]/',
    'HTTP://[::FFFF:1.2.3.4]:3000/a[b]?c=1&copy#d',
    '//[::1]',
    'https://[v1.a]/',
  ],
  ...['https://e.co/\u2028', 'https://e.co/\u3000', 'https://e.co/\u00a0a', 'https://e.co/\u200b'],
];
const urls = allUrls.filter((_, index) => isSlow || index % 3 === 0);

const pages = new Map<string, Promise<string>>();

/** Builds the page of a source once for all tests. */
function pageOf(source: object, format: Format): Promise<string> {
  const yaml = JSON.stringify(source);
  const key = `${format} ${yaml}`;
  const built = pages.get(key) ?? page(yaml, format);
  pages.set(key, built);
  return built;
}

const shownOf = ({ blocks }: { blocks: { kind: string; text: string }[] }) =>
  blocks.map(({ kind, text }) => `${kind} ${text}`);

describe.each(['satteri', 'micromark'] as const)('is shown unchanged by %s', (engine) => {
  describe.each(['md', 'mdx'] as const)('in .%s', (format) => {
    test.each(texts)('%j', async (text) => {
      const source = sourceOf(text);
      const seen = visibleContent(await render(await pageOf(source, format), format, engine));
      expect(shownOf(seen)).toEqual(shownOf(expectedContent(source)));
      const elements = ['a', 'h2', 'li', 'p', 'strong', 'ul'];
      expect(seen.elements.filter((name) => !elements.includes(name))).toEqual([]);
    });

    test.each(texts)('%j in each layout', async (text) => {
      const source = layoutsOf(text, [
        ...(['names', 'table'] as const),
        ...(format === 'mdx' ? (['cards'] as const) : []),
      ]);
      const seen = visibleContent(await render(await pageOf(source, format), format, engine));
      expect(shownOf(seen)).toEqual(shownOf(expectedContent(source)));
      const elements = [
        'a',
        'p',
        'small',
        'strong',
        'span',
        'table',
        'tbody',
        'td',
        'th',
        'thead',
        'tr',
      ];
      expect(seen.elements.filter((name) => !elements.includes(name))).toEqual([]);
    });

    test.each(urls)('%s', async (url) => {
      const source = { title: 'x', credits: [{ name: 'n', url }] };
      const seen = visibleContent(await render(await pageOf(source, format), format, engine));
      expect(seen.links).toEqual([{ href: hrefOf(url), text: 'n' }]);
    });

    test.each(urls)('%s in each layout', async (url) => {
      const layouts = ['names', 'table', ...(format === 'mdx' ? ['cards'] : [])];
      const sections = layouts.map((layout) => ({
        style: { layout },
        credits: [{ name: 'n', url }],
      }));
      const source = { title: 'x', sections };
      const { links } = visibleContent(await render(await pageOf(source, format), format, engine));
      expect(links).toEqual(layouts.map(() => ({ href: hrefOf(url), text: 'n' })));
    });
  });
});

describe('Prettier does not change the page of', () => {
  const fought = [
    // Prettier parses math, unlike Starlight. It adds a line break before `$$` at the end of a line.
    '$$',
    // mdast-util-to-markdown escapes an underscore next to the first or last letter of strong text.
    ...['a_b_c', 'https://e.co/a_b_c', 'a@b.co_b'],
    // Prettier treats an emoji as a letter, and removes the escape of an underscore beside it.
    ...['🎉_party_🎉', '😀_AT', 'x_😀_²'],
    // Prettier removes any white space at the end of a line, even a character reference.
    ...['a\u00a0', 'www.a\u00a0'],
  ];

  test.each(texts.filter((text) => !fought.includes(text)))('%j', async (text) => {
    for (const format of ['md', 'mdx'] as const) {
      const shown = await pageOf(sourceOf(text), format);
      const parser = format === 'md' ? 'markdown' : 'mdx';
      expect(await prettier.format(shown, { parser })).toBe(shown);
    }
  });

  // In a cell, Prettier adds 1 to the width of an address before a backslash.
  const foughtInCells = [...fought, 'a@b.co\\'];

  test.each(texts.filter((text) => !foughtInCells.includes(text)))(
    '%j in each layout',
    async (text) => {
      const md = await pageOf(layoutsOf(text, ['names', 'table']), 'md');
      expect(await prettier.format(md, { parser: 'markdown' })).toBe(md);
      const mdx = await pageOf(layoutsOf(text, ['names', 'table', 'cards']), 'mdx');
      expect(await prettier.format(mdx, { parser: 'mdx' })).toBe(mdx);
    },
  );
});

const ADDRESS = 'https://[::1]/';
const words = 'a word and '.repeat(12);

test.each([
  { intro: `[n](${ADDRESS}) ${words}b` },
  { intro: `[n](${ADDRESS}) a\nb` },
  { intro: `[n](${ADDRESS})\\\nb\n\n- [n](${ADDRESS}) ${words}b\n\n> [n](${ADDRESS}) ${words}b` },
  { intro: `![n](${ADDRESS}) ${words}b` },
  { intro: `- [x] [n](${ADDRESS}) ${words}b\n- [ ] b` },
  { intro: `[${words}b](${ADDRESS})` },
  { style: { layout: 'names' }, credits: [{ name: 'n', url: ADDRESS }, words] },
  { style: { bold: false }, credits: [{ name: 'n', url: ADDRESS, description: words }] },
  { style: { layout: 'table' }, credits: [{ name: 'n', url: ADDRESS, description: words }] },
])(
  'Prettier does not change an .mdx page that starts with an IPv6 address: %j',
  async (content) => {
    const mdx = await pageOf({ title: 'x', ...content }, 'mdx');
    expect(await prettier.format(mdx, { parser: 'mdx' })).toBe(mdx);
    const md = await pageOf({ title: 'x', ...content }, 'md');
    for (const engine of ['satteri', 'micromark'] as const) {
      const expected = visibleContent(await render(md, 'md', engine));
      const seen = visibleContent(await render(mdx, 'mdx', engine));
      expect(seen.links).toEqual(expected.links);
      // A paragraph of nothing but JSX has no element in MDX.
      const shown = seen.blocks.length > 0 ? seen : expected;
      expect(shownOf(shown)).toEqual(shownOf(expected));
    }
  },
);
