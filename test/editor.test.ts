/** An editor with the schema: marked errors, hovers and completions. */
import { readdirSync, readFileSync } from 'node:fs';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { parseDocument } from 'yaml';
import { firstSource } from '../src/commands/init/first-source.ts';
import { type Code, codes } from '../src/diagnostics/codes.ts';
import { documents } from '../src/diagnostics/documents.ts';
import { creditsParse } from '../src/index.ts';
import { suggestedLanguages } from '../src/model/language-words/index.ts';
import { columnNames } from '../src/model/style.ts';
import { jsonSchema } from '../src/schema/json-schema.ts';
import { diagnose } from './helpers/cli.ts';
import { type Editor, type Mark, openEditor } from './helpers/editor.ts';
import { frontMatterCases } from './helpers/front-matter-cases.ts';
import { invalidPages, invalidYaml } from './helpers/invalid-sources.ts';
import { fixtures, root } from './helpers/paths.ts';

/**
 * How an editor finds the errors of each code: by the schema, or by the YAML parser of the language
 * server. If only the command finds them, `beyond` is the reason. A schema knows no warnings.
 */
const judges: Partial<Record<Code, 'schema' | 'parser' | { beyond: string }>> = {
  'unknown-key': 'schema',
  'missing-key': 'schema',
  'page-key': 'schema',
  'nested-credits': 'schema',
  'excluded-key': 'schema',
  'frontmatter-key': 'schema',
  'wrong-type': 'schema',
  'unknown-value': 'schema',
  'bad-value': 'schema',
  'text-empty': 'schema',
  'text-control': 'schema',
  'url-scheme': 'schema',
  'output-extension': 'schema',
  'rule-unknown': 'schema',
  'rule-fixed': 'schema',
  'output-backslash': 'schema',
  'image-backslash': 'schema',

  'duplicate-key': 'parser',
  'yaml-syntax': 'parser',
  'yaml-quote': 'parser',
  'yaml-unclosed': 'parser',
  'yaml-escape': 'parser',
  'yaml-tab': 'parser',
  'yaml-indent': 'parser',
  'yaml-conflict': 'parser',
  'yaml-alias': 'parser',
  'yaml-tag': 'parser',

  'yaml-documents': { beyond: 'YAML allows several documents in a file' },
  'yaml-alias-cycle': { beyond: 'YAML allows an alias inside its own anchor' },
  'yaml-merge': { beyond: 'the language server supports merge keys' },
  'yaml-alias-bomb': { beyond: 'a schema does not expand aliases' },
  'frontmatter-reserved': { beyond: 'a schema of a map with any keys does not restrict them' },
  'audit-missing': { beyond: 'it is about files' },
  'manifest-missing': { beyond: 'it is about files' },
  'link-dead': { beyond: 'it is about files' },
  'report-invalid': { beyond: 'it is about files' },
  'manifest-invalid': { beyond: 'it is about files' },
  'source-missing': { beyond: 'it is about files' },
  'source-unreadable': { beyond: 'it is about files' },
  'source-page': { beyond: 'it is about files' },
  'source-exists': { beyond: 'it is about files' },
  'source-unwritable': { beyond: 'it is about files' },
  'source-uneditable': { beyond: 'it is about files' },
  'image-missing': { beyond: 'it is about files' },
  'image-outside': { beyond: 'it is about files' },
  'image-invalid': { beyond: 'it is about files' },
  'avatar-unwritable': { beyond: 'it is about files' },
  'page-exists': { beyond: 'it is about files' },
  'page-unreadable': { beyond: 'it is about files' },
  'page-frontmatter': { beyond: 'it is about files' },
  'page-mdx': { beyond: 'it is about files' },
  'json-syntax': { beyond: 'it is about files' },
  'page-too-deep': { beyond: 'it is about files' },
  'source-not-utf8': { beyond: 'an editor has already decoded the file' },
  'source-too-deep': { beyond: 'a schema does not count levels' },
  'source-empty': { beyond: 'a schema does not apply to a file without a value' },
  'heading-depth': { beyond: 'a schema does not count levels' },
  'markdown-html': { beyond: 'a schema does not read Markdown' },
  'markdown-block': { beyond: 'a schema does not read Markdown' },
  'markdown-definition': { beyond: 'a schema does not read Markdown' },
  'markdown-too-long': { beyond: 'a schema does not read Markdown' },
  'table-cell': { beyond: 'a schema does not read Markdown' },
  'mdx-syntax': { beyond: 'a schema does not read Markdown' },
  'output-outside': { beyond: 'it is about files' },
  'output-git': { beyond: 'it is about files' },
  'output-overwrite': { beyond: 'it is about files' },
  'output-source': { beyond: 'it is about files' },
  'output-twice': { beyond: 'it is about files' },
  'language-unlisted': { beyond: 'a schema does not compare one value with another' },
  'language-missing': { beyond: 'a schema does not compare one value with another' },
  'language-words': { beyond: 'a schema does not compare one value with another' },
  'view-section': { beyond: 'a schema does not compare one value with another' },
  'region-host': { beyond: 'it is about files' },
  'region-missing': { beyond: 'it is about files' },
  'region-markers': { beyond: 'it is about files' },
  'region-content': { beyond: 'it is about files' },
  'output-unwritable': { beyond: 'it is about files' },
  'out-of-date': { beyond: 'it is about files' },
};

