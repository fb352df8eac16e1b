/** The component in the documentation, on a real site with the installed package. */
import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { componentExample } from '../helpers/documentation.ts';
import { installation } from '../helpers/installation.ts';
import { build, builtPage, siteOf } from '../helpers/site.ts';

test('the component of the documentation shows the credits', () => {
  const site = siteOf('component', {
    'src/components/Credits.astro': componentExample,
    'credits.yaml':
      'title: x\nsections:\n  - credits:\n      - a line\n      - { name: "<b>", url: /b, by: [Ada (@ada), "@z"] }\n',
    'src/content/docs/thanks.mdx':
      "---\ntitle: x\n---\n\nimport Credits from '../../components/Credits.astro';\n\n<Credits />\n",
  });
  cpSync(
    `${installation}/node_modules/starlight-credits`,
    `${site}/node_modules/starlight-credits`,
    {
      recursive: true,
    },
  );
  const { text, links } = builtPage(build(site), 'thanks');
  expect(text).toContain('<b> Ada, @z');
  expect(links).toContainEqual({ href: '/b', text: '<b>' });
}, 120_000);
