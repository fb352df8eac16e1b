/** The action of GitHub, read by GitHub's own parser, and run as a runner does. */
import { existsSync, readFileSync } from 'node:fs';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { convertActionTemplate, parseAction } from '@actions/workflow-parser/actions/index';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { about, bash, folderIn, installed } from './helpers/package.ts';
import { root } from './helpers/paths.ts';

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

describe('its shape', () => {
  test('is one that GitHub takes', () => {
    const { context, value } = parseAction(
      { name: 'action.yml', content: text },
      new NoOperationTraceWriter(),
    );
    if (!value) throw new Error('There is no action.');
    convertActionTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  test('has inputs that are all explained, and none that has to be given', () => {
    expect(Object.keys(action.inputs)).toEqual(['source', 'args', 'summary', 'working-directory']);
    for (const input of Object.values(action.inputs)) {
      expect(input).toEqual({ description: expect.any(String), default: expect.any(String) });
    }
  });

  test('runs this very version, no other action, and needs no token', () => {
    expect(text.match(/starlight-credits@\S+/g)).toEqual([`starlight-credits@${about.version}`]);
    expect(text).not.toMatch(/\b(?:uses|token):\s|secrets|github\.token|GITHUB_TOKEN/);
  });

  test('hands inputs over as environment, so that none of them is code', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
  });
});

describe.skipIf(process.platform === 'win32')('what it does', () => {
  const home = installed();

  /** Runs the step in a repository, with the inputs and variables that a runner sets. */
  function run(
    inputs: Record<string, string>,
    files: Record<string, string>,
    env: Record<string, string> = {},
  ) {
    const workspace = folderIn(home, files);
    const given = (value: string) =>
      value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
        expect(action.inputs).toHaveProperty(name);
        return inputs[name] ?? action.inputs[name]?.default ?? '';
      });
    const summary = `${home}/summary-${Math.random()}.md`;
    const ran = bash(step.run, `${workspace}/${given(step['working-directory'])}`, {
      ...Object.fromEntries(Object.entries(step.env).map(([key, value]) => [key, given(value)])),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_STEP_SUMMARY: summary,
      ...env,
    });
    return { ...ran, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
  }

  const source = 'title: Credits\ncredits:\n  - name: Nix\n';
  const page = '---\ntitle: Credits\n---\n\n- **Nix**\n';

  test('passes where the page is up to date, with nothing to tell', () => {
    const { code, stdout, summary } = run({}, { 'credits.yaml': source, 'credits.md': page });
    expect({ code, stdout, summary }).toEqual({ code: 0, stdout: '', summary: '' });
  });

  test('fails where it is not, shows the difference, and leaves it in the summary where it is asked to', () => {
    const files = { 'credits.yaml': source, 'credits.md': page.replace('Nix', 'Nox') };
    const { code, stdout, stderr, summary } = run({ summary: 'true' }, files);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^::error file=credits\.md,line=1,.*title=out-of-date::/m);
    expect(summary).toMatch(/^### .*\n\n```diff\n--- a\/credits.md\n/);
    expect(summary).toMatch(/\n-- \*\*Nox\*\*\n\+- \*\*Nix\*\*\n```\n$/);
    // No line of it is a command to the runner.
    const [, token, shown] = /^::stop-commands::([\da-f-]{36})\n(.*)::\1::\n$/s.exec(stdout) ?? [];
    expect(token).toBeDefined();
    expect(summary).toContain(shown);
  });

  test('fails where the source is invalid, and annotates its line', () => {
    const { code, stdout, stderr, summary } = run(
      {},
      { 'credits.yaml': `${source}    url: javascript:x\n` },
    );
    expect({ code, stdout, summary }).toEqual({ code: 2, stdout: '', summary: '' });
    expect(stderr).toMatch(
      /^::error file=credits\.yaml,line=4,endLine=4,col=10,endColumn=22,title=url-scheme::/m,
    );
  });

  test('fences a difference that has fences in it', () => {
    const intro = 'intro: |\n  ````md\n  ```\n  ````\n';
    const files = { 'credits.yaml': `title: x\n${intro}`, 'credits.md': 'old\n' };
    const { summary } = run({ summary: 'true' }, files);
    expect(summary).toMatch(/\n`````diff\n.*\n`````\n$/s);
  });

  test('leaves no summary where it is not asked to, nor one that GitHub would not take', () => {
    const files = { 'credits.yaml': source, 'credits.md': 'old\n' };
    expect(run({}, files)).toMatchObject({ code: 1, summary: '' });
    const long = { ...files, 'credits.md': 'x'.repeat(1_100_000) };
    expect(run({ summary: 'true' }, long)).toMatchObject({ code: 1, summary: '' });
  });

  test('takes sources, options and a folder, and names files as GitHub knows them', () => {
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

  test('takes colours for none of its business, and blanks for no source', () => {
    const files = { 'credits.yaml': source, 'credits.md': 'old\n' };
    const { summary, stdout } = run({ summary: 'true', source: '  \n' }, files, {
      FORCE_COLOR: '1',
    });
    expect(summary).toContain('\n+- **Nix**\n');
    expect(stdout + summary).not.toContain('\x1b');
    const odd = { 'credits.yaml': source, 'credits.md': page };
    expect(run({ summary: 'true', args: '--help' }, odd)).toMatchObject({ code: 0, summary: '' });
  });

  test('takes no input for code', () => {
    const files = { 'credits.yaml': source, 'credits.md': page };
    const source$ = '$(touch made).yaml';
    expect(run({ source: source$, args: '`touch made` *' }, files).code).toBe(2);
    expect(existsSync(`${home}/made`)).toBe(false);
  });
});
