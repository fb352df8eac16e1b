/** Checks the differences between Sätteri and micromark that `import` handles, with both parsers. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importPage } from '../src/import/index.ts';
import { COMPARED, REWRITTEN, rewriteForMicromark } from '../src/import/satteri-differences.ts';
import type { Format } from '../src/index.ts';
import { parseMarkdown } from '../src/markdown/parse-markdown.ts';
import { MARKDOWN } from './helpers/arbitraries.ts';
import { page } from './helpers/page.ts';
import { fixtures } from './helpers/paths.ts';
import { type Engine, render } from './helpers/render.ts';
import { isSlow, numRuns, seed } from './helpers/test-size.ts';
import { unsmart, type VisibleContent, visibleContent } from './helpers/visible-content.ts';

const withFrontMatter = (body: string) => `---\ntitle: T\n---\n\n${body}\n`;

/** Returns the visible content of a page: not emphasis of punctuation, empty paragraphs and outer space. */
async function visible(text: string, format: Format, engine: Engine): Promise<VisibleContent> {
  const smart = engine === 'satteri';
  const { blocks, links, images, elements } = visibleContent(
    await render(text, format, engine, { smart }),
  );
  const texts = blocks.map(({ kind, text: raw }) => ({ kind, text: unsmart(raw).trim() }));
  return {
    blocks: texts.filter((block) => block.kind !== 'p' || block.text !== ''),
    links: links.map(({ href, text: label }) => ({ href, text: unsmart(label) })),
    images: images.map(({ src, alt }) => ({ src, alt: unsmart(alt) })),
    elements: elements.filter((name) => !/^(?:em|strong|del|span|p)$/.test(name)),
  };
}

/** Expects that a page renders the same if its import reports so. Returns whether it was reported. */
async function expectReported(text: string, format: Format): Promise<boolean> {
  const { fidelity, yaml } = importPage(text, { output: `x.${format}`, format, source: 'x.yaml' });
  if (fidelity === 'different') return false;
  const built = await page(yaml, format);
  if (fidelity === 'identical') {
    expect(built).toBe(text);
    return true;
  }
  const [satteri, micromark] = [
    await visible(text, format, 'satteri'),
    await visible(text, format, 'micromark'),
  ];
  expect(await visible(built, format, 'satteri'), built).toEqual(satteri);
  // If the parsers differ, the page is built as Sätteri reads it.
  if (JSON.stringify(micromark) === JSON.stringify(satteri)) {
    expect(await visible(built, format, 'micromark'), built).toEqual(micromark);
  }
  return true;
}

const rewritten: Record<keyof typeof REWRITTEN, string[]> = {
  addresses: ['! :a@b.co and more', '(@a@b.co=)'],
  underscores: ['_a_🎉', '🎉_a_'],
};

const compared: Record<keyof typeof COMPARED, string[]> = {
  frontMatter: ['---\n\na\n\n---\n\nb', '+++\na\n+++\n\nb'],
  colons: [':::note Title\na\n:::', 'a\n::b c'],
  ends: ['> a\n:::', '- a\n- b\n:::', '1) a\n\n   b\n:::\nc'],
  definitions: [':::note\n[h]: /i\n:::\n\n[h]'],
  tasks: ['- [ ]\n- [x]\n-', '- [x] a\n  ='],
  rows: [':::note\n| a |\n| - |\n:::', '| a |\n| - |\n<b>', '| a |\n| - |\nb\n<br>'],
  columns: ['| a |\n| - |\n| b | [^c] |\n\n[^c]: d'],
  hosts: ['http://→', 'http://“'],
  addresses: ['| a | b |\n| - | - |\nwww.e.co|'],
  punctuation: ['a...b@c.co', "it's--a@b.co*c*"],
  symbols: ['**🎉**a', '🎉__a__', '🎉*€*', '~~.~~👩'],
  marks: ['*_*a', 'a**_**', '*\\**a*'],
};

test('each difference has an example', () => {
  expect(Object.keys(rewritten)).toEqual(Object.keys(REWRITTEN));
  expect(Object.keys(compared)).toEqual(Object.keys(COMPARED));
});

describe.each(Object.entries(rewritten))('%s are rewritten', (_, examples) => {
  test.each(examples)('%j', async (body) => {
    const satteri = await visible(body, 'md', 'satteri');
    const read = rewriteForMicromark(parseMarkdown(body), body, 'md');
    expect(read).not.toBe(body);
    expect(await visible(read, 'md', 'micromark')).toEqual(satteri);
    await expectReported(withFrontMatter(body), 'md');
  });
});

