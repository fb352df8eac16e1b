/** Compares the checks of front matter with the schema of Starlight. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { iconNames } from '../src/model/starlight-icons.ts';
import { jsonSchema } from '../src/schema/json-schema.ts';
import { resolvePlain } from '../src/source/js-yaml-scalar.ts';
import { diagnose } from './helpers/cli.ts';
import { frontMatterCases } from './helpers/front-matter-cases.ts';
import { page } from './helpers/page.ts';
import { site } from './helpers/paths.ts';
import { numRuns, seed } from './helpers/test-size.ts';

const fromSite = createRequire(`${site}/package.json`);
const yaml = fromSite('js-yaml') as { load(text: string): unknown };

const internalHelpers = `${site}/node_modules/@astrojs/internal-helpers`;
const starlight = `${site}/node_modules/@astrojs/starlight`;
const { version } = JSON.parse(readFileSync(`${starlight}/package.json`, 'utf8'));
/** The major and minor version of Starlight, such as `0.42`. */
const minor = version.replace(/\.\d+$/, '');

/** Starlight's schema of front matter. */
let schema: { shape: object; safeParse(value: unknown): { success: boolean } };
let icons: string[];

beforeAll(async () => {
  const load = (path: string) => import(/* @vite-ignore */ pathToFileURL(path).href);
  const { docsSchema } = await load(`${starlight}/dist/schema.js`);
  const { z } = await load(`${site}/node_modules/astro/dist/zod.js`);
  // Astro passes a function that accepts the paths of existing images.
  schema = docsSchema()({ image: () => z.string() });
  icons = Object.keys((await load(`${starlight}/dist/components-internals/Icons.js`)).Icons);
});

/** Front matter that Starlight rejects, but that a newer version may accept. */
const future = new Set([
  'template: Doc',
  'template: wide',
  'hero: { actions: [{ text: x, link: /, variant: big }] }',
  'hero: { actions: [{ text: x, link: /, icon: no-such-icon }] }',
  'prev: { text: x }',
  'next: { lable: x }',
  'sidebar: { badge: { text: New, variant: big } }',
]);

describe.each(frontMatterCases)('%s: %s', (key, value) => {
  test('is accepted if and only if Starlight accepts it, or a newer version may accept it', async () => {
    const line = `${key}: ${value}`;
    const accepted = schema.safeParse({ title: 'x', ...(yaml.load(line) as object) }).success;
    const { code, all } = await diagnose(`title: x\nfrontmatter:\n  ${line}\n`);
    expect(code === 0).toBe(accepted || future.has(line));
    if (!accepted) expect(all).not.toEqual([]);
    for (const { severity, code } of all)
      expect(severity === 'warning').toBe(code === 'frontmatter-unknown');
  });

  test('is written with the same value if it is accepted', async () => {
    const line = `${key}: ${value}`;
    const source = `title: x\nfrontmatter:\n  ${line}\n`;
    const { success } = schema.safeParse({ title: 'x', ...(yaml.load(line) as object) });
    if (!success && !future.has(line)) {
      await expect(page(source)).rejects.toThrow();
      return;
    }
    const [, frontMatter = ''] = (await page(source)).split('---\n');
    expect(yaml.load(frontMatter)).toEqual({ title: 'x', ...(yaml.load(line) as object) });
  });
});

