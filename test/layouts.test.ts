/** Layouts other than the list: content, cards, order, and content that a layout cannot show. */
import type { Element, Nodes } from 'hast';
import { select } from 'hast-util-select';
import prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import type { Format } from '../src/index.ts';
import { diagnose } from './helpers/cli.ts';
import { page } from './helpers/page.ts';
import { type Engine, render } from './helpers/render.ts';
import { isSlow } from './helpers/test-size.ts';
import { fold, visibleContent } from './helpers/visible-content.ts';

const engines = (['satteri', 'micromark'] as const).flatMap((engine) =>
  (['md', 'mdx'] as const).map((format): [Engine, Format] => [engine, format]),
);

/** Returns the page of credits in a style, without its front matter. */
async function body(style: object, credits: unknown[], format: Format = 'md', more: object = {}) {
  const text = await page(JSON.stringify({ title: 'x', style, credits, ...more }), format);
  return text.replace(/^---\n.*?\n---\n\n/s, '');
}

/** Returns the HTML of the content of an element. */
function inner(element: Element | undefined): string {
  const html = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element') return '';
    const content = node.children.map(html).join('');
    const attributes = ['href', 'title', 'src', 'alt']
      .filter((name) => node.properties[name])
      .map((name) => ` ${name}="${node.properties[name]}"`);
    return `<${node.tagName}${attributes.join('')}>${content}</>`;
  };
  const all = (element?.children ?? []).map(html).join('');
  return fold(all.replaceAll('<br></>\n', '<br></>'));
}

/** Inline Markdown of every kind. */
const ALL_MARKDOWN = [
  ...['a *b* **c** ~~d~~ `e` [f](g "h") ![i](https://e.co/j "k")', 'a | b', '`a|b`', '`a||b`'],
  ...['`` `|` ``', 'a\\|b', 'a\\\\|b', '`a\\\\|b`', '\\', 'a\\\\', '**a|b**', '[a|b](c|d "e|f")'],
  ...['![a|b](https://e.co/c|d "e|f")', 'a  \nb', 'a\\\nb', '*a\\\nb*', 'a\nb', '`a\nb`'],
  ...['[a](b "c\nd")', '![a\nb](https://e.co)', 'see https://e.co/a_b', '<https://e.co/?a=1&b=2>'],
  ...['a &amp;amp; b', '&lt;b&gt; &copy;', 'a < b > c', '{x}', '[a *b*](c) d', '`<b>` `&amp;`'],
  ...['[a&](b)amp;', '[\\<](b)b>', '*&*amp;', 'a&[amp;](b)', '`a  b`', '"a" \'b\'', '\u00a0a'],
];
const MARKDOWN = ALL_MARKDOWN.filter((_, index) => isSlow || index % 3 === 0);

describe.each(engines)('by %s, in .%s', (engine, format) => {
  const shown = async (style: object, credits: unknown[], selector: string, more?: object) =>
    inner(select(selector, await render(await body(style, credits, format, more), format, engine)));

  test.each(MARKDOWN)('%j renders the same in a cell as in a list item', async (markdown) => {
    const item = await shown({ layout: 'list' }, [markdown], 'li');
    expect(await shown({ layout: 'table' }, [markdown], 'td')).toBe(item);
    const described = [{ name: 'n', description: markdown }];
    const style = { layout: 'table', columns: ['description'] };
    expect(await shown(style, described, 'td')).toBe(item);
  });

  test('an address in angle brackets is a link in a cell', async () => {
    const more = { markdown: { resourceLink: false } };
    expect(await shown({ layout: 'table' }, ['<https://e.co/a|b> c'], 'td', more)).toContain(
      '<a href="https://e.co/a%7Cb">',
    );
  });

  test.each(['<kbd title="a&#124;b">c</kbd>', 'a<br />b'])(
    '%s renders the same in a cell as in a list item',
    async (markdown) => {
      const more = { html: true };
      const item = await shown({ layout: 'list' }, [`x ${markdown}`], 'li', more);
      expect(await shown({ layout: 'table' }, [`x ${markdown}`], 'td', more)).toBe(item);
    },
  );
});

