/** Imports pages, and builds them again from their sources. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ImportResult, importPage } from '../src/import/index.ts';
import type { Format } from '../src/index.ts';
import { schemaLine } from '../src/source/schema-line.ts';
import { cli, folder } from './helpers/cli.ts';
import { limitCpuTime } from './helpers/cpu-time.ts';
import { page } from './helpers/page.ts';
import { fixtures } from './helpers/paths.ts';
import { png } from './helpers/pictures.ts';
import { render } from './helpers/render.ts';
import { isSlow } from './helpers/test-size.ts';
import { visibleContent } from './helpers/visible-content.ts';

const formatOf = (name: string) => (name.endsWith('x') ? 'mdx' : 'md') as Format;

function imported(text: string, format: Format = 'md'): ImportResult {
  return importPage(text, { output: `page.${format}`, format, source: 'credits.yaml' });
}

/** Handwritten pages, each with the expected source. */
const cases = readdirSync(`${fixtures}/import`).map((name) => {
  const files = readdirSync(`${fixtures}/import/${name}`);
  const file = files.find((each) => each.startsWith('page.')) as string;
  const text = (each: string) => readFileSync(`${fixtures}/import/${name}/${each}`, 'utf8');
  return { name, format: formatOf(file), text: text(file), yaml: text('credits.yaml') };
});

/** Pages that starlight-credits built. */
const own = readdirSync(`${fixtures}/pages`).flatMap((name) =>
  readdirSync(`${fixtures}/pages/${name}`)
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => ({
      name: `${name}/${file}`,
      format: formatOf(file),
      text: readFileSync(`${fixtures}/pages/${name}/${file}`, 'utf8'),
    })),
);

/** The expected fidelity of each case, if it is not `equivalent`. */
const FIDELITIES: Record<string, ImportResult['fidelity']> = {
  components: 'identical',
  'credited-people': 'identical',
  // The table becomes a gallery.
  faces: 'different',
  gallery: 'identical',
  'heading-first': 'identical',
  names: 'identical',
  nested: 'identical',
  padded: 'identical',
  'not-people': 'identical',
  'not-rolls': 'identical',
  people: 'identical',
  separators: 'identical',
  'short-forms': 'identical',
  sorted: 'identical',
  spelling: 'identical',
  'table-images': 'identical',
  tables: 'different',
  unsorted: 'identical',
};

describe.each(cases)('a page with $name', ({ name, format, text, yaml }) => {
  let result: ImportResult;
  let built: string;

  beforeAll(async () => {
    result = imported(text, format);
    built = await page(yaml, format);
  });

  test('is imported as the expected source', () => {
    expect(result.yaml).toBe(yaml);
  });

  test('is reproduced', () => {
    const { fidelity, renderedBefore, renderedAfter } = result;
    expect(fidelity, renderedAfter().join('\n')).toBe(FIDELITIES[name] ?? 'equivalent');
    if (fidelity === 'identical') expect(built).toBe(text);
    else if (fidelity === 'equivalent') expect(renderedAfter()).toEqual(renderedBefore());
  });

  test('is reproduced byte for byte after a rebuild', async () => {
    const again = imported(built, format);
    expect(again.fidelity).toBe('identical');
    expect(await page(again.yaml, format)).toBe(built);
  });

  // Only a site can render components.
  const hasComponents = text.includes('@astrojs/starlight/components');
  const engines = hasComponents || name === 'faces' ? [] : (['satteri', 'micromark'] as const);
  test.each(engines)('renders the same text and links with %s', async (engine) => {
    const seen = async (written: string) => {
      const { blocks, links } = visibleContent(await render(written, format, engine));
      const shown = blocks.filter(({ kind }) => kind !== 'p').map((block) => block.text);
      return { text: shown, links };
    };
    expect(await seen(built)).toEqual(await seen(text));
  });
});

test.each(own)('the page that was built as $name is reproduced byte for byte', async (built) => {
  const { text, format } = built;
  const { fidelity, yaml } = imported(text, format);
  expect(fidelity).toBe('identical');
  expect(await page(yaml, format)).toBe(text);
  expect(imported(text, format).yaml).toBe(yaml);
});

describe('the target of handles', () => {
  const handlesOf = (body: string) =>
    /^handles:(?:\n {2}url)? ?(.*)$/m.exec(imported(`---\ntitle: T\n---\n\n${body}\n`).yaml)?.[0];

  test.each([
    ['- **Ada** ([@ada](https://github.com/ada))', 'handles: github'],
    ['- **Foo** by Ada ([@ada](https://gitlab.com/ada))', 'handles: gitlab'],
    ['- **Foo** by [@ada](https://codeberg.org/ada) - x', 'handles: codeberg'],
    ['- **[@ada](https://github.com/ada)** - docs', 'handles: github'],
    ['- **Foo** by Ada ([@ada]) - x\n\n[@ada]: https://github.com/ada', 'handles: github'],
    [
      '- **Ada** ([@ada](https://e.co/@ada))\n- **Bob** ([@b-o](https://e.co/@b-o))',
      'handles:\n  url: https://e.co/@{handle}',
    ],
    [
      '- **Ada** ([@ada](https://ada.e.co/ada))\n- **Bob** ([@bob](https://bob.e.co/bob))',
      'handles:\n  url: https://{handle}.e.co/{handle}',
    ],
    [
      '- **Co** ([@co](https://e.co/co))\n- **Bob** ([@bob](https://e.co/bob))',
      'handles:\n  url: https://e.co/{handle}',
    ],
    // After `@`, it is not a coincidence.
    ['- **Ada** ([@ada](https://e.co/@ada))', 'handles:\n  url: https://e.co/@{handle}'],
    [
      '- **Ada** ([@ada](https://e.co/ada))\n- **[@bob](https://e.co/bob)**',
      'handles:\n  url: https://e.co/{handle}',
    ],
    [
      // A forge has no such handle.
      '- **Ada** ([@ada](https://github.com/ada))\n- **Bot** (@a[bot])',
      'handles: github',
    ],
  ])('of %j is found', (body, handles) => {
    expect(handlesOf(body)).toBe(handles);
  });

  test.each([
    '- **Ada** (@ada)\n- **Bob** ([@bob](https://github.com/bob))',
    '- **Foo** by @ada\n- **Bob** ([@bob](https://github.com/bob))',
    '- **Ada** ([@ada](https://gitlab.com/ada))\n- **Bob** ([@bob](https://github.com/bob))',
    '- **Ada** ([@ada](https://github.com/Ada))',
    '- **Ada** ([@ada](https://e.co/ada))',
    '- **Ada** ([@ada](/ada))\n- **Bob** ([@bob](/bob))',
    '- **Ada** - with [@bob](https://github.com/bob)',
  ])('of %j is not found, and the page is reproduced', (body) => {
    expect(handlesOf(body)).toBe(undefined);
    expect(imported(`---\ntitle: T\n---\n\n${body}\n`).fidelity).toBe('identical');
  });
});

