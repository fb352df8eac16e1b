/** Compares the checks of front matter with the schema of Starlight. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonSchema } from '../src/schema/json-schema.ts';
import { iconNames } from '../src/schema/starlight-icons.ts';
import { resolvePlain } from '../src/source/js-yaml-scalar.ts';
import { diagnose } from './helpers/cli.ts';
import { frontMatter } from './helpers/front-matter.ts';
import { page } from './helpers/page.ts';
import { site } from './helpers/paths.ts';

const fromSite = createRequire(`${site}/package.json`);
const yaml = fromSite('js-yaml') as { load(text: string): unknown };

/** Starlight's schema of front matter. */
let schema: { shape: object; safeParse(value: unknown): { success: boolean } };
let icons: string[];

beforeAll(async () => {
  const starlight = `${site}/node_modules/@astrojs/starlight/dist`;
  const load = (path: string) => import(/* @vite-ignore */ pathToFileURL(path).href);
  const { docsSchema } = await load(`${starlight}/schema.js`);
  const { z } = await load(`${site}/node_modules/astro/dist/zod.js`);
  // What Astro brings: an image is a path that it finds.
  schema = docsSchema()({ image: () => z.string() });
  icons = Object.keys((await load(`${starlight}/components-internals/Icons.js`)).Icons);
});

describe.each(frontMatter)('%s: %s', (key, value) => {
  test('is accepted if and only if Starlight accepts it', async () => {
    const line = `${key}: ${value}`;
    const accepted = schema.safeParse({ title: 'x', ...(yaml.load(line) as object) }).success;
    const { code, places } = await diagnose(`title: x\nfrontmatter:\n  ${line}\n`);
    expect({ accepted: code === 0, places }).toEqual({
      accepted,
      places: accepted ? [] : expect.anything(),
    });
  });

  test('is written with the same value, or rejected', async () => {
    const line = `${key}: ${value}`;
    const source = `title: x\nfrontmatter:\n  ${line}\n`;
    const { success } = schema.safeParse({ title: 'x', ...(yaml.load(line) as object) });
    if (!success) {
      await expect(page(source)).rejects.toThrow();
      return;
    }
    const [, frontMatter = ''] = (await page(source)).split('---\n');
    expect(yaml.load(frontMatter)).toEqual({ title: 'x', ...(yaml.load(line) as object) });
  });
});

test('a date is not a map, although Starlight accepts it as one', async () => {
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

test('the keys are those of Starlight, and Astro’s slug', async () => {
  type Schema = { properties: Record<string, Schema>; anyOf: Schema[] };
  const { properties } = jsonSchema() as Schema;
  const ours = Object.keys(properties.frontmatter?.anyOf[0]?.properties ?? {});
  expect(ours.sort()).toEqual([...Object.keys(schema.shape), 'slug'].sort());
});

test('the icons are Starlight’s', () => {
  expect([...iconNames()].sort()).toEqual(icons.sort());
});

/** Strings that some version of YAML takes for another type. */
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

test('any title is parsed to itself by js-yaml and as YAML 1.2 and 1.1', async () => {
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
    { numRuns: 200, seed: 2026 },
  );
});

test('a plain scalar resolves as in js-yaml', () => {
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
    { numRuns: 2000, seed: 2026 },
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

test('comments are kept, anchors and tags resolved', async () => {
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
