/**
 * Properties of the pages of random sources, in both formats and with both parsers. `PROPERTY_RUNS`
 * sets the number of sources, and `PROPERTY_SEED` the seed of their generator. To search for failures,
 * run `PROPERTY_SEED=random npm run test:slow`.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Root } from 'hast';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { beforeAll, expect, test } from 'vitest';
import { importPage } from '../src/import/index.ts';
import type { Format } from '../src/index.ts';
import {
  hrefOf,
  MARKDOWN,
  type Source,
  type SourceSection,
  source,
  text,
} from './helpers/arbitraries.ts';
import { expectedContent } from './helpers/expected-content.ts';
import { page } from './helpers/page.ts';
import { site } from './helpers/paths.ts';
import { type Engine, render } from './helpers/render.ts';
import { numRuns, seed } from './helpers/test-size.ts';
import { fold, unsmart, type VisibleContent, visibleContent } from './helpers/visible-content.ts';

console.log(`Properties: ${numRuns} sources each, PROPERTY_SEED=${seed}`);

const yaml = createRequire(`${site}/package.json`)('js-yaml') as { load(text: string): unknown };
let schema: { safeParse(value: unknown): { success: boolean } };

beforeAll(async () => {
  const load = (path: string) =>
    import(/* @vite-ignore */ pathToFileURL(`${site}/node_modules/${path}`).href);
  const { docsSchema } = await load('@astrojs/starlight/dist/schema.js');
  const { z } = await load('astro/dist/zod.js');
  schema = docsSchema()({ image: () => z.string() });
});

/** The elements that credits consist of. */
const ELEMENTS = [
  ...['a', 'div', 'h2', 'h3', 'h4', 'h5', 'h6', 'img', 'li', 'p', 'small', 'span'],
  ...['strong', 'ul'],
  ...['table', 'tbody', 'td', 'th', 'thead', 'tr'],
];

/** Replaces cards with tables, as cards need MDX. */
function withoutCards<S extends SourceSection>(section: S): S {
  const { sections, style } = section;
  return {
    ...section,
    ...(sections && { sections: sections.map(withoutCards) }),
    ...(style?.layout === 'cards' && { style: { ...style, layout: 'table' } }),
  };
}

/** Whether a link is a literal address that links to itself. */
function isLiteral({ href, text }: { href: string; text: string }): boolean {
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:|xmpp:)/i, '');
  return bare(decode(href)) === bare(decode(text));
}

