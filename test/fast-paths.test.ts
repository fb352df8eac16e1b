/** The fast paths give the same results as the slow paths. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Link, ListItem, PhrasingContent, RootContent, Strong } from 'mdast';
import { removePosition } from 'unist-util-remove-position';
import { describe, expect, test } from 'vitest';
import { type ToStringOptions, stringify as toYaml } from 'yaml';
import { nearlyEqualFinder } from '../src/diagnostics/nearest.ts';
import type { FrontMatterContent } from '../src/frontmatter/front-matter-content.ts';
import { frontMatterFastPath } from '../src/frontmatter/front-matter-fast-path.ts';
import { serializeFrontMatter } from '../src/frontmatter/serialize-front-matter.ts';
import { markdownFastPath } from '../src/markdown/markdown-fast-path.ts';
import { parseByHeading } from '../src/markdown/parse-by-heading.ts';
import { parseMarkdown } from '../src/markdown/parse-markdown.ts';
import { parseMdx } from '../src/markdown/parse-mdx.ts';
import { type MapNode, type Node, valueOfKey } from '../src/source/nodes.ts';
import { parseYaml } from '../src/source/parse-yaml.ts';
import type { Source } from '../src/source/source.ts';
import { yamlFastPath } from '../src/source/yaml-fast-path.ts';
import { stringify } from '../src/stringify/stringify.ts';
import { tableToMarkdown } from '../src/stringify/table-to-markdown.ts';
import { source, text } from './helpers/arbitraries.ts';
import { cpuTime } from './helpers/cpu-time.ts';
import { fixtures, root } from './helpers/paths.ts';
import { numRuns, seed } from './helpers/test-size.ts';

/**
 * Expects that a fast path takes more than a share of some inputs.
 *
 * @param takes whether the fast path takes an input; if so, compares its result with the slow path
 */
function expectTaken<T>(
  inputs: fc.Arbitrary<T>,
  runs: number,
  share: number,
  takes: (input: T) => boolean,
): void {
  let taken = 0;
  fc.assert(
    fc.property(inputs, (input) => {
      if (takes(input)) taken += 1;
    }),
    { numRuns: runs, seed },
  );
  expect(taken).toBeGreaterThan(runs * share);
}

/** The front matter of a source. */
function plainContent(source: Source): FrontMatterContent {
  const node = valueOfKey(source.root, 'frontmatter') as MapNode;
  const maps = [{ path: ['frontmatter'], node, replaced: new Set<string>() }];
  return { title: undefined, description: undefined, comment: undefined, source, maps };
}

