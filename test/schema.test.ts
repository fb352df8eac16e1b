/** Compares the JSON Schema with the checks that it is generated from. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { documents } from '../src/diagnostics/documents.ts';
import { jsonSchema } from '../src/schema/json-schema.ts';
import type { Scope } from '../src/schema/scope.ts';
import { plain } from '../src/schema/text-shape.ts';
import type { ScalarNode } from '../src/source/nodes.ts';
import { source } from './helpers/arbitraries.ts';
import { cli, diagnose, folder } from './helpers/cli.ts';
import { fixtures, root } from './helpers/paths.ts';
import { isSlow, numRuns, seed } from './helpers/test-size.ts';

// The schemas that suggest languages have no type, as they accept everything.
const ajv = new Ajv({
  allowUnionTypes: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
});
// Keywords that only editors support.
ajv.addVocabulary([
  'defaultSnippets',
  'doNotSuggest',
  'errorMessage',
  'patternErrorMessage',
  'enumDescriptions',
]);
const validate = ajv.compile(jsonSchema());

test('the command prints the schema, and schema.json is the same', async () => {
  const { stdout } = await cli(['schema'], { cwd: folder() });
  expect(JSON.parse(stdout)).toEqual(jsonSchema());
  expect(JSON.parse(readFileSync(`${root}/schema.json`, 'utf8'))).toEqual(jsonSchema());
});

test.each(readdirSync(`${fixtures}/pages`))('the source of %s is valid', (name) => {
  validate(parse(readFileSync(`${fixtures}/pages/${name}/credits.yaml`, 'utf8')));
  expect(validate.errors).toBeNull();
});

/** The diagnostics that a schema can check: those of keys and types of values. */
const judged = [
  ...['unknown-key', 'missing-key', 'page-key', 'nested-credits', 'excluded-key'],
  'frontmatter-key',
  ...['wrong-type', 'unknown-value', 'url-scheme', 'output-extension'],
] as const;

test.each(judged)('the schema rejects the wrong example of %s', (code) => {
  expect(validate(parse(documents[code].wrong))).toBe(false);
  expect(validate(parse(documents[code].right))).toBe(true);
});

test('every key has a description', () => {
  const without: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      // The keys of a condition, and those that are not suggested, are described elsewhere.
      if (key === 'if' || key === 'else') continue;
      if (key === 'properties') {
        for (const [name, schema] of Object.entries(inner as Record<string, object>)) {
          const isDescribed = 'description' in schema || 'doNotSuggest' in schema;
          if (!isDescribed) without.push(`${path}/${name}`);
        }
      }
      walk(inner, `${path}/${key}`);
    }
  };
  walk(jsonSchema(), '');
  expect(without).toEqual([]);
});

test('the schema accepts any valid source', () => {
  fc.assert(
    fc.property(source, (from) => {
      validate(from);
      expect(validate.errors).toBeNull();
    }),
    { numRuns: 10 * numRuns, seed },
  );
});

test('the schema and the command accept the same characters', () => {
  const codes: string[] = [];
  const scope = { report: (code: string) => codes.push(code) };
  const differ: string[] = [];
  // In `npm test`, without most letters of Asia, which are alike.
  for (let code = 0; code < 0x1_00_00; code += 1) {
    if (!isSlow && code === 0x3100) code = 0xd000;
    if (code === 0xd800) code = 0xe000;
    const text = String.fromCharCode(code);
    codes.length = 0;
    const node: ScalarNode = { kind: 'scalar', value: text, style: 'plain', start: 0, end: 1 };
    plain().read(node, scope as unknown as Scope);
    const refused = codes.some((each) => each === 'text-empty' || each === 'text-control');
    if (validate({ title: text }) === refused) differ.push(`U+${code.toString(16)}`);
  }
  expect(differ).toEqual([]);
});

test.each(['a', 'a-b', 'dank_sagung.2', 'é', '-', ' a ', 'a b', 'a:b', '-->', '*/', '{', '', ' '])(
  'the schema and the command agree on the region name %j',
  async (region) => {
    const from = { title: 'x', output: ['a.md', { path: 'b.md', region }] };
    const { code } = await diagnose(JSON.stringify(from));
    expect(validate(from)).toBe(code === 0);
  },
);

test.each([
  ...[
    'https://e.co/é b',
    'HTTPS://e.co',
    'mailto:a@b.co',
    '/a:b',
    '#',
    '?a:b',
    './a',
    'é:b',
    'a/b:c',
  ],
  ...[
    'ht\ttps://e.co',
    ' https://e.co',
    'javascript:x',
    ' JavaScript:x',
    'java\tscript:x',
    'data:',
    'x:',
  ],
  ...['', ' ', 'h\nttp:x', 'h\nttpx:x', '1a:b', 'a.b:c'],
])('the schema and the command agree on the URL %j', async (url) => {
  const from = { title: 'x', credits: [{ name: 'x', url }] };
  const { code } = await diagnose(JSON.stringify(from));
  expect(validate(from)).toBe(code === 0);
});
