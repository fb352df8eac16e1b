import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, onTestFinished, test } from 'vitest';
import { site } from '../helpers/paths.ts';
import { typeErrors } from '../helpers/type-errors.ts';

test('the plugin is assignable to the plugin type of Starlight', () => {
  const folder = mkdtempSync(`${site}/own-`);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(
    `${folder}/check.ts`,
    `import type { StarlightPlugin } from '@astrojs/starlight/types';
import starlightCredits from '../../../dist/starlight.js';
export const plugin: StarlightPlugin = starlightCredits();
`,
  );
  const errors = typeErrors([`${folder}/check.ts`], {
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    skipLibCheck: true,
    types: ['*'],
  });
  expect(errors).toEqual([]);
});