describe('a card that only has a handle', () => {
  const cards = (component: string, body: string) =>
    imported(
      `---\ntitle: T\n---\n\nimport { CardGrid, ${component} } from "@astrojs/starlight/components";\n\n<CardGrid>\n${body}</CardGrid>\n`,
      'mdx',
    );

  test.each([
    ['LinkCard', '  <LinkCard title="@ada" href="https://github.com/ada" />\n'],
    ['Card', '  <Card title=\'<a href="https://github.com/ada">@ada</a>\'></Card>\n'],
  ])('is a person: %s', (component, body) => {
    const { yaml, fidelity } = cards(component, body);
    expect(yaml).toContain('handles: github\nstyle: { layout: cards }\n');
    expect(yaml).toContain('  - person: "@ada"\n');
    expect(fidelity).not.toBe('different');
  });

  test('is not a license if other handles are links', () => {
    const card = (name: string, small: string) =>
      `  <Card title="${name}">\n    <small>${small}</small>\n  </Card>\n`;
    const { yaml, fidelity } = cards(
      'Card',
      card('Ada', '@ada') + card('Bob', '[@bob](https://github.com/bob)'),
    );
    expect(yaml).not.toContain('license');
    expect(fidelity).not.toBe('different');
  });
});

test('the words of a style are read from cards', () => {
  const card = (small: string) =>
    `  <Card title="a">\n\n    <small>${small}</small>\n\n  </Card>\n`;
  const text = `---\ntitle: T\n---\n\nimport { Card, CardGrid } from "@astrojs/starlight/components";\n\n<CardGrid>\n${card('von Ada und Bob · 1.10 · MIT')}${card('von Eve · MIT')}</CardGrid>\n`;
  const { fidelity, yaml } = imported(text, 'mdx');
  expect(fidelity).toBe('identical');
  expect(yaml).toContain('style:\n  layout: cards\n  by: von\n  and: und\n');
  expect(yaml).toContain('version: 1.10\n    by: [Ada, Bob]\n    license: MIT');
  expect(yaml).toContain('by: Eve\n    license: MIT');
});

test.each([
  '- [Foo](https://e.co) - mail jo&#64;e.co',
  '- [Foo](https://e.co) - see https\\://e.org',
  '- **Foo** by me\\@e.co',
  '| Name | By |\n| - | - |\n| Foo | www\\.e.co |',
])('an address renders the same, escaped or not: %j', (line) => {
  const { fidelity, counts } = imported(`---\ntitle: T\n---\n\n${line}\n`);
  expect({ fidelity, counts }).toEqual({
    fidelity: 'equivalent',
    counts: { credits: 1, markdown: 0 },
  });
});

describe('is reproduced byte for byte', () => {
  test.each([
    // Starlight's parser does not link these addresses, but other parsers do.
    ['- **A** - (@a@b.co=)\n', 'description: (@a\\@b.co=)'],
    ['- **A** by ! :a@b.co and more\n', '"! :a@b.co"'],
    ['Ask a@b.co"https://e.co.\n', 'a\\@b.co"https\\://e.co.'],
    [
      '| Name | By           |\n| ---- | ------------ |\n| A    | \\|-\\|a@b.coé |\n',
      '"|-|a@b.coé"',
    ],
    // All parsers link these addresses.
    ['- **A** - ask a@b.co, (or c@d.co)\n', 'ask a@b.co, (or c@d.co)'],
    // The colon is part of the name.
    ['- **A:** by Ada\n- **B** - b\n', 'name: "A:"'],
    // The word between the people is unknown.
    ['- **A** by \u2068@\u05e9:\u2069 0 B\n', '\u2068@\u05e9:\u2069 0 B'],
    ['- **A** by \u2068@\u05e9\u2069, \u2068@\u05ea\u2069 and B\n', '"@\u05e9", "@\u05ea", B'],
    // Only the first of these links can be written in angle brackets.
    ['<https://e.co> [a.txt](a.txt) [b.txt](b.txt)\n', 'resourceLink: false'],
    // A footnote that only refers to itself, and one before the credits.
    ['- **A**\n\n[^1]: A note with [^1].\n', 'outro: "[^1]: A note with [^1]."'],
    ['Text[^1].\n\n[^1]: A note.\n\n- **A**\n', '[^1]: A note.'],
  ])('%j', async (body, part) => {
    const text = `---\ntitle: T\n---\n\n${body}`;
    const { fidelity, yaml, leftOut } = imported(text);
    expect(yaml).toContain(part);
    expect(leftOut).toEqual([]);
    expect(fidelity).toBe('identical');
    expect(await page(yaml)).toBe(text);
  });
});