describe('front matter that a newer Starlight may accept is a warning', () => {
  const action = (entry: string) => `hero: { actions: [{ text: x, link: /, ${entry} }] }`;

  test.each<[line: string, column: number, message: string, help: string]>([
    ['template: spash', 13, 'template "spash"', 'did you mean "splash"?'],
    ['template: wide', 13, 'template "wide"', 'use one of: doc, splash'],
    [action('icon: rokcet'), 47, 'icon "rokcet"', 'did you mean "rocket"?'],
    [action('icon: "seti:pyton"'), 47, 'icon "seti:pyton"', 'did you mean "seti:python"?'],
    [
      action('icon: no-such-icon'),
      47,
      'icon "no-such-icon"',
      'choose one from https://starlight.astro.build/reference/icons/#all-icons',
    ],
    [action('variant: primry'), 50, 'action variant "primry"', 'did you mean "primary"?'],
    [action('variant: big'), 50, 'action variant "big"', 'use one of: primary, secondary, minimal'],
    [
      'sidebar: { badge: { text: x, variant: dangr } }',
      41,
      'badge variant "dangr"',
      'did you mean "danger"?',
    ],

    [
      'sidebar: { lable: x }',
      14,
      'key "lable" in an entry of the sidebar',
      'did you mean "label"?',
    ],
    [
      'sidebar: { collapsed: true }',
      14,
      'key "collapsed" in an entry of the sidebar',
      'use one of: order, label, hidden, badge, attrs',
    ],
    [
      'sidebar: { badge: { text: x, varaint: tip } }',
      32,
      'key "varaint" in a badge',
      'did you mean "variant"?',
    ],
    ['hero: { tagine: x }', 11, 'key "tagine" in a hero', 'did you mean "tagline"?'],
    [action('varient: minimal'), 41, 'key "varient" in an action', 'did you mean "variant"?'],
    [
      'hero: { image: { file: ./a.png, atl: x } }',
      35,
      'key "atl" in an image',
      'did you mean "alt"?',
    ],
    [
      'hero: { image: { dark: ./a.png, light: ./b.png, atl: x } }',
      51,
      'key "atl" in an image',
      'did you mean "alt"?',
    ],
    ['hero: { image: { html: <svg/>, alt: x } }', 34, 'key "alt" in an image', 'use one of: html'],
    [
      'banner: { content: x, dismissable: true }',
      25,
      'key "dismissable" in a banner',
      'use one of: content',
    ],
    ['prev: { link: /, lable: x }', 20, 'key "lable" in a link', 'did you mean "label"?'],
    ['next: { icon: x }', 11, 'key "icon" in a link', 'use one of: link, label'],
    [
      'tableOfContents: { minHeadingLevl: 2 }',
      22,
      'key "minHeadingLevl" in a table of contents',
      'did you mean "minHeadingLevel"?',
    ],
    [
      'head: [{ tag: script, conent: x }]',
      25,
      'key "conent" in a tag of the head',
      'did you mean "content"?',
    ],
  ])('%s', async (line, column, unknown, help) => {
    const source = `title: x\nfrontmatter:\n  ${line}\n`;
    const { code, all } = await diagnose(source);
    expect({ code, all }).toMatchObject({
      code: 0,
      all: [
        {
          line: 3,
          column,
          severity: 'warning',
          code: 'frontmatter-unknown',
          message: `unknown ${unknown}, as of Starlight ${minor}`,
          help,
        },
      ],
    });
    expect((await diagnose(source, ['--strict'])).code).toBe(2);
    expect(await page(source)).toBe(`---\ntitle: x\n${line}\n---\n`);
  });

  test.each([
    ['sidebar: { badge: { txet: New } }', 21, 'did you mean "text"?'],
    // Of the kinds of images, the nearest key selects one.
    ['hero: { image: { fiel: a.png } }', 18, 'did you mean "file"?'],
    ['hero: { image: { drak: a.png, light: b.png } }', 18, 'did you mean "dark"?'],
  ])('even if an error has the same cause: %s', async (line, column, help) => {
    const { places, all } = await diagnose(`title: x\nfrontmatter:\n  ${line}\n`);
    expect(places).toEqual([`3:${column} missing-key`, `3:${column + 2} frontmatter-unknown`]);
    expect(all[1]?.help).toBe(help);
  });
});

test.each([
  ['template: true', '3:13 wrong-type'],
  ['template: 2024-01-01', '3:13 wrong-type'],
  ['sidebar: { badge: { text: x, variant: 1 } }', '3:41 wrong-type'],
  ['hero: { actions: [{ text: x, link: /, icon: 1 }] }', '3:47 wrong-type'],
  ['hero: { actions: [{ text: x, link: /, icon: }] }', '3:47 wrong-type'],
  ['head: [{ tag: blink }]', '3:17 unknown-value'],
  ['prev: { <<: { link: / } }', '3:11 yaml-merge'],
  ['next: { "---": x }', '3:11 frontmatter-reserved'],
  ['next: { +++x: x }', '3:11 frontmatter-reserved'],
  ['<<: { draft: maybe }', '3:3 yaml-merge'],
  ['own: [{ a: { <<: { b: c } } }]', '3:16 yaml-merge'],
  ['sidebar: { attrs: { <<: a } }', '3:23 yaml-merge'],
  ['---h: x', '3:3 frontmatter-reserved'],
  ['"---": x', '3:3 frontmatter-reserved'],
  ['+++h: x', '3:3 frontmatter-reserved'],
  ['1: a\n  0x1: b', '4:3 duplicate-key'],
  ['"1": a\n  1.0: b', '4:3 duplicate-key'],
  ['own: { ~: a, null: b }', '3:16 duplicate-key'],
  ['own: { True: a, "true": b }', '3:19 duplicate-key'],
])('front matter that no version of Starlight accepts is an error: %s', async (line, place) => {
  const { code, places } = await diagnose(`title: x\nfrontmatter:\n  ${line}\n`);
  expect({ code, places }).toEqual({ code: 2, places: [place] });
});