const inFrontMatter = (key: string, value: string) =>
  `title: x\nfrontmatter:\n  ${key}: ${value}\n`;

/** Sources whose errors an editor does not find, unlike other errors of the same code, by reason. */
const beyond: Record<string, string[]> = {
  'to a schema, a missing value is null, like the string "null"': [
    'title: # x\n',
    'title: x\ncredits:\n  -\n',
    'title: x\npeople: { vic: }\n',
  ],
  'a schema does not read Markdown': [
    'title: x\nintro: "[a](data:x)"\n',
    'title: x\nintro: "![a](vbscript&colon;x)"\n',
  ],
  'a schema does not compare one value with another': [
    'title: { en: x, EN: y }\nlanguages: [en]\n',
    'title: x\nlanguages: [en, EN]\n',
    'title: x\nmarkdown: { bulletOther: "-" }\n',
    inFrontMatter('head', '[{ tag: meta, content: x }]'),
    inFrontMatter('tableOfContents', '{ minHeadingLevel: 4 }'),
    inFrontMatter('tableOfContents', '{ maxHeadingLevel: 1 }'),
    inFrontMatter('tableOfContents', '{ minHeadingLevel: 5, maxHeadingLevel: 4 }'),
  ],
  'a schema does not see quotes': [inFrontMatter('lastUpdated', '"2024-01-01"')],
  'a schema cannot exclude infinite numbers': [
    inFrontMatter('sidebar', '{ order: .inf }'),
    inFrontMatter('sidebar', '{ order: .nan }'),
  ],
  'in some engines, a pattern for surrogate pairs also matches half of one': [
    'title: "a\\ud800"\n',
  ],
  'the language server supports this syntax': ['title: !!binary aGk=\n'],
};

const ofFrontMatter = frontMatterCases.map(([key = '', value = '']) => inFrontMatter(key, value));
const examples = Object.values(documents).filter(({ language }) => language === 'yaml');
const suspects = [
  ...[...invalidYaml, ...invalidPages].map(([source]) => source),
  ...examples.map(({ wrong }) => wrong),
  ...ofFrontMatter,
];