test.each([
  '- ![One](one.png) ![Two](two.png) Two pictures',
  '- [![](one.png)](https://e.co) One',
  '- ![](one.png "title") One',
  '- ![](one.png) **One**',
  '- **One** first\n- Two (@two)',
  '- [One](https://e.co)\n\n  More',
  '- [One](https://e.co)\n  - [Two](https://e.co)',
  '1. [One](https://e.co)',
  '- [One](https://e.co)\n\nMore',
])('a gallery that was edited is kept as Markdown: %j', async (list) => {
  const text = `---\ntitle: T\n---\n\n<div class="credits-gallery">\n\n${list}\n\n</div>\n`;
  const { fidelity, counts } = imported(text, 'mdx');
  expect({ fidelity, counts }).toEqual({
    fidelity: 'identical',
    counts: { credits: 0, markdown: 0 },
  });
});

const face = (name: string, more = '') =>
  `<td align="center"><a href="https://e.co/${name}"><img src="${name}.png" width="100px;" alt=""/><br /><sub><b>${name}</b></sub></a>${more}</td>`;

test.each([
  ['<br /><a href="#code" title="Code">💻</a>', '        description: code\n'],
  [
    '<br /><a href="#a" title="Custom & more">🎈</a> <a href="#b" title="Tests">⚠️</a>',
    'Custom & more, tests',
  ],
  ['', 'image: ada.png\n'],
])('a table of faces without comments becomes a gallery: %j', (more, part) => {
  const table = `<table>\n  <tr>\n    ${face('ada', more)}\n  </tr>\n</table>\n`;
  const { yaml, fidelity, leftOut, counts } = imported(`---\ntitle: T\n---\n\n## C\n\n${table}`);
  expect(yaml).toContain('      - person: ada\n        url: https://e.co/ada\n');
  expect(yaml).toContain(part);
  expect(yaml).not.toContain('html: true');
  expect({ fidelity, leftOut, counts }).toEqual({
    fidelity: 'different',
    leftOut: ['the symbols in a table of faces, and their links'],
    counts: { credits: 1, markdown: 0 },
  });
});

test('an address that Starlight does not link, and every built page would, is left out', () => {
  const text = '---\ntitle: T\n---\n\n[Mail](mailto:a@b.co?subject={{ "a b" }})\n\n- a\n';
  const { fidelity, leftOut } = imported(text);
  expect({ fidelity, leftOut }).toEqual({
    fidelity: 'different',
    leftOut: ['the address "a@b.co" as text, as it becomes a link'],
  });
});

test('a contribution that is an emoji without a link stays an emoji', () => {
  const cell = face('ada', '💻 ✍️');
  const { yaml } = imported(`---\ntitle: T\n---\n\n<table><tr>${cell}</tr></table>\n`);
  expect(yaml).toMatch(/description: .*💻, ✍️\n/);
});

test('a table of faces in Markdown, as older versions of all-contributors wrote it, becomes a gallery', () => {
  const cell = (name: string) =>
    `[<img src="https://e.co/${name}.png?s=100" width="100px;" alt=""/><br /><sub><b>${name}</b></sub>](https://e.co/${name})<br />[💻](#code "Code") [📖](#docs "Documentation")`;
  const rows = `| ${cell('ada')} | ${cell('bob')} |\n| :---: | :---: |\n| ${cell('cy')} |\n`;
  const { yaml, leftOut, counts } = imported(
    `---\ntitle: T\n---\n\n<!-- ALL-CONTRIBUTORS-LIST:START - Do not modify -->\n<!-- prettier-ignore -->\n${rows}\n<!-- ALL-CONTRIBUTORS-LIST:END -->\n`,
  );
  expect(yaml).toContain(
    '  - person: ada\n    url: https://e.co/ada\n    image: https://e.co/ada.png\n    description: code, docs\n',
  );
  expect(yaml).not.toMatch(/html: true|<!--/);
  expect(leftOut).toEqual(['the symbols in a table of faces, and their links']);
  expect(counts).toEqual({ credits: 3, markdown: 0 });
});

test.each(['<td>Other</td>', face('ada', ' wrote it'), `${face('ada')}<td>Other</td>`])(
  'a table with other content is not a table of faces: %j',
  (cells) => {
    const { fidelity, counts, isRedesigned } = imported(
      `---\ntitle: T\n---\n\n<table><tr>${cells}</tr></table>\n`,
    );
    expect({ fidelity, isRedesigned, credits: counts.credits }).toEqual({
      ...{ fidelity: 'identical', isRedesigned: false, credits: 0 },
    });
  },
);

test('the HTML of a gallery does not need "html", but that in its descriptions does', () => {
  const gallery = (line: string) =>
    `---\ntitle: T\n---\n\n<div class="credits-gallery">\n\n${line}\n\n</div>\n`;
  for (const format of ['md', 'mdx'] as const) {
    expect(imported(gallery('- [a](https://e.co) b'), format).yaml).not.toContain('html: true');
    const { yaml, counts } = imported(gallery('- [a](https://e.co) <b>b</b>'), format);
    expect(yaml).toContain('html: true');
    expect(counts.credits).toBe(1);
  }
});

test('an unused definition is preserved, and the definitions of a footnote are moved with it', () => {
  const { fidelity, yaml } = imported(
    'Text[^1].\n\n- **A**\n\n[^1]: See [b].\n\n[b]: https://e.co/b\n\n[c]: https://e.co/c\n',
  );
  expect(fidelity).toBe('equivalent');
  expect(yaml).toContain('  Text[^1].\n\n  [^1]: See [b].\n\n  [b]: https://e.co/b\n');
  expect(yaml).toContain('outro: "[c]: https://e.co/c"\n');
});

