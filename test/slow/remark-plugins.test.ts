/** The installed package with a remark plugin from the npm registry. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { npmInstall } from '../helpers/install-package.ts';
import { installation, packed } from '../helpers/installation.ts';
import { root } from '../helpers/paths.ts';

test('remark-toc works between the two plugins of the package', () => {
  const cwd = mkdtempSync(`${installation}/remark-`);
  const others = ['unified', 'remark-toc'].map((name) => {
    const manifest = readFileSync(`${root}/node_modules/${name}/package.json`, 'utf8');
    return `${name}@${JSON.parse(manifest).version}`;
  });
  npmInstall(cwd, `../${packed.filename}`, ...others);
  const program = `
    import { unified } from 'unified';
    import remarkToc from 'remark-toc';
    import { creditsParse, creditsStringify } from 'starlight-credits';
    const yaml = 'title: x\\nsections:\\n  - title: Contents\\n  - title: A *b*\\n    intro: "*c*"\\n';
    const file = await unified().use(creditsParse).use(remarkToc).use(creditsStringify).process(yaml);
    process.stdout.write(String(file));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd,
    encoding: 'utf8',
  });
  expect(output).toContain('## Contents\n\n- [A \\*b\\*](#a-b)\n\n## A \\*b\\*\n\n_c_\n');
});
