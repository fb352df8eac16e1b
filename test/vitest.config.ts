import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    globalSetup: './helpers/setup.ts',
    include: ['*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // It imports JSON in a way that Node has given up.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
});
