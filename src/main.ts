/** What is bundled: the command, all that a build needs in one file, and the library and the plugin beside it. */
import { inspect } from 'node:util';
import { build } from './commands/build/index.ts';
import { UsageError } from './commands/usage-error.ts';
import { type CommandProcess, type ExitCode, FAILED } from './file/command-process.ts';
import { nodeProcess } from './file/node-process.ts';
import { plainBuild } from './plain.ts';

export { creditsData, creditsParse, creditsStringify } from './index.ts';
export { default as starlightCredits } from './starlight/index.ts';

/** Runs the command in a process, and sets its exit code. */
export async function main(process: NodeJS.Process): Promise<void> {
  let failed: ExitCode | undefined;
  const fail = (said: string) => {
    // What is to say that the output cannot be written may not be writable either.
    if (failed) return;
    failed = FAILED;
    process.exitCode = FAILED;
    host.stderr.write(`${said}\n`);
  };
  const host = nodeProcess(process, ({ message }) =>
    fail(`starlight-credits: the output cannot be written: ${message}`),
  );
  try {
    const code = await run(host);
    process.exitCode = failed ?? code;
    host.end();
  } catch (error) {
    // What is thrown is a mistake of ours, which its stack helps to find.
    fail(inspect(error));
  }
}

/**
 * Runs the command.
 *
 * @returns the exit code; nothing is thrown but bugs
 */
export async function run(host: CommandProcess): Promise<ExitCode> {
  try {
    const plain = plainBuild(host.argv.slice(2));
    // None of the words that a command could have been meant by is a plain source.
    if (plain) return await build(plain.sources, plain.options, [], host);
    const { runTyped } = await import('./cli.ts');
    return await runTyped(host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.stderr.write(`error: ${error.message}\n(see "starlight-credits --help")\n`);
    return FAILED;
  }
}
