import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { markdownDocuments } from '../.build/markdown-documents.js';

export default defineConfig({
  plugins: [markdownDocuments],
  // Without a warning for each file of the inlined package, which lacks the sources of its source maps.
  logLevel: 'error',
  // By default, packages are loaded in their slower variants for development.
  ssr: { resolve: { conditions: ['module', 'node'] } },
  test: {
    root: import.meta.dirname,
    globalSetup: './helpers/install-dependencies.ts',
    // No test modifies a module that other tests import.
    isolate: false,
    // One more than there are processors, as some tests wait for timers, files and other processes.
    maxWorkers: availableParallelism() + 1,
    // Far above the usual time, as other processes may keep the machine busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // It imports JSON with a syntax that Node no longer supports.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['*.test.ts'],
          typecheck: {
            enabled: true,
            include: ['*.test-d.ts'],
            tsconfig: './tsconfig.types.json',
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['package/*.test.ts'],
          globalSetup: `${import.meta.dirname}/helpers/install-package.ts`,
        },
      },
    ],
  },
});
