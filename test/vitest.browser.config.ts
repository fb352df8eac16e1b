import { defineConfig } from 'vitest/config';
import { markdownDocuments } from '../.build/markdown-documents.js';

export default defineConfig({
  plugins: [markdownDocuments],
  test: {
    root: import.meta.dirname,
    globalSetup: './helpers/install-dependencies.ts',
    include: ['browser/*.test.ts'],
    // Far above the usual time, as other processes may keep the machine busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
