/** The files in `.github`: workflows, release notes, the configuration of Dependabot, issue forms. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folder } from './helpers/cli.ts';
import { packageJson } from './helpers/package-json.ts';
import { root } from './helpers/paths.ts';

const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

const workflows = readdirSync(`${root}/.github/workflows`);

describe.each(workflows)('the workflow %s', (name) => {
  const path = `.github/workflows/${name}`;

  test("is valid for GitHub's own parser", async () => {
    const { context, value } = parseWorkflow(
      { name: path, content: read(path) },
      new NoOperationTraceWriter(),
    );
    if (!value) throw new Error(`${path} has no workflow.`);
    const getFileContent = async (file: { path: string }) => ({
      name: file.path,
      content: read(file.path),
    });
    await convertWorkflowTemplate(
      context,
      value,
      { getFileContent },
      {
        fetchReusableWorkflowDepth: 1,
      },
    );
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  test('pins each action to a full commit SHA, with the version in a comment', () => {
    const actions = [...read(path).matchAll(/\buses: (.*)/g)].map(([, action]) => action as string);
    expect(actions).not.toEqual([]);
    for (const action of actions) {
      expect(action).toMatch(/^(?:\.\/\S+|[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+)$/);
    }
  });
});

test('an action is pinned to the same commit everywhere', () => {
  const text = workflows.map((name) => read(`.github/workflows/${name}`)).join('');
  const actions = new Set(text.match(/(?<=uses: )[^@\n]+@/g));
  const pins = new Set(text.match(/(?<=uses: )[^@\n]+@.*/g));
  expect(pins.size).toBe(actions.size);
});