describe.each(['satteri', 'micromark'] as const)('cards, by %s', (engine) => {
  const shown = async (style: object, credit: unknown, selector: string) => {
    const tree = await render(await body(style, [credit], 'mdx'), 'mdx', engine);
    return inner(select(selector, tree));
  };

  test.each(MARKDOWN)('%j renders the same in a card as in a list item', async (description) => {
    const item = await shown({}, description, 'li');
    const isText = !/<(?:a|img) /.test(item);
    const link = { name: 'n', url: 'u', description };
    const selector = isText ? '.description' : 'p';
    expect(await shown({ layout: 'cards' }, link, selector)).toBe(item);
    expect(await shown({ layout: 'cards' }, { name: 'n', description }, 'p')).toBe(item);
  });
});

describe('cards', () => {
  const imports = /^import .*$/gm;

  test('only the components in use are imported', async () => {
    const names = async (credits: unknown[]) =>
      (await body({ layout: 'cards' }, credits, 'mdx')).match(imports);
    expect(await names([{ name: 'a' }])).toEqual([
      'import { Card, CardGrid } from "@astrojs/starlight/components";',
    ]);
    expect(await names([{ name: 'a', url: 'b' }])).toEqual([
      'import { CardGrid, LinkCard } from "@astrojs/starlight/components";',
    ]);
    expect(await names(['a'])).toBeNull();
    expect(await names([])).toBeNull();
  });

  test.each([
    ['import { CardGrid } from "@astrojs/starlight/components";', 'LinkCard'],
    ['import { Grid as CardGrid } from "./grid.js";', 'LinkCard'],
    ['import CardGrid from "./grid.js"; import * as LinkCard from "x";', undefined],
    ['export const { a: CardGrid = 1, ...LinkCard } = {}', undefined],
    ['export const [CardGrid, ...[LinkCard]] = []', undefined],
    ['export function CardGrid() {}\nexport class LinkCard {}', undefined],
    ['export const x = 1, y = "CardGrid";', 'CardGrid, LinkCard'],
    ['export { CardGrid } from "x";', 'CardGrid, LinkCard'],
  ])('names that %s declares are not imported again', async (intro, imported) => {
    const more = { html: true, intro };
    const text = await body({ layout: 'cards' }, [{ name: 'a', url: 'b' }], 'mdx', more);
    const own = text.split('\n')[0];
    if (imported === undefined) expect(own).toBe(intro.split('\n')[0]);
    else expect(own).toBe(`import { ${imported} } from "@astrojs/starlight/components";`);
  });

  test.each([
    [{}, {}],
    [{ name: 'a', description: '*a* **b** ~~c~~ `d`  \ne' }, {}],
    [{ version: '1', license: 'MIT', by: ['Ada (@ada)', '@bob'] }, {}],
    [{ name: undefined, url: undefined, person: '@ada' }, { handles: 'github' }],
    [{ name: undefined, person: 'Ada (@ada)' }, {}],
    [
      { name: undefined, url: undefined, person: 'a b (@a b)' },
      { people: { 'a b (@a b)': { handle: 'c', url: '/c' } } },
    ],
  ])('credits that are a link with text are link cards: %j, %j', async (credit, more) => {
    const text = await body(
      { layout: 'cards' },
      [
        { name: 'a', url: 'b' },
        { name: 'a', url: 'b', ...credit },
        'text',
        { name: 'a', url: 'b' },
      ],
      'mdx',
      more,
    );
    expect(text.match(/<(?:Link)?Card\b/g)).toEqual(Array(3).fill('<LinkCard'));
    expect(text).toContain('import { CardGrid, LinkCard } from');
  });

  test.each([
    [{ url: undefined }, {}],
    [{ image: 'a.png' }, {}],
    [{ links: [{ label: 'c', url: 'd' }] }, {}],
    [{ by: { name: 'c', url: 'd' } }, {}],
    [{ by: '@ada' }, { handles: 'github' }],
    [{ name: undefined, person: 'Ada (@ada)' }, { handles: 'github' }],
    [{ description: 'a [b](c)' }, {}],
    [{ description: 'a *[b](c)*' }, {}],
    [{ description: 'see https://e.co' }, {}],
    [{ description: '![a](https://e.co)' }, {}],
    [{ description: 'a <kbd>b</kbd>' }, { html: true }],
    [{ description: 'a {1}' }, { html: true }],
    [{ credits: [{ name: 'c' }] }, {}],
  ])('one credit that is more makes all of them cards: %j, %j', async (credit, more) => {
    const text = await body(
      { layout: 'cards' },
      [
        { name: 'a', url: 'b' },
        { name: 'a', url: 'b', ...credit },
        'text',
        { name: 'a', url: 'b' },
      ],
      'mdx',
      more,
    );
    expect(new Set(text.match(/<(?:Link)?Card\b/g))).toEqual(new Set(['<Card']));
    expect(text).toContain('import { Card, CardGrid } from');
  });

  test('the import is between the notice and the title', async () => {
    const source = {
      ...{ title: 'x', notice: 'n', output: { path: 'a.mdx', title: 'heading' } },
      ...{ style: { layout: 'cards' }, credits: [{ name: 'a' }] },
    };
    expect(
      await page(
        JSON.stringify({ ...source, output: { ...source.output, frontmatter: false } }),
        'mdx',
      ),
    ).toBe(
      '{/* n */}\n\nimport { Card, CardGrid } from "@astrojs/starlight/components";\n\n# x\n\n<CardGrid>\n  <Card title="a" />\n</CardGrid>\n',
    );
  });

  test.each([
    { name: 'a' },
    { name: 'a'.repeat(90) },
    { name: 'a'.repeat(90), description: 'b' },
    { name: 'a', url: 'b' },
    { name: 'a'.repeat(50), url: 'b'.repeat(4) },
    { name: 'a'.repeat(50), url: 'b'.repeat(5) },
    { name: '日本'.repeat(12), url: 'b'.repeat(6) },
    { name: '日本'.repeat(13), url: 'b'.repeat(6) },
    { name: "\"''", url: "a'b", description: '""\'' },
    { name: 'a', description: 'word '.repeat(40) },
    { name: 'a', url: 'b', by: 'A and B', license: 'MIT', description: 'word '.repeat(40) },
    {
      ...{ name: 'a', url: "b'c", image: 'a.png', by: 'word '.repeat(40), license: 'MIT' },
      ...{ description: '<b `c`', links: [{ label: 'd', url: '/e' }] },
    },
    { person: { name: 'a', handle: 'b' }, image: { light: 'a.png', dark: 'b.png' } },
  ])('Prettier does not change the cards of %j', async (credit) => {
    for (const credits of [[credit], [credit, credit], [credit, 'text', credit]]) {
      const text = await body({ layout: 'cards' }, credits, 'mdx');
      expect(await prettier.format(text, { parser: 'mdx' })).toBe(text);
    }
  });

  test('JSX in a field keeps its character references', async () => {
    const intro = '<b title="&amp;lt;">x</b>\n\n<Card title="&amp;lt;" />';
    const text = await body({}, ['a'], 'mdx', { html: true, intro });
    expect(text).toContain('<b title="&amp;lt;">');
    expect(text).toContain('<Card title="&amp;lt;" />');
  });

  test('JSX of cards in a field is formatted, and stays the same when it is formatted again', async () => {
    const intro =
      '<CardGrid stagger>\n<Card title="a">\n- b\n\n<Card icon={x} {...y} />\n</Card>\n</CardGrid>\n\n<Card title="c">\n```js\nd\n\n  e\n```\n</Card>';
    const text = await body({}, ['f'], 'mdx', { html: true, intro });
    expect(await body({}, ['f'], 'mdx', { html: true, intro: text.replace(/- f\n$/, '') })).toBe(
      text,
    );
    expect(text).toContain('<Card title="c">\n\n  ```js\n  d\n\n    e\n  ```\n\n</Card>');
  });
});