const project = { names: [], docs: undefined, example: { name: 'x', url: 'https://e.co' } };
const first = firstSource(project, 'x', 'npx starlight-credits');
const valid = [
  ...readdirSync(`${fixtures}/pages`).map((name) => `${fixtures}/pages/${name}/credits.yaml`),
  `${root}/credits.yaml`,
]
  .map((path) => readFileSync(path, 'utf8'))
  .concat(first, first.replace(/^( *)# (?! *yaml-)(?= *[a-z-])/gm, '$1'))
  .concat(examples.map(({ right }) => right));

/** Returns a source with a completion at the `^`, with the default values of its tab stops. */
function insert({ textEdit, insertText }: CompletionItem, source: string): string {
  const [before = '', after = ''] = source.split('^');
  const lineStart = before.lastIndexOf('\n') + 1;
  const indent = /^ */.exec(before.slice(lineStart))?.[0] ?? '';
  const start =
    textEdit && 'range' in textEdit ? lineStart + textEdit.range.start.character : before.length;
  const text = (textEdit?.newText ?? insertText ?? '')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{?(\d)\}?/g, 'y$1')
    .replaceAll('\n', `\n${indent}`);
  return before.slice(0, start) + text + after;
}

/** Sources with one error, and its message. */
const withMessages: [source: string, message: string][] = [
  [
    'title: x\ncredits: [{ name: a, url: "data:x" }]\n',
    'A URL: http:, https:, mailto:, or relative.',
  ],
  ['title: x\noutput: credits.txt\n', 'A path with "/" that ends in .md or .mdx.'],
  ['title: x\noutput: [credits.txt]\n', 'A path with "/" that ends in .md or .mdx.'],
  ['title: x\noutput: { path: a.md, regoin: b }\n', 'Property regoin is not allowed.'],
  [
    'title: x\noutput: [{ path: a.md, region: b c }]\n',
    'A name of letters, digits, "-", "." and "_".',
  ],
  ['intro: x\noutput: [a.md, { path: b.md, region: c }]\n', 'Missing property "title".'],
  ['title: " "\n', 'A text with visible characters, and without control characters.'],
  ['title: [x]\n', 'Incorrect type. Expected "string | text by language".'],
  ['title: { en: x, english: y }\n', 'A language tag, such as en or pt-BR.'],
  ['title: x\nhtml: yes\n', 'Incorrect type. Expected "boolean | null".'],
  ['intro: x\n', 'Missing property "title".'],
  ['title: x\ncredits: [{ url: y }]\n', 'Missing property "name".'],
  ['title: x\ncredits: [{ person: y, by: z }]\n', 'Not allowed beside "person".'],
  ['title: x\ncovers: /a\n', 'A path with "/", relative to the source, or git.'],
];

/** Sources with a misspelled key. */
const misspelled = [
  ['output: { pth: a.md }', 'pth'],
  ['output: [{ pth: a.md }]', 'pth'],
  ['covers: [{ manfest: a }]', 'manfest'],
  ['handles: { ulr: a }', 'ulr'],
  ['people: { a: { nmae: b } }', 'nmae'],
  ['credits: [{ nmae: a }]', 'nmae'],
  ['credits: [{ name: a, by: { nmae: b } }]', 'nmae'],
  ['credits: [{ name: a, image: { scr: b.png } }]', 'scr'],
  ['credits: [{ name: a, image: { light: b.png, dakr: c.png } }]', 'dakr'],
].map(([line, key]) => [`title: x\n${line}\n`, key] as const);

let editor: Editor;
/** The marks of each source. They are requested concurrently, as the server waits before it responds. */
const marks = new Map<string, Mark[]>();

beforeAll(async () => {
  editor = await openEditor();
  const others = [...withMessages, ...misspelled].map(([source]) => source);
  const sources = new Set([...suspects, ...valid, ...others]);
  await Promise.all(
    [...sources].map(async (source) => {
      const found = await editor.marks(source);
      // They are not errors, and only the language server looks for all of them.
      const errors = found.filter(({ message }) => !message.startsWith('Unused anchor'));
      marks.set(source, errors);
    }),
  );
});

afterAll(() => editor.close());

describe('the errors that an editor marks', () => {
  const reasons = Object.entries(beyond).flatMap(([reason, sources]) =>
    sources.map((source) => [source, reason] as const),
  );
  const unjudged = new Map(reasons);

  test.each([...new Set(suspects)])('in %j match those of the command', async (source) => {
    const errors = (await diagnose(source)).all.filter(({ severity }) => severity === 'error');
    const found = marks.get(source);
    if (errors.length === 0) expect(found).toEqual([]);
    for (const { code, line } of errors) {
      const judge = judges[code as Code];
      if (unjudged.has(source)) expect(found).toEqual([]);
      else if (judge === 'schema') expect(found).toContainEqual(expect.objectContaining({ line }));
      else if (judge === 'parser') expect(found).not.toEqual([]);
    }
  });

  test('are complete, except for the listed ones', () => {
    for (const source of unjudged.keys()) expect(suspects).toContain(source);
    for (const [code, { wrong, language }] of Object.entries(documents)) {
      if (typeof judges[code as Code] === 'string') expect(language).toBe('yaml');
      else if (language === 'yaml')
        expect({ code, marks: marks.get(wrong) }).toEqual({ code, marks: [] });
    }
    for (const [code, { severity }] of Object.entries(codes))
      expect({ code, isJudged: code in judges }).toEqual({ code, isJudged: severity === 'error' });
  });

  test.each(valid)('are none in the valid source %j', (source) => {
    expect(marks.get(source)).toEqual([]);
  });

  test.each(withMessages)('in %j have a clear message', (source, message) => {
    expect(marks.get(source)?.map((mark) => mark.message)).toEqual([message]);
  });

  test.each(misspelled)(
    'in %j are at the misspelled key, not about another type',
    (source, key) => {
      const messages = (marks.get(source) ?? []).map(({ message }) => message);
      expect(messages).toContain(`Property ${key} is not allowed.`);
      expect(messages.join('\n')).not.toMatch(/Incorrect type|Matches a schema/);
    },
  );
});

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | false;
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  else?: Schema;
  doNotSuggest?: boolean;
  definitions?: Record<string, Schema>;
  $ref?: string;
}

