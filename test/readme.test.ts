/** What the README says, held against the code. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../src/cli.ts';
import { explanations } from '../src/diagnostics/explanations.ts';
import { jsonSchema } from '../src/model/json-schema.ts';
import { schemaLine } from '../src/model/schema-address.ts';
import { reporterNames } from '../src/reporters/index.ts';
import { cli, folder } from './helpers/cli.ts';
import { page } from './helpers/page.ts';
import { root } from './helpers/paths.ts';

const readme = readFileSync(`${root}/README.md`, 'utf8');

/** The blocks of code in a language. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code = '']) => code,
  );

/** The names in the first column of the table below a heading. */
function rows(heading: string): string[] {
  const section = readme.split(new RegExp(`^#+ ${heading}$`, 'm'))[1]?.split(/^#/m)[0] ?? '';
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

describe('every key', () => {
  test('of a credit', () => {
    expect(rows('A credit')).toEqual(keysOf(mapOf('credit')));
  });

  test('of a section', () => {
    expect(rows('Sections').sort()).toEqual(keysOf(schema.definitions.section).sort());
  });

  test('of a page', () => {
    expect([...new Set([...rows('The page'), ...rows('Sections')])].sort()).toEqual(
      keysOf(schema).sort(),
    );
  });

  test('of a style, with its default', () => {
    const style = schema.properties.style as Schema;
    expect(rows('Style')).toEqual(keysOf(style));
    for (const [key, found] of Object.entries(style.properties)) {
      const value = [found, ...(found.anyOf ?? [])].find((kind) => 'default' in kind)?.default;
      if (value === undefined) continue;
      const shown = /^ | $/.test(String(value)) ? `"${value}"` : String(value);
      expect(readme).toMatch(new RegExp(`^\\| \`${key}\` *\\| \`${shown}\``, 'm'));
    }
  });

  test('of a view', () => {
    expect(rows('Output')).toEqual(keysOf(schema.definitions.view));
  });

  test('of a person, of a link and of the Markdown options', () => {
    expect(rows('People')).toEqual(keysOf(mapOf('person')));
    expect(readme).toContain('each a `label` and a `url`');
    for (const key of keysOf(schema.properties.markdown)) expect(readme).toContain(`\`${key}\``);
  });
});

test('every command, option, reporter and exit code', async () => {
  const host = { stdout: {}, stderr: {} } as Parameters<typeof commandLine>[0];
  const program = commandLine(host, () => {});
  for (const { name, registeredArguments } of program.commands.map((command) => ({
    name: command.name(),
    registeredArguments: command.registeredArguments,
  }))) {
    expect(readme).toContain(name);
    if (name === 'explain') expect(registeredArguments[0]?.required).toBe(true);
  }
  const options = program
    .createHelp()
    .visibleOptions(program)
    .map(({ flags }) => flags);
  expect(rows('The command').sort()).toEqual(options.sort());
  const [importing] = program.commands.filter((command) => command.name() === 'import');
  for (const { short, long } of importing?.options ?? []) {
    expect(readme).toContain(`\`${short ?? long}`);
  }
  for (const name of reporterNames) expect(readme).toContain(`\`${name}\``);
  const { stdout: help } = await cli(['--help'], { cwd: folder() });
  for (const code of ['0', '1', '2']) {
    expect(readme).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'));
    expect(help).toMatch(new RegExp(`^ {2}${code} {2}`, 'm'));
  }
});

test('the line for editors is that of this version', () => {
  expect(blocks('yaml')).toContain(`${schemaLine()}\n`);
});

describe('the examples', () => {
  const [first, , , credit] = blocks('yaml');
  const [firstPage, creditPage] = blocks('md');

  test('the source on top gives the page beside it', async () => {
    expect(await page(first ?? '')).toBe(firstPage);
  });

  test('the credit gives the item below it', async () => {
    expect(await page(`title: x\n${credit}`)).toBe(`---\ntitle: x\n---\n\n${creditPage}`);
  });

  test('the layouts are those of the credits above them', async () => {
    const credits = blocks('yaml').find((block) => block.includes('name: unified'));
    const [, , names, table] = blocks('md');
    const [cards] = blocks('mdx');
    const body = async (style: string, format: 'md' | 'mdx' = 'md') =>
      (await page(`title: x\nstyle: { ${style} }\n${credits}`, format)).replace(
        /^---.*?---\n\n/s,
        '',
      );
    expect(await body('layout: names')).toBe(names);
    expect(await body('layout: table, columns: [name, license, by], labels: { by: Who }')).toBe(
      table,
    );
    expect(await body('layout: cards', 'mdx')).toBe(cards);
    expect(readme).toContain('`columns: [name, license, by]` and `labels: { by: Who }`');
  });

  test('each way to name a person is valid', async () => {
    const people = blocks('yaml').find((block) => block.startsWith('by:')) ?? '';
    const ways = people.trim().split('\n');
    expect(ways).toHaveLength(5);
    for (const way of ways) {
      const source = `title: x\npeople: { ada: Ada Lovelace }\ncredits:\n  - name: n\n    ${way}\n`;
      expect(await page(source)).toMatch(/by (?:\[?Ada Lovelace|@ada)/);
    }
  });

  test('the views show what is said of them', async () => {
    const views = blocks('yaml').find((block) => block.startsWith('output:'));
    const section = 'sections: [{ title: Frameworks, credits: [{ name: Astro }] }]';
    const cwd = folder({
      'credits.yaml': `title: x\n${views}${section}\nintro: y\n`,
      'README.md': '<!-- credits:start -->\n<!-- credits:end -->\n',
    });
    const { code } = await cli([], { cwd });
    expect(code).toBe(0);
    const read = (path: string) => readFileSync(`${cwd}/${path}`, 'utf8');
    const body = 'y\n\n## Frameworks\n\n- **Astro**\n';
    expect(read('src/content/docs/about/credits.mdx')).toBe(`---\ntitle: x\n---\n\n${body}`);
    expect(read('CREDITS.md')).toBe(`# x\n\n${body}`);
    expect(read('README.md')).toBe(
      '<!-- credits:start -->\n\n## Frameworks\n\nAstro\n\n<!-- credits:end -->\n',
    );
  });

  test('the region becomes what is shown', async () => {
    const [before = '', after] = blocks('md').filter((block) => block.startsWith('# My project'));
    const source = blocks('yaml').find((block) => block.includes('region: credits }')) ?? '';
    const cwd = folder({ 'credits.yaml': source, 'README.md': before });
    expect((await cli([], { cwd })).code).toBe(0);
    expect(readFileSync(`${cwd}/README.md`, 'utf8')).toBe(after);
  });

  test('the diagnostic is what is told', async () => {
    const lines = Array.from({ length: 10 }, (_, index) => `# ${index}`);
    const source = `title: x\nsections:\n  - credits:\n${lines.slice(1).join('\n')}\n${explanations[
      'url-scheme'
    ].wrong
      .split('\n')
      .slice(2)
      .map((line) => `    ${line}`)
      .join('\n')}\n`;
    const { stderr } = await cli([], { cwd: folder({ 'credits.yaml': source }) });
    const [shown = ''] = blocks('text');
    expect(stderr.split('\n\n')[0]).toBe(shown.trimEnd());
  });

  test('the two commands set themselves up', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    expect(blocks('sh')).toContain('npm ci && npx starlight-credits\n');
    expect(blocks('sh')).toContain('npm ci && npm test\n');
    expect(scripts.prepare).toBe('npm run build');
    expect(readFileSync(`${root}/.ci/run`, 'utf8')).toContain("\nbash -c 'npm ci && npm test'\n");
    for (const [, script = ''] of readme.matchAll(/npm run ([\w:]+)/g))
      expect(scripts).toHaveProperty(script);
  });
});
