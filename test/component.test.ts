/** The component in the README, in a real site in which the package is installed. */
import { cpSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { installed } from './helpers/package.ts';
import { root } from './helpers/paths.ts';
import { build, builtPage, siteOf } from './helpers/site.ts';

const home = installed();

test('it shows the credits', () => {
  const [, component = ''] =
    /^```astro\n(.*?)^```/ms.exec(readFileSync(`${root}/README.md`, 'utf8')) ?? [];
  const site = siteOf('component', {
    'src/components/Credits.astro': component,
    'credits.yaml':
      'title: x\nsections:\n  - credits:\n      - a line\n      - { name: "<b>", url: /b, by: [Ada (@ada), "@z"] }\n',
    'src/content/docs/thanks.mdx':
      "---\ntitle: x\n---\n\nimport Credits from '../../components/Credits.astro';\n\n<Credits />\n",
  });
  cpSync(`${home}/node_modules/starlight-credits`, `${site}/node_modules/starlight-credits`, {
    recursive: true,
  });
  const { text, links } = builtPage(build(site), 'thanks');
  expect(text).toContain('<b> Ada, @z');
  expect(links).toContainEqual({ href: '/b', text: '<b>' });
}, 120_000);
