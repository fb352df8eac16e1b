/** The component in the README, in a real site in which the package is installed. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { installed } from './helpers/package.ts';
import { root, site } from './helpers/paths.ts';
import { buildSite, builtPage } from './helpers/site.ts';

const home = installed();
const there = `${site}/node_modules/starlight-credits`;
afterAll(() => rmSync(there, { recursive: true, force: true }));

test('it shows the credits', () => {
  cpSync(`${home}/node_modules/starlight-credits`, there, { recursive: true });
  const [, component = ''] =
    /^```astro\n(.*?)^```/ms.exec(readFileSync(`${root}/README.md`, 'utf8')) ?? [];
  const out = buildSite('component', {
    'Credits.astro': component.replace(
      '"credits.yaml"',
      JSON.stringify(`${site}/src/content/docs/component/credits.yaml`),
    ),
    'credits.yaml':
      'title: x\nsections:\n  - credits:\n      - a line\n      - { name: "<b>", url: /b, by: [Ada (@ada), "@z"] }\n',
    'index.mdx': "---\ntitle: x\n---\n\nimport Credits from './Credits.astro';\n\n<Credits />\n",
  });
  const { text, links } = builtPage(out, 'component');
  expect(text).toContain('<b> Ada, @z');
  expect(links).toContainEqual({ href: '/b', text: '<b>' });
}, 120_000);
