import { defineConfig } from 'vitest/config';
import { markdownDocuments } from '../.build/markdown-documents.js';

/** Tests that take too long for `npm test`. */
export default defineConfig({
  plugins: [markdownDocuments],
  // Without a warning for each file of the inlined package, which lacks the sources of its source maps.
  logLevel: 'error',
  // By default, packages are loaded in their slower variants for development.
  ssr: { resolve: { conditions: ['module', 'node'] } },
  test: {
    root: import.meta.dirname,
    globalSetup: ['./helpers/install-dependencies.ts', './helpers/install-package.ts'],
    include: [
      'slow/*.test.ts',
      // These run more cases if `isSlow` is true.
      '{package/action,package/examples,bench,comments,cost,data,edit,emphasis,fast-paths,faults,front-matter,github-views,hazards,hostile,import,import-texts,languages,layouts,lint-fix,property,rules,satteri,schema,slugs,starlight,text-width,views,watch}.test.ts',
    ],
    env: { SLOW_TESTS: 'true' },
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    // It imports JSON with a syntax that Node no longer supports.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
});