test.each([
  ['| Name | Licence |\n| :-: | --: |\n| a | MIT |\n', 'the alignment of table columns'],
  ['| Name | Licence |\n| :-- | --- |\n| a | MIT |\n', 'the alignment of table columns'],
  ['- **a** - b\n\n- c\n', 'the space between the items of lists'],
])('credits lose their spacing, which is reported: %j', (body, what) => {
  const { fidelity, leftOut, counts } = imported(`---\ntitle: T\n---\n\n${body}`);
  expect({ fidelity, leftOut }).toEqual({ fidelity: 'different', leftOut: [what] });
  expect(counts.credits).toBeGreaterThan(0);
});

test.each([
  // Its items are paragraphs.
  '- Thanks to all who helped us.\n\n- Thanks to those who waited for it.\n',
  // One item cannot be a credit, and three lists would render differently.
  '- **a** - b\n- [ ] c\n- **d** - e\n- **f** - g\n- **h** - i\n- **j** - k\n',
  '- **a** - b\n- **c** - d\n\n  e\n- **f** - g\n- **h** - i\n- **j** - k\n',
])('a list that credits would not reproduce is kept as Markdown: %j', (body) => {
  const { fidelity, counts } = imported(`---\ntitle: T\n---\n\n${body}`);
  expect(fidelity).not.toBe('different');
  expect(counts).toEqual({ credits: 0, markdown: 0 });
});

test('emphasis beside an emoji, which only Starlight recognizes, is preserved', async () => {
  const { fidelity, yaml } = imported('---\ntitle: T\n---\n\n_Thanks_🎉\n\n🎉_thanks_\n');
  expect(fidelity).toBe('equivalent');
  expect(await page(yaml, 'md')).toBe('---\ntitle: T\n---\n\n*Thanks*🎉\n\n🎉*thanks*\n');
});

test.each<[string, string, Format?]>([
  // Not an expression.
  [':badge{variant=tip} {1 + 1}\n', '\\:badge\\{variant="tip"} {1 + 1}\n', 'mdx'],
  // Neither a link nor emphasis.
  [':a[b](c) :d[*e*]{#f .g}\n', ':a\\[b]\\(c) :d\\[\\*e\\*]{#f .g}\n'],
  ['::a{#b}\n', ':\\:a\\{#b}\n', 'mdx'],
  [':a[] c:d\n', ':a c:d\n'],
])(
  'a directive becomes the text that Starlight renders: %j',
  async (body, built, format = 'md') => {
    const { fidelity, yaml } = imported(`---\ntitle: T\n---\n\n${body}`, format);
    expect(await page(yaml, format)).toBe(`---\ntitle: T\n---\n\n${built}`);
    expect(fidelity).toBe('equivalent');
  },
);

test('a container that is not an aside is reported', () => {
  const { fidelity, leftOut } = imported('---\ntitle: T\n---\n\n:::note\n:::a\nb\n:::\n:::\n');
  expect(leftOut).toEqual(['the directive ":::a", whose lines become text']);
  expect(fidelity).toBe('different');
});

test('the first line of a page with front matter loses its indentation', async () => {
  const { fidelity, yaml } = imported('---\ntitle: T\n---\n\n    a\n\n    b\n');
  expect(fidelity).toBe('equivalent');
  expect(await page(yaml)).toBe('---\ntitle: T\n---\n\na\n\n    b\n');
  expect(imported('    a\n').yaml).toContain('intro: "    a"');
});

test.each<[string, string, Format?]>([
  ['> [!NOTE]\n> Thanks.\n', '> [!NOTE]'],
  ['## A  B\n\n- **a** - b\n', '## A  B'],
  ['3. a\n4. b\n', '3. a'],
  ['[a](b "c") ![d](e "f")\n', '[a](b "c") ![d](e "f")'],
  ['- [x] a\n- [ ] b\n', '- [x] a'],
])('visible content is preserved: %j', async (body, part, format = 'md') => {
  const { fidelity, yaml } = imported(`---\ntitle: T\n---\n\n${body}`, format);
  expect(yaml).toContain(part);
  expect(fidelity).toBe('identical');
  expect(await page(yaml, format)).toBe(`---\ntitle: T\n---\n\n${body}`);
});

test('options that would change the page are not set', () => {
  const { fidelity, yaml } = imported('~~~\na\n~~~\n\n    b\n\n```js\nc\n```\n\n5. d\n6. e\n');
  expect(fidelity).toBe('equivalent');
  expect(yaml).not.toContain('markdown:');
});

// In quadratic time, these would take minutes.
describe('in linear time', () => {
  limitCpuTime(isSlow ? 120 : 10);

  test('long lines of spaces, addresses and quotes, and long lists, are imported', () => {
    const thousands = isSlow ? 100 : 5;
    const spaces = `- [A](u)${' '.repeat(thousands * 1_000)}x - b\n`;
    const glued = `${'a@b.co='.repeat(thousands * 40)}\n`;
    const quotes = `- a\n- ${'“'.repeat(thousands * 1_000)}\n`;
    const items = Array.from(
      { length: thousands * 30 },
      (_, n) => `${n + 1}. [a](https://e.co/${n}) b\n`,
    );
    for (const body of [spaces, glued, quotes, items.join('')]) {
      expect(imported(`---\ntitle: T\n---\n\n${body}`).fidelity).not.toBe('different');
    }
  });
});

test('an address that occurs twice gets a short id', () => {
  const lines = ['A', 'B', 'C', 'D'].map(
    (name, index) => `- **${name}** by ${index < 2 ? 'https://e.co/people/ada/' : 'bob@e.co'}\n`,
  );
  const { yaml, fidelity } = imported(`---\ntitle: T\n---\n\n${lines.join('')}`);
  expect(yaml).toContain('people:\n  ada: https://e.co/people/ada/\n  bob: bob@e.co\n');
  expect(fidelity).toBe('identical');
});

