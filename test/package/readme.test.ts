/** Compares the README with the code, and runs each of its code blocks. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../../src/cli.ts';
import { documents } from '../../src/diagnostics/documents.ts';
import { creditsData } from '../../src/index.ts';
import { reporterNames } from '../../src/reporters/index.ts';
import { jsonSchema } from '../../src/schema/json-schema.ts';
import { schemaLine } from '../../src/source/schema-line.ts';
import type { StarlightCreditsOptions } from '../../src/starlight/index.ts';
import { bash } from '../helpers/bash.ts';
import { cli, diagnose, folder } from '../helpers/cli.ts';
import { projectFolder } from '../helpers/installation.ts';
import { packageJson } from '../helpers/package-json.ts';
import { page } from '../helpers/page.ts';
import { fixtures, root, tools } from '../helpers/paths.ts';
import { endpointExample, examplesWithOwnTests, readme, readmeBlocks } from '../helpers/readme.ts';

/** The code blocks that have a test. */
const tested = new Set(examplesWithOwnTests);

/** Returns the code blocks of a language that start with a string. The caller must test them. */
function blocks(language: string, start: string): string[] {
  const found = readmeBlocks.filter(
    (block) => block.language === language && block.code.startsWith(start),
  );
  return found.map(({ code }) => {
    tested.add(code);
    return code;
  });
}

/** Returns the only such block. */
function block(language: string, start: string): string {
  const [found = '', ...others] = blocks(language, start);
  expect([found, others]).toEqual([expect.stringMatching(/./), []]);
  return found;
}

/** Returns the names in the first column of the table below a heading. */
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

describe('lists every key', () => {
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

test('lists every option, reporter and exit code', async () => {
  const process = { stdout: {}, stderr: {} } as Parameters<typeof createProgram>[0];
  const program = createProgram(process, () => {});
  const options = program
    .createHelp()
    .visibleOptions(program)
    .map(({ flags }) => flags);
  expect(rows('The command').sort()).toEqual(options.sort());
  for (const name of ['import', 'avatars', 'data']) {
    const { stdout } = await cli([name, '--help'], { cwd: folder() });
    const listed = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)];
    expect(listed.length).toBeGreaterThan(0);
    for (const [, long] of listed) expect(readme).toContain(long);
  }
  for (const name of reporterNames) expect(readme).toContain(`\`${name}\``);
  const { stdout: help } = await cli(['--help'], { cwd: folder() });
  for (const code of ['0', '1', '2']) {
    expect(readme).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'));
    expect(help).toMatch(new RegExp(`^ {2}${code} {2}`, 'm'));
  }
});

test('the line for editors names the schema of the current version', () => {
  expect(block('yaml', '#')).toBe(`${schemaLine()}\n`);
});

