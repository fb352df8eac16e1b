#!/usr/bin/env node
// Hands the process to the program. It is written for any Node that knows arrow functions, so that
// one that is too old can be told so.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
  try {
    // Where Node can keep what it has compiled, the next run starts sooner.
    const { enableCompileCache } = require('node:module');
    if (enableCompileCache) enableCompileCache();
    require('../dist/main.cjs').main(process);
  } catch (error) {
    console.error(error);
    process.exitCode = 2;
  }
} else {
  console.error(
    `starlight-credits needs Node 20.19, 22.12 or newer; this is ${process.versions.node}.`,
  );
  process.exitCode = 2;
}
