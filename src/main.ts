/** What is bundled: the command, all that a build needs in one file, and the library beside it. */
import { inspect } from 'node:util';
import { build } from './commands/build/index.ts';
import { type ExitCode, FAILED, type Host } from './file/host.ts';
import { hostOf } from './file/process.ts';

export { creditsParse, creditsStringify } from './index.ts';

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
  const host = hostOf(process, ({ message }) =>
    fail(`starlight-credits: the output cannot be written: ${message}`),
  );
  try {
    const code = await run(host);
    process.exitCode = failed ?? code;
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
export async function run(host: Host): Promise<ExitCode> {
  // Where nothing is typed there is nothing to understand.
  if (host.argv.length === 2) return build([], {}, [], host);
  const typed = await import('./cli.ts');
  return typed.run(host);
}