describe('the YAML fast path reads the same nodes as the parser', () => {
  /** Returns a node without the ends of its collections. */
  function withoutEnds(node: Node | undefined): unknown {
    if (!node || node.kind === 'scalar') return node;
    const { end, ...found } = node;
    const rest = { ...found, ...(found.target && { target: withoutEnds(found.target) }) };
    if (rest.kind === 'list') return { ...rest, items: rest.items.map(withoutEnds) };
    const entries = rest.entries.map((entry) => ({ ...entry, value: withoutEnds(entry.value) }));
    return { ...rest, entries };
  }

  function endsOf(node: Node | undefined): number[] {
    if (!node || node.kind === 'scalar') return [];
    const inner = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
    return [node.end, ...inner.flatMap(endsOf)];
  }

  /** Whether the fast path reads a source. If so, expects that the parser reads the same nodes. */
  function isSame(yaml: string): boolean {
    const fast = yamlFastPath(yaml);
    if (!fast) return false;
    const reported: string[] = [];
    const parsed = parseYaml(yaml, (code) => reported.push(code));
    expect(reported, yaml).toEqual([]);
    expect(withoutEnds(fast.root), yaml).toEqual(withoutEnds(parsed?.root));
    // To the parser, comments that are indented deeper belong to the collection above.
    const ends = endsOf(parsed?.root);
    for (const [index, end] of endsOf(fast.root).entries()) {
      expect(yaml.slice(end, ends[index]), yaml).toMatch(/^(?:\s*#.*)*\s*$/);
    }
    if (valueOfKey(fast.root, 'frontmatter')?.kind === 'map') {
      const written = (source: Source) =>
        serializeFrontMatter({ ...plainContent(source), title: 'T' });
      expect(written(fast), yaml).toBe(written(parsed as Source));
    }
    return true;
  }

  const sources = ['pages', 'import'].flatMap((kind) =>
    readdirSync(`${fixtures}/${kind}`).map((name) => `${fixtures}/${kind}/${name}/credits.yaml`),
  );
  test.each([...sources, `${root}/credits.yaml`])('in %s', (path) => {
    const yaml = readFileSync(path, 'utf8');
    // Only the parser reads anchors beside front matter.
    expect(isSame(yaml)).toBe(!(/: &\w/.test(yaml) && yaml.includes('frontmatter')));
  });

  test('in any source with aliases', () => {
    const value = fc.constantFrom(
      ...[
        'x',
        '"x y"',
        "'z'",
        '*p',
        '*q',
        '[a, *p, {k: *q}]',
        '{k: &r a, l: *r}',
        '|\n    a\n    b',
      ],
      ...[
        '\n    k: *p\n    l: m',
        '\n    - a\n    - *q',
        '\n    - k: *q',
        'x: *p',
        '# c\n    x',
        '',
      ],
    );
    const anchor = fc.constantFrom('', '', '', '&p ', '&s ', '&p-2 ');
    const entries = fc.array(fc.tuple(anchor, value), { maxLength: 4 });
    const [known, used] = [
      [
        ['&p ', 'x'],
        ['&q ', '{a: *p}'],
      ],
      [['', '*q']],
    ];
    expectTaken(entries, numRuns * 10, 1 / 4, (inner) => {
      const all = [...known, ...inner, ...used];
      const text = (start: (index: number) => string) =>
        all.map(([name, written], index) => `${start(index)}${name}${written}\n`).join('');
      const taken = [
        isSame(text((index) => `k${index}: `)),
        isSame(`a:\n${text(() => '  - ')}`),
        isSame(`a: [${all.map((each) => each.join('')).join(', ')}]\n`),
      ];
      return taken.includes(true);
    });
  });

  test('in any source', () => {
    const styles: fc.Arbitrary<ToStringOptions> = fc.record({
      lineWidth: fc.constantFrom(0, 40),
      indent: fc.constantFrom(2, 4),
      indentSeq: fc.boolean(),
      collectionStyle: fc.constantFrom('any', 'block', 'flow'),
      defaultStringType: fc.constantFrom(
        'PLAIN',
        'QUOTE_SINGLE',
        'QUOTE_DOUBLE',
        'BLOCK_LITERAL',
        'BLOCK_FOLDED',
      ),
    });
    expectTaken(fc.tuple(source, styles), numRuns, 1 / 8, ([from, style]) =>
      isSame(toYaml(from, style)),
    );
  });

  test('in any text that looks like YAML', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b c',
        'title',
        '"x"',
        "'y'",
        '"',
        "'",
        'https://e.co',
        '@a',
        '*a',
        '&a',
        '!a',
        '%',
        '`',
      ],
      ...[
        ':',
        ': ',
        ' :',
        '- ',
        '-',
        '? ',
        '\n',
        '\n  ',
        '\n    ',
        '\n- ',
        '\n  - ',
        '\n   ',
        ' ',
        '  ',
      ],
      ...[
        '[',
        ']',
        '{',
        '}',
        ',',
        ', ',
        '#',
        ' # c',
        '|',
        '>',
        '|-',
        '>+',
        '|2',
        '---',
        '...',
        '<<',
        '\t',
      ],
      ...['\\n', '\\', '""', "''", '1.10', 'null', '~', 'é', '\n\n', '\n# c\n', '\n  # c\n'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        isSame(pieces.join(''));
        isSame(`title: T\nfrontmatter:\n  a: ${pieces.join('')}\nintro: b\n`);
      }),
      { numRuns: numRuns * 6, seed },
    );
  });
});