describe('a first comment', () => {
  test.each([
    [
      '# Generated by a script. Do not edit.\ntitle: T',
      'notice: Generated by a script. Do not edit.',
    ],
    ['# DO NOT EDIT\ntitle: T', 'notice: DO NOT EDIT'],
    // Any comment above front matter with the formatting of a built page is a notice.
    ['# Kept by us\ntitle: T', 'notice: Kept by us'],
    ['# Kept by us\ntitle:   T', '# Kept by us'],
    ['# Kept by us\nsidebar: {order: 1}\ntitle: T', '  # Kept by us'],
  ])('of front matter: %j', (frontMatter, line) => {
    const { yaml, fidelity } = imported(`---\n${frontMatter}\n---\n\na\n`);
    expect(yaml.split('\n')).toContain(line);
    expect(fidelity).not.toBe('different');
  });

  test.each<[string, Format, string]>([
    ['<!-- Auto-generated file -->', 'md', 'notice: Auto-generated file'],
    ['{/* Generated by x */}', 'mdx', 'notice: Generated by x'],
    ['<!-- markdownlint-disable -->', 'md', '  <!-- markdownlint-disable -->'],
    ['<!-- Generated by x -- y -->', 'md', '  <!-- Generated by x -- y -->'],
    ['{/* prettier-ignore-start */}', 'mdx', '  {/* prettier-ignore-start */}'],
  ])('of a page: %s', (comment, format, line) => {
    const { yaml, fidelity } = imported(`${comment}\n\n# T\n\na\n`, format);
    expect(yaml.split('\n')).toContain(line);
    expect(fidelity).toBe('identical');
  });
});

describe('front matter', () => {
  test.each([
    ['title: >\n  A\n  b', 'title: A b'],
    ['title: |\n  A\n\n  b', 'title: A b'],
    ['title: T\ndescription: |-\n  A\n    b', 'description: A b'],
    ['title: "A \\\n  b"', 'title: A b'],
    ['title: T\ndescription: ~', 'title: T'],
    ['title: T # why', 'title: T # why'],
    ['title: > # why\n  T', 'title: T # why'],
    ['title: T\n# below', '# below'],
    ['title: # to do\ndescription: D', '# to do'],
    ['title: T\n\nsidebar: {order: 1}', '  sidebar: {order: 1}'],
    ['{title: T, "a: b": 1}', '  "a: b": 1'],
    ['a: &a 1\ntitle: T\nb: *a', '  b: *a'],
    ['t: &t T\ntitle: *t', 'title: T'],
    ['title: 1.10', 'title: 1.10'],
    ['title: true', 'title: true'],
  ])('%j', (frontMatter, line) => {
    const { yaml, fidelity } = imported(`---\n${frontMatter}\n---\n\na\n`);
    expect(yaml.split('\n')).toContain(line);
    expect(fidelity).not.toBe('different');
  });

  test.each([
    ['title: ""', []],
    ['title: "  "\ndescription: ""', []],
    ['title: "\\u200b"', ['a part of the title that cannot be displayed']],
    ['title: "\\a"', ['a part of the title that cannot be displayed']],
    ['title: "T\\a"', ['a part of the title that cannot be displayed']],
  ])('%j becomes a source that can be built', async (frontMatter, leftOut) => {
    const result = imported(`---\n${frontMatter}\n---\n\n## &#8203;\n\na\n`);
    expect(result.leftOut).toEqual(leftOut);
    // Starlight requires a title, and allows an empty one.
    expect(result.fidelity).toBe('different');
    expect(await page(result.yaml, 'md')).toContain('a\n');
  });

  test.each(['template: wide', 'sidebar: {lable: x}', 'prev: {icon: x}'])(
    'of a newer Starlight is preserved: %s',
    (line) => {
      const { yaml, fidelity, leftOut } = imported(`---\ntitle: T\n${line}\n---\n\na\n`);
      expect(yaml.split('\n')).toContain(`  ${line}`);
      expect({ fidelity, leftOut }).toEqual({ fidelity: 'identical', leftOut: [] });
    },
  );

  test('without a title: the first heading becomes the title', () => {
    const { yaml } = imported('---\ntitle: ""\nsidebar: {order: 1}\n---\n\n# T\n\na\n');
    expect(yaml).toContain('title: T\n');
    expect(yaml).toContain('output: { path: page.md, title: heading }\n');
  });
});

test('images and links with forbidden URLs are written as HTML', async () => {
  const text = '[![a](irc:b)](irc:c), [d][]\n\n[d]: irc:e\n[f]: irc:g\n';
  const { yaml, fidelity } = imported(text);
  expect(fidelity).toBe('equivalent');
  expect(await page(yaml, 'md')).toBe(
    '<a href="irc:c"><img src="irc:b" alt="a" /></a>, <a href="irc:e">d</a>\n',
  );
});

test('links and images that are written as HTML keep their title, cell and line', async () => {
  const text =
    '[x](irc:a "b\\"c") ![i](irc:d "e")\n\n| f | g |\n| - | - |\n| [h](irc:i\\|j) *k* | `l` |\n\n![m](irc:n)\n*o*\n';
  const { yaml } = imported(text);
  const { blocks, links } = visibleContent(await render(await page(yaml, 'md'), 'md', 'satteri'));
  expect(yaml).toContain(
    '<a href="irc:a" title="b&quot;c">x</a> <img src="irc:d" alt="i" title="e" />',
  );
  expect(links).toContainEqual({ text: 'h', href: 'irc:i|j' });
  const shown = blocks.map((block) => block.text);
  expect(shown).toContain('h k');
  expect(shown).toContain('l');
  expect(shown.at(-1)).toMatch(/ ?o$/);
});