test.each([
  ['2024-01-01: a', '3:3', 'a date, whose text depends on the time zone'],
  ['own: [{ 2024-1-1 1:02:03: a }]', '3:11', 'a date, whose text depends on the time zone'],
  ['1.10: a', '3:3', '"1.1"'],
  ['0x1F: a', '3:3', '"31"'],
  ['~: a', '3:3', '"null"'],
  ['True: a', '3:3', '"true"'],
])('a key that Astro reads as another text is a warning: %s', async (line, place, as) => {
  const source = `title: x\nfrontmatter:\n  ${line}\n`;
  const { code, places, all } = await diagnose(source);
  expect({ code, places }).toEqual({ code: 0, places: [`${place} frontmatter-rewritten`] });
  expect(all[0]?.message).toContain(` as ${as}`);
  const { parseFrontmatter } = await import(
    /* @vite-ignore */ pathToFileURL(`${internalHelpers}/dist/frontmatter.js`).href
  );
  const { frontmatter } = parseFrontmatter(await page(source));
  const [read] = Object.keys(frontmatter.own?.[0] ?? frontmatter).filter((key) => key !== 'title');
  expect(read).toMatch(as.startsWith('a date') ? /^Mon Jan 01 2024 / : as.slice(1, -1));
});

test('two dates are different keys', async () => {
  const { places } = await diagnose('title: x\nfrontmatter:\n  2024-01-01: a\n  2024-01-02: b\n');
  expect(places).toEqual(['3:3 frontmatter-rewritten', '4:3 frontmatter-rewritten']);
});

test.each([
  '"1": a\n  "0x1": b',
  'own: "---"',
  'own: a\n    ---b',
  'own: "a\n    +++b"',
  'own: |\n    ---b',
  'own:\n    - ---b',
  'a: b\n  # ---\n  c: d',
])('%j is read by Astro as in YAML 1.2', async (line) => {
  const source = `title: x\nfrontmatter:\n  ${line}\n`;
  const { parse } = await import('yaml');
  const { parseFrontmatter } = await import(
    /* @vite-ignore */ pathToFileURL(`${internalHelpers}/dist/frontmatter.js`).href
  );
  const { frontmatter: expected } = parse(source);
  const { frontmatter } = parseFrontmatter(await page(source));
  expect(frontmatter).toEqual({ title: 'x', ...expected });
});

test.each([
  ['own: "\\ufdd0"', '3:8 text-control'],
  ['own: [a, "\\U0010FFFF"]', '3:12 text-control'],
  ['sidebar: { label: "\\ufffe" }', '3:21 text-control'],
  ['own\uffff: a', '3:3 text-control'],
  ['own: "a\u007f"', '3:8 text-control'],
  ['own: a # \ufffe\n  other: b', '3:12 text-control'],
])('%j has a character that js-yaml refuses, or that is none', async (line, place) => {
  const { code, places } = await diagnose(`title: x\nfrontmatter:\n  ${line}\n`);
  expect({ code, places }).toEqual({ code: 2, places: [place] });
});

test('other keys of the front matter are not validated', async () => {
  const { places } = await diagnose('title: x\nfrontmatter: { temlate: x, own: { lable: y } }\n');
  expect(places).toEqual([]);
});

test('a date is an error in place of a map, although Starlight accepts it', async () => {
  const accepted = schema.safeParse({
    title: 'x',
    next: new Date(0),
    sidebar: new Date(0),
  }).success;
  const { places } = await diagnose(
    'title: x\nfrontmatter: { next: 2024-01-01, sidebar: 2024-01-01 }\n',
  );
  expect({ accepted, places }).toEqual({
    accepted: true,
    places: ['2:22 wrong-type', '2:43 wrong-type'],
  });
});

