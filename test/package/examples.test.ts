/** Runs examples of the documentation that need a shell, a CI system or the installed package. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { creditsData } from '../../src/index.ts';
import { bash } from '../helpers/bash.ts';
import { cli } from '../helpers/cli.ts';
import {
  endpointExample,
  example,
  pageAt,
  preCommitExample,
  readme,
} from '../helpers/documentation.ts';
import { projectFolder } from '../helpers/installation.ts';
import { packageJson } from '../helpers/package-json.ts';
import { tools } from '../helpers/paths.ts';
import { slowTest } from '../helpers/test-size.ts';

const ci = pageAt('ci');

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

  /** One command of each page with examples in a shell; other tests run all of them without one. */
  test.each([
    'npx starlight-credits',
    'npx --yes starlight-credits@VERSION --check',
    'npx starlight-credits explain url-scheme',
  ])('%s', async (command) => {
    await run(command.replace('VERSION', packageJson.version));
  });

  test('in a GitHub workflow', async () => {
    const workflow = example(ci, 'yaml', 'name: Credits\non:');
    const action = example(ci, 'yaml', '- uses: OWNER/').replace(/^/gm, '      ').trimEnd();
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
  });

  test.each([ci, readme])('in a GitHub workflow that audits in $path', (document) => {
    const steps = example(document, 'yaml', '- run: npm ci\n');
    const content = `${example(ci, 'yaml', 'name: Credits\non:')}${steps.replace(/^(?=.)/gm, '      ')}`;
    const { context } = parseWorkflow(
      { name: 'credits.yml', content },
      new NoOperationTraceWriter(),
    );
    expect(context.errors.getErrors()).toEqual([]);
    for (const [, version] of steps.matchAll(/starlight-credits@(\S+)/g)) {
      expect(version).toBe(packageJson.version);
    }
  });

  test('in a GitLab job', async () => {
    const { credits } = parse(example(ci, 'yaml', 'credits:\n  image:')) as {
      credits: { image: string; script: string[] };
    };
    expect(Object.keys(credits)).toEqual(['image', 'script']);
    await run(credits.script.join('\n'));
  });

  describe('of links', () => {
    const workflow = example(ci, 'yaml', 'name: Links\n');
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
        '- credits.yaml:3: "https://a.example/" is a dead link: the server answered 404\n',
      );
      // With a history, nothing is dead on the first day.
      await run(lint, cwd);
      await run(`PATH="$PWD:$PATH"\n${issue}`, cwd);
      expect(readFileSync(`${cwd}/log`, 'utf8')).toMatch(open ? /gh close 7\n$/ : /gh list\n$/);
    });

    test('GitLab jobs', async () => {
      const jobs = parse(example(ci, 'yaml', 'urls:\n  image:')) as Record<
        string,
        { script: string[] }
      >;
      expect(Object.keys(jobs)).toEqual(['urls', 'lychee', 'links']);
      const cwd = project({ ...content, 'report.json': dead });
      await run(jobs.urls?.script.join('\n') ?? '', cwd);
      await run(jobs.links?.script.join('\n') ?? '', cwd);
      expect(readFileSync(`${cwd}/links.jsonl`, 'utf8')).toContain('"url":"https://a.example/"');
    });
  });

  test('by pre-commit, in the current version', () => {
    expect(preCommitExample).toContain(`v${packageJson.version}`);
  });

  slowTest('as npm scripts', async () => {
    // A stub of Astro, which runs after the command.
    const astro = '#!/bin/sh\ncat credits.md\n';
    const cwd = project({ ...files, 'package.json': example(ci, 'json'), astro });
    const { stdout } = await bash('chmod +x astro && PATH="$PWD:$PATH" npm run build', cwd);
    expect(stdout).toContain('- **n**\n');
    expect((await bash('npm run credits', cwd)).code).toBe(0);
    writeFileSync(`${cwd}/credits.md`, 'old\n');
    expect((await bash('npm run credits', cwd)).code).toBe(1);
  });

  slowTest('with just', async () => {
    const cwd = project({ ...files, justfile: example(ci, 'just') });
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
