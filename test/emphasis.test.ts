/** Emphasis and strong text that letters touch. */
import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import type { PhrasingContent } from 'mdast';
import prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import type { Format } from '../src/index.ts';
import { stringifyTree } from '../src/stringify/stringify.ts';
import { page } from './helpers/page.ts';
import { type Engine, render } from './helpers/render.ts';
import { numRuns, seed } from './helpers/test-size.ts';

/** Returns the content of the first paragraph, with a letter for each element. */
function marked(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inside = node.children.map(marked).join('');
  const names: Record<string, string> = { em: 'e', strong: 's', del: 'd', a: 'a' };
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
  ['a**b**~~c~~d', 'as(b)d(c)d'],
  ['日**本*語***で', '日s(本e(語))で'],
  ['a*b*c**d**e ~~f~~g', 'ae(b)cs(d)e d(f)g'],
  ['*a*™ and *b*❤️', 'e(a)™ and e(b)❤️'],
  ['→*a*, ★**b**', '→e(a), ★s(b)'],
];

/** Prettier takes the markers of these for text, but only in `.mdx`. */
const mdFields: [markdown: string, shown: string][] = [
  ['**重要***です*ね', 's(重要)e(です)ね'],
  ['a**b***c*d', 'as(b)e(c)d'],
  ['***a** b*c', 'e(s(a) b)c'],
  ['a***b** c*d', 'ae(s(b) c)d'],
  ['x***a** **b***y', 'xe(s(a) s(b))y'],
  ['@kim_1 did _it_', '@kim_1 did e(it)'],
];

// So no form of this text can stay as it is in `.mdx`.
test.each(['@kim_1 did _it_', '@kim\\_1 did *it*', '@kim&#95;1 did *it*'])(
  'Prettier changes the emphasis of %j in .mdx',
  async (text) => {
    const once = await prettier.format(text, { parser: 'mdx' });
    expect(await prettier.format(once, { parser: 'mdx' })).toBe('@kim*1 did \\_it*\n');
  },
);

describe.each<Format>(['md', 'mdx'])('in .%s', (format) => {
  test.each(format === 'md' ? [...fields, ...mdFields] : fields)(
    '%s stays as written',
    async (intro, shown) => {
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
    },
  );
});

// GFM does not read `~~` between a letter and another mark, so that these are text.
test.each<[markdown: string, written: string, shown: string]>([
  ['これは~~*重要*~~です', 'これは\\~\\~_重要_\\~\\~です', 'これは~~e(重要)~~です'],
  ['a~~**b**~~c', 'a\\~\\~**b**\\~\\~c', 'a~~s(b)~~c'],
])('the tildes of %s are text', async (intro, written, shown) => {
  const text = await page(JSON.stringify({ title: 'x', intro }), 'md');
  expect(text).toBe(`---\ntitle: x\n---\n\n${written}\n`);
  expect(await prettier.format(text, { parser: 'markdown' })).toBe(text);
  for (const each of [intro, text]) {
    for (const engine of ['satteri', 'micromark'] satisfies Engine[]) {
      expect(marked(await render(each, 'md', engine)).trim()).toBe(shown);
    }
  }
});

const ENGINES: Engine[] = ['satteri', 'micromark'];
const NAMES = { emphasis: 'e', strong: 's', delete: 'd', link: 'a' };

type Phrasing = PhrasingContent & { type: keyof typeof NAMES | 'text' };

/** Returns the content of nodes in the form of `marked`. */
function shape(nodes: readonly PhrasingContent[]): string {
  return (nodes as Phrasing[])
    .map((node) =>
      node.type === 'text' ? node.value : `${NAMES[node.type]}(${shape(node.children)})`,
    )
    .join('');
}

/** Returns the Markdown of nodes for each choice of markers, without escapes and character references. */
function plainForms([first, ...rest]: readonly PhrasingContent[]): string[] {
  if (!first) return [''];
  const node = first as Phrasing;
  const [marks, inside] =
    node.type === 'text'
      ? [[''], [node.value]]
      : [
          { emphasis: ['*', '_'], strong: ['**', '__'], delete: ['~~'], link: [''] }[node.type],
          plainForms(node.children),
        ];
  const written = marks.flatMap((mark) => inside.map((text) => mark + text + mark));
  const starts = node.type === 'link' ? written.map((text) => `[${text}](u)`) : written;
  return starts.flatMap((start) => plainForms(rest).map((end) => start + end));
}

/** Whether both parsers read a paragraph as intended, and Prettier leaves it. */
async function isRead(body: string, format: Format, shown: string): Promise<boolean> {
  for (const engine of ENGINES) {
    if (marked(await render(body, format, engine)).trim() !== shown.trim()) return false;
  }
  return (await prettier.format(body, { parser: format === 'md' ? 'markdown' : 'mdx' })) === body;
}

const text = fc
  .array(fc.constantFrom('a', 'b c', '本', 'é', '.', '「', '(', ' ', '-'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((parts) => ({ type: 'text', value: parts.join('') }) as PhrasingContent);

/** A list of nodes without two texts next to each other. */
const listOf = (node: fc.Arbitrary<PhrasingContent>) =>
  fc
    .array(fc.oneof(text, node), { minLength: 1, maxLength: 4 })
    .map((nodes) =>
      nodes.filter(({ type }, at) => type !== 'text' || nodes[at - 1]?.type !== 'text'),
    );

const { list } = fc.letrec<{ node: PhrasingContent; list: PhrasingContent[] }>((tie) => ({
  node: fc
    .record({
      type: fc.constantFrom('emphasis', 'strong', 'delete', 'link'),
      children: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        text.map((one) => [one]),
        tie('list'),
      ),
    })
    .map(({ type, children }) => ({ type, children, url: 'u' }) as PhrasingContent),
  list: listOf(tie('node')),
}));

/** Whether no node is in another one of its type, or deleted text beside another, as Markdown has no form for some. */
function isFlat(nodes: readonly PhrasingContent[], outside: readonly string[] = []): boolean {
  return nodes.every(
    (node, at) =>
      node.type === 'text' ||
      (!outside.includes(node.type) &&
        !(node.type === 'delete' && nodes[at - 1]?.type === 'delete') &&
        isFlat((node as { children: PhrasingContent[] }).children, [...outside, node.type])),
  );
}

const isVisible = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.every((node) =>
    node.type === 'text'
      ? node.value.trim() !== ''
      : isVisible((node as { children: PhrasingContent[] }).children),
  );

test.each<Format>(['md', 'mdx'])(
  'random emphasis is read as intended in .%s, and without character references where that is possible',
  async (format) => {
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(
        list.filter(
          (nodes) => isFlat(nodes) && isVisible(nodes) && shape(nodes).trim() === shape(nodes),
        ),
        async (nodes) => {
          const shown = shape(nodes);
          const body = stringifyTree(
            { type: 'root', children: [{ type: 'paragraph', children: nodes }] },
            format,
          );
          for (const engine of ENGINES) {
            expect(marked(await render(body, format, engine)).trim(), body).toBe(shown.trim());
          }
          // Which marks beside tildes are markers depends on the parser.
          const isJudged = body.includes('&#x') && !body.includes('~');
          const forms = isJudged ? plainForms(nodes) : [];
          if (forms.length > 32) return;
          for (const form of forms) {
            judged += 1;
            expect(await isRead(`${form}\n`, format, shown), `${form} in place of ${body}`).toBe(
              false,
            );
          }
        },
      ),
      { numRuns: 3 * numRuns, seed },
    );
    expect(judged).toBeGreaterThan(numRuns / 2);
  },
  3_600_000,
);
