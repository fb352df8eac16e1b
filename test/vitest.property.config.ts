import { defineConfig } from 'vitest/config';
import { markdownDocuments } from '../.build/markdown-documents.js';

/** Many more cases than `npm test` has the time for. */
export default defineConfig({
  plugins: [markdownDocuments],
  test: {
    root: import.meta.dirname,
    globalSetup: './helpers/setup.ts',
    include: ['property.test.ts', 'quick.test.ts', 'import-texts.test.ts'],
    testTimeout: 3_600_000,
    env: { PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? '3000' },
  },
});
