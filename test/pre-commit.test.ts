/** The hook of pre-commit, read and run by prek, which reads the same files. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { about, folderIn, installed } from './helpers/package.ts';
import { root, tools } from './helpers/paths.ts';
import { readmeBlock } from './helpers/readme.ts';

const manifest = `${root}/.pre-commit-hooks.yaml`;
const [hook, ...others] = parse(readFileSync(manifest, 'utf8')) as [Record<string, string>];

function prek(args: string[], cwd: string, env: Record<string, string> = {}) {
  const bin = `${tools}/node_modules/@j178/prek/bin/prek.js`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_offline: 'true', PREK_COLOR: 'never', ...env },
  });
  return { code: status, said: stdout + stderr };
}

test('the manifest is valid', () => {
  expect(prek(['validate-manifest', manifest], root)).toEqual({
    code: 0,
    said: 'success: All manifests are valid\n',
  });
  expect(others).toEqual([]);
});

test('the hook looks at sources and pages', () => {
  const files = new RegExp(hook.files ?? '');
  for (const path of ['credits.yaml', 'docs/credits.yml', 'src/content/docs/credits.mdx', 'a.md']) {
    expect(path).toMatch(files);
  }
  for (const path of ['src/credits.ts', 'credits.yaml.bak', 'md']) expect(path).not.toMatch(files);
});

describe('in a repository', () => {
  const home = installed();
  const configuration = readmeBlock('yaml', 'repos:');
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd,
      encoding: 'utf8',
    });

  /** What the hook is installed from: the package when it is built, without what builds it. */
  function published(): { path: string; rev: string } {
    const path = folderIn(home, {});
    cpSync(`${home}/node_modules/starlight-credits`, path, { recursive: true });
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

  test('the configuration in the README runs it, whatever is committed', () => {
    const { path, rev } = published();
    expect(configuration).toContain(`rev: v${about.version}\n`);
    const cwd = folderIn(home, {
      '.pre-commit-config.yaml': configuration
        .replace(/repo: .*/, `repo: ${path}`)
        .replace(/rev: .*/, `rev: ${rev}`),
      'docs/credits.yaml': 'title: x\n',
      'docs/credits.md': '---\ntitle: x\n---\n',
      'a.txt': '',
    });
    git(cwd, 'init', '-q');
    git(cwd, 'add', '--all');
    const run = (...args: string[]) => prek(['run', ...args], cwd, { PREK_HOME: `${home}/prek` });
    const passed = run('--all-files');
    expect(passed.said).toMatch(/^starlight-credits\.+Passed$/m);
    expect(passed.code).toBe(0);
    expect(run('--files', 'a.txt').said).toContain('no files to check');

    writeFileSync(`${cwd}/docs/credits.md`, 'old\n');
    git(cwd, 'add', '--all');
    const failed = run('--files', 'docs/credits.md');
    expect(failed.code).toBe(1);
    expect(failed.said).toContain('docs/credits.md:1:1 error out-of-date');
    expect(readFileSync(`${cwd}/docs/credits.md`, 'utf8')).toBe('old\n');
  });
});
