/** The JSON Schema, held against the checks that it is generated from. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { explanations } from '../src/diagnostics/explanations.ts';
import { jsonSchema } from '../src/model/json-schema.ts';
import { cli, folder } from './helpers/cli.ts';
import { fixtures, root } from './helpers/paths.ts';

const ajv = new Ajv({ allowUnionTypes: true, strict: true, strictRequired: false });
// What only editors know.
ajv.addVocabulary(['defaultSnippets', 'doNotSuggest', 'patternErrorMessage']);
const validate = ajv.compile(jsonSchema());

test('the command prints it, and the package holds it', async () => {
  const { stdout } = await cli(['schema'], { cwd: folder() });
  expect(JSON.parse(stdout)).toEqual(jsonSchema());
  expect(readFileSync(`${root}/schema.json`, 'utf8')).toBe(stdout);
});

test.each(readdirSync(`${fixtures}/pages`))('the source of %s is valid', (name) => {
  validate(parse(readFileSync(`${fixtures}/pages/${name}/credits.yaml`, 'utf8')));
  expect(validate.errors).toBeNull();
});

/** What a schema can judge: keys, and the kinds of values. */
const judged = [
  ...['unknown-key', 'missing-key', 'page-key', 'nested-credits', 'frontmatter-key'],
  ...['wrong-type', 'unknown-value', 'url-scheme', 'output-extension'],
] as const;

describe.each(judged as readonly (keyof typeof explanations)[])('%s', (code) => {
  test('is a mistake to the schema, too', () => {
    expect(validate(parse(explanations[code].wrong))).toBe(false);
    expect(validate(parse(explanations[code].right))).toBe(true);
  });
});

test('every key has a description', () => {
  const without: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      // A condition speaks of keys that are described elsewhere.
      if (key === 'if' || key === 'else') continue;
      if (key === 'properties') {
        for (const [name, schema] of Object.entries(inner as Record<string, object>)) {
          if (!('description' in schema)) without.push(`${path}/${name}`);
        }
      }
      walk(inner, `${path}/${key}`);
    }
  };
  walk(jsonSchema(), '');
  expect(without).toEqual([]);
});