function decode(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

/** Expects that a page shows the content of its source. */
async function expectContent(
  any: Source,
  format: Format,
  engine: Engine,
  smart: boolean,
): Promise<void> {
  const from = format === 'md' ? withoutCards(any) : any;
  const text = await page(JSON.stringify(from), format);
  const seen = visibleContent(await render(text, format, engine, { smart }));
  const wanted = expectedContent(from);
  const plain = (shown: string) => (smart ? unsmart(shown) : shown);
  const blocks = (all: typeof seen.blocks) =>
    all.map(({ kind, text: shown }) => `${kind} ${fold(plain(shown))}`);
  expect(blocks(seen.blocks), text).toEqual(blocks(wanted.blocks));
  expect(
    seen.elements.filter((name) => !ELEMENTS.includes(name)),
    text,
  ).toEqual([]);
  if (smart) return;
  expectLinks(seen.links, wanted.links, text);
  expect(seen.images, text).toEqual(wanted.images);
}

/** Expects all wanted links, and no other ones except literal addresses that link to themselves. */
function expectLinks(
  seen: VisibleContent['links'],
  wanted: VisibleContent['links'],
  text: string,
): void {
  const rest = [...seen];
  for (const link of wanted.filter((each) => !isLiteral(each))) {
    const at = rest.findIndex(({ href, text: shown }) => href === link.href && shown === link.text);
    expect(at, `${JSON.stringify(link)} among ${JSON.stringify(rest)} of ${text}`).not.toBe(-1);
    rest.splice(at, 1);
  }
  expect(
    rest.filter((link) => !isLiteral(link)),
    text,
  ).toEqual([]);
}

const engines: [Engine, Format, boolean][] = [
  ['satteri', 'md', false],
  ['satteri', 'md', true],
  ['satteri', 'mdx', false],
  ['satteri', 'mdx', true],
  ['micromark', 'md', false],
  ['micromark', 'mdx', false],
];

test.each(engines)(
  'a page shows the content of its source (%s, .%s, smart punctuation %s)',
  async (engine, format, smart) => {
    await fc.assert(
      fc.asyncProperty(source, (from) => expectContent(from, format, engine, smart)),
      { numRuns, seed },
    );
  },
  3_600_000,
);

test('the formatting of the source does not affect the page', async () => {
  await fc.assert(
    fc.asyncProperty(source, async (from) => {
      expect(await page(JSON.stringify(from, null, 2), 'mdx')).toBe(
        await page(JSON.stringify(from), 'mdx'),
      );
    }),
    { numRuns, seed },
  );
}, 3_600_000);

test('the front matter is parsed to the same values and is valid to Starlight', async () => {
  await fc.assert(
    fc.asyncProperty(source, async (from) => {
      const [, frontMatter = ''] = (await page(JSON.stringify(from), 'mdx')).split(/(?:^|\n)---\n/);
      const expected = {
        title: fold(from.title),
        ...(from.description && { description: fold(from.description) }),
      };
      const found = yaml.load(frontMatter);
      expect(found).toEqual(expected);
      expect(schema.safeParse(found).success).toBe(true);
    }),
    { numRuns, seed },
  );
}, 3_600_000);

/** Valid Markdown and fragments of it. */
const markdown = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...MARKDOWN) },
      { weight: 1, arbitrary: text.map((piece) => piece.slice(0, 6)) },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))
  // Sätteri also finds directives in inline code, which has no escapes.
  .filter((value) => !/`[^`]*:[^\s:`]*[[{]/.test(value))
  // GitHub does not support asides, and its parser removes a byte order mark.
  .filter((value) => !/^\s*\ufeff|^[ \t>]*:{3,}(?:note|tip|caution|danger)/m.test(value));

/** Returns pages that show a line of Markdown in each layout, without those whose source is invalid. */
async function pagesOf(line: string, format: Format): Promise<string[]> {
  const described = { name: 'n', description: line };
  const sources = [
    { style: { layout: 'list' }, credits: [line] },
    { style: { layout: 'names' }, credits: [line] },
    { style: { layout: 'table' }, credits: [line] },
    { style: { layout: 'table', columns: ['description'] }, credits: [described] },
    { style: { layout: 'cards' }, credits: [described] },
    { style: { layout: 'cards' }, credits: [{ ...described, url: 'u' }] },
  ];
  const pages = sources
    .filter(({ style }) => style.layout !== 'cards' || format === 'mdx')
    .map((source) => page(JSON.stringify({ title: 'x', ...source }), format));
  const settled = await Promise.allSettled(pages);
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

test.each(engines.filter(([, , smart]) => !smart))(
  'a line of Markdown renders the same in each layout (%s, .%s)',
  async (engine, format) => {
    await fc.assert(
      fc.asyncProperty(markdown, async (line) => {
        const shown = await Promise.all(
          (await pagesOf(line, format)).map(async (text) => {
            const { blocks } = visibleContent(await render(text, format, engine));
            const lines = blocks.filter(({ kind }) => /^(?:li|p|td|description)$/.test(kind));
            return lines.map((each) => each.text);
          }),
        );
        for (const each of shown) expect(each).toEqual(shown[0]);
      }),
      { numRuns, seed },
    );
  },
  3_600_000,
);

/** Renders Markdown like GitHub. */
const github = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw);

test('a page for GitHub shows the content of its source', async () => {
  await fc.assert(
    fc.asyncProperty(source, async (any) => {
      const from = withoutCards(any);
      const text = await page(JSON.stringify(from), 'md', 'github');
      const body = text.replace(/^---\n.*?\n---\n/s, '');
      const tree = (await github.run(github.parse(body))) as Root;
      const seen = visibleContent(sanitize(tree, { ...defaultSchema, clobberPrefix: '' }) as Root);
      const wanted = expectedContent(from, 'github');
      expect(seen.blocks, text).toEqual(
        wanted.blocks.map(({ kind, text: shown }) => ({ kind, text: fold(shown) })),
      );
      const known = [...ELEMENTS, 'picture', 'source'];
      expect(
        seen.elements.filter((name) => !known.includes(name)),
        text,
      ).toEqual([]);
      const links = seen.links.map((link) => ({ ...link, href: hrefOf(link.href) }));
      expectLinks(links, wanted.links, text);
      const images = seen.images.map((image) => ({ ...image, src: hrefOf(image.src) }));
      expect(images, text).toEqual(wanted.images);
    }),
    { numRuns, seed },
  );
}, 3_600_000);

test.each(engines.filter(([, , smart]) => !smart))(
  'a Markdown field renders the same as on GitHub (%s, .%s)',
  async (engine, format) => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(markdown, async (intro) => {
        let shown: string;
        try {
          shown = await page(JSON.stringify({ title: 'x', intro }), format);
        } catch {
          refused += 1;
          return;
        }
        const wanted = visibleContent(
          (await github.run(github.parse(intro.replace(/^(?:[ \t\r]*\n)*/, '')))) as Root,
        );
        const seen = visibleContent(await render(shown, format, engine));
        expect(seen.blocks, shown).toEqual(wanted.blocks);
        // Parsers differ in which literal addresses they link.
        const others = (names: string[]) => names.filter((name) => name !== 'a');
        expect(others(seen.elements), shown).toEqual(others(wanted.elements));
        expectLinks(seen.links, wanted.links, shown);
      }),
      { numRuns, seed },
    );
    console.log(`${refused} of ${numRuns} Markdown fields were rejected`);
  },
  3_600_000,
);

test.each(['md', 'mdx'] as const)(
  'a built page is reproduced from its import (.%s)',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(source, async (from) => {
        const text = await page(
          JSON.stringify(format === 'md' ? withoutCards(from) : from),
          format,
        );
        const options = { output: `credits.${format}`, format, source: 'credits.yaml' };
        const { fidelity, yaml, renderedBefore, renderedAfter } = importPage(text, options);
        const built = await page(yaml, format);
        expect(renderedAfter(), text).toEqual(renderedBefore());
        // A bold colon at the end of a name is read as a separator, which is not bold. The cards after a
        // string credit are read as a list of their own, of which all may be links.
        const isSplit = /<\/CardGrid>\n\n[^#]/.test(text);
        const linkCards = (markdown: string) => markdown.split('<LinkCard').length;
        if (/:\*\*/.test(text)) expect(fidelity, text).not.toBe('different');
        else if (isSplit && linkCards(built) > linkCards(text)) expect(fidelity).toBe('equivalent');
        else expect(fidelity, text).toBe('identical');
        if (fidelity === 'identical') expect(built).toBe(text);
        expect(await page(importPage(built, options).yaml, format)).toBe(built);
      }),
      // Each case builds and imports several pages.
      { numRuns: Math.ceil(numRuns / 6), seed },
    );
  },
  3_600_000,
);