test.each([
  '> [^2]: nested\n\nb[^2]\n',
  'a[^1] b[^2]\n\n[^1]: one\n\n[^1]: uno\n\n> [^2]: two [^3]\n\n[^3]: three\n',
])('footnotes may be defined anywhere: %j', (body) => {
  expect(imported(`---\ntitle: T\n---\n\n${body}`).fidelity).toBe('identical');
});

test('spaces that Markdown does not strip are part of the text', async () => {
  const text = '---\ntitle: T\n---\n\n## a\u2003\n\n- **b** - c\u3000\n';
  const { fidelity, yaml } = imported(text, 'mdx');
  expect(fidelity).toBe('identical');
  expect(await page(yaml, 'mdx')).toBe(text);
});

describe('a page that GitHub shows by default', () => {
  const GALLERY =
    '<div class="credits-gallery">\n\n- [![](a.png) A](https://a.example)\n\n</div>\n';

  test.each([
    ['an aside', ':::note\nText.\n:::\n'],
    ['a nested aside', '> :::note\n> Text.\n> :::\n'],
    ['an aside and an alert', '> [!NOTE]\n> Text.\n\n:::tip\nText.\n:::\n'],
    ['a gallery for Starlight', GALLERY],
  ])('with %s names the flavor of Starlight', (_, body) => {
    const { yaml, fidelity } = imported(`# T\n\n${body}`);
    expect(yaml).toContain('output: { path: page.md, frontmatter: false, flavor: starlight }\n');
    expect(fidelity).toBe('identical');
  });

  test.each([
    ['an alert', '> [!NOTE]\n> Text.\n'],
    ['credits', '- **a** - b\n'],
    ['a root-relative link', '[a](/b/)\n'],
    ['a table of faces', `<table><tr>${face('ada')}</tr></table>\n`],
  ])('with %s names no flavor', (_, body) => {
    const { yaml, fidelity, isRedesigned } = imported(`# T\n\n${body}`);
    expect(yaml).toContain('output: { path: page.md, frontmatter: false }\n');
    expect(fidelity).toBe(isRedesigned ? 'different' : 'identical');
  });

  test('has pictures in tables without the markup of Starlight', () => {
    const picture =
      '<picture><source media="(prefers-color-scheme: dark)" srcset="./d.png"><img src="./l.png" alt="a&#124;b"></picture>';
    const line = (name: string, image: string) => `| ${name} | ${image.padEnd(picture.length)} |\n`;
    const lines = [
      ['**Name**', 'Image'],
      ['--------', '-'.repeat(picture.length)],
      ['**Acme**', picture],
      ['**Beta**', '![](./b.png)'],
    ].map(([name = '', image = '']) => line(name, image));
    const { yaml, fidelity } = imported(
      `# T\n\n${lines.join('').replaceAll('**Name**', 'Name    ')}`,
    );
    expect(yaml).toContain('image: { light: ./l.png, dark: ./d.png, alt: a|b }\n');
    expect(yaml).toContain('image: ./b.png\n');
    expect(fidelity).toBe('identical');
  });

  test('names no flavor if it is in the content of a site, as its source is', async () => {
    const docs = 'src/content/docs';
    const cwd = folder({ '.git/HEAD': '', [`${docs}/a.md`]: '# T\n\n:::note\nText.\n:::\n' });
    const { stderr } = await cli(['import', 'a.md'], { cwd: `${cwd}/${docs}` });
    expect(stderr).toContain('a.md is reproduced byte for byte');
    const yaml = readFileSync(`${cwd}/${docs}/credits.yaml`, 'utf8');
    expect(yaml).toContain('output: { path: a.md, frontmatter: false }\n');
    expect(await cli(['--check'], { cwd: `${cwd}/${docs}` })).toMatchObject({ code: 0 });
  });
});

