import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli.ts';
import type { CommandProcess } from '../../src/file/command-process.ts';

export interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Setting {
  cwd: string;
  stdin?: string | Uint8Array;
  env?: Record<string, string>;
  terminal?: boolean;
  /** Ends the command like Ctrl-C. */
  signal?: AbortSignal;
  /** Receives what is written to stderr. */
  onOutput?: (text: string) => void;
}

/** Runs the command in this process. */
export async function cli(args: string[], setting: Setting): Promise<Result> {
  return runIn(setting, run, args);
}

/** Runs a function with a process of its own. */
export async function runIn(
  setting: Setting,
  action: (process: CommandProcess) => Promise<number>,
  args: string[] = [],
): Promise<Result> {
  const { cwd, stdin = '', env = {}, terminal = false, signal, onOutput } = setting;
  const output = (onOutput?: (text: string) => void) => {
    const chunks: string[] = [];
    return {
      isTTY: terminal,
      write: (text: string) => {
        chunks.push(text);
        onOutput?.(text);
      },
      text: () => chunks.join(''),
    };
  };
  const [stdout, stderr] = [output(), output(onOutput)];
  const code = await action({
    argv: ['node', 'starlight-credits', ...args],
    env,
    cwd: () => cwd,
    stdin: Object.assign(
      (async function* () {
        yield stdin;
      })(),
      { isTTY: terminal },
    ),
    stdout,
    stderr,
    onEnd(listener) {
      signal?.addEventListener('abort', listener);
      return () => signal?.removeEventListener('abort', listener);
    },
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/**
 * A new folder with these files, removed after the test.
 *
 * @param onFinished the hook of the context of a concurrent test
 */
export function folder(
  files: Record<string, string | Uint8Array> = {},
  onFinished = onTestFinished,
): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'starlight-credits-')));
  onFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** The diagnostics of a source as one page, in full and each as `line:column code`. */
export async function diagnose(yaml: string, args: string[] = []) {
  return diagnoseAll(yaml, ['-o', 'page.md', ...args]);
}

/** The diagnostics of a source in all of its views. */
export async function diagnoseAll(yaml: string, args: string[] = []) {
  const cwd = folder({ 'credits.yaml': yaml });
  const { code, stdout } = await cli(['--reporter', 'json', ...args], { cwd });
  const all = JSON.parse(stdout) as {
    file: string;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    severity: string;
    code: string;
    message: string;
    help: string;
  }[];
  return { code, all, places: all.map(({ line, column, code }) => `${line}:${column} ${code}`) };
}
