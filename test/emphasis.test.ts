/** Emphasis and strong text that letters touch. */
import type { Element, Nodes } from 'hast';
import prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import type { Format } from '../src/index.ts';
import { page } from './helpers/page.ts';
import { type Engine, render } from './helpers/render.ts';

/** Returns the content of the first paragraph, with a letter for each element. */
function marked(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inside = node.children.map(marked).join('');
  const names: Record<string, string> = { em: 'e', strong: 's', del: 'd' };
  const name = names[(node as Element).tagName];
  return name === undefined ? inside : `${name}(${inside})`;
}

const fields: [markdown: string, shown: string][] = [
  ['これは***重要***です', 'これはe(s(重要))です'],
  ['a***b***c', 'ae(s(b))c'],
  ['***b***c', 'e(s(b))c'],
  ['a***b***', 'ae(s(b))'],
  ['a***b c***d', 'ae(s(b c))d'],
  ['_x_ a***b***c *d*e', 'e(x) ae(s(b))c e(d)e'],
  ['これは*重要*です', 'これはe(重要)です'],
  ['これは**重要**です', 'これはs(重要)です'],
  ['これは~~重要~~です', 'これはd(重要)です'],
  ['(a)***b***c', '(a)e(s(b))c'],
  ['1***2***3***4***5', '1e(s(2))3e(s(4))5'],
];

describe.each<Format>(['md', 'mdx'])('in .%s', (format) => {
  test.each(fields)('%s stays as written', async (intro, shown) => {
    const text = await page(JSON.stringify({ title: 'x', intro, credits: [intro] }), format);
    expect(text).toBe(`---\ntitle: x\n---\n\n${intro}\n\n- ${intro}\n`);
    expect(await prettier.format(text, { parser: format === 'md' ? 'markdown' : 'mdx' })).toBe(
      text,
    );
    for (const engine of ['satteri', 'micromark'] satisfies Engine[]) {
      expect(
        marked(await render(text, format, engine))
          .replace(/\s+/g, ' ')
          .trim(),
      ).toBe(`${shown} ${shown}`);
    }
  });
});
