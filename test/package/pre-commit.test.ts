/** The pre-commit hook, read and run by prek, which takes the same configuration. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { installation, projectFolder } from '../helpers/installation.ts';
import { packageJson } from '../helpers/package-json.ts';
import { root, tools } from '../helpers/paths.ts';
import { preCommitExample } from '../helpers/readme.ts';

const manifest = `${root}/.pre-commit-hooks.yaml`;
const [hook, ...others] = parse(readFileSync(manifest, 'utf8')) as [Record<string, string>];

function prek(args: string[], cwd: string, env: Record<string, string> = {}) {
  const bin = `${tools}/node_modules/@j178/prek/bin/prek.js`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_offline: 'true', PREK_COLOR: 'never', ...env },
  });
  return { code: status, output: stdout + stderr };
}

test('the manifest is valid', () => {
  expect(prek(['validate-manifest', manifest], root)).toEqual({
    code: 0,
    output: 'success: All manifests are valid\n',
  });
  expect(others).toEqual([]);
});

test('the hook runs for sources and pages', () => {
  const files = new RegExp(hook.files ?? '');
  for (const path of ['credits.yaml', 'docs/credits.yml', 'src/content/docs/credits.mdx', 'a.md']) {
    expect(path).toMatch(files);
  }
  for (const path of ['src/credits.ts', 'credits.yaml.bak', 'md']) expect(path).not.toMatch(files);
});

describe('in a repository', () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd,
      encoding: 'utf8',
    });

  /** The repository that the hook is installed from: the built package, without its build. */
  function publish(): { path: string; rev: string } {
    const path = projectFolder();
    cpSync(`${installation}/node_modules/starlight-credits`, path, { recursive: true });
    const { devDependencies, scripts, ...rest } = JSON.parse(
      readFileSync(`${path}/package.json`, 'utf8'),
    );
    writeFileSync(`${path}/package.json`, JSON.stringify(rest));
    cpSync(manifest, `${path}/.pre-commit-hooks.yaml`);
    git(path, 'init', '-q');
    git(path, 'add', '--all', '--force');
    git(path, 'commit', '-qm', 'x');
    return { path, rev: git(path, 'rev-parse', 'HEAD').trim() };
  }

  test('the configuration of the README runs the hook for staged sources and pages', () => {
    const { path, rev } = publish();
    expect(preCommitExample).toContain(`rev: v${packageJson.version}\n`);
    const cwd = projectFolder({
      '.pre-commit-config.yaml': preCommitExample
        .replace(/repo: .*/, `repo: ${path}`)
        .replace(/rev: .*/, `rev: ${rev}`),
      'docs/credits.yaml': 'title: x\n',
      'docs/credits.md': '---\ntitle: x\n---\n',
      'a.txt': '',
    });
    git(cwd, 'init', '-q');
    git(cwd, 'add', '--all');
    const run = (...args: string[]) =>
      prek(['run', ...args], cwd, { PREK_HOME: `${installation}/prek` });
    const passed = run('--all-files');
    expect(passed.output).toMatch(/^starlight-credits\.+Passed$/m);
    expect(passed.code).toBe(0);
    expect(run('--files', 'a.txt').output).toContain('no files to check');

    writeFileSync(`${cwd}/docs/credits.md`, 'old\n');
    git(cwd, 'add', '--all');
    const failed = run('--files', 'docs/credits.md');
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('docs/credits.md:1:1 error out-of-date');
    expect(readFileSync(`${cwd}/docs/credits.md`, 'utf8')).toBe('old\n');
  });
});
