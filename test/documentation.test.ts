/** Compares the documentation with the code, and runs each of its examples. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../src/cli.ts';
import { documents as explanations } from '../src/diagnostics/documents.ts';
import { reporterNames } from '../src/reporters/index.ts';
import { jsonSchema } from '../src/schema/json-schema.ts';
import { schemaLine } from '../src/source/schema-line.ts';
import type { StarlightCreditsOptions } from '../src/starlight/index.ts';
import { cli, diagnose, folder } from './helpers/cli.ts';
import { type Document, example, pageAt, pages, readme } from './helpers/documentation.ts';
import { packageJson } from './helpers/package-json.ts';
import { root } from './helpers/paths.ts';
import { runExamples } from './helpers/run-examples.ts';

const documents = [readme, ...pages];

describe('the examples are right in', () => {
  test.each(documents)('$path', async (page) => {
    const outcomes = await runExamples(page);
    expect(outcomes.map(({ actual }) => actual)).toEqual(outcomes.map(({ shown }) => shown));
  });

  test.each(documents)('the code of $path', (page) => {
    for (const { code } of page.blocks.filter(({ language }) => /^[jt]s$/.test(language))) {
      const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true });
      expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
    }
  });
});

test.each(documents)('$path links to existing files', (page) => {
  const prose = page.text.replace(/^```.*?^```$/gms, '');
  for (const [, path = ''] of prose.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
    expect(existsSync(join(root, dirname(page.path), path)), path).toBe(true);
  }
});

/** Returns the names in the first column of the table below a heading. */
function rows({ text }: Document, heading: string): string[] {
  const prose = text.replace(/^```.*?^```$/gms, '');
  const section = prose.split(`\n## ${heading}\n`)[1]?.split(/^## /m)[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
}

type Schema = {
  properties: Record<string, Schema>;
  anyOf: Schema[];
  default?: unknown;
  definitions: Record<string, Schema>;
};
const schema = jsonSchema() as Schema;
const keysOf = (found: Schema | undefined): string[] => Object.keys(found?.properties ?? {});
const mapOf = (name: string) => schema.definitions[name]?.anyOf?.find((kind) => kind.properties);

describe('lists every key', () => {
  const source = pageAt('source');

  test('of a credit', () => {
    expect(rows(source, 'A credit')).toEqual(keysOf(mapOf('credit')));
  });

  test('of a section', () => {
    expect(rows(source, 'Sections').sort()).toEqual(keysOf(schema.definitions.section).sort());
  });

  test('of a page', () => {
    const listed = new Set([...rows(source, 'The page'), ...rows(source, 'Sections')]);
    expect([...listed].sort()).toEqual(keysOf(schema).sort());
  });

  test('of a style, with its default', () => {
    const style = schema.properties.style as Schema;
    expect(rows(source, 'Style')).toEqual(keysOf(style));
    for (const [key, found] of Object.entries(style.properties)) {
      const value = [found, ...(found.anyOf ?? [])].find((kind) => 'default' in kind)?.default;
      if (value === undefined) continue;
      const shown = /^ | $/.test(String(value)) ? `"${value}"` : String(value);
      expect(source.text).toMatch(new RegExp(`^\\| \`${key}\` *\\| \`${shown}\``, 'm'));
    }
  });

  test('of a view', () => {
    expect(rows(pageAt('views'), 'Output').sort()).toEqual(keysOf(schema.definitions.view).sort());
  });

  test('of a person, of a link and of the Markdown options', () => {
    expect(rows(pageAt('people'), 'People')).toEqual(keysOf(mapOf('person')));
    expect(source.text).toContain('each a `label` and a `url`');
    for (const key of keysOf(schema.properties.markdown)) {
      expect(source.text).toContain(`\`${key}\``);
    }
  });
});

describe('lists every', () => {
  const process = { stdout: {}, stderr: {} } as Parameters<typeof createProgram>[0];
  const program = createProgram(process, () => {});
  const command = pageAt('command');

  test('command', () => {
    const known = program.commands.map((found) => {
      const typed = found.registeredArguments.map((argument) => {
        const word = argument.name() + (argument.variadic ? '...' : '');
        return argument.required ? `<${word}>` : `[${word}]`;
      });
      return [`starlight-credits ${found.name()}`, ...typed].join(' ');
    });
    const shown = example(command, 'text').trimEnd().split('\n');
    const typed = shown.map((line) => line.replace(/ {2,}.*/, '').replace('[build]', 'build'));
    expect(typed.sort()).toEqual(known.sort());
  });

  test('option, reporter and exit code', async () => {
    const options = program.createHelp().visibleOptions(program);
    expect(rows(command, 'Options').sort()).toEqual(options.map(({ flags }) => flags).sort());
    const texts = pages.map(({ text }) => text).join('\n');
    for (const { name, visible } of program.commands.map((found) => ({
      name: found.name(),
      visible: found.createHelp().visibleOptions(found),
    }))) {
      for (const { long } of visible) expect(texts, `${name} ${long}`).toContain(`\`${long}`);
    }
    expect(rows(pageAt('rules'), 'Reporters')).toEqual(reporterNames);
    const { stdout: help } = await cli(['--help'], { cwd: folder() });
    for (const code of ['0', '1', '2']) {
      expect(command.text).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'));
      expect(help).toMatch(new RegExp(`^ {2}${code} {2}`, 'm'));
    }
  });

  test('option of the plugin', () => {
    const options: Required<StarlightCreditsOptions> = { source: '', check: false, force: false };
    expect(rows(pageAt('plugin'), 'Set it up')).toEqual(Object.keys(options));
  });

  test('input of the action', () => {
    const { inputs } = parse(readFileSync(`${root}/action.yml`, 'utf8'));
    expect(rows(pageAt('ci'), 'The action')).toEqual(Object.keys(inputs));
  });
});

test('the line for editors names the schema of the current version', () => {
  expect(example(pageAt('start/new'), 'yaml', '#')).toBe(`${schemaLine()}\n`);
});

test('rules and a comment change which diagnostics are reported', async () => {
  const rules = /^rules:\n(?: .*\n)+/m.exec(example(pageAt('rules'), 'yaml', 'title:'))?.[0];
  const credits = example(pageAt('rules'), 'yaml', 'credits:\n  # starlight-credits-ignore');
  const source = `title: x\n${credits}sections: [{ title: '!' }]\n`;
  const codes = async (yaml: string) =>
    (await diagnose(yaml)).all.map(({ severity, code }) => `${severity} ${code}`);
  const unignored = source.replace(/^.*#.*\n/m, '');
  expect(await codes(unignored)).toEqual(['warning url-no-scheme', 'warning heading-no-id']);
  expect(await codes(source)).toEqual(['warning heading-no-id']);
  expect(await codes(`${rules}${unignored}`)).toEqual(['error heading-no-id']);
});

test('the excluded links are those that the text describes', async () => {
  const urls = ['https://example.com/a/b', 'https://a.example.org/login?next=/', 'https://a.b/'];
  const credits = urls.map((url) => `  - { name: n, url: '${url}' }\n`).join('');
  const source = `title: x\n${example(pageAt('lint'), 'yaml', 'links:')}credits:\n${credits}`;
  const { stdout } = await cli(['data', '--urls'], { cwd: folder({ 'credits.yaml': source }) });
  expect(stdout).toBe('https://a.b/\n');
});

test('the diagnostic is reported as shown', async () => {
  const lines = Array.from({ length: 10 }, (_, index) => `# ${index}`);
  const wrong = explanations['url-scheme'].wrong.split('\n').slice(2);
  const source = `title: x\nsections:\n  - credits:\n${lines.slice(1).join('\n')}\n${wrong
    .map((line) => `    ${line}\n`)
    .join('')}`;
  const { stderr } = await cli([], { cwd: folder({ 'credits.yaml': source }) });
  for (const document of [readme, pageAt('rules')]) {
    expect(stderr.split('\n\n')[0]).toBe(example(document, 'text').trimEnd());
  }
});

describe('the README', () => {
  const lines = readme.text.split('\n');

  test('is short, and starts with the ways in', () => {
    expect(lines.length).toBeLessThan(250);
    const start = lines.slice(0, 60).join('\n');
    for (const text of ['<img ', ' init\n', ' import src/', ' import .all-contributorsrc']) {
      expect(start).toContain(text);
    }
  });

  test('has the complete commands for a fresh clone', () => {
    const { scripts } = packageJson;
    const commands = readme.blocks.map(({ code }) => code);
    expect(commands).toContain('npm ci && npx starlight-credits\n');
    expect(commands).toContain('npm ci && npm test\n');
    expect(scripts.prepare).toBe('node .build/prepare-clone.js && npm run build');
    expect(readFileSync(`${root}/.ci/run`, 'utf8')).toContain("\nbash -c 'npm ci && npm test'\n");
    const texts = documents.map(({ text }) => text).join('\n');
    for (const [, script = ''] of texts.matchAll(/npm run ((?!credits\b)[\w:]+)/g)) {
      expect(scripts).toHaveProperty(script);
    }
  });

  test('links to every page', () => {
    for (const { path } of pages.filter((page) => !page.path.endsWith('index.md'))) {
      expect(readme.text).toContain(`](${path}`);
    }
  });
});
