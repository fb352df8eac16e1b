#!/usr/bin/env node
// Runs the command. It only uses syntax of old versions of Node, so that these can report that they are
// not supported.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
  try {
    // The compile cache, which Node 22 added, makes the next start faster. Requiring `node:module`, which
    // also loads source maps, would take 0.4 ms.
    const { enableCompileCache } = module.constructor;
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
