import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, isMap, parse, parseDocument, visit } from 'yaml';
import { editYaml, type YamlEdit, type YamlPath } from '../src/edit/edit-yaml.ts';
import type { YamlValue } from '../src/edit/render-value.ts';
import { numRuns, seed } from './helpers/test-size.ts';

const read = (text: string) => (parse(text, { schema: 'failsafe' }) ?? {}) as YamlValue;

const scalar = fc.oneof(
  fc.constantFrom('a', 'b c', '1.10', '~', 'null', '', '- x', 'x: y', 'x #y', '"q"', "it's"),
  fc.constantFrom(
    '{',
    '[x',
    '&a',
    '*a',
    'é',
    '日本',
    'two\nlines',
    'end\n',
    'a\n\n  b\n',
    '# a\nx',
  ),
  fc.string({ maxLength: 6 }),
);

const dictionary = (keys: readonly string[], each: fc.Arbitrary<YamlValue>) =>
  fc.dictionary(fc.constantFrom(...keys), each, {
    minKeys: 1,
    maxKeys: 4,
    noNullPrototype: true,
  });

const { value } = fc.letrec<{ value: YamlValue; collection: YamlValue }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', maxDepth: 4 }, scalar, tie('collection')),
  collection: fc.oneof(
    fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
    dictionary(['name', 'url', 'by', 'x y', 'key: c', '1'], tie('value')),
  ),
}));

/** Sources with random formatting, comments and blank lines. */
const source = fc
  .record({
    content: dictionary(['title', 'people', 'credits', 'sections', 'z'], value),
    choices: fc.infiniteStream(fc.nat(11)),
    indent: fc.constantFrom(2, 4),
    indentSeq: fc.boolean(),
    flowCollectionPadding: fc.boolean(),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    isEnded: fc.boolean(),
  })
  .map(({ content, choices, lineBreak, isEnded, ...options }) => {
    const document = new Document(content, { schema: 'failsafe' });
    visit(document, {
      Node(_, node, path) {
        const choice = choices.next().value;
        const isInFlow = path.some((each) => 'flow' in each && each.flow);
        const isCollection = 'items' in node;
        if (isCollection && choice < 2) node.flow = true;
        if ('value' in node && choice === 2) Object.assign(node, { type: 'QUOTE_SINGLE' });
        if ('value' in node && choice === 3) Object.assign(node, { type: 'QUOTE_DOUBLE' });
        if (isInFlow || (isCollection && node.flow) || path.length < 2) return;
        if (choice === 4) node.commentBefore = ' above';
        if (choice === 5) node.spaceBefore = true;
        if (choice === 6 && !isCollection) node.comment = ' beside';
      },
    });
    const text = document.toString({ ...options, lineWidth: 0 });
    // A line break after a block scalar may be a part of it.
    const ended = isEnded || /[|>]/.test(text) ? text : text.replace(/\n$/, '');
    return ended.replaceAll('\n', lineBreak);
  })
  .filter((text) => parseDocument(text, { schema: 'failsafe' }).errors.length === 0);

type Data = Record<string | number, unknown>;

/** Returns the value at a path. */
function at(content: unknown, path: YamlPath): unknown {
  return path.reduce((value, key) => (value as Data)[key], content);
}

/** Returns the paths of all values in a value. */
function paths(content: YamlValue, path: YamlPath = []): YamlPath[] {
  if (typeof content === 'string') return [path];
  const inner = Object.entries(content).flatMap(([key, each]) =>
    paths(each as YamlValue, [...path, Array.isArray(content) ? Number(key) : key]),
  );
  return [path, ...inner];
}

/** An edit that is not only of characters. */
type NodeEdit = Exclude<YamlEdit, { type: 'replace' }>;

