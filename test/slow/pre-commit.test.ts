/** The pre-commit hook, installed from a repository as the README shows. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { installation, projectFolder } from '../helpers/installation.ts';
import { packageJson } from '../helpers/package-json.ts';
import { root } from '../helpers/paths.ts';
import { prek } from '../helpers/prek.ts';
import { preCommitExample } from '../helpers/readme.ts';

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
    cwd,
    encoding: 'utf8',
  });

/** Creates a repository to install the hook from. It contains the built package without build scripts. */
function publish(): { path: string; rev: string } {
  const path = projectFolder();
  cpSync(`${installation}/node_modules/starlight-credits`, path, { recursive: true });
  const { devDependencies, scripts, ...rest } = JSON.parse(
    readFileSync(`${path}/package.json`, 'utf8'),
  );
  writeFileSync(`${path}/package.json`, JSON.stringify(rest));
  cpSync(`${root}/.pre-commit-hooks.yaml`, `${path}/.pre-commit-hooks.yaml`);
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
