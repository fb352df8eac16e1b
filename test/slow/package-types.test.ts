/** The types of the installed package. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { endpointExample, unifiedExample } from '../helpers/documentation.ts';
import { npmInstall } from '../helpers/install-package.ts';
import { installation, packed, projectFolder } from '../helpers/installation.ts';
import { root } from '../helpers/paths.ts';
import { typeErrors } from '../helpers/type-errors.ts';

let withUnified: string;

beforeAll(() => {
  withUnified = mkdtempSync(`${installation}/unified-`);
  const { version } = JSON.parse(readFileSync(`${root}/node_modules/unified/package.json`, 'utf8'));
  npmInstall(withUnified, '--prefer-offline', `../${packed.filename}`, `unified@${version}`);
});

test.each([
  ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ['a bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
])(
  'the library has types that need only unified (resolved as by %s)',
  (_, module, moduleResolution) => {
    writeFileSync(
      `${withUnified}/library.ts`,
      `declare const yaml: string;
${unifiedExample}
import type { Page } from 'starlight-credits';
const page: Page | undefined = file.data.credits;
export const text: string = String(file) + page?.title;
export const root: 'root' = unified().use(creditsParse).parse('').type;
unified().use(creditsParse, { format: 'mdx' });
// @ts-expect-error: unknown format
unified().use(creditsParse, { format: 'html' });
`,
    );
    writeFileSync(
      `${withUnified}/endpoint.ts`,
      `${endpointExample}
import type { Json } from 'starlight-credits';
const { sections = [], frontmatter = {} } = creditsData('');
export const names: string[] = sections.flatMap(({ credits = [] }) =>
credits.map((credit) => ('name' in credit ? credit.name : credit.markdown)),
);
export const order: Json | undefined = frontmatter['order'];
// @ts-expect-error: unknown key
sections[0]?.titel;
`,
    );
    const files = ['library.ts', 'endpoint.ts'].map((name) => `${withUnified}/${name}`);
    const errors = typeErrors(files, {
      module,
      moduleResolution,
      typeRoots: [`${root}/node_modules/@types`],
      types: ['node'],
    });
    expect(errors).toEqual([]);
  },
);

test('the Starlight plugin has types that need no other package', () => {
  const project = projectFolder();
  writeFileSync(
    `${project}/plugin.ts`,
    `import starlightCredits, { type StarlightCreditsOptions } from 'starlight-credits/starlight';
export const options: StarlightCreditsOptions = { source: 'a.yaml' };
export const name: string = starlightCredits(options).name;
// @ts-expect-error: unknown option
starlightCredits({ sources: [] });
`,
  );
  const errors = typeErrors([`${project}/plugin.ts`], {
    module: ts.ModuleKind.NodeNext,
    // For `URL`.
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
  });
  expect(errors).toEqual([]);
});
