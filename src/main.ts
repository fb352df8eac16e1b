import { inspect } from 'node:util';
import { run } from './cli.ts';
import { type ExitCode, FAILED } from './file/command-process.ts';
import { nodeProcess } from './file/node-process.ts';

/** Runs the command in a Node process, and sets its exit code. */
export async function main(process: NodeJS.Process): Promise<void> {
  let failed: ExitCode | undefined;
  const fail = (text: string) => {
    // If an output cannot be written, the message about it may not be written either.
    if (failed) return;
    failed = FAILED;
    process.exitCode = FAILED;
    host.stderr.write(`${text}\n`);
  };
  const host = nodeProcess(process, ({ message }) =>
    fail(`starlight-credits: the output cannot be written: ${message}`),
  );
  try {
    const code = await run(host);
    process.exitCode = failed ?? code;
    host.end();
  } catch (error) {
    // A bug, which its stack helps to find.
    fail(inspect(error));
  }
}
