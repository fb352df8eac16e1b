import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { markdownDocuments } from '../.build/markdown-documents.js';

export default defineConfig({
  plugins: [markdownDocuments],
  test: {
    root: import.meta.dirname,
    globalSetup: './helpers/setup.ts',
    include: ['*.test.ts'],
    // No test changes what others import.
    isolate: false,
    // Much of the time is spent on waiting for other processes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // It imports JSON in a way that Node has given up.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
});
