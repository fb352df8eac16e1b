/** The credits as plain data. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { documents } from '../src/diagnostics/documents.ts';
import { creditsData, creditsParse, creditsStringify, type Page } from '../src/index.ts';
import { source } from './helpers/arbitraries.ts';
import { diagnose } from './helpers/cli.ts';
import { frontMatterCases } from './helpers/front-matter-cases.ts';
import { fixtures, site } from './helpers/paths.ts';
import { numRuns, seed } from './helpers/test-size.ts';

const jsYaml = createRequire(`${site}/package.json`)('js-yaml') as { load(text: string): unknown };

/** Expects that data can be serialized as JSON and cloned without any change. */
function expectPlain(data: Page): void {
  expect(JSON.parse(JSON.stringify(data))).toStrictEqual(data);
  expect(structuredClone(data)).toStrictEqual(data);
}

test('the data has every value of the source', () => {
  const data = creditsData(`
title: Credits
description: Thanks
frontmatter:
  sidebar: { order: 3, hidden: false, badge: &new New }
  tags: [a, *new, ~, 1.10, "1.10"]
  lastUpdated: 2026-01-31
  never: .inf
  empty:
  __proto__: { a: b }
output: docs/credits.mdx
notice: true
people:
  vic: Victor Borja (@vic)
  vb: vic
style: { layout: cards, labels: { by: Who } }
markdown: { bullet: '*' }
intro: |
  a *b*
credits:
  - "*all*"
  - name: import-tree
    url: https://github.com/vic/import-tree
    by: [vic, vb, Ada (@ada), { handle: "@z", url: /z }]
    description: to \`import\`
    version: 1.10
    license: MIT
    links: [{ label: docs, url: /docs }]
    credits: [one, { name: two, description: "*2*" }]
sections:
  - title: More
    outro: the end
    sections: [{ credits: [x] }]
`);
  const vic = { name: 'Victor Borja', handle: 'vic' };
  expect(data).toStrictEqual({
    title: 'Credits',
    description: 'Thanks',
    frontmatter: {
      sidebar: { order: 3, hidden: false, badge: 'New' },
      tags: ['a', 'New', null, 1.1, '1.10'],
      lastUpdated: '2026-01-31',
      never: '.inf',
      empty: null,
      ['__proto__']: { a: 'b' },
    },
    output: [{ path: 'docs/credits.mdx', frontmatter: true, title: 'frontmatter' }],
    notice: true,
    people: { vic, vb: vic },
    style: { layout: 'cards', labels: { by: 'Who' } },
    markdown: { bullet: '*' },
    intro: { markdown: 'a *b*\n' },
    credits: [
      { markdown: '*all*' },
      {
        name: 'import-tree',
        url: 'https://github.com/vic/import-tree',
        by: [vic, vic, { name: 'Ada', handle: 'ada' }, { handle: 'z', url: '/z' }],
        description: { markdown: 'to `import`' },
        version: '1.10',
        license: 'MIT',
        links: [{ label: 'docs', url: '/docs' }],
        credits: [{ markdown: 'one' }, { name: 'two', description: { markdown: '*2*' } }],
      },
    ],
    sections: [
      {
        title: 'More',
        outro: { markdown: 'the end' },
        sections: [{ credits: [{ markdown: 'x' }] }],
      },
    ],
  });
});

test('a credit of a person has the name and the URL of the person', () => {
  const { credits } = creditsData(`
title: x
people: { ada: { name: Ada, handle: ada, url: /ada } }
credits:
  - { person: ada, description: a }
  - { person: ada, url: /b }
  - person: "@zoe"
  - { name: c, credits: [person: { name: Kim }] }
`);
  const ada = { name: 'Ada', handle: 'ada', url: '/ada' };
  expect(credits).toStrictEqual([
    { person: ada, name: 'Ada', url: '/ada', description: { markdown: 'a' } },
    { person: ada, name: 'Ada', url: '/b' },
    { person: { handle: 'zoe' }, name: '@zoe' },
    { name: 'c', credits: [{ person: { name: 'Kim' }, name: 'Kim' }] },
  ]);
});

describe('the data is the same in a unified pipeline', () => {
  test.each(readdirSync(`${fixtures}/pages`))('%s', async (name) => {
    const yaml = readFileSync(`${fixtures}/pages/${name}/credits.yaml`, 'utf8');
    const data = creditsData(yaml);
    expectPlain(data);
    // The HTML of a page for GitHub need not be JSX.
    const format = existsSync(`${fixtures}/pages/${name}/credits.mdx`) ? 'mdx' : 'md';
    const file = await unified()
      .use(creditsParse, { format })
      .use(creditsStringify, { format })
      .process(yaml);
    expect(file.data.credits).toStrictEqual(data);
  });
});

test.each(Object.entries(documents).filter(([, { language }]) => language === 'yaml'))(
  'the data is JSON for the right example of %s',
  (_, { right }) => expectPlain(creditsData(right)),
);

test('the data is JSON for any source', () => {
  fc.assert(
    fc.property(source, (from) => {
      // Cards need MDX.
      expectPlain(creditsData(JSON.stringify({ ...from, output: 'credits.mdx' })));
    }),
    { numRuns, seed },
  );
});

test.each(frontMatterCases)(
  'the data has the front matter that Astro reads, or the source is rejected: %s: %s',
  async (key, value) => {
    const yaml = `title: x\nfrontmatter:\n  ${key}: ${value}\n`;
    const { code } = await diagnose(yaml);
    if (code !== 0) {
      expect(() => creditsData(yaml)).toThrow();
      return;
    }
    const { frontmatter } = jsYaml.load(yaml) as { frontmatter: object };
    const isJson = JSON.stringify(frontmatter) === JSON.stringify(frontmatter, onlyJson);
    expect(creditsData(yaml).frontmatter).toEqual(isJson ? frontmatter : { [key ?? '']: value });
  },
);

/** Removes values that JSON cannot represent, such as dates. */
function onlyJson(this: Record<string, unknown>, key: string, value: unknown): unknown {
  return this[key] instanceof Date ? undefined : value;
}

test('an invalid source throws its first error', () => {
  expect(() => creditsData('titel: x\n')).toThrow(
    expect.objectContaining({ ruleId: 'unknown-key', line: 1, column: 1, fatal: true }),
  );
});
