/** The library: two plugins in anybody's unified pipeline. */
import { readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import remarkToc from 'remark-toc';
import { unified } from 'unified';
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

test('without options it is Markdown, and nothing has to be waited for', () => {
  const file = unified().use(creditsParse).use(creditsStringify).processSync(source);
  expect(String(file)).toBe(readFileSync(`${everything}/credits.md`, 'utf8'));
});

test('other plugins work in between', async () => {
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

test('the tree is plain mdast, without the places of other texts', () => {
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

test('settings of the processor count, and those of the source more', async () => {
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

test('the page is there as data', async () => {
  const file = await unified().use(creditsParse).use(creditsStringify).process(source);
  expect(file.data.credits?.sections?.[0]?.credits?.[3]).toMatchObject({
    name: 'by an id',
    by: [{ name: 'Victor Borja', handle: 'vic' }],
  });
});

describe('an invalid source', () => {
  test('rejects with its first error, and all are on the file', async () => {
    const file = new VFile({ path: 'docs/credits.yaml', value: 'titel: x\nintro: <b>\n' });
    const processor = unified().use(creditsParse).use(creditsStringify);
    await expect(processor.process(file)).rejects.toMatchObject({
      reason: '"titel" is no key of a page',
      ruleId: 'unknown-key',
      source: 'starlight-credits',
      fatal: true,
      file: 'docs/credits.yaml',
      line: 1,
      column: 1,
      note: 'did you mean "title"?',
    });
    expect(file.messages.map(String)).toEqual([
      'docs/credits.yaml:1:1-1:6: "titel" is no key of a page',
      'docs/credits.yaml:2:8-2:11: raw HTML is not allowed in Markdown',
    ]);
  });

  test('a warning rejects nothing', async () => {
    const file = new VFile('title: x\npeople: { vic: V }\ncredits: [{ name: a, by: Vic }]\n');
    await unified().use(creditsParse).use(creditsStringify).process(file);
    expect(file.messages).toMatchObject([{ ruleId: 'person-near-id', fatal: false }]);
  });
});
