#!/usr/bin/env node
// Hands the process to the program and sets the exit code. It is written for any Node that knows
// modules, so that one that is too old can be told so.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
  let failed = 0;
  const fail = (error) => {
    console.error(error);
    failed = 2;
    process.exitCode = 2;
  };
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code, message }) => {
      // Whoever reads our output may have read enough of it.
      if (code !== 'EPIPE') fail(`starlight-credits: the output cannot be written: ${message}`);
    });
  }
  import('../dist/cli.js')
    .then(({ run }) => run(process))
    .then((code) => {
      process.exitCode = failed || code;
      // What is thrown is a mistake of ours, which its stack helps to find.
    }, fail);
} else {
  console.error(
    `starlight-credits needs Node 20.19, 22.12 or newer; this is ${process.versions.node}.`,
  );
  process.exitCode = 2;
}