describe('the front matter fast path writes the same as the serializer', () => {
  test('titles and descriptions', () => {
    const words = fc
      .array(
        fc.constantFrom('Credits', 'a', 'No', 'yes', '1.10', '-', "'", '"', ':', '#', '(x)', ' '),
      )
      .map((pieces) => pieces.join(' ').trim());
    const title = fc.option(fc.oneof(words, text), { nil: undefined });
    expectTaken(fc.tuple(title, title), numRuns * 10, 1 / 20, ([first, second]) =>
      isSameFrontMatter({ title: first || undefined, description: second || undefined }),
    );
  });

  test('further keys', () => {
    const usual = fc.constantFrom('a', '1.10', 'null', 'a: b', 'c#', "it's", '{a}', true, 1);
    const unusual = fc.constantFrom(
      ...['~', '', 'a #b', '- a', 'a|', '>', '[', ' x', 'a\nb', 'a\n\nb\n', 'é', '"', null],
    );
    const scalar = fc.oneof({ weight: 9, arbitrary: usual }, unusual);
    const data = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        scalar,
        tie('map'),
        fc.array(tie('value'), { maxLength: 3 }),
      ),
      map: fc.dictionary(fc.constantFrom('a', 'b c', '1', '"', 'd-e', '- f'), tie('value'), {
        minKeys: 1,
        maxKeys: 3,
      }),
    })).map;
    const options = fc.record<ToStringOptions>({
      indent: fc.constantFrom(2, 3, 4),
      indentSeq: fc.boolean(),
      collectionStyle: fc.constantFrom('any', 'any', 'any', 'flow'),
      defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
      lineWidth: fc.constant(0),
    });
    const change = fc.constantFrom(
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '\n',
      ' # c',
      '\n# c',
      '\n  # c',
      ' ',
      'x',
    );
    const inputs = fc.tuple(data, options, change, fc.nat(20), fc.boolean());
    expectTaken(inputs, numRuns * 10, 1 / 5, ([map, options, change, at, isLast]) => {
      const lines = toYaml({ title: 'a', frontmatter: map }, options).split('\n');
      const line = at % lines.length;
      lines[line] = `${lines[line]}${change}`;
      const read = yamlFastPath(`${lines.join('\n')}${isLast ? '' : 'intro: b\n'}`);
      if (!read || valueOfKey(read.root, 'frontmatter')?.kind !== 'map') return false;
      return isSameFrontMatter({ ...plainContent(read), title: 'a' });
    });
  });

  function isSameFrontMatter(parts: Partial<FrontMatterContent>): boolean {
    const empty = { title: undefined, description: undefined, comment: undefined };
    const content = { ...empty, source: undefined, maps: [], ...parts };
    const written = frontMatterFastPath(content);
    if (written === undefined) return false;
    expect(written).toBe(serializeFrontMatter(content));
    return true;
  }
});