const schema = jsonSchema() as Schema;

/** Returns every key of the schema: a source with a `^` at the key, and the description of the key. */
function keys(): [source: string, description: string][] {
  const found: [string, string][] = [];
  const passed = new Set<string>();
  /** @param around returns a source with a value of this schema */
  const walk = (at: Schema, around: (inner: string) => string): void => {
    if (at.$ref) {
      if (passed.has(at.$ref)) return;
      passed.add(at.$ref);
      walk(schema.definitions?.[at.$ref.split('/').at(-1) ?? ''] ?? {}, around);
    }
    if (at.doNotSuggest) return;
    const inner = [at.anyOf, at.allOf, at.else].flat().filter((each) => each !== undefined);
    for (const each of inner) walk(each, around);
    if (at.items) walk(at.items, (inner) => around(`[${inner}]`));
    if (at.additionalProperties) {
      walk(at.additionalProperties, (inner) => around(`{ any: ${inner} }`));
    }
    for (const [key, property] of Object.entries(at.properties ?? {})) {
      if (property.doNotSuggest) continue;
      found.push([around(`{ ^${key}: x }`), property.description ?? '']);
      walk(property, (inner) => around(`{ ${key}: ${inner} }`));
    }
  };
  walk(schema, (inner) => inner);
  return found;
}

describe('the hovers', () => {
  test('exist for every key', () => {
    expect(keys().length).toBeGreaterThan(100);
  });

  test.each(keys())('of %s show: %s', async (source, description) => {
    const unescaped = (await editor.hover(source)).replace(/\\(.)/g, '$1');
    expect(unescaped.split('\n')).toContain(description);
  });
});