describe('a release', () => {
  interface Job {
    permissions: Record<string, string>;
    needs?: string | string[];
    environment?: { name: string };
    uses?: string;
    steps?: { uses?: string; run?: string; with?: Record<string, unknown> }[];
  }
  const workflow = parse(read('.github/workflows/release.yml')) as {
    permissions: object;
    jobs: Record<string, Job>;
  };

  test('gives each job only the permissions that it needs', () => {
    expect(workflow.permissions).toEqual({});
    const permissions = Object.entries(workflow.jobs).map(([name, job]) => [name, job.permissions]);
    expect(Object.fromEntries(permissions)).toEqual({
      test: { contents: 'read' },
      pack: { contents: 'read' },
      publish: { 'id-token': 'write' },
      release: { contents: 'write' },
    });
  });

  test('runs no code of the repository in jobs with write access', () => {
    const commands = ['publish', 'release'].flatMap((name) => workflow.jobs[name]?.steps ?? []);
    expect(commands.flatMap(({ run = [] }) => run)).toEqual([
      'npm publish ./*.tgz --provenance',
      expect.stringMatching(/^gh release create "\$GITHUB_REF_NAME" --verify-tag .* notes\.md$/),
    ]);
    expect(JSON.stringify(commands)).not.toContain('actions/checkout');
  });

  test('is published after all tests, from an environment, without a token', () => {
    const { test: tests, publish, release } = workflow.jobs;
    expect(tests?.uses).toBe('./.github/workflows/ci.yml');
    expect(publish).toMatchObject({ needs: ['test', 'pack'], environment: { name: 'npm' } });
    expect(release?.needs).toBe('publish');
    const node = publish?.steps?.find(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(node?.with?.['node-version']).toBeGreaterThanOrEqual(24);
    expect(read('.github/workflows/release.yml')).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
  });

  test('uses no expression in a script', () => {
    for (const { steps = [] } of Object.values(workflow.jobs)) {
      for (const { run = '' } of steps) expect(run).not.toContain('${{');
    }
  });
});

describe('the release notes', () => {
  const { version } = packageJson;

  function notes(tag: string, changelog: string) {
    const cwd = folder({
      'package.json': read('package.json'),
      'CHANGELOG.md': changelog,
    });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`${root}/.github/release-notes.js`, tag],
      { cwd, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  }

  test('are the section of the version in the changelog', () => {
    const [before, after = ''] = read('CHANGELOG.md').split(new RegExp(`^## ${version} - .*`, 'm'));
    const { status, stdout, stderr } = notes(
      `v${version}`,
      `${before}## ${version} - 2026-12-01${after}`,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [section = ''] = after.split('\n## ');
    const words = (text: string) => text.trim().split(/\s+/);
    expect(words(stdout)).toEqual(words(section));
    expect(words(stdout).length).toBeGreaterThan(10);
  });

  test('end before the section of the previous version, and their lines are not wrapped', () => {
    const changelog = `# Changelog\n\n## ${version} - 2026-12-01\n\n- One\n  line.\n\n## 0.0.1 - 2026-11-01\n\n- Old.\n`;
    expect(notes(`v${version}`, changelog)).toEqual({
      status: 0,
      stdout: '- One line.\n',
      stderr: '',
    });
  });

  test.each([
    ['another tag', 'v99.0.0', `## ${version} - 2026-12-01\n\nText.\n`, 'the tag is "v99.0.0"'],
    ['a tag without v', version, `## ${version} - 2026-12-01\n\nText.\n`, 'the tag is'],
    ['no section', `v${version}`, '## 99.0.0 - 2026-12-01\n\nText.\n', 'has no section'],
    ['no date', `v${version}`, `## ${version} - Unreleased\n\nText.\n`, 'has no date'],
    ['an empty section', `v${version}`, `## ${version} - 2026-12-01\n\n## 0.0.1 - x\n`, 'is empty'],
  ])('are an error for %s', (_, tag, changelog, message) => {
    const { status, stdout, stderr } = notes(tag, changelog);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('Dependabot', () => {
  interface Update {
    'package-ecosystem': string;
    directories?: string[];
    ignore?: { 'dependency-name': string }[];
  }
  const { updates } = parse(read('.github/dependabot.yml')) as { updates: Update[] };
  const npm = updates.find((update) => update['package-ecosystem'] === 'npm');

  test('updates the actions and every lockfile', () => {
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
    const ci = parse(read('.github/workflows/ci.yml'));
    const cached: string = ci.jobs.test.steps[1].with['cache-dependency-path'];
    // Sites with older versions of Starlight keep them.
    const lockfiles = cached.trim().replace('test/site*/', 'test/site/').split('\n');
    expect(
      npm?.directories?.map((path) => `${path}/package-lock.json`.replace(/^\/+/, '')),
    ).toEqual(lockfiles);
    for (const path of lockfiles) expect(existsSync(`${root}/${path}`)).toBe(true);
  });

  test('only ignores versions of packages that are installed', () => {
    const { devDependencies } = JSON.parse(read('package.json'));
    for (const ignored of npm?.ignore ?? []) {
      expect(devDependencies).toHaveProperty([ignored['dependency-name']]);
    }
  });
});

describe('the issue forms', () => {
  interface Form {
    name: string;
    description: string;
    body: {
      type: string;
      id?: string;
      attributes: { label?: string; description?: string; value?: string };
      validations?: { required: boolean };
    }[];
  }
  const form = (name: string) => parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`)) as Form;

  test.each(['bug', 'feature'])('%s has all keys that GitHub requires', (name) => {
    const { body, ...rest } = form(name);
    expect(rest).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    for (const { type, id, attributes } of body) {
      if (type === 'markdown') expect(attributes.value).toBeTruthy();
      else {
        expect(['input', 'textarea']).toContain(type);
        expect(id).toMatch(/^[\w-]+$/);
        expect(attributes.label).toBeTruthy();
      }
    }
    const ids = body.flatMap(({ id = [] }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a bug report requires the source, the command, both results and the versions', () => {
    const { body } = form('bug');
    const required = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
    expect(required).toEqual(['source', 'command', 'expected', 'actual', 'version', 'node']);
    const version = body.find(({ id }) => id === 'version');
    expect(version?.attributes.description).toContain('`npx starlight-credits --version`');
  });
});
