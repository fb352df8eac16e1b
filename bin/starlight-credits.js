#!/usr/bin/env node
// Hands the process to the program and sets the exit code. It is written for any Node that knows
// modules, so that one that is too old can be told so.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
  import('../dist/cli.js')
    .then(({ run }) => run(process))
    .then((code) => {
      process.exitCode = code;
    });
} else {
  console.error(
    `starlight-credits needs Node 20.19, 22.12 or newer; this is ${process.versions.node}.`,
  );
  process.exitCode = 2;
}