/** Makes an edit of data instead of text. */
function editData(content: YamlValue, edit: NodeEdit): YamlValue {
  const copy = structuredClone(content);
  const key = edit.path.at(-1) as string | number;
  if (edit.type === 'insert') {
    (at(copy, edit.path) as unknown[]).splice(edit.index, 0, edit.value);
  } else if (edit.type === 'set') {
    (at(copy, edit.path.slice(0, -1)) as Data)[key] = edit.value;
  } else removeData(copy, edit.path);
  return copy;
}

function removeData(content: YamlValue, path: YamlPath): void {
  const around = at(content, path.slice(0, -1));
  if (Array.isArray(around)) around.splice(path.at(-1) as number, 1);
  else delete (around as Data)[path.at(-1) as string];
  const isEmpty = Object.keys(around as object).length === 0;
  if (isEmpty && path.length > 1) removeData(content, path.slice(0, -1));
}

/** An edit of some content. */
function editOf(content: YamlValue): fc.Arbitrary<NodeEdit> {
  const inner = paths(content).slice(1);
  return fc
    .record({
      path: fc.constantFrom(...inner),
      value,
      action: fc.nat(3),
      index: fc.nat(4),
      key: fc.constantFrom('new', 'a new: key'),
    })
    .map(({ path, value, action, index, key }): NodeEdit => {
      const old = at(content, path);
      if (action === 0 && Array.isArray(old)) {
        return { type: 'insert', path, index: Math.min(index, old.length), value };
      }
      if (action === 1 && typeof old === 'object' && !Array.isArray(old)) {
        return { type: 'set', path: [...path, key], value };
      }
      return action < 3 ? { type: 'set', path, value } : { type: 'remove', path };
    });
}

