import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProgram, withAllOptions } from '../src/cli.ts';
import type { CommandProcess } from '../src/file/command-process.ts';
import { cli, folder } from './helpers/cli.ts';
import { usageMistakes } from './helpers/common-mistakes.ts';
import { bin, root } from './helpers/paths.ts';

const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string };

/** Arguments, the exit code, and a part of the output on stdout and stderr. */
const usage: [args: string[], code: number, stdout: string, stderr: string][] = [
  [['--version'], 0, version, ''],
  [['--help'], 0, 'Examples:', ''],
  [['build', '--help'], 0, '--check', ''],
  [['explain', '--help'], 0, 'code', ''],
  [['schema'], 0, '"$schema"', ''],
  [['--chek'], 2, '', 'did you mean "--check"?'],
  [['schema', '--check'], 2, '', "unknown option '--check'"],
  [['init', 'x'], 2, '', 'too many arguments'],
  [['init', '--check'], 2, '', "unknown option '--check'"],
  [['init'], 2, '', 'error source-exists'],
  [['schema', 'x'], 2, '', 'too many arguments'],
  [['explain'], 0, 'url-scheme', ''],
  [['--reporter', 'jsn'], 2, '', 'did you mean "json"?'],
  [['--reporter', 'xml'], 2, '', 'text, github, json, sarif'],
  [['-o'], 2, '', 'argument missing'],
  [['-o', 'page.txt'], 2, '', 'does not end in .md or .mdx'],
  [['a.yaml', 'b.yaml', '-o', 'page.md'], 2, '', 'a single source'],
  [['-o', '-', '--check'], 2, '', '--check cannot be used with -o -'],
  [['-o', '-', '--reporter', 'json'], 2, '', '--reporter json cannot be used with -o -'],
  [['-o', '-', '--reporter', 'sarif'], 2, '', '--reporter sarif cannot be used with -o -'],
];

test.each(usage)('starlight-credits %j exits with %i', async (args, code, stdout, stderr) => {
  const ran = await cli(args, { cwd: folder({ 'credits.yaml': 'title: x\n' }) });
  expect(ran.code).toBe(code);
  if (stdout) expect(ran.stdout).toContain(stdout);
  else expect(ran.stdout).toBe('');
  if (stderr) expect(ran.stderr).toContain(stderr);
  else expect(ran.stderr).toBe('');
  expect(ran.stderr).not.toMatch(/^\s+at /m);
});

test.each(usageMistakes)('starlight-credits %j is answered with help', async (args, help) => {
  const { code, stdout, stderr } = await cli(args, { cwd: folder({ 'thanks.md': '' }) });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const lines = stderr.split('\n').slice(1);
  expect(lines).toEqual([`  help: ${help}`, '(see "starlight-credits --help")', '']);
});

test('each option that needs a value has an example in its help', async () => {
  const program = withAllOptions(createProgram({} as CommandProcess, () => {}));
  for (const command of [program, ...program.commands]) {
    for (const { long, required } of command.options) {
      if (!required) continue;
      const words = command === program ? [] : [command.name()];
      const { stderr } = await cli([...words, `${long}`], { cwd: folder() });
      expect(stderr).toMatch(new RegExp(`help: .*${long} [^\\s]`));
      expect(stderr).not.toContain('undefined');
    }
  }
});

test('the lines of the help have at most 100 characters', async () => {
  const program = withAllOptions(createProgram({} as CommandProcess, () => {}));
  for (const command of [[], ...program.commands.map((each) => [each.name()])]) {
    const { stdout } = await cli([...command, '--help'], { cwd: folder() });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  }
});

test('each command has help for a wrong number of arguments', async () => {
  const program = createProgram({} as CommandProcess, () => {});
  for (const command of program.commands) {
    const known = command.registeredArguments;
    const args = [...known.map(() => 'x'), 'y'];
    const tries = [
      ...(known.some(({ variadic }) => variadic) ? [] : [args]),
      ...(known.some(({ required }) => required) ? [[]] : []),
    ];
    for (const words of tries) {
      const { stderr } = await cli([command.name(), ...words], { cwd: folder() });
      expect(stderr).toContain('\n  help: ');
    }
  }
});

describe('the process', () => {
  const spawn = (args: string[], cwd: string, input = '') =>
    spawnSync(process.execPath, [bin, ...args], { cwd, input, encoding: 'utf8' });

  test('sets the exit code', () => {
    const cwd = folder({ 'credits.yaml': 'title: x\n' });
    expect(spawn(['--check'], cwd).status).toBe(1);
    expect(spawn([], cwd).status).toBe(0);
    expect(spawn(['--check'], cwd).status).toBe(0);
    expect(spawn(['--nope'], cwd).status).toBe(2);
  });

  test('reads and writes large sources and pages through stdin and stdout', () => {
    const credits = Array.from({ length: 20_000 }, (_, index) => `  - name: credit ${index}\n`);
    const { status, stdout } = spawn(
      ['-', '-o', '-'],
      folder(),
      `title: x\ncredits:\n${credits.join('')}`,
    );
    expect(status).toBe(0);
    expect(stdout.split('\n')).toHaveLength(20_005);
    expect(stdout.endsWith('- **credit 19999**\n')).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('exits cleanly if the pipe of stdout is closed', () => {
    const credits = Array.from({ length: 20_000 }, (_, index) => `  - name: credit ${index}\n`);
    const cwd = folder({ 'credits.yaml': `title: x\ncredits:\n${credits.join('')}` });
    const output = execFileSync(
      'bash',
      ['-c', `set -o pipefail; "${process.execPath}" "${bin}" -o - 2>&1 | head -1; echo $?`],
      { cwd, encoding: 'utf8' },
    );
    expect(output).toBe('---\n0\n');
  });

  test('rejects a version of Node that is too old, in one line', () => {
    const script = readFileSync(bin, 'utf8').replace(/^#!.*/, '');
    const runOn = (node: string) => {
      const old = script.replaceAll('process.versions.node', JSON.stringify(node));
      const module = old.replace("require('../dist/main.cjs')", '({ main() {} })');
      return spawnSync(process.execPath, ['--input-type=commonjs', '-e', module], {
        encoding: 'utf8',
      });
    };
    for (const node of ['18.20.8', '20.18.3', '21.7.3', '22.11.0']) {
      const { status, stderr } = runOn(node);
      expect(status).toBe(2);
      expect(stderr).toBe(`starlight-credits needs Node 20.19, 22.12 or newer; this is ${node}.\n`);
    }
    for (const node of ['20.19.0', '22.12.0', '23.0.0', '24.1.0', '26.0.0']) {
      expect(runOn(node)).toMatchObject({ status: 0, stderr: '' });
    }
  });
});