describe.each(Object.entries(compared))('%s are compared as Markdown', (_, examples) => {
  test.each(examples)('%j', async (body) => {
    const text = withFrontMatter(body);
    expect(await visible(text, 'md', 'satteri')).not.toEqual(
      await visible(text, 'md', 'micromark'),
    );
    await expectReported(text, 'md');
    // This page is reformatted.
    await expectReported(`${text}\n+ b\n`, 'md');
  });
});

const pages = ['import', 'pages']
  .flatMap((kind) =>
    readdirSync(`${fixtures}/${kind}`).flatMap((name) =>
      readdirSync(`${fixtures}/${kind}/${name}`)
        .filter((file) => /\.mdx?$/.test(file))
        .map((file) => `${kind}/${name}/${file}`),
    ),
  )
  .filter((path) => !/\/(?:components|(?:people-in-)?cards(?:-mixed)?)\//.test(path));

// In `npm test`, one in three: `import.test.ts` also imports all of them.
test.each(pages.filter((_, index) => isSlow || index % 3 === 0))(
  '%s renders the same after its import',
  async (path) => {
    const format = path.endsWith('x') ? 'mdx' : 'md';
    await expectReported(readFileSync(`${fixtures}/${path}`, 'utf8'), format);
  },
);

// Both parsers read these pages in the same way, but their built pages in different ways.
test.each(['`f`www.e.co:a{b}', '[^1]\n\n[^1]: a\u00a0'])(
  '%j is compared as Markdown',
  async (body) => {
    await expectReported(withFrontMatter(body), 'md');
  },
);

test.each([
  '![a][b]\n\n[b]: https://e.co/?logo=data:image/png',
  '[a](https://e.co/x:y)',
  '![a](<https://e.co/x:y>)',
  '*a _b_*: c',
  '- [x] [a][b] and *c*\n\n[b]: /d',
])('%j is not compared as Markdown', async (body) => {
  expect(await expectReported(withFrontMatter(`+ b\n\n${body}`), 'md')).toBe(true);
});

test('an underscore beside a symbol in an address is not emphasis', async () => {
  expect(await expectReported(withFrontMatter('+ https://e.co~~_a_~~ *b*'), 'md')).toBe(true);
});

/** Markdown that parsers read differently more often than that of `arbitraries.ts`. */
const PIECES = [
  ...['🎉', '→', '日本', '，', '\u00a0', '“q”', '_a_', '__b__', '*c*', '**d:**', '_', '*', '~~e~~'],
  ...['www.e.co', 'https://e.co/a_b', '(a@b.co)', '/a@b.co', '<https://e.co>', '`a|b`', '&#64;'],
  ...[
    ':x[y]{z=1}',
    '\n\n:::note\n',
    '\n\n:::tip[a]\n',
    '\n:::\n',
    '\n\n> [!NOTE]\n> a',
    '"a"',
    '--',
  ],
  ...['\n\n- [ ] a', '\n\n* b\n  * c', '\n\n1) d\n\n   e', '\n\nf\n---', '  \n', '\\\n', '[g][h]'],
  ...['\n\n[h]: /i "j"\n', '[^k]', '\n\n[^k]: l\n', '\n\n| m | n |\n|:-:|-|\n| `o\\|p` | *q* |\n'],
  ...[
    '\n\n<div>\n\n',
    '\n\n</div>\n\n',
    '<b>',
    '</b>',
    '<br />',
    '\n\n<!-- r -->\n\n',
    "it's...",
    '. ',
  ],
];

describe.each<Format>(['md', 'mdx'])('a random .%s page', (format) => {
  const usable = [...MARKDOWN, ...PIECES].filter(
    (piece) => format === 'md' || !/[<{}]|^(?:import|export) /.test(piece),
  );
  const body = fc.array(fc.constantFrom(...usable, ' ', '\n\n'), { minLength: 1, maxLength: 14 });

  test('renders the same after its import', async () => {
    // About one random page in 2,000 is still compared wrongly.
    const cases = Math.min(200, Math.ceil(numRuns / 3));
    let reports = 0;
    await fc.assert(
      fc.asyncProperty(body, async (pieces) => {
        const isSame = await expectReported(withFrontMatter(pieces.join('')), format);
        if (isSame) reports += 1;
      }),
      // Each case imports, builds and renders pages.
      { numRuns: cases, seed },
    );
    expect(reports).toBeGreaterThan(cases / 3);
  }, 3_600_000);
});
