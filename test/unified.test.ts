/** The library: two plugins for unified. */
import { readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import remarkGithub from 'remark-github';
import remarkReferenceLinks from 'remark-reference-links';
import remarkSmartypants from 'remark-smartypants';
import remarkToc from 'remark-toc';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { creditsParse, creditsStringify } from '../src/index.ts';
import { fixtures } from './helpers/paths.ts';

const everything = `${fixtures}/pages/everything`;
const source = readFileSync(`${everything}/credits.yaml`, 'utf8');

test.each(['md', 'mdx'] as const)('a source becomes a page (%s)', async (format) => {
  const file = await unified()
    .use(creditsParse, { format })
    .use(creditsStringify, { format })
    .process(source);
  expect(String(file)).toBe(readFileSync(`${everything}/credits.${format}`, 'utf8'));
});

test('without options the page is Markdown, and runs synchronously', () => {
  const file = unified().use(creditsParse).use(creditsStringify).processSync(source);
  expect(String(file)).toBe(readFileSync(`${everything}/credits.md`, 'utf8'));
});

test('other plugins run in between', async () => {
  const file = await unified()
    .use(creditsParse)
    .use(remarkToc)
    .use(() => (tree: Root) => {
      tree.children.push({ type: 'thematicBreak' });
    })
    .use(creditsStringify)
    .process('title: x\nsections: [{ title: Contents }, { title: One }, { title: Two }]\n');
  expect(String(file)).toBe(
    '---\ntitle: x\n---\n\n## Contents\n\n- [One](#one)\n- [Two](#two)\n\n## One\n\n## Two\n\n---\n',
  );
});

describe.each(['md', 'mdx'] as const)('plugins of other authors run in between (%s)', (format) => {
  const yaml = `title: x
people: { vic: Victor Borja (@vic) }
intro: He said "a" -- b... see [it](https://e.co/x "t")
credits:
  - name: The "a" -- *b* <c> {d}
    url: https://e.co/a_b
    by: [vic, "@ada"]
    description: 'fixes #1 by \`"code"\`'
sections:
  - title: More
    style: { layout: table }
    credits: [{ name: '"t" | u', url: /t, by: vic }]
`;
  const brace = format === 'md' ? '{d}' : '\\{d}';
  const wanted = `---
title: x
---

He said "a" -- b... see [it](https://e.co/x "t")

- **[The "a" -- \\*b\\* \\<c> ${brace}](https://e.co/a_b)** by Victor Borja (@vic) and @ada - fixes #1 by \`"code"\`

## More

| Name               | By                  |
| ------------------ | ------------------- |
| **["t" \\| u](/t)** | Victor Borja (@vic) |
`;
  async function through(...plugins: PluggableList): Promise<string> {
    const file = await unified()
      .use(creditsParse, { format })
      .use(plugins)
      .use(creditsStringify, { format })
      .process(yaml);
    return String(file);
  }

  test('no plugin, for comparison', async () => {
    expect(await through()).toBe(wanted);
  });

  test('remark-smartypants, which changes text', async () => {
    expect(await through(remarkSmartypants)).toBe(
      wanted
        .replaceAll('"a"', '“a”')
        .replaceAll(' -- ', ' — ')
        .replace('...', '…')
        .replace('"t" ', '“t” '),
    );
  });

  test('remark-github, which adds links to text', async () => {
    const link = (text: string, url: string) => `[${text}](https://github.com/${url})`;
    const page = await through([remarkGithub, { repository: 'a/b' }]);
    expect(page).toContain(
      `by Victor Borja (${link('**@vic**', 'vic')}) and ${link('**@ada**', 'ada')} - fixes ${link('#1', 'a/b/issues/1')}`,
    );
    // The width of a table is that of its new content.
    expect(page).toContain(`| Victor Borja (${link('**@vic**', 'vic')}) |`);
    expect(page).toContain(`| ${'-'.repeat(49)} |`);
  });

  test('remark-reference-links, which moves URLs', async () => {
    const references = ['https://e.co/x "t"', 'https://e.co/a_b', '/t'];
    const body = wanted
      .replace('(https://e.co/x "t")', '[1]')
      .replace('(https://e.co/a_b)', '[2]')
      .replace('(/t)**', '[3]**')
      // Shorter content makes a column narrower.
      .replace('| Name               |', '| Name              |')
      .replace('| ------------------ |', '| ----------------- |');
    expect(await through(remarkReferenceLinks)).toBe(
      `${body}\n${references.map((url, index) => `[${index + 1}]: ${url}\n`).join('\n')}`,
    );
  });
});

test('the tree is plain mdast without positions', () => {
  const tree = unified().use(creditsParse).parse('title: x\nintro: a *b*\n');
  expect(tree).toEqual({
    type: 'root',
    children: [
      { type: 'yaml', value: 'title: x' },
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'a ' },
          { type: 'emphasis', children: [{ type: 'text', value: 'b' }] },
        ],
      },
    ],
  });
});

test('unsafe patterns of the processor apply to list items', async () => {
  const file = await unified()
    .data('settings', { unsafe: [{ character: '%', inConstruct: 'phrasing' }] })
    .use(creditsParse)
    .use(creditsStringify)
    .process('title: x\ncredits: [100%]\n');
  expect(String(file)).toContain('- 100\\%\n');
});

test('settings of the processor apply, and those of the source override them', async () => {
  const page = (yaml: string) =>
    unified()
      .data('settings', { bullet: '+', emphasis: '*' })
      .use(creditsParse)
      .use(creditsStringify)
      .process(`title: x\ncredits: [a *b*]\n${yaml}`)
      .then((file) => String(file).split('\n')[4]);
  expect(await page('')).toBe('+ a *b*');
  expect(await page('markdown: { emphasis: _ }\n')).toBe('+ a _b_');
});

test('the page is available as data', async () => {
  const file = await unified().use(creditsParse).use(creditsStringify).process(source);
  expect(file.data.credits?.sections?.[0]?.credits?.[3]).toMatchObject({
    name: 'by an id',
    by: [{ name: 'Victor Borja', handle: 'vic' }],
  });
});

describe('an invalid source', () => {
  test('rejects with the first error, and the file has all of them', async () => {
    const file = new VFile({ path: 'docs/credits.yaml', value: 'titel: x\nintro: <b>\n' });
    const processor = unified().use(creditsParse).use(creditsStringify);
    await expect(processor.process(file)).rejects.toMatchObject({
      reason: 'unknown key "titel" in a page',
      ruleId: 'unknown-key',
      source: 'starlight-credits',
      fatal: true,
      file: 'docs/credits.yaml',
      line: 1,
      column: 1,
      note: 'did you mean "title"?',
    });
    expect(file.messages.map(String)).toEqual([
      'docs/credits.yaml:1:1-1:6: unknown key "titel" in a page',
      'docs/credits.yaml:2:8-2:11: raw HTML is not allowed in Markdown',
    ]);
  });

  test('a warning does not reject', async () => {
    const file = new VFile('title: x\npeople: { vic: V }\ncredits: [{ name: a, by: Vic }]\n');
    await unified().use(creditsParse).use(creditsStringify).process(file);
    expect(file.messages).toMatchObject([{ ruleId: 'person-near-id', fatal: false }]);
  });
});