describe('sort: name sorts names by', () => {
  const sorted = async (names: string[]) => {
    const credits = names.map((name) => ({ name }));
    const tree = await render(
      await body({ sort: 'name', bold: false }, credits),
      'md',
      'micromark',
    );
    return visibleContent(tree)
      .blocks.filter(({ kind }) => kind === 'li')
      .map(({ text }) => text);
  };

  test.each([
    ['letter, before case', ['a', 'b', 'C']],
    ['letter, before accents', ['E', 'e', 'É', 'é', 'f']],
    ['length, if one starts with the other', ['a', 'a b', 'ab']],
    ['code point: digits, punctuation, letters', ['1', '@', '_', 'a', 'Z']],
    ['code point, not UTF-16 code unit', ['𝒳', 'y', '\uffee', '👍']],
    ['letter, before its forms', ['ς', 'ΣΣ', 'σς', 'σσ']],
  ])('%s', async (_, names) => {
    expect(await sorted(names)).toEqual(names);
    expect(await sorted(names.toReversed())).toEqual(names);
  });
});

describe('content that a layout cannot show', () => {
  test('cards without credits are valid', async () => {
    const { places } = await diagnose('title: x\nstyle: { layout: cards }\ncredits: []\n');
    expect(places).toEqual([]);
  });

  test.each([
    ['md', "'`a\\|b`'", 'code'],
    ['md', "'`a\\\\\\|b`'", 'code'],
    ['md', '\'a <b title="|">\'', 'a tag'],
    ['md', '"a <b\\nc>"', 'a tag'],
    ['mdx', '"a {1 | 2}"', 'an expression'],
    ['mdx', '"a <b c={1 || 2}/>"', 'an expression'],
    ['mdx', '"a <b {...c | d}/>"', 'an expression'],
  ])('in a cell of .%s, %s is an error', async (format, markdown, construct) => {
    const yaml = (column: string) =>
      `title: x\nhtml: true\nstyle: { layout: table, columns: [${column}] }\ncredits:\n  - name: y\n    description: ${markdown}\n`;
    const { code, all, places } = await diagnose(yaml('description'), ['-o', `a.${format}`]);
    expect(code).toBe(2);
    expect(places).toEqual(['6:18 table-cell']);
    expect(all[0]?.message).toContain(construct);
    expect((await diagnose(yaml('name'), ['-o', `a.${format}`])).places).toEqual([]);
  });
});

describe('a gallery', () => {
  const yaml = (credits: string) => `title: x\nstyle: { layout: gallery }\ncredits:\n${credits}`;

  test('reports once what it does not show', async () => {
    const { all, places } = await diagnose(
      yaml('  - { name: a, description: b, version: 1 }\n  - { name: c, by: d, license: MIT }\n'),
    );
    expect(places).toEqual(['4:41 layout-drops']);
    expect(all[0]?.message).toContain('"gallery" does not show the people, versions and licenses');
  });

  test.each(['15', '513', '1.5', '96px'])('a size of %s is an error', async (size) => {
    const { places } = await diagnose(`title: x\nstyle: { size: ${size} }\n`);
    expect(places).toEqual(['2:16 wrong-type']);
  });

  test('with an asterisk as the bullet, and credits that are sorted', async () => {
    const text = await page(
      `${yaml('  - name: b\n  - name: a\n  - c\n')}markdown: { bullet: "*" }\n`.replace(
        'gallery }',
        'gallery, sort: name }',
      ),
      'mdx',
    );
    expect(text).toBe(
      '---\ntitle: x\n---\n\n<div class="credits-gallery">\n\n* a\n* b\n\n</div>\n\n* c\n',
    );
  });
});
