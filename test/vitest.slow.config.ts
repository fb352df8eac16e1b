import { defineConfig } from 'vitest/config';
import { markdownDocuments } from '../.build/markdown-documents.js';

/** Tests that take too long for `npm test`, and some of its tests with more cases. */
export default defineConfig({
  plugins: [markdownDocuments],
  test: {
    root: import.meta.dirname,
    globalSetup: ['./helpers/install-dependencies.ts', './helpers/install-package.ts'],
    include: ['slow/*.test.ts', 'property.test.ts', 'quick.test.ts', 'import-texts.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    env: { PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? '3000' },
  },
});