describe('list items and text', () => {
  /** Words of which most need no escape, and that may touch each other. */
  const piece = fc.constantFrom(
    ...[
      'Ada',
      'a',
      'of',
      'flake-parts',
      '1.0',
      '1.',
      '2)',
      'x:',
      ':',
      ' ',
      ' ',
      ' ',
      '  ',
      '(@ada)',
      '@a',
    ],
    ...[
      'a@b.co',
      'www.e.co',
      'https://e.co',
      '_',
      '_a',
      'a_',
      '__',
      '<b>',
      '</b>',
      '<1',
      '>',
      '](',
      '`',
      '`c`',
      '[d]',
      '\\\\',
      'snake_case',
      '*',
      '!',
      '"q"',
      "it's",
      ',',
      '.',
      ';',
      '?',
    ],
    ...[
      '%',
      '/',
      '-',
      '--',
      '(',
      ')',
      'é',
      'Æ',
      '×',
      '日',
      '&',
      '&amp;',
      '#',
      '[',
      ']',
      '|',
      'import',
      'export',
    ],
    ...['R&D', '&#1;', 'C++', 'C#', 'Hi!', '![', '日本', '“', 'é_', '_日', '\u3000', '😀', 'WWW.'],
    ...['=', '+', '$', '~', '<', '{', 'http:', 'note: x', ':a{', '\u00a0'],
  );
  const words = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
  /** Words of which at most one needs an escape, as on most lines of a page. */
  const phrase = fc
    .tuple(
      fc.constantFrom('', ' ', ' by ', ', ', 'Ada '),
      fc.oneof(fc.constant('snake_case'), piece),
      fc.constantFrom('', ' ', ' (', ' Lovelace', 'x'),
    )
    .map((pieces) => pieces.join(''));
  const plain = fc.oneof(
    { weight: 4, arbitrary: words },
    { weight: 8, arbitrary: phrase },
    { weight: 1, arbitrary: text },
  );
  const textNode = plain.map((value): PhrasingContent => ({ type: 'text', value }));
  const url = fc.constantFrom(
    'https://e.co/a_b',
    '/x',
    '#',
    '?a=1&b=2',
    'x(y)',
    'a b',
    'mailto:a@b.co',
    ':b[',
    '',
  );
  const link = fc.tuple(plain, url, fc.option(plain, { freq: 2 })).map(
    ([value, to, title]): Link => ({
      type: 'link',
      url: to,
      title,
      children: [{ type: 'text', value }],
    }),
  );
  const strong = fc
    .oneof(textNode, link)
    .map((child): Strong => ({ type: 'strong', children: [child] }));
  const code = fc
    .constantFrom('x', 'a b', '`', ' x', '|', 'a|b', '<b>', '{c}', '\\', '')
    .map((value): PhrasingContent => ({ type: 'inlineCode', value }));
  const emphasis = textNode.map(
    (child): PhrasingContent => ({ type: 'emphasis', children: [child] }),
  );
  const node = fc.oneof(textNode, link, strong, emphasis, code);
  /** Nodes with words between them, as in a credit: `**name** by somebody - description`. */
  const spaced = fc
    .tuple(node, fc.array(fc.tuple(fc.constantFrom(' by ', ' - ', ', ', ' a_'), node)))
    .map(([first, others]): PhrasingContent[] => [
      first,
      ...others.flatMap(([value, next]): PhrasingContent[] => [{ type: 'text', value }, next]),
    ]);
  const line = fc.oneof(fc.array(node, { minLength: 1, maxLength: 4 }), spaced);

  const item: fc.Arbitrary<ListItem> = fc
    .tuple(line, fc.option(line, { freq: 2 }))
    .map(([children, nested]) => ({
      type: 'listItem',
      spread: false,
      children: [
        { type: 'paragraph', children },
        ...(nested
          ? [
              listOf([
                {
                  type: 'listItem',
                  spread: false,
                  children: [{ type: 'paragraph', children: nested }],
                },
              ]),
            ]
          : []),
      ],
    }));
  const listOf = (children: ListItem[], ordered = false): RootContent & { type: 'list' } => ({
    type: 'list',
    ordered,
    spread: false,
    children,
  });
  const items = fc.array(item, { minLength: 1, maxLength: 3 });
  const block: fc.Arbitrary<RootContent> = fc.oneof(
    { weight: 4, arbitrary: items.map((children) => listOf(children)) },
    items.map((children) => listOf(children, true)),
    line.map((children): RootContent => ({ type: 'paragraph', children })),
    textNode.map((child): RootContent => ({ type: 'paragraph', children: [child] })),
    textNode.map((child): RootContent => ({ type: 'heading', depth: 3, children: [child] })),
    line.map((children): RootContent => ({ type: 'heading', depth: 2, children })),
    line.map(
      (children): RootContent => ({
        type: 'table',
        children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }],
      }),
    ),
  );
  // The fast path needs the defaults of most of these, so only one setting is changed at a time.
  const setting = fc.oneof(
    fc.constant({}),
    fc.record({ bullet: fc.constantFrom('*', '-', '+') }),
    fc.record({ strong: fc.constantFrom('*', '_') }),
    fc.record({ emphasis: fc.constantFrom('_', '*') }),
    fc.record({ resourceLink: fc.boolean() }),
    fc.record({ setext: fc.boolean() }),
    fc.record({ closeAtx: fc.boolean() }),
    fc.record({ listItemIndent: fc.constantFrom('one', 'tab', 'mixed') }),
    fc.constant({ join: [() => 1] }),
  );

  test.each(['md', 'mdx'] as const)('in .%s', (format) => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), setting, (children, options) => {
        // An extension with `join` disables the fast path.
        const slow = stringify(structuredClone(children), format, options as object, [
          tableToMarkdown(),
          { join: [] },
        ]);
        const fast = stringify(children, format, options as object, [tableToMarkdown()]);
        expect(fast).toBe(slow);
      }),
      { numRuns: numRuns * 2, seed },
    );
  });
});

describe('the Markdown fast path reads the same nodes as the parser', () => {
  const words = fc.constantFrom(
    ...[
      'a',
      'word',
      'two words',
      'Dr. Who',
      "it's",
      'x-y',
      '1',
      '2.0',
      '_',
      '*',
      '**',
      '`',
      '[',
      ']',
      '(',
      ')',
    ],
    ...[
      ' ',
      ' ',
      ' ',
      ' ',
      '.',
      ',',
      ': ',
      ':',
      '!',
      '?',
      '\n',
      '\n\n',
      '-',
      '1.',
      '\\',
      '<',
      '{',
      '|',
      '&',
      '@',
      '#',
    ],
    ...[
      '*a*',
      '_b c_',
      '**d**',
      '__e__',
      '`f`',
      '`` g ``',
      '`<h>`',
      '[i](https://e.co)',
      '[j](k)',
      '[l]',
      '(https://e.co)',
    ],
    ...[
      '[m n](https://e.co/a_b?c=d)',
      'www.e.co',
      'https://e.co',
      '***o***',
      '*p',
      'q*',
      '~r~',
      'é',
      '`|`',
      '[x] ',
      'snake_case',
      'é_a',
      '@ada',
      'a.',
      '@b.co',
      'R&D',
      '&amp;',
      '&#1;',
      'C#',
      ' > ',
      '->',
      'import ',
      'export default ',
    ],
  );
  test.each(['md', 'mdx'] as const)('of %s', (dialect) => {
    const fields = fc.tuple(fc.array(words, { minLength: 1, maxLength: 7 }), fc.boolean());
    expectTaken(fields, numRuns * 10, 1 / 40, ([pieces, inline]) => {
      const markdown = pieces.join('').trim();
      const paragraphs = markdown ? markdownFastPath(markdown, inline) : undefined;
      if (!paragraphs) return false;
      const parse = dialect === 'md' ? parseMarkdown : parseMdx;
      const tree = parse(inline ? markdown.replaceAll('\n', ' ') : markdown);
      removePosition(tree, { force: true });
      expect(paragraphs, markdown).toEqual(tree.children);
      return true;
    });
  });
});

