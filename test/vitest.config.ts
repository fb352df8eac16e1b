import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    globalSetup: './helpers/setup.ts',
    include: ['*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
