/** The GitHub action: its metadata in GitHub's own parser, and its script in a shell. */
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { convertActionTemplate, parseAction } from '@actions/workflow-parser/actions/index';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bash } from '../helpers/bash.ts';
import { installation, projectFolder } from '../helpers/installation.ts';
import { packageJson } from '../helpers/package-json.ts';
import { root } from '../helpers/paths.ts';

const text = readFileSync(`${root}/action.yml`, 'utf8');

interface Step {
  name: string;
  shell: string;
  run: string;
  'working-directory': string;
  env: Record<string, string>;
}
const action = parse(text) as {
  inputs: Record<string, { description: string; default: string }>;
  runs: { using: string; steps: Step[] };
};
const [step] = action.runs.steps as [Step];

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
    expect(Object.keys(action.inputs)).toEqual(['source', 'args', 'summary', 'working-directory']);
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
  /** Runs the step in a repository, with these inputs and the environment variables of a runner. */
  function run(
    inputs: Record<string, string>,
    files: Record<string, string>,
    env: Record<string, string> = {},
  ) {
    const workspace = projectFolder(files);
    const given = (value: string) =>
      value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
        expect(action.inputs).toHaveProperty(name);
        return inputs[name] ?? action.inputs[name]?.default ?? '';
      });
    const summary = join(mkdtempSync(join(installation, 'summary-')), 'summary.md');
    const ran = bash(step.run, `${workspace}/${given(step['working-directory'])}`, {
      ...Object.fromEntries(Object.entries(step.env).map(([key, value]) => [key, given(value)])),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_STEP_SUMMARY: summary,
      ...env,
    });
    return { ...ran, workspace, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
  }

  const source = 'title: Credits\ncredits:\n  - name: Nix\n';
  const page = '---\ntitle: Credits\n---\n\n- **Nix**\n';

  test('passes without output if the page is up to date', () => {
    const { code, stdout, summary } = run({}, { 'credits.yaml': source, 'credits.md': page });
    expect({ code, stdout, summary }).toEqual({ code: 0, stdout: '', summary: '' });
  });

  test('fails if the page is out of date, and shows the difference in the log and the summary', () => {
    const files = { 'credits.yaml': source, 'credits.md': page.replace('Nix', 'Nox') };
    const { code, stdout, stderr, summary } = run({ summary: 'true' }, files);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^::error file=credits\.md,line=1,.*title=out-of-date::/m);
    expect(summary).toMatch(/^### .*\n\n```diff\n--- a\/credits.md\n/);
    expect(summary).toMatch(/\n-- \*\*Nox\*\*\n\+- \*\*Nix\*\*\n```\n$/);
    // The runner must not interpret a line of the difference as a command.
    const [, token, shown] = /^::stop-commands::([\da-f-]{36})\n(.*)::\1::\n$/s.exec(stdout) ?? [];
    expect(token).toBeDefined();
    expect(summary).toContain(shown);
  });

  test('fails if the source is invalid, and annotates the line', () => {
    const { code, stdout, stderr, summary } = run(
      {},
      { 'credits.yaml': `${source}    url: javascript:x\n` },
    );
    expect({ code, stdout, summary }).toEqual({ code: 2, stdout: '', summary: '' });
    expect(stderr).toMatch(
      /^::error file=credits\.yaml,line=4,endLine=4,col=10,endColumn=22,title=url-scheme::/m,
    );
  });

  test('fences a difference that contains fences', () => {
    const intro = 'intro: |\n  ````md\n  ```\n  ````\n';
    const files = { 'credits.yaml': `title: x\n${intro}`, 'credits.md': 'old\n' };
    const { summary } = run({ summary: 'true' }, files);
    expect(summary).toMatch(/\n`````diff\n.*\n`````\n$/s);
  });

  test('writes no summary unless asked to, nor one above the size limit of GitHub', () => {
    const files = { 'credits.yaml': source, 'credits.md': 'old\n' };
    expect(run({}, files)).toMatchObject({ code: 1, summary: '' });
    const long = { ...files, 'credits.md': 'x'.repeat(1_100_000) };
    expect(run({ summary: 'true' }, long)).toMatchObject({ code: 1, summary: '' });
  });

  test('accepts sources, options and a folder, and reports paths relative to the repository', () => {
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
    const { code, stderr } = run(inputs, files);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^::warning file=docs\/c\.yaml,line=3,.*title=person-near-id::/m);
    expect(run({ ...inputs, args: '' }, files).stderr).toMatch(/^::error file=docs\/a\.md,/m);
  });

  test('ignores FORCE_COLOR, and treats a blank source as none', () => {
    const files = { 'credits.yaml': source, 'credits.md': 'old\n' };
    const { summary, stdout } = run({ summary: 'true', source: '  \n' }, files, {
      FORCE_COLOR: '1',
    });
    expect(summary).toContain('\n+- **Nix**\n');
    expect(stdout + summary).not.toContain('\x1b');
    const upToDate = { 'credits.yaml': source, 'credits.md': page };
    expect(run({ summary: 'true', args: '--help' }, upToDate)).toMatchObject({
      code: 0,
      summary: '',
    });
  });

  test('runs no input as code', () => {
    const files = { 'credits.yaml': source, 'credits.md': page };
    const source$ = '$(touch made).yaml';
    const { code, workspace } = run({ source: source$, args: '`touch made` *' }, files);
    expect(code).toBe(2);
    expect(readdirSync(workspace).sort()).toEqual(['credits.md', 'credits.yaml']);
  });
});