test('a word is nearly equal to itself with two edits', () => {
  const letter = fc.constantFrom(...'abzéx1üя.');
  const word = fc.array(letter, { minLength: 6 }).map((letters) => letters.join(''));
  const edit = fc.record({
    at: fc.nat(),
    removed: fc.nat(1),
    added: fc.constantFrom('', 'q', 'Ω'),
  });
  fc.assert(
    fc.property(word, fc.array(edit, { maxLength: 2 }), (from, edits) => {
      let to = from;
      for (const { at, removed, added } of edits) {
        const place = at % to.length;
        to = to.slice(0, place) + added + to.slice(place + removed);
      }
      expect(nearlyEqualFinder([from])(to)).toBe(from);
      expect(nearlyEqualFinder([to])(from)).toBe(to);
    }),
    { numRuns, seed },
  );
});

test('100,000 names are not compared with 100,000 ids', () => {
  const ids = Array.from({ length: 100_000 }, (_, index) => `person-${index}`);
  const start = cpuTime();
  const nearId = nearlyEqualFinder(ids);
  const found = ids.map((id) => nearId(`${id}x`));
  expect(cpuTime() - start).toBeLessThan(5);
  expect(found[0]).toBe('person-0');
  expect(found.at(-1)).toBeUndefined();
}, 60_000);

test('100,000 escaped brackets are not each a label up to the end', () => {
  const start = cpuTime();
  parseByHeading('\\['.repeat(100_000), () => ({ type: 'root', children: [] }));
  expect(cpuTime() - start).toBeLessThan(5);
}, 60_000);

describe('parsing by heading gives the same tree', () => {
  const blocks = [
    '# A heading',
    '## Another [a]',
    '- an item\n- [b][a]',
    '> a [label\n> in a quote][]',
    '[a]: https://example.com',
    '> [label in a quote]: b "c"',
    '- [nested]: d',
    '[nested] and ![picture][A]',
    'a footnote[^n] and [^other]',
    '[^n]: The footnote.\n\n    Its [a].',
    '- [^other]: A footnote in a list.',
    '[^n] [^missing] [missing] \\[a] [\\[]',
    '[\\[]: e',
    '| a | [b][nested] |\n| - | - |',
    '```\n# no heading',
    '```\n# no heading\n```',
    '<div>\n# no heading',
    '<!-- [a]: x\n\n# no heading',
    '    # code',
    'a line\n***',
    'a line\u2028# no heading',
    ':::note\na\n\n[b][a] in the aside\n:::',
  ];
  const filler = `${'word '.repeat(240)}\n\n`;
  const part = fc.tuple(fc.constantFrom(...blocks), fc.constantFrom('\n', '\n\n', `\n\n${filler}`));

  test.each([
    ['headings', undefined],
    ['paragraphs', 300],
  ])('for pages with definitions, before %s', (_, minLength) => {
    let split = 0;
    fc.assert(
      fc.property(fc.array(part, { minLength: 3, maxLength: 12 }), (parts) => {
        const page = parts.flat().join('');
        let calls = 0;
        const parse = (markdown: string) => {
          calls += 1;
          return parseMarkdown(markdown);
        };
        const tree = parseByHeading(page, parse, minLength);
        if (calls > 1) split += 1;
        expect(tree.children, page).toEqual(parseMarkdown(page).children);
      }),
      { numRuns: 3 * numRuns, seed },
    );
    expect(split).toBeGreaterThan(numRuns / 2);
  });
});
