/** The pre-commit hook, installed from this repository as pre-commit does. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { preCommitExample } from '../helpers/documentation.ts';
import { npmInstall } from '../helpers/install-package.ts';
import { installation, projectFolder } from '../helpers/installation.ts';
import { packageJson } from '../helpers/package-json.ts';
import { root } from '../helpers/paths.ts';
import { prek } from '../helpers/prek.ts';

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
    cwd,
    encoding: 'utf8',
  });

/** Commits the files of this repository, as they are in the work tree, to another one. */
function publish(): { path: string; rev: string } {
  const path = projectFolder();
  for (const file of git(root, 'ls-files', '-z').split('\0').slice(0, -1)) {
    cpSync(`${root}/${file}`, `${path}/${file}`, { recursive: true });
  }
  git(path, 'init', '-q');
  git(path, 'add', '--all', '--force');
  git(path, 'commit', '-qm', 'x');
  return { path, rev: git(path, 'rev-parse', 'HEAD').trim() };
}

const repository = publish();

// Up to 11.20, npm passes `--global` on to the npm that prepares the repository.
test.each([
  ['10.8.2', []],
  ['11.19.0', []],
  ['11.19.0', ['--install-links']],
  ['12.2.2', ['--allow-git=root']],
])('npm %s installs the command from git with %j', (version, options) => {
  const npm = `${installation}/npm-${version}`;
  mkdirSync(npm, { recursive: true });
  npmInstall(npm, `npm@${version}`);
  const prefix = projectFolder();
  const spec = `git+file://${repository.path}`;
  execFileSync(
    process.execPath,
    [`${npm}/node_modules/npm/bin/npm-cli.js`, 'install', '--global', ...options, spec],
    {
      env: { ...process.env, npm_config_prefix: prefix, npm_config_prefer_offline: 'true' },
      // It is part of the error.
      stdio: 'pipe',
    },
  );
  const bin = `${prefix}/bin/starlight-credits`;
  expect(execFileSync(bin, ['--version'], { encoding: 'utf8' })).toBe(`${packageJson.version}\n`);
});

test('the configuration of the README runs the hook for staged sources and pages', () => {
  expect(preCommitExample).toContain(`rev: v${packageJson.version}\n`);
  const cwd = projectFolder({
    '.pre-commit-config.yaml': preCommitExample
      .replace(/repo: .*/, `repo: ${repository.path}`)
      .replace(/rev: .*/, `rev: ${repository.rev}`),
    'docs/credits.yaml': 'title: x\n',
    'docs/credits.md': '---\ntitle: x\n---\n',
    'a.txt': '',
  });
  git(cwd, 'init', '-q');
  git(cwd, 'add', '--all');
  const run = (...args: string[]) =>
    prek(['run', ...args], cwd, {
      PREK_HOME: `${installation}/prek`,
      npm_config_offline: 'false',
      npm_config_prefer_offline: 'true',
    });
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