test('the known keys are those of Starlight, and slug', async () => {
  type Schema = { definitions: { frontMatter: { properties: object } } };
  const ours = Object.keys((jsonSchema() as Schema).definitions.frontMatter.properties);
  expect(ours.sort()).toEqual([...Object.keys(schema.shape), 'slug'].sort());
});

test('the known icons are those of Starlight', () => {
  expect([...iconNames()].sort()).toEqual(icons.sort());
});

/** Strings that are of another type in some version of YAML. */
const tricky = fc.oneof(
  fc.stringMatching(/^[-+]?[0-9._xobeEinfNaA:-]{1,8}$/),
  fc.constantFrom(
    ...['~', 'null', 'Null', 'true', 'TRUE', 'yes', 'No', 'on', 'y', '=', '<<', '2024-01-01'],
    ...['2024-1-1 1:02:03', '12:30:45', '0b101', '0o17', '017', '0x1F', '1_000', '.inf', '-.INF'],
    ...['1e3', '1.', '.5', '+1', '- x', 'a: b', 'a #b', '#a', "it's", '"q"', '\'"', '[a]', '{a}'],
    ...[
      '---',
      '...',
      '@a',
      '`a`',
      '%a',
      '&a',
      '*a',
      '!a',
      '|',
      '>',
      '? a',
      ': a',
      ',',
      '\u00a0a\u00a0',
    ],
  ),
);

test('any title in the front matter is read unchanged by js-yaml, and as YAML 1.2 and 1.1', async () => {
  await fc.assert(
    fc.asyncProperty(tricky, async (title) => {
      const source = `title: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(title)}\n`;
      const [, frontMatter = ''] = (await page(source)).split(/^---\n/m);
      const { parse } = await import('yaml');
      const shown = title.replace(/^ +| +$/g, '');
      const expected = { title: shown, description: shown };
      expect(yaml.load(frontMatter)).toEqual(expected);
      expect(parse(frontMatter)).toEqual(expected);
      expect(parse(frontMatter, { version: '1.1' })).toEqual(expected);
    }),
    { numRuns: 10 * numRuns, seed },
  );
});

test('a plain scalar has the same value as in js-yaml', () => {
  fc.assert(
    fc.property(tricky, (text) => {
      fc.pre(!/^[&!#]/.test(text));
      let read: unknown;
      try {
        read = (yaml.load(`k: ${text}`) as { k: unknown }).k;
      } catch {
        return;
      }
      if (typeof read === 'object' && read !== null && !(read instanceof Date)) return;
      const ours = resolvePlain(text.replace(/^ +| +$/g, ''));
      if (read instanceof Date) expect(typeof ours).toBe('symbol');
      else if (read === 0) expect(ours === 0).toBe(true);
      else if (typeof read !== 'string') expect(ours).toBe(read);
      else if (read === text) expect(ours).toBe(read);
    }),
    { numRuns: 50 * numRuns, seed },
  );
});

test.each([
  'sidebar: { order: 0x1F }',
  "prev: 'a'",
  'next: "\\u00e9"',
  'own: 1_000',
  'own: >-\n    folded\n    text',
  'own: |+\n    kept\n\n',
  'own: [a,   b]',
  'own: null',
])('%j keeps its formatting', async (line) => {
  const dedented = line.replaceAll('\n  ', '\n');
  expect(await page(`title: x\nfrontmatter:\n  ${line}\n`)).toBe(
    `---\ntitle: x\n${dedented}\n---\n`,
  );
});

test('comments are kept, and anchors and tags are resolved', async () => {
  const source = `title: x
frontmatter:
  # One
  a: &a [1, 2] # two
  b: *a
  c: { d: *a }
  e: !!str 1
  f: | # three
    text
  g: &g |
    more
  h: [*g]
  i:
    -
    - x
`;
  expect(await page(source)).toBe(`---
title: x
# One
a: [1, 2] # two
b: [1, 2]
c: { d: [1, 2] }
e: "1"
f: | # three
  text
g: |
  more
h: [ "more\\n" ]
i:
  - null
  - x
---
`);
});