describe('examples', () => {
  test('the first source builds the page below it', async () => {
    expect(await page(block('yaml', 'title: Credits\npeople:'))).toBe(block('md', '---\n'));
  });

  test('the credit builds the item below it', async () => {
    const credit = block('yaml', 'credits:\n  - Everyone');
    const item = block('md', '- Everyone');
    expect(await page(`title: x\n${credit}`)).toBe(`---\ntitle: x\n---\n\n${item}`);
  });

  test('the pages of the layouts are built from the credits above them', async () => {
    const credits = block('yaml', 'credits:\n  - name: unified\n');
    const body = async (style: string, format: 'md' | 'mdx' = 'md') =>
      (await page(`title: x\nstyle: { ${style} }\n${credits}`, format)).replace(
        /^---.*?---\n\n/s,
        '',
      );
    expect(await body('layout: names')).toBe(block('md', '[unified]'));
    expect(await body('layout: table, columns: [name, license, by], labels: { by: Who }')).toBe(
      block('md', '| Name'),
    );
    expect(await body('layout: cards', 'mdx')).toBe(block('mdx', 'import'));
    expect(readme).toContain('`columns: [name, license, by]` and `labels: { by: Who }`');
  });

  test('each form of a person is valid', async () => {
    const ways = block('yaml', 'by:').trim().split('\n');
    expect(ways).toHaveLength(5);
    for (const way of ways) {
      const source = `title: x\npeople: { ada: Ada Lovelace }\ncredits:\n  - name: n\n    ${way}\n`;
      expect(await page(source)).toMatch(/by (?:\[?Ada Lovelace|@ada)/);
    }
  });

  test('each form of a picture is valid', async () => {
    const ways = block('yaml', 'image:').trim().split('\n');
    expect(ways).toHaveLength(3);
    for (const way of ways) {
      const source = `title: x\nstyle: { layout: gallery }\ncredits:\n  - name: n\n    ${way}\n`;
      expect(await page(source)).toMatch(/!\[.*\]\((?:logos|faces)\//);
    }
  });

  test('the links leave out the URLs that the text describes', async () => {
    const urls = ['https://example.com/a/b', 'https://a.example.org/login?next=/', 'https://a.b/'];
    const credits = urls.map((url) => `  - { name: n, url: '${url}' }\n`).join('');
    const source = `title: x\n${block('yaml', 'links:')}credits:\n${credits}`;
    const { stdout } = await cli(['data', '--urls'], { cwd: folder({ 'credits.yaml': source }) });
    expect(stdout).toBe('https://a.b/\n');
  });

  test('the URL of handles is a link', async () => {
    const source = `title: x\n${block('yaml', 'handles:')}credits: [person: Ada (@ada)]\n`;
    expect(await page(source)).toContain('([@ada](https://mastodon.social/@ada))');
  });

  test('rules and a comment change which diagnostics are reported', async () => {
    const rules = block('yaml', 'rules:');
    const credits = block('yaml', 'credits:\n  # starlight-credits-ignore');
    const source = `title: x\n${credits}sections: [{ title: '!' }]\n`;
    const codes = async (yaml: string) =>
      (await diagnose(yaml)).all.map(({ severity, code }) => `${severity} ${code}`);
    expect(await codes(source.replace(/^.*#.*\n/m, ''))).toEqual([
      'warning url-no-scheme',
      'warning heading-no-id',
    ]);
    expect(await codes(source)).toEqual(['warning heading-no-id']);
    expect(await codes(`${rules}${source.replace(/^.*#.*\n/m, '')}`)).toEqual([
      'error heading-no-id',
    ]);
  });

  test('the views write the files that the text describes', async () => {
    const views = block('yaml', 'output:\n');
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

  test('a source makes a page in each language', async () => {
    const source = block('yaml', 'title: { en: Credits');
    const cwd = folder({ 'credits.yaml': source });
    expect(await cli([], { cwd })).toMatchObject({ code: 0 });
    const read = (path: string) => readFileSync(`${cwd}/src/content/docs/${path}`, 'utf8');
    expect(read('credits.md')).toBe(
      '---\ntitle: Credits\n---\n\n- **[Astro](https://astro.build)** - The web framework\n- Everyone who _helped_\n',
    );
    expect(read('fr/credits.md')).toBe(
      '---\ntitle: Remerciements\nsidebar: { order: 2 }\n---\n\n- **[Astro](https://docs.astro.build/fr/)** - Le framework web\n- Toutes les personnes qui ont _aidé_\n',
    );
  });

  test('the region is filled as shown', async () => {
    const [before = '', after] = blocks('md', '# My project');
    const source = block('yaml', 'title: Credits\noutput:');
    const cwd = folder({ 'credits.yaml': source, 'README.md': before });
    expect((await cli([], { cwd })).code).toBe(0);
    expect(readFileSync(`${cwd}/README.md`, 'utf8')).toBe(after);
  });

  test('the diagnostic is reported as shown', async () => {
    const lines = Array.from({ length: 10 }, (_, index) => `# ${index}`);
    const source = `title: x\nsections:\n  - credits:\n${lines.slice(1).join('\n')}\n${documents[
      'url-scheme'
    ].wrong
      .split('\n')
      .slice(2)
      .map((line) => `    ${line}`)
      .join('\n')}\n`;
    const { stderr } = await cli([], { cwd: folder({ 'credits.yaml': source }) });
    expect(stderr.split('\n\n')[0]).toBe(block('text', 'credits.yaml:14').trimEnd());
  });

  test('the commands for a fresh clone are complete', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    expect(blocks('sh', '')).toContain('npm ci && npx starlight-credits\n');
    expect(blocks('sh', '')).toContain('npm ci && npm test\n');
    expect(scripts.prepare).toBe('node .build/prepare-clone.js && npm run build');
    expect(readFileSync(`${root}/.ci/run`, 'utf8')).toContain("\nbash -c 'npm ci && npm test'\n");
    for (const [, script = ''] of readme.matchAll(/npm run ([\w:]+)/g))
      expect(scripts).toHaveProperty(script);
  });
});

test('lists every command', () => {
  const process = { stdout: {}, stderr: {} } as Parameters<typeof createProgram>[0];
  const known = createProgram(process, () => {}).commands.map((command) => {
    const typed = command.registeredArguments.map((argument) => {
      const word = argument.name() + (argument.variadic ? '...' : '');
      return argument.required ? `<${word}>` : `[${word}]`;
    });
    return [`starlight-credits ${command.name()}`, ...typed].join(' ');
  });
  const shown = block('text', 'starlight-credits [build]').trimEnd().split('\n');
  const typed = shown.map((line) => line.replace(/ {2,}.*/, '').replace('[build]', 'build'));
  expect(typed.sort()).toEqual(known.sort());
});

/** The commands need a shell that Windows does not have. */
const noShell = process.platform === 'win32';

describe.skipIf(noShell)('commands', () => {
  const source = 'title: x\ncredits: [{ name: n }]\n';
  const files = { 'credits.yaml': source, 'docs/credits.yaml': source };
  const project = (others: Record<string, string> = files) => projectFolder(others);

  /** Runs a command in a folder with the installed package, whose version the command must name. */
  async function run(command: string, cwd = project()) {
    const version = /starlight-credits@(\S+)/.exec(command)?.[1] ?? packageJson.version;
    expect(version).toBe(packageJson.version);
    if (command.includes('--check')) await cli(['--quiet'], { cwd });
    const ran = await bash(command, cwd);
    expect({ command, ...ran }).toMatchObject({ code: 0 });
    return ran;
  }

  const commands = blocks('sh', '').flatMap((code) => code.trim().split(/ && |\n/));
  const scripts = commands.filter((command) => /^npm (?!ci$)/.test(command));
  const others = commands.filter((command) => !command.startsWith('npm '));

  test.each(scripts)('%s runs a script', (command) => {
    expect(packageJson.scripts).toHaveProperty(command.replace(/^npm (?:run )?/, ''));
  });

  test.each(others)('%s', async (command) => {
    const npx = command
      .replace(/^nix shell nixpkgs#nodejs --command (?=npx )/, '')
      .replace(/(?<= \| )lychee .* -(?= >)/, 'cat');
    expect(npx).toMatch(/^npx /);
    const [, file] = / import (\S+)/.exec(npx) ?? [];
    if (npx.includes('--links ')) {
      await run(npx, project({ ...files, 'report.json': '{"error_map":{}}' }));
      return;
    }
    const isNew = npx.endsWith(' init') || file !== undefined;
    await run(npx, isNew ? project(file ? { [file]: '{"contributors":[]}' } : {}) : project());
  });

  test('the output is printed as shown', async () => {
    const seed = readFileSync(`${fixtures}/pages/seed/credits.md`, 'utf8');
    const [command = '', ...output] = block('console', '$ npx starlight-credits import').split(
      '\n',
    );
    const cwd = project({ 'src/content/docs/credits.md': seed });
    const { stdout } = await bash(`${command.slice(2)} 2>&1`, cwd);
    expect(stdout).toBe(output.join('\n'));
  });

  test('in a GitHub workflow', async () => {
    const workflow = block('yaml', 'name: Credits\non:');
    const action = block('yaml', '- uses: OWNER/').replace(/^/gm, '      ').trimEnd();
    for (const content of [workflow, `${workflow}${action}\n`]) {
      const { context, value } = parseWorkflow(
        { name: 'credits.yml', content },
        new NoOperationTraceWriter(),
      );
      expect(value).toBeDefined();
      expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    }
    const { steps } = parse(workflow).jobs.credits as { steps: { run?: string }[] };
    await run(steps[1]?.run ?? '');
    const { inputs } = parse(readFileSync(`${root}/action.yml`, 'utf8'));
    expect(rows('GitHub Actions')).toEqual(Object.keys(inputs));
  });

  test('in a GitHub workflow that audits', () => {
    const steps = block('yaml', '- run: npm ci\n').replace(/^(?=.)/gm, '      ');
    const content = `${block('yaml', 'name: Credits\non:')}${steps}`;
    const { context } = parseWorkflow(
      { name: 'credits.yml', content },
      new NoOperationTraceWriter(),
    );
    expect(context.errors.getErrors()).toEqual([]);
    expect(steps).toContain(`starlight-credits@${packageJson.version} audit `);
  });

  test('with a source that covers manifests', async () => {
    const cwd = project({
      'credits.yaml': block('yaml', 'title: Credits\nsections:\n  - title: Packages\n'),
      'package.json': '{"dependencies":{"remark":"1"},"devDependencies":{"@types/unist":"1"}}',
    });
    await bash('git init -q', cwd);
    const { stdout } = await bash(`${block('sh', 'npx starlight-credits audit')} 2>&1`, cwd);
    expect(stdout).toContain('package.json in "Packages": 1 of 1 npm package credited\n');
    expect(stdout).toContain('  ignored   @types/*  1: only types\n');
    expect(stdout).toContain('git in "Contributors": 0 of 0 entries credited\n');
  });

  test('in a GitLab job', async () => {
    const { credits } = parse(block('yaml', 'credits:\n  image:')) as {
      credits: { image: string; script: string[] };
    };
    expect(Object.keys(credits)).toEqual(['image', 'script']);
    await run(credits.script.join('\n'));
  });

  describe('of links', () => {
    const workflow = block('yaml', 'name: Links\n');
    const { steps } = parse(workflow).jobs.links as { steps: { run?: string }[] };
    const scripts = steps.flatMap(({ run: script }) => script ?? []);
    const dead = '{"error_map":{"a":[{"url":"https://a.example/","status":{"code":404}}]}}';
    const content = { ...files, 'credits.yaml': `${source}intro: https://a.example\n` };

    test('a GitHub workflow', () => {
      const { context, value } = parseWorkflow(
        { name: 'links.yml', content: workflow },
        new NoOperationTraceWriter(),
      );
      expect(value).toBeDefined();
      expect(context.errors.getErrors()).toEqual([]);
    });

    // The runners have jq.
    const hasJq = spawnSync('jq', ['--version']).status === 0;

    test.skipIf(!hasJq).each([
      ['', 'gh label\ngh list\ngh create\n'],
      ['7', 'gh label\ngh list\ngh edit 7\n'],
    ])('the issue, if "%s" is open', async (open, calls) => {
      // A stub of the command that the runners have.
      const gh = `#!/bin/sh
case "$2" in list) echo "gh list" >> log; [ -z "${open}" ] || echo ${open} ;;
edit | close) echo "gh $2 $3" >> log ;; *) [ "$1" = label ] && set -- x label; echo "gh $2" >> log ;; esac
`;
      const cwd = project({ ...content, gh, 'report.json': dead });
      await bash('chmod +x gh && git init -q', cwd);
      const [urls = '', lint = '', issue = ''] = scripts;
      await run(urls, cwd);
      expect(readFileSync(`${cwd}/urls.txt`, 'utf8')).toBe('https://a.example/\n');
      await run(lint.replace(' --history links.jsonl', ''), cwd);
      await run(`PATH="$PWD:$PATH"\n${issue}`, cwd);
      expect(readFileSync(`${cwd}/log`, 'utf8')).toBe(calls);
      expect(readFileSync(`${cwd}/issue.md`, 'utf8')).toBe(
        '- credits.yaml:3: "https://a.example/" is a dead link\n',
      );
      // With a history, nothing is dead on the first day.
      await run(lint, cwd);
      await run(`PATH="$PWD:$PATH"\n${issue}`, cwd);
      expect(readFileSync(`${cwd}/log`, 'utf8')).toMatch(open ? /gh close 7\n$/ : /gh list\n$/);
    });

    test('GitLab jobs', async () => {
      const jobs = parse(block('yaml', 'urls:\n  image:')) as Record<string, { script: string[] }>;
      expect(Object.keys(jobs)).toEqual(['urls', 'lychee', 'links']);
      const cwd = project({ ...content, 'report.json': dead });
      await run(jobs.urls?.script.join('\n') ?? '', cwd);
      await run(jobs.links?.script.join('\n') ?? '', cwd);
      expect(readFileSync(`${cwd}/links.jsonl`, 'utf8')).toContain('"url":"https://a.example/"');
    });
  });

  test('by pre-commit, in the current version', () => {
    expect(block('yaml', 'repos:')).toContain(`v${packageJson.version}`);
  });

  test('as npm scripts', async () => {
    // A stub of Astro, which runs after the command.
    const astro = '#!/bin/sh\ncat credits.md\n';
    const cwd = project({ ...files, 'package.json': block('json', '{\n  "scripts"'), astro });
    const { stdout } = await bash('chmod +x astro && PATH="$PWD:$PATH" npm run build', cwd);
    expect(stdout).toContain('- **n**\n');
    expect((await bash('npm run credits', cwd)).code).toBe(0);
    writeFileSync(`${cwd}/credits.md`, 'old\n');
    expect((await bash('npm run credits', cwd)).code).toBe(1);
  });

  test('with just', async () => {
    const cwd = project({ ...files, justfile: block('just', '# ') });
    const just = `${tools}/node_modules/.bin/just`;
    expect((await bash(`${just} check-credits`, cwd)).code).toBe(1);
    expect(await bash(`${just} credits`, cwd)).toMatchObject({ code: 0 });
    expect(readFileSync(`${cwd}/credits.md`, 'utf8')).toContain('- **n**\n');
    expect(await bash(`${just} check-credits`, cwd)).toMatchObject({ code: 0 });
  });

  test('in an endpoint', async () => {
    const program = `${endpointExample}\nprocess.stdout.write(await GET().text());\n`;
    const cwd = project({ ...files, 'credits.json.js': program });
    const { stdout, stderr } = await bash('node credits.json.js', cwd);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(creditsData(source));
  });
});

test('lists every option of the plugin', () => {
  const options: Required<StarlightCreditsOptions> = { source: '', check: false, force: false };
  expect(rows('Starlight plugin')).toEqual(Object.keys(options));
});

test.skipIf(noShell)('every code block has a test', () => {
  expect(readmeBlocks.filter(({ code }) => !tested.has(code))).toEqual([]);
});