/** Returns the first and the last offset at which two texts differ, in the first one. */
function difference(text: string, other: string): [number, number] {
  let start = 0;
  while (start < text.length && text[start] === other[start]) start += 1;
  let end = 0;
  const max = Math.min(text.length, other.length) - start;
  while (end < max && text.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [start, text.length - end];
}

/** Returns the range of a value and of the space and comments around it. */
function valueRange(text: string, path: YamlPath): [number, number] {
  const document = parseDocument(text, { schema: 'failsafe' });
  const [, , end] = (document.getIn(path, true) as Ranged).range;
  const parent = document.getIn(path.slice(0, -1), true) as Ranged;
  const key = path.at(-1);
  const before = isMap<Ranged & { value: string }>(parent)
    ? parent.items.find((pair) => pair.key.value === key)?.key
    : (document.getIn([...path.slice(0, -1), Number(key) - 1], true) as Ranged | undefined);
  const space = /^\s*/.exec(text.slice(end))?.[0] ?? '';
  return [before?.range[1] ?? parent.range[0], end + space.length];
}

interface Ranged {
  range: [number, number, number];
}

const editedSource = source.chain((text) =>
  fc.record({ text: fc.constant(text), edit: editOf(read(text)) }),
);

const ada = { name: 'Ada', url: 'https://a.example', by: ['Bob', 'Eve'] };

const examples: [string, string, YamlEdit[], string][] = [
  [
    'adds a map beside maps, with the indentation of lists in maps',
    'title: T\ncredits:\n- name: X\n  by:\n  - Bob\n',
    [{ type: 'insert', path: ['credits'], index: 1, value: ada }],
    'title: T\ncredits:\n- name: X\n  by:\n  - Bob\n- name: Ada\n  url: https://a.example\n  by:\n  - Bob\n  - Eve\n',
  ],
  [
    'adds a map on one line beside others',
    'credits:\n  - {name: X} # first\n  # a note\n',
    [{ type: 'insert', path: ['credits'], index: 1, value: ada }],
    'credits:\n  - {name: X} # first\n  - {name: Ada, url: https://a.example, by: [Bob, Eve]}\n  # a note\n',
  ],
  [
    'replaces characters in a scalar, beside other edits',
    'intro: >-\n  an old\n  text\ncredits: [a, b]\n',
    [
      { type: 'replace', start: 15, end: 18, replacement: 'older' },
      { type: 'remove', path: ['credits', 0] },
    ],
    'intro: >-\n  an older\n  text\ncredits: [b]\n',
  ],
  [
    'separates items by blank lines like the others',
    'sections:\n  - title: A\n\n  - title: B\n',
    [{ type: 'insert', path: ['sections'], index: 2, value: { title: 'C' } }],
    'sections:\n  - title: A\n\n  - title: B\n\n  - title: C\n',
  ],
  [
    'creates a list at its usual place',
    '# Our credits\ntitle: T\nsections: []\n',
    [
      { type: 'insert', path: ['credits'], index: 0, value: 'a', order: ['title', 'credits'] },
      { type: 'insert', path: ['credits'], index: 0, value: 'b', order: ['title', 'credits'] },
    ],
    '# Our credits\ntitle: T\ncredits:\n  - a\n  - b\nsections: []\n',
  ],
  [
    'fills an empty list',
    'title: T\ncredits: []\npeople: # nobody yet\n',
    [
      { type: 'insert', path: ['credits'], index: 0, value: { name: 'A' } },
      { type: 'set', path: ['people'], value: { ada: 'Ada' } },
    ],
    'title: T\ncredits:\n  - name: A\npeople: # nobody yet\n  ada: Ada\n',
  ],
  [
    'keeps the quotation marks of a value',
    'license: \'Apache 2\' # or later\nversion: "1"\n',
    [
      { type: 'set', path: ['license'], value: 'Apache-2.0' },
      { type: 'set', path: ['version'], value: '1.10' },
    ],
    'license: \'Apache-2.0\' # or later\nversion: "1.10"\n',
  ],
  [
    'removes an item with the comment right above it',
    'people:\n  # about a\n\n  # about b\n  b: B\n  # about c\n  c: C\n',
    [{ type: 'remove', path: ['people', 'b'] }],
    'people:\n  # about a\n\n  # about c\n  c: C\n',
  ],
  [
    'adds an item below the comments that are indented more than the one before it',
    'credits:\n  - name: a\n    by:\n      - b\n      # more\n    # like a\n  # about c\n  - c\n',
    [{ type: 'insert', path: ['credits'], index: 1, value: 'b' }],
    'credits:\n  - name: a\n    by:\n      - b\n      # more\n    # like a\n  - b\n  # about c\n  - c\n',
  ],
  [
    'adds a key below the indented comments of the one before it, with the blank lines between them',
    'credits:\n  - a\n    # more\n\n  # like a\n\n# sections:\n',
    [{ type: 'insert', path: ['sections'], index: 0, value: 'b' }],
    'credits:\n  - a\n    # more\n\n  # like a\nsections:\n  - b\n\n# sections:\n',
  ],
  [
    'adds an item before one that is removed with its comments',
    'credits:\n  - |\n      a\n    # about b\n  - b\n  - c\n',
    [
      { type: 'insert', path: ['credits'], index: 1, value: 'x' },
      { type: 'remove', path: ['credits', 1] },
    ],
    'credits:\n  - |\n      a\n  - x\n  - c\n',
  ],
  [
    'adds an item on its own line where the others have one',
    'credits: [\n  a,\n  b,\n]\n',
    [
      { type: 'insert', path: ['credits'], index: 0, value: 'x' },
      { type: 'insert', path: ['credits'], index: 2, value: 'y' },
      { type: 'insert', path: ['credits'], index: 2, value: 'z' },
    ],
    'credits: [\n  x,\n  a,\n  b,\n  y,\n  z,\n]\n',
  ],
  [
    'keeps the comment in an empty list',
    'credits: [\n  # nobody yet\n]\n',
    [{ type: 'insert', path: ['credits'], index: 0, value: 'a' }],
    'credits: [a\n  # nobody yet\n]\n',
  ],
  [
    'adds the colon that a key of a map on one line lacks',
    'sections: [{title, credits}]\n',
    [{ type: 'insert', path: ['sections', 0, 'credits'], index: 0, value: 'a' }],
    'sections: [{title, credits: [a]}]\n',
  ],
  [
    'removes a map of which nothing is left',
    'title: T\npeople:\n  a: A\ncredits: [a]\n',
    [{ type: 'remove', path: ['people', 'a'] }],
    'title: T\ncredits: [a]\n',
  ],
];

describe('editYaml', () => {
  it('sets the value of a key that ends with its colon', () => {
    const edit = { type: 'set', path: ['a'], value: 'x' } as const;
    expect(editYaml('{a:, b: c}', [edit])).toBe('{a: x, b: c}');
  });

  it('makes the edit', () => {
    fc.assert(
      fc.property(editedSource, ({ text, edit }) => {
        expect(read(editYaml(text, [edit]))).toEqual(editData(read(text), edit));
      }),
      { numRuns: 5 * numRuns, seed },
    );
  });

  it('leaves every other byte unchanged', () => {
    fc.assert(
      fc.property(editedSource, ({ text, edit }) => {
        const edited = editYaml(text, [edit]);
        const [start, end] = difference(text, edited);
        if (edited === text) return;
        const isAdded = edit.type === 'insert' || at(read(text), edit.path) === undefined;
        if (isAdded) {
          expect(text.slice(start, end)).toBe('');
        } else if (edit.type === 'remove' && Object.keys(read(edited)).length > 0) {
          const [from, to] = difference(edited, text);
          expect(edited.slice(from, to)).toBe('');
        } else if (edit.type === 'set') {
          const [from, to] = valueRange(text, edit.path);
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeLessThanOrEqual(to);
        }
      }),
      { numRuns: 5 * numRuns, seed },
    );
  });

  it('adds and removes several items at once', () => {
    const flat = fc.array(scalar.filter(Boolean), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        flat.chain((items) =>
          fc.record({
            items: fc.constant(items),
            isFlow: fc.boolean(),
            isNested: fc.boolean(),
            removed: fc.uniqueArray(fc.nat(items.length - 1)),
            added: fc.array(fc.record({ index: fc.nat(items.length), value }), { minLength: 1 }),
          }),
        ),
        ({ items, isFlow, isNested, removed, added }) => {
          const document = new Document(isNested ? [[items]] : { z: items, y: 'x' }, {
            schema: 'failsafe',
          });
          const path = isNested ? [0, 0] : ['z'];
          (document.getIn(path) as { flow: boolean }).flow = isFlow;
          const text = document.toString({ lineWidth: 0 });
          const edited = editYaml(text, [
            ...added.map(({ index, value }): YamlEdit => ({ type: 'insert', path, index, value })),
            ...removed.map((index): YamlEdit => ({ type: 'remove', path: [...path, index] })),
          ]);
          const expected = [...items, undefined].flatMap((item, index) => [
            ...added.filter((each) => each.index === index).map((each) => each.value),
            ...(item === undefined || removed.includes(index) ? [] : [item]),
          ]);
          expect(at(read(edited), path)).toEqual(expected);
        },
      ),
      { numRuns: 5 * numRuns, seed },
    );
  });

  it.each(examples)('%s', (_, text, edits, expected) => {
    expect(editYaml(text, edits)).toBe(expected);
  });

  it.each<[string, YamlEdit, string]>([
    ['a: &x [b]\nc: *x\n', { type: 'remove', path: ['a'] }, '"*x" needs "&x"'],
    ['a: [&x b]\nc: *x\n', { type: 'set', path: ['a'], value: 'd' }, '"*x" needs "&x"'],
    ['a: &x [b]\nc: *x\n', { type: 'insert', path: ['c'], index: 0, value: 'd' }, '"*x" stands'],
    ['a: b\n', { type: 'insert', path: ['a'], index: 0, value: 'd' }, 'no map or list'],
    ['# nothing\n', { type: 'set', path: ['a'], value: 'd' }, 'no map or list'],
  ])('refuses an edit of %j', (text, edit, message) => {
    expect(() => editYaml(text, [edit])).toThrow(message);
  });
});