describe('the command', () => {
  test('reports that a table of faces becomes a gallery', async () => {
    const page = `---\ntitle: T\n---\n\n<table><tr>${face('ada')}</tr></table>\n`;
    const cwd = folder({ 'page.md': page, 'ada.png': png() });
    const { code, stderr, stdout } = await cli(['import', 'page.md'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `wrote credits.yaml: 1 credit
left out: the symbols in a table of faces, and their links
the table of faces becomes a gallery, with contributions as text
page.md is not reproduced
`,
    });
    expect(stdout).toContain('+<div class="credits-gallery credits-people"');
  });

  const PAGE = '---\ntitle: Credits\n---\n\n- **[a](https://example.com/a)** - b\n';

  test('writes a source that builds the page', async () => {
    const cwd = folder({ 'docs/credits.md': PAGE });
    const ran = await cli(['import', 'docs/credits.md'], { cwd });
    expect(ran).toEqual({
      code: 0,
      stdout: '',
      stderr: 'wrote credits.yaml: 1 credit\ndocs/credits.md is reproduced byte for byte\n',
    });
    const yaml = readFileSync(`${cwd}/credits.yaml`, 'utf8');
    expect(yaml.split('\n')[0]).toBe(schemaLine());
    expect(yaml).toContain('output: docs/credits.md\n');
    expect(await cli(['--check'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  });

  test('prints the source and writes nothing', async () => {
    const cwd = folder({ 'credits.md': PAGE, 'credits.yaml': 'title: kept\n' });
    const { code, stdout, stderr } = await cli(['import', 'credits.md', '-o', '-'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'credits.md is reproduced byte for byte\n',
    });
    expect(stdout).toContain('output: credits.md\n');
    expect(readdirSync(cwd)).toEqual(['credits.md', 'credits.yaml']);
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe('title: kept\n');
  });

  test.each(['credits.yaml', 'credits.yml'])('never overwrites %s', async (name) => {
    const cwd = folder({ 'credits.md': PAGE, [name]: 'title: kept\n' });
    const { code, stderr } = await cli(['import', 'credits.md'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(`${name}:1:1 error source-exists`);
    expect(stderr).toContain('--force');
    expect(readFileSync(`${cwd}/${name}`, 'utf8')).toBe('title: kept\n');
  });

  test('overwrites a source with --force', async () => {
    const cwd = folder({ 'credits.md': PAGE, 'credits.yaml': 'title: old\n' });
    expect(await cli(['import', 'credits.md', '--force'], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toContain('title: Credits\n');
  });

  test('writes to the path of -o, with the path of the page relative to it', async () => {
    const cwd = folder({ 'docs/credits.md': PAGE, '.git/HEAD': '', 'data/x': '' });
    const { code } = await cli(['import', 'docs/credits.md', '-o', 'data/thanks.yml'], { cwd });
    expect(code).toBe(0);
    const yaml = readFileSync(`${cwd}/data/thanks.yml`, 'utf8');
    expect(yaml).toContain('output: ../docs/credits.md\n');
    expect(await cli(['data/thanks.yml', '--check'], { cwd })).toMatchObject({ code: 0 });
  });

  test('creates missing folders', async () => {
    const cwd = folder({ 'credits.md': PAGE, '.git/HEAD': '', file: '' });
    const to = (path: string) => cli(['import', 'credits.md', '-o', path], { cwd });
    expect(await to('a/b/credits.yaml')).toMatchObject({ code: 0 });
    expect(await cli(['a/b/credits.yaml', '--check'], { cwd })).toMatchObject({ code: 0 });
    const refused = await to('file/credits.yaml');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('part of the path is not a folder');
  });

  test.each([
    ['with the same formatting', PAGE, 'o.md will be identical to ../o.md, byte for byte'],
    ['with other bullets', '# T\n* a\n', 'o.md will render the same as ../o.md; only its'],
    ['with a link that runs code', '[a](javascript:x)\n', 'o.md will differ from ../o.md'],
  ])('reports where a page from outside will be written, %s', async (_, text, message) => {
    const parent = folder({ 'o.md': text, 'site/x': '' });
    const { stderr } = await cli(['import', '../o.md'], { cwd: `${parent}/site` });
    expect(stderr).toContain(
      '../o.md is outside the repository of the source, so its page will be written to o.md\n',
    );
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('reproduced');
  });

  test('writes a page from outside into the current folder', async () => {
    const [cwd, elsewhere] = [folder(), folder({ 'credits.md': PAGE })];
    expect(await cli(['import', `${elsewhere}/credits.md`], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toContain('output: credits.md\n');
    expect(await cli([], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(`${cwd}/credits.md`, 'utf8')).toBe(PAGE);
  });

  test('accepts CRLF and a byte order mark', async () => {
    const cwd = folder({ 'credits.md': `\ufeff${PAGE.replaceAll('\n', '\r\n')}` });
    const { code, stderr } = await cli(['import', 'credits.md'], { cwd });
    expect(code).toBe(0);
    // Pages are built without a byte order mark.
    expect(stderr).toContain('left out: the byte order mark\n');
    expect(stderr).toContain('credits.md renders the same');
    writeFileSync(`${cwd}/credits.md`, PAGE.replaceAll('\n', '\r\n'));
    expect(await cli(['--check'], { cwd })).toMatchObject({ code: 0 });
  });

  test('does not report CRLF as reproduced if a new page will have LF', async () => {
    const crlf = PAGE.replaceAll('\n', '\r\n');
    const [cwd, elsewhere] = [folder({ 'credits.md': crlf }), folder({ 'credits.md': crlf })];
    const beside = await cli(['import', 'credits.md', '-o', 'beside.yaml'], { cwd });
    expect(beside.stderr).toContain('credits.md is reproduced byte for byte\n');
    const outside = await cli(['import', `${elsewhere}/credits.md`], { cwd });
    expect(outside.stderr).toContain('only its Markdown formatting changes\n');
  });

  test.each(['', '---\ntitle: T\n---\n', 'Thanks.\n'])(
    'says that no credits were found: %j',
    async (text) => {
      const cwd = folder({ 'page.md': text });
      const { code, stderr } = await cli(['import', 'page.md'], { cwd });
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr:
          'wrote credits.yaml: no credits found, kept as Markdown\n' +
          'page.md is reproduced byte for byte\n',
      });
      expect(await cli([], { cwd })).toMatchObject({ code: 0 });
      expect(readFileSync(`${cwd}/page.md`, 'utf8')).toBe(text);
    },
  );

  test('reports that only the Markdown formatting changes', async () => {
    const cwd = folder({ 'credits.md': '# Credits\n* a\n* b\n' });
    const { code, stderr } = await cli(['import', 'credits.md'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toBe(
      'wrote credits.yaml: 2 credits\n' +
        'credits.md renders the same; only its Markdown formatting changes\n',
    );
  });

  test.each([
    ['a link that runs code', '[a](javascript:alert(1))\n', 'the link to javascript:alert(1)'],
    ['a control character', 'a\u0007b\n', '1 control character'],
    ['invalid front matter', '---\ntitle: T\ndraft: maybe\n---\n\na\n', '"draft"'],
  ])('shows the difference for %s', async (_, text, leftOut) => {
    const cwd = folder({ 'credits.md': text });
    const { code, stdout, stderr } = await cli(['import', 'credits.md'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain(`left out: ${leftOut}`);
    expect(stderr).toContain('credits.md is not reproduced');
    expect(stdout).toMatch(/^--- a\/credits\.md\n\+\+\+ b\/credits\.md\n@@/);
    expect(existsSync(`${cwd}/credits.yaml`)).toBe(true);
    expect(await cli(['-o', '-'], { cwd })).toMatchObject({ code: 0 });
  });

  test('shows the difference on stderr if the source is printed', async () => {
    const cwd = folder({ 'credits.md': '[a](javascript:x)\n' });
    const { code, stdout, stderr } = await cli(['import', 'credits.md', '-o', '-'], { cwd });
    expect(code).toBe(1);
    expect(stdout.startsWith(schemaLine())).toBe(true);
    expect(stdout).not.toContain('@@');
    expect(stderr).toContain('@@');
  });

  test('imports large pages', async () => {
    const count = isSlow ? 500 : 30;
    const rows = Array.from({ length: count }, (_, index) => `| [a${index}](/${index}) | *b* |`);
    const items = Array.from({ length: count }, (_, index) => `- c${index}\n  - d\n    - e *f*`);
    const people = Array.from({ length: 2 * count }, (_, index) => `- **p** by Ada ${index % 600}`);
    const table = `| A | B |\n| - | - |\n${rows.join('\n')}`;
    const html = `<table>\n${'<tr><td>*g*</td></tr>\n'.repeat(4 * count)}</table>`;
    const cwd = folder({
      'credits.md': `# T\n\n${[table, items.join('\n'), html, people.join('\n')].join('\n\n')}\n`,
    });
    expect(await cli(['import', 'credits.md'], { cwd })).toMatchObject({ code: 0 });
  });

  test('reports a missing page before an existing source', async () => {
    const { stderr } = await cli(['import', 'a.md'], { cwd: folder({ 'credits.yaml': '' }) });
    expect(stderr).toContain('a.md:1:1 error page-unreadable');
  });

  test.each<[string, Record<string, string | Uint8Array>, string, string]>([
    ['a missing page', {}, 'credits.md', 'credits.md:1:1 error page-unreadable'],
    [
      'a missing page beside a similar one',
      { 'THANKS.md': '' },
      'thanks.md',
      'help: did you mean "THANKS.md"?',
    ],
    ['another case', {}, 'A.MD', 'rename the file so that it ends in .md or .mdx'],
    ['a folder', { 'a.md/x': '' }, 'a.md', 'a.md:1:1 error page-unreadable'],
    ['bytes that are not UTF-8', { 'a.md': Uint8Array.of(0xff) }, 'a.md', 'not encoded as UTF-8'],
    [
      'broken front matter',
      { 'a.md': '---\na: b: c\n---\n' },
      'a.md',
      'a.md:2:4 error page-frontmatter',
    ],
    [
      'a list as front matter',
      { 'a.md': '---\n- a\n---\n' },
      'a.md',
      'a.md:2:1 error page-frontmatter',
    ],
    [
      'a map as title',
      { 'a.md': '---\ntitle: {a: b}\n---\n' },
      'a.md',
      'a.md:2:8 error page-frontmatter',
    ],
    [
      'an alias without an anchor',
      { 'a.md': '---\na: *b\n---\n' },
      'a.md',
      'a.md:2:4 error page-frontmatter',
    ],
    ['TOML', { 'a.md': '+++\ntitle = "T"\n+++\n' }, 'a.md', 'a.md:1:1 error page-frontmatter'],
    [
      'broken MDX',
      { 'a.mdx': '---\ntitle: T\n---\n\nTo <b>all\n' },
      'a.mdx',
      'a.mdx:5:1 error page-mdx',
    ],
    [
      'a tag that is not closed',
      { 'a.mdx': '---\ntitle: T\n---\n\n## a\n\nb\n\n  <Foo>\n\n## c\n' },
      'a.mdx',
      'a.mdx:9:3 error page-mdx',
    ],
    ['a comment in MDX', { 'a.mdx': 'a\n\n<!-- b -->\n' }, 'a.mdx', 'a.mdx:3:2 error page-mdx'],
    ['a very long paragraph', { 'a.md': 'a* '.repeat(50_000) }, 'a.md', 'markdown-too-long'],
    ['thousands of nested quotes', { 'a.md': '> '.repeat(5_000) }, 'a.md', 'page-too-deep'],
    ['another extension', { 'a.txt': '' }, 'a.txt', '"a.txt" is not a page (.md or .mdx)'],
  ])('rejects %s and writes nothing', async (_, files, name, message) => {
    const cwd = folder(files);
    const { code, stdout, stderr } = await cli(['import', name], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(existsSync(`${cwd}/credits.yaml`)).toBe(false);
  });

  test('rejects an output that does not end in .yaml or .yml', async () => {
    const cwd = folder({ 'credits.md': PAGE });
    const { code, stderr } = await cli(['import', 'credits.md', '-o', 'credits.md'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('"credits.md" does not end in .yaml or .yml');
  });

  test('prints nothing with --quiet', async () => {
    const cwd = folder({ 'credits.md': PAGE });
    const ran = await cli(['import', 'credits.md', '--quiet'], { cwd });
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

test('an item whose Markdown is compared and would change is kept as Markdown', () => {
  const { fidelity, yaml } = imported(
    '---\ntitle: T\n---\n\n- **\\*:** some text\n- **b:** other text\n',
  );
  expect(fidelity).toBe('equivalent');
  expect(yaml).toContain('- "**\\\\*:** some text"\n  - name: b\n    description: other text\n');
});

test('a separator is not the end of a name', () => {
  const page = '- Inter - by Ada Lovelace (OFL-1.1)\n- [Lato](https://lato.org) – by Ada\n';
  expect(imported(page).yaml).not.toContain('name: Inter -');
  expect(imported('- Lato – x\n- Inter - by Ada\n- Noto – y\n').yaml).toContain(
    '  - Inter - by Ada\n',
  );
});

test.each([
  ['- **Icon** - a\n- **URL** - b\n', '- name: URL\n    description: b\n'],
  ['- Icon: a\n- URL: b\n', '- "URL: b"\n'],
])('an item is only a field of a credit with a colon after its name: %j', (page, credit) => {
  expect(imported(page).yaml).toContain(credit);
});