describe('the completions', () => {
  const definition = (name: string) => {
    const { anyOf, ...own } = schema.definitions?.[name] ?? {};
    return [own, ...(anyOf ?? [])].find(({ properties }) => properties)?.properties ?? {};
  };
  const page = schema.properties ?? {};
  const known: [string, source: string, keys: Record<string, Schema>][] = [
    ['the page', '^', page],
    ['a section', 'title: x\nsections:\n  - ^', definition('section')],
    ['a credit', 'title: x\ncredits:\n  - ^', definition('credit')],
    [
      'a nested credit',
      'title: x\ncredits:\n  - name: x\n    credits:\n      - ^',
      definition('nestedCredit'),
    ],
    ['a person', 'title: x\npeople:\n  ada:\n    ^', definition('person')],
    [
      'a person of a credit',
      'title: x\ncredits:\n  - name: x\n    by:\n      - ^',
      definition('person'),
    ],
    ['a style', 'title: x\nstyle:\n  ^', page.style?.properties ?? {}],
    ['a view', 'title: x\noutput:\n  ^', definition('view')],
    ['a view in a list', 'title: x\noutput:\n  - ^', definition('view')],
    ['Markdown options', 'title: x\nmarkdown:\n  ^', page.markdown?.properties ?? {}],
  ];

  test.each(known)('include every key of %s', async (_, source, wanted) => {
    const offered = await editor.complete(source);
    expect(Object.keys(wanted)).not.toEqual([]);
    for (const [key, { description }] of Object.entries(wanted)) {
      expect(offered).toContainEqual(
        expect.objectContaining({ label: key, documentation: description }),
      );
    }
  });

  test('exclude existing keys and keys of other places', async () => {
    const labels = async (source: string) =>
      (await editor.complete(source)).map(({ label }) => label);
    expect(await labels('title: x\n^')).not.toContain('title');
    expect(await labels('title: x\nfrontmatter:\n  ^')).toContain('sidebar');
    expect(await labels('title: x\nfrontmatter:\n  ^')).not.toContain('title');
  });

  test.each<[source: string, label: string, text: string]>([
    ['^', 'title', 'title: '],
    ['^', 'credits', 'credits:\n  - '],
    ['^', 'people', 'people:\n  $1: $2'],
    ['^', 'frontmatter', 'frontmatter:\n  sidebar:\n    order: '],
    ['^', 'style', 'style:\n  '],
    ['title: x\noutput:\n  - ^', 'a view', 'path: $1\n  region: $2'],
    ['title: x\nsections:\n  - ^', 'a section', 'title: $1\n  credits:\n    - name: $2'],
    ['title: x\ncredits:\n  - ^', 'a credit', 'name: $1\n  url: $2\n  by: $3\n  description: $4'],
    ['title: x\ncredits:\n  - ^', 'a credit of a person', 'person: $1\n  description: $2'],
    ['title: x\ncredits:\n  - name: x\n    ^', 'a credit', 'url: $2\nby: $3\ndescription: $4'],
    ['title: x\ncredits:\n  - name: x\n    ^', 'links', 'links:\n  - '],
    ['title: x\ncredits:\n  - name: x\n    links:\n      - ^', 'a link', 'label: $1\n  url: $2'],
    ['title: x\noutput:\n  - path: a.md\n    ^', 'a view', 'region: $2'],
    ['title: x\ncredits:\n  - name: x\n    by:\n      - ^', 'a person', 'name: $1\n  handle: $2'],
  ])('in %j insert for "%s": %j', async (source, label, text) => {
    const offered = (await editor.complete(source)).filter((item) => item.label === label);
    expect(offered.map(({ textEdit, insertText }) => textEdit?.newText ?? insertText)).toContain(
      text,
    );
  });

  test.each<[source: string, labels: string[]]>([
    ['credits:\n  - ^', ['a credit', 'a credit of a person']],
    ['credits:\n  - name: x\n    ^', ['a credit']],
    ['credits:\n  - person: x\n    ^', ['a credit of a person']],
    ['credits:\n  - description: x\n    ^', ['a credit', 'a credit of a person']],
    ['credits:\n  - name: x\n    version: x\n    ^', []],
    ['credits:\n  - en: x\n    ^', []],
    ['credits:\n  - Thanks to a^', []],
    ['credits:\n  - Thanks to ^', []],
    ['credits: [{ name: x, u^ }]', []],
    ['output:\n  - ^', ['a view']],
    ['output:\n  - path: a.md\n    ^', ['a view']],
    ['output:\n  - path: a.md\n    title: none\n    ^', []],
    ['output:\n  path: a.md\n  frontmatter: false\n  ^', []],
    ['sections:\n  - credits: [x]\n    ^', ['a section']],
    ['sections:\n  - intro: x\n    ^', []],
    ['covers:\n  - manifest: git\n    ^', ['a covered manifest']],
    ['people:\n  ada:\n    url: x\n    ^', []],
  ])('in %j include the snippets %j, which fit the keys', async (source, labels) => {
    const offered = await editor.complete(`title: x\n${source}`);
    const snippets = offered.filter(({ kind }) => kind === CompletionItemKind.Module);
    expect(snippets.map(({ label }) => label)).toEqual(labels);
  });

  test.each<[source: string, values: string[]]>([
    ['title: ^', []],
    ['title: x\nstyle:\n  columns: [by, ^]', columnNames.filter((name) => name !== 'by').sort()],
    ['title: x\nstyle:\n  columns:\n    - ^', [...columnNames].sort()],
    ['title: x\nlanguages: [de, e^]', suggestedLanguages.filter((tag) => tag !== 'de').sort()],
    ['title: x\nlanguages:\n  - ^', [...suggestedLanguages].sort()],
    ['title: x\nlanguages: [en]\noutput:\n  - path: a.md\n    lang: f^', ['en']],
    ['title: x\nlanguages: [en, fr]\noutput:\n  - lang: ^', ['en', 'fr']],
    ['title: x\nlanguages: [en, pt-br]\noutput:\n  lang: ^', ['en', 'pt-BR']],
    ['title: x\noutput:\n  - path: a.md\n    lang: ^', []],
    ['title: x\ncredits:\n  - name: n^', []],
    ['title: x\nnotice: ^', ['true']],
    ['title: x\nhtml: ^', ['false', 'true']],
    ['title: x\nstyle:\n  bold: ^', ['false', 'true']],
    ['title: x\noutput:\n  title: ^', ['frontmatter', 'heading', 'none']],
    ['title: x\noutput:\n  - path: a.md\n    title: ^', ['frontmatter', 'heading', 'none']],
    ['title: x\noutput:\n  - path: a.md\n    frontmatter: ^', ['false', 'true']],
    ['title: x\nmarkdown:\n  bullet: ^', ['"*"', '"-"', '+']],
    ['title: x\nfrontmatter:\n  template: ^', ['doc', 'splash']],
    [
      'title: x\nfrontmatter:\n  sidebar:\n    badge:\n      variant: ^',
      ['caution', 'danger', 'default', 'note', 'success', 'tip'],
    ],
  ])('of the value in %j are %j', async (source, values) => {
    const offered = await editor.complete(source);
    expect(
      offered.map(({ textEdit, insertText }) => textEdit?.newText ?? insertText).sort(),
    ).toEqual(values);
  });

  /** Returns the suggested languages, sorted. */
  const languagesAt = async (source: string) => {
    const labels = (await editor.complete(source)).map(({ label }) => label);
    return labels.filter((label) => suggestedLanguages.includes(label)).sort();
  };

  /** Returns a source for each key: with a `^` in place of the keys of a map. */
  function mapsAfterKeys(): [source: string, mayBeTranslated: boolean][] {
    const found: [string, boolean][] = [];
    /** @param around returns a source with some lines in place of a value of this schema */
    const walk = (at: Schema, around: (lines: string[]) => string[], passed: string[]): boolean => {
      const name = at.$ref?.split('/').at(-1) ?? '';
      if (name.endsWith('InLanguages')) return true;
      if (passed.includes(name)) return false;
      if (at.$ref) return walk(schema.definitions?.[name] ?? {}, around, [...passed, name]);
      for (const [key, property] of Object.entries(at.properties ?? {})) {
        if (property.doNotSuggest) continue;
        const within = (lines: string[]) =>
          around([`${key}:`, ...lines.map((line) => `  ${line}`)]);
        const mayBeTranslated = walk(property, within, passed);
        found.push([within(['^']).join('\n'), mayBeTranslated]);
      }
      if (at.additionalProperties) {
        const within = (lines: string[]) => around(['any:', ...lines.map((line) => `  ${line}`)]);
        walk(at.additionalProperties, within, passed);
      }
      if (at.items) {
        const within = (lines: string[]) =>
          around(lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)));
        walk(at.items, within, passed);
      }
      const alternatives = [
        ...(at.anyOf ?? []),
        ...(at.allOf ?? []),
        ...(at.else ? [at.else] : []),
      ];
      return alternatives.map((each) => walk(each, around, passed)).some(Boolean);
    };
    const { allOf: _, ...page } = schema;
    walk(page, (lines) => lines, []);
    return found;
  }

  test.each(mapsAfterKeys())('in %j include languages of the page: %j', async (source, has) => {
    const languages = source.includes('languages:') ? '' : 'languages: [x-x, fr, pt-BR]\n';
    expect(await languagesAt(`${languages}${source}`)).toEqual(has ? ['fr', 'pt-BR'] : []);
  });

  test.each<[source: string, languages: string[]]>([
    ['title:\n  sv: x\n  ^', ['de', 'fr']],
    ['credits:\n  - ^', ['de', 'fr', 'sv']],
    ['credits:\n  - s^', ['de', 'fr', 'sv']],
    ['credits:\n  - sv: x\n    ^', ['de', 'fr']],
    ['credits:\n  - name: x\n    ^', []],
    ['credits:\n  - name: x\n    credits:\n      - ^', ['de', 'fr', 'sv']],
    ['sections:\n  - ^', []],
    ['sections:\n  - credits:\n      - sv: x\n        f^', ['de', 'fr']],
    ['style:\n  labels:\n    sv: { name: x }\n    ^', ['de', 'fr']],
    ['style:\n  labels:\n    name: x\n    ^', []],
    ['style:\n  labels:\n    sv:\n      ^', []],
    ['style: { labels: { by: { f^ } } }', ['de', 'fr', 'sv']],
  ])('in %j include the languages %j of the page', async (source, languages) => {
    expect(await languagesAt(`languages: [sv, fr, de]\n${source}`)).toEqual(languages);
    expect(await languagesAt(source)).toEqual([]);
  });

  const places = [
    ...known.map(([, source]) => source),
    ...['covers: ^', 'covers:\n  - ^', 'covers:\n  - manifest: x\n    ^', 'handles:\n  ^'],
    ...['covers:\n  - manifest: x\n    ignore:\n      - ^', 'links:\n  ^', 'rules:\n  ^'],
    ...['output:\n  - path: a.md\n    ^', 'style:\n  columns:\n    - ^'],
    ...['style:\n  labels:\n    ^', 'style:\n  layout: names\n  ^', 'frontmatter:\n  ^'],
    ...['frontmatter:\n  head:\n    - ^', 'frontmatter:\n  hero:\n    ^'],
    ...['frontmatter:\n  hero:\n    image:\n      ^', 'frontmatter:\n  sidebar:\n    ^'],
    ...['frontmatter:\n  hero:\n    actions:\n      - ^', 'frontmatter:\n  banner:\n    ^'],
    ...['credits:\n  - name: x\n    ^', 'credits:\n  - name: x\n    image:\n      ^'],
    ...['credits:\n  - name: x\n    by:\n      ^', 'credits: [{ name: x, l^ }]', 'style: { c^ }'],
    ...['credits:\n  - name: x\n    links:\n      - ^', 'credits:\n  - person:\n      ^'],
    ...['languages: [en, fr]\ncredits:\n  - en: x\n    ^', 'languages: [en, fr]\ncredits:\n  - ^'],
    ...['languages: [en, fr]\nstyle:\n  labels:\n    en: { name: x }\n    ^', 'languages: [en, ^]'],
    ...['languages: [en, fr]\nintro:\n  en: x\n  ^', 'credits:\n  - name: x\n    by:\n      - ^'],
    ...['sections:\n  - title: x\n    ^', 'sections:\n  - sections:\n      - ^', 'htm^'],
    ...['handles: ^', 'output: [{ path: a.md, s^ }]', 'covers: { manifest: git, i^ }'],
    ...['output:\n  - path: a.md\n    region: x\n    ^', 'credits:\n  - person: x\n    ^'],
    ...['output:\n  - path: a.md\n    title: none\n    ^', 'style:\n  sort: ^'],
    ...['style:\n  columns:\n    - by\n    - ^', 'style:\n  columns: [by, ^]'],
    ...['markdown:\n  rule: ^', 'frontmatter:\n  template: ^', 'rules:\n  person-twice: ^'],
  ].map((source) => (/^(?:title|\^)/.test(source) ? source : `title: x\n${source}`));

  /** Returns the errors of a source, except those for missing values. */
  function errorsOf(source: string): string[] {
    const file = new VFile(source);
    try {
      unified().use(creditsParse).parse(file);
    } catch {
      // It throws the first error, which is among the messages.
    }
    const isMissing = ({ ruleId, reason }: VFile['messages'][number]) =>
      ruleId === 'missing-key' ||
      ruleId === 'language-missing' ||
      / found nothing$|^expected an image/.test(reason);
    return file.messages.filter((each) => each.fatal && !isMissing(each)).map(String);
  }

  test.each(places)('in %j are valid, and offered once', async (source) => {
    const offered = await editor.complete(source);
    expect(offered).not.toEqual([]);
    const labels = offered.map(({ label }) => label);
    expect(labels).toEqual([...new Set(labels)]);
    const typed = /\w*(?=\^)/.exec(source)?.[0] ?? '';
    for (const item of offered.filter(({ label }) => label.startsWith(typed))) {
      const completed = insert(item, source);
      expect(parseDocument(completed).errors, completed).toEqual([]);
      const known = errorsOf(source.replace('^', ''));
      // Something else is written instead of y1, the default value of a tab stop.
      const errors = errorsOf(completed).filter((each) => !/"y\d"/.test(each));
      if (known.length === 0) expect(errors, completed).toEqual([]);
      // The placeholder of a value is not its key.
      expect(completed).not.toMatch(/\b(\w+): \1$/m);
      // In braces, the colon is left to the user.
      const isKey = item.kind === CompletionItemKind.Property && !source.includes('{');
      if (isKey) expect(item.insertText).toContain(':');
      const isDescribed = item.kind !== CompletionItemKind.Value || /\w: \^/.test(source);
      if (isDescribed) expect(item.documentation, item.label).toBeTruthy();
    }
  });

  test.each([
    ...['credits: ^', 'style: ^', 'languages: ^', 'markdown: ^', 'output:\n  - sections: ^'],
    ...['style:\n  columns: ^', 'credits:\n  - name: x\n    links: ^', 'sections: ^', 'output: ^'],
    ...['credits:\n  - name: x\n    by: ^', 'credits:\n  - person: ^', 'style:\n  separator: ^'],
    ...[
      'sections:\n  - sections: ^',
      'credits: [^]',
      'languages: [en]\nsections: [^]',
      'covers: [^]',
      'output: [{ path: a.md }, ^]',
    ],
  ])('in %j are none, neither null nor lines with wrong indentation', async (source) => {
    expect(await editor.complete(`title: x\n${source}`)).toEqual([]);
  });

  test('describe every layout and manifest, with an example', async () => {
    for (const source of ['title: x\nstyle:\n  layout: ^', 'title: x\ncovers: ^']) {
      const offered = await editor.complete(source);
      const values = offered.filter(({ kind }) => kind !== CompletionItemKind.Module);
      expect(values.length).toBeGreaterThan(4);
      for (const { documentation } of values) expect(documentation).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('include every layout', async () => {
    const { anyOf = [] } = page.style?.properties?.layout ?? {};
    const { enum: layouts } = anyOf[0] as { enum: string[] };
    const offered = await editor.complete('title: x\nstyle:\n  layout: ^');
    expect(offered.map(({ label }) => label).sort()).toEqual([...layouts].sort());
  });
});
