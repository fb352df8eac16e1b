import { inspect } from 'node:util';
import { run } from './cli.ts';
import { type ExitCode, FAILED } from './commands/exit-code.ts';
import { nodeProcess } from './file/node-process.ts';

/** Runs the command in a Node process and sets its exit code. */
export async function main(process: NodeJS.Process): Promise<void> {
  let failed: ExitCode | undefined;
  const fail = (text: string) => {
    // The message about a broken output may itself fail to be written.
    if (failed) return;
    failed = FAILED;
    process.exitCode = FAILED;
    commandProcess.stderr.write(`${text}\n`);
  };
  const commandProcess = nodeProcess(process, ({ message }) =>
    fail(`starlight-credits: could not write the output: ${message}`),
  );
  try {
    const code = await run(commandProcess);
    process.exitCode = failed ?? code;
    commandProcess.end();
  } catch (error) {
    // A bug: print its stack.
    fail(inspect(error));
  }
}
