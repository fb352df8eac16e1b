/** Alerts in Markdown fields. */
import prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import type { Format } from '../src/index.ts';
import { page } from './helpers/page.ts';
import { type Engine, render } from './helpers/render.ts';
import { visibleContent } from './helpers/visible-content.ts';

const alerts: [markdown: string, written?: string][] = [
  ['> [!NOTE]\n> a'],
  ['> [!tip]\n> a\n>\n> - b'],
  ['> [!WARNING]\n>\n> a'],
  ['> [!CAUTION]'],
  ['> [!IMPORTANT]\n> **a**'],
  ['>[!NOTE]\n>a', '> [!NOTE]\n> a'],
  ['> [!NOTE]  \n> a', '> [!NOTE]\n> a'],
  ['- > [!NOTE]\n  > a'],
  ['> > [!NOTE]\n> > a'],
  [':::note\n\n> [!NOTE]\n> a\n\n:::'],
  ['> [!info]- Title\n> a'],
  ['> [!NOTE] Title\n> a'],
];

describe.each<[Format, boolean]>([
  ['md', false],
  ['md', true],
  ['mdx', false],
  ['mdx', true],
])('in .%s with html: %s', (format, html) => {
  test.each(alerts)('%j stays as written', async (markdown, written = markdown) => {
    const source = {
      title: 'x',
      html,
      intro: markdown,
      sections: [{ title: 'y', outro: markdown }],
    };
    const text = await page(JSON.stringify(source), format);
    expect(text).toBe(`---\ntitle: x\n---\n\n${written}\n\n## y\n\n${written}\n`);
    expect(await prettier.format(text, { parser: format === 'md' ? 'markdown' : 'mdx' })).toBe(
      text,
    );
  });

  test.each(['> \\[!NOTE]\n> a', 'a\n\\[!NOTE]', '> [a!]\n> b'])(
    '%j is not an alert',
    async (markdown) => {
      const text = await page(JSON.stringify({ title: 'x', html, intro: markdown }), format);
      expect(text).toContain('\\[');
    },
  );
});

describe.each<Engine>(['satteri', 'micromark'])('%s', (engine) => {
  test.each<Format>(['md', 'mdx'])('shows the text of an alert in .%s', async (format) => {
    const text = await page(JSON.stringify({ title: 'x', intro: '> [!NOTE]\n> a' }), format);
    const { blocks } = visibleContent(await render(text, format, engine));
    expect(blocks).toEqual([{ kind: 'p', text: '[!NOTE] a' }]);
  });
});
