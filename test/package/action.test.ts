/** The GitHub action: its metadata in GitHub's own parser, and its steps in a shell. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { convertActionTemplate, parseAction } from '@actions/workflow-parser/actions/index';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packed as packedPackage, serveRegistry } from '../bench/registry.ts';
import { bash } from '../helpers/bash.ts';
import { folder } from '../helpers/cli.ts';
import { installation, packed, projectFolder } from '../helpers/installation.ts';
import { packageJson } from '../helpers/package-json.ts';
import { root } from '../helpers/paths.ts';
import { slowTest } from '../helpers/test-size.ts';

const text = readFileSync(`${root}/action.yml`, 'utf8');

interface Step {
  name: string;
  shell: string;
  run: string;
  'working-directory'?: string;
  env: Record<string, string>;
}
const action = parse(text) as {
  inputs: Record<string, { description: string; default: string }>;
  runs: { using: string; steps: Step[] };
};
const [install, check, audit, lint] = action.runs.steps as [Step, Step, Step, Step];

describe('the metadata', () => {
  test("is valid for GitHub's own parser", () => {
    const { context, value } = parseAction(
      { name: 'action.yml', content: text },
      new NoOperationTraceWriter(),
    );
    if (!value) throw new Error('action.yml has no action.');
    convertActionTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  test('describes every input and requires none', () => {
    const names = ['source', 'args', 'summary', 'audit', 'lint', 'working-directory', 'registry'];
    expect(Object.keys(action.inputs)).toEqual(names);
    expect(action.inputs.registry?.default).toBe('https://registry.npmjs.org');
    for (const input of Object.values(action.inputs)) {
      expect(input).toEqual({ description: expect.any(String), default: expect.any(String) });
    }
  });

  test('runs the current version of the command, without other actions and tokens', () => {
    expect(text.match(/starlight-credits@\S+/g)).toEqual([
      `starlight-credits@${packageJson.version}`,
    ]);
    expect(text).not.toMatch(/\b(?:uses|token):\s|secrets|github\.token|GITHUB_TOKEN/);
  });

  test('passes inputs as environment variables, so that none is run as code', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
  });
});

describe.skipIf(process.platform === 'win32')('a run', () => {
  const temporary = `${installation}/runner`;
  let registry: Awaited<ReturnType<typeof serveRegistry>>;
  let installed: Record<string, string>;

  beforeAll(async () => {
    mkdirSync(temporary);
    registry = await serveRegistry([packedPackage(`${installation}/${packed.filename}`)]);
    installed = (await runStep(install, temporary)).outputs;
  });
  afterAll(() => registry.close());

  /** Runs a step in a checkout, with these inputs and the environment variables of a runner. */
  async function runStep(
    { run, env, 'working-directory': directory = '.' }: Step,
    checkout: string,
    inputs: Record<string, string> = {},
    outputs: Record<string, string> = {},
    variables: Record<string, string> = {},
  ) {
    const values = new Map([
      ...Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, input.default]),
      ['inputs.registry', registry.url],
      ...Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value]),
      ...Object.entries(outputs).map(([name, value]) => [`steps.install.outputs.${name}`, value]),
    ] as [string, string][]);
    const resolve = (text: string) =>
      text.replace(/\$\{\{ (\S+) \}\}/g, (_, name: string) => {
        expect([...values.keys()]).toContain(name);
        return values.get(name) ?? '';
      });
    const files = projectFolder();
    const ran = await bash(run, `${checkout}/${resolve(directory)}`, {
      ...Object.fromEntries(Object.entries(env).map(([key, value]) => [key, resolve(value)])),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: checkout,
      GITHUB_OUTPUT: `${files}/output`,
      GITHUB_STEP_SUMMARY: `${files}/summary`,
      RUNNER_TEMP: temporary,
      npm_config_cache: `${temporary}/cache`,
      npm_config_fetch_retries: '0',
      npm_config_offline: 'false',
      ...variables,
    });
    const read = (name: string) =>
      existsSync(`${files}/${name}`) ? readFileSync(`${files}/${name}`, 'utf8') : '';
    const lines = read('output').matchAll(/^(\w+)=(.*)$/gm);
    return {
      ...ran,
      outputs: Object.fromEntries([...lines].map(([, name, value]) => [name, value])),
      summary: read('summary'),
    };
  }

  /** Runs the check in a checkout with these files. */
  async function run(
    inputs: Record<string, string>,
    files: Record<string, string>,
    variables: Record<string, string> = {},
  ) {
    const checkout = folder(files);
    return { ...(await runStep(check, checkout, inputs, installed, variables)), checkout };
  }

  const source = 'title: Credits\ncredits:\n  - name: Nix\n';
  const page = '---\ntitle: Credits\n---\n\n- **Nix**\n';

  test('passes without output if the page is up to date', async () => {
    const { code, stdout, summary } = await run({}, { 'credits.yaml': source, 'credits.md': page });
    expect({ code, stdout, summary }).toEqual({ code: 0, stdout: '', summary: '' });
  });

  test('fails if the page is out of date, and shows the difference in the log and the summary', async () => {
    const files = { 'credits.yaml': source, 'credits.md': page.replace('Nix', 'Nox') };
    const { code, stdout, stderr, summary } = await run({ summary: 'true' }, files);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^::error file=credits\.md,line=1,.*title=out-of-date::/m);
    expect(summary).toMatch(/^### .*\n\n```diff\n--- a\/credits.md\n/);
    expect(summary).toMatch(/\n-- \*\*Nox\*\*\n\+- \*\*Nix\*\*\n```\n$/);
    // The runner must not interpret a line of the difference as a command.
    const [, token, shown] = /^::stop-commands::([\da-f-]{36})\n(.*)::\1::\n$/s.exec(stdout) ?? [];
    expect(token).toBeDefined();
    expect(summary).toContain(shown);
  });

  test('annotates what is covered and not credited with the input audit', async () => {
    expect(audit).toMatchObject({ if: expect.stringMatching(/^inputs\.audit == 'true' && /) });
    const files = {
      'package.json': '{"dependencies":{"a":"1","b":"1"}}',
      'docs/credits.yaml': `title: Credits\ncovers: package.json\ncredits: [{ name: b }]\n`,
    };
    const checkout = folder({ ...files, 'docs/package.json': files['package.json'] });
    const inputs = { source: 'docs', audit: 'true' };
    const { code, stdout, stderr } = await runStep(audit, checkout, inputs, installed);
    expect(code).toBe(1);
    expect(stdout).toContain('1 of 2 npm packages credited, 1 missing\n');
    expect(stderr).toMatch(
      /^::error file=docs\/credits\.yaml,line=2,.*title=audit-missing::"a" of/m,
    );
  });

  test('annotates what looks wrong with the input lint', async () => {
    expect(lint).toMatchObject({ if: expect.stringMatching(/^inputs\.lint == 'true' && /) });
    const checkout = folder({ 'docs/credits.yaml': `title: x\ncredits: [a, a]\n` });
    const inputs = { source: 'docs', lint: 'true' };
    const { code, stderr } = await runStep(lint, checkout, inputs, installed);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^::warning file=docs\/credits\.yaml,line=2,.*title=credit-repeated::"a" is/m,
    );
  });

  test('fails if the source is invalid, and annotates the line', async () => {
    const { code, stdout, stderr, summary } = await run(
      {},
      { 'credits.yaml': `${source}    url: javascript:x\n` },
    );
    expect({ code, stdout, summary }).toEqual({ code: 2, stdout: '', summary: '' });
    expect(stderr).toMatch(
      /^::error file=credits\.yaml,line=4,endLine=4,col=10,endColumn=22,title=url-scheme::/m,
    );
  });

  slowTest('fences a difference that contains fences', async () => {
    const intro = 'intro: |\n  ````md\n  ```\n  ````\n';
    const files = { 'credits.yaml': `title: x\n${intro}`, 'credits.md': 'old\n' };
    const { summary } = await run({ summary: 'true' }, files);
    expect(summary).toMatch(/\n`````diff\n.*\n`````\n$/s);
  });

  test('fences a difference with long lines of backticks', async () => {
    const lines = Array.from({ length: 400 }, (_, n) => `${'`'.repeat(n)}\n`);
    const files = { 'credits.yaml': source, 'credits.md': lines.join('') };
    const { code, summary } = await run({ summary: 'true' }, files);
    expect(code).toBe(1);
    expect(summary.match(/^`+(?=diff$)/m)?.[0]).toHaveLength(400);
    expect(summary.endsWith(`\n${'`'.repeat(400)}\n`)).toBe(true);
  });

  slowTest(
    'writes no summary unless asked to, nor one above the size limit of GitHub',
    async () => {
      const files = { 'credits.yaml': source, 'credits.md': 'old\n' };
      expect(await run({}, files)).toMatchObject({ code: 1, summary: '' });
      const long = { ...files, 'credits.md': `${'x'.repeat(500)}\n`.repeat(2_200) };
      const { code, summary } = await run({ summary: 'true' }, long);
      expect({ code, summary }).toEqual({ code: 1, summary: '' });
    },
  );

  slowTest(
    'accepts sources, options and a folder, and reports paths relative to the repository',
    async () => {
      const files = {
        'docs/a b.yaml': 'title: x\noutput: a.md\n',
        'docs/c.yaml':
          'title: x\npeople: { vic: V }\ncredits: [{ name: n, by: Vic }]\noutput: c.md\n',
      };
      const inputs = {
        'working-directory': 'docs',
        source: 'a b.yaml\nc.yaml\n',
        args: '--strict --quiet',
      };
      const { code, stderr } = await run(inputs, files);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^::warning file=docs\/c\.yaml,line=3,.*title=person-near-id::/m);
      expect((await run({ ...inputs, args: '' }, files)).stderr).toMatch(
        /^::error file=docs\/a\.md,/m,
      );
    },
  );

  slowTest('ignores FORCE_COLOR, and treats a blank source as none', async () => {
    const files = { 'credits.yaml': source, 'credits.md': 'old\n' };
    const { summary, stdout } = await run({ summary: 'true', source: '  \n' }, files, {
      FORCE_COLOR: '1',
    });
    expect(summary).toContain('\n+- **Nix**\n');
    expect(stdout + summary).not.toContain('\x1b');
    const upToDate = { 'credits.yaml': source, 'credits.md': page };
    expect(await run({ summary: 'true', args: '--help' }, upToDate)).toMatchObject({
      code: 0,
      summary: '',
    });
  });

  test('runs no input as code', async () => {
    const files = { 'credits.yaml': source, 'credits.md': page };
    const source$ = '$(touch made).yaml';
    const { code, checkout } = await run({ source: source$, args: '`touch made` *' }, files);
    expect(code).toBe(2);
    expect(readdirSync(checkout).sort()).toEqual(['credits.md', 'credits.yaml']);
  });

  test('runs nothing of the checkout, whose files configure npm', async () => {
    const evil = "require('node:fs').writeFileSync(__dirname + '/made', '');\n";
    const files = {
      'credits.yaml': source,
      'credits.md': page,
      '.npmrc':
        'registry=http://127.0.0.1:1\nnode-options=--require=./evil.js\nscript-shell=./evil.sh\n',
      'evil.js': evil,
      'package.json': JSON.stringify({
        name: 'starlight-credits',
        version: packageJson.version,
        packageManager: 'pnpm@11.0.0',
        devEngines: { packageManager: { name: 'pnpm', onFail: 'error' } },
        scripts: { preinstall: 'touch made' },
        bin: 'evil.js',
      }),
      'node_modules/starlight-credits/package.json': `{ "version": "${packageJson.version}", "bin": "evil.js" }`,
      'node_modules/starlight-credits/evil.js': evil,
      'node_modules/starlight-credits/bin/starlight-credits.cjs': evil,
      'node_modules/.bin/starlight-credits': '#!/bin/sh\ntouch made\n',
    };
    const checkout = folder(files);
    const { code, outputs } = await runStep(install, checkout);
    expect(code).toBe(0);
    expect(outputs.command).toMatch(new RegExp(`^${temporary}/`));
    const checked = await runStep(check, checkout, {}, outputs);
    expect(checked).toMatchObject({ code: 0, stdout: '' });
    expect(checked.stderr).toBe('credits.md is up to date\n');
    expect(readdirSync(checkout, { recursive: true }).sort()).toEqual(
      readdirSync(folder(files), { recursive: true }).sort(),
    );
  });

  slowTest('reports a package that could not be installed as a failure', async () => {
    const { code, stdout, outputs } = await runStep(install, folder(), {
      registry: 'http://127.0.0.1:1',
    });
    expect({ code, outputs }).toEqual({ code: 2, outputs: {} });
    expect(stdout).toBe(
      `::error title=starlight-credits::starlight-credits@${packageJson.version} could not be installed\n`,
    );
    expect(install.run).toContain(' --ignore-scripts ');
  });
});
