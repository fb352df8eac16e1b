import { defineConfig } from 'vitest/config';
import { markdownDocuments } from '../.build/markdown-documents.js';

export default defineConfig({
  plugins: [markdownDocuments],
  test: {
    root: import.meta.dirname,
    globalSetup: './helpers/install-dependencies.ts',
    include: ['browser/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
