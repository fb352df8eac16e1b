import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    globalSetup: './helpers/setup.ts',
    include: ['browser/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
