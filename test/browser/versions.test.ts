/** The plugin with each supported version of Starlight, on a site that is configured in every way. */
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { install } from '../helpers/install-dependencies.ts';
import { root } from '../helpers/paths.ts';
import { pluginSite } from '../helpers/plugin-site.ts';

const EDIT = 'https://github.com/o/r/edit/main/docs/';

const config = (more: string) => `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightCredits from 'starlight-credits/starlight';

export default defineConfig({
  srcDir: './app',
  base: '/base',
  trailingSlash: 'always',
  ${more}
  integrations: [
    starlight({
      title: 'Example',
      pagefind: false,
      editLink: { baseUrl: '${EDIT}' },
      sidebar: ['index'],
      locales: { root: { label: 'English', lang: 'en' }, fr: { label: 'Français' } },
      plugins: [starlightCredits({ source: '../credits.yaml' })],
    }),
  ],
});
`;

const source = (title: string) => `title: ${title}
output: docs/app/content/docs/about.md
style: { layout: gallery }
credits:
  - person: Ada (@ada)
`;

const translated = `title: { en: Credits, fr: Remerciements }
languages: [en, fr]
credits:
  - name: Lens
    by: [Ada, Zoé]
`;

const files = {
  'docs/app/content/docs/index.md': '---\ntitle: Home\n---\n',
  'docs/app/content.config.mjs': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
`,
  // The top of a repository, in which Git ignores the page.
  '.git/HEAD': '',
  '.gitignore': 'about.md\n',
};

describe.each([
  ['0.32', 'site-0.32', ''],
  ['0.38', 'site-0.38', ''],
  ['the newest version', 'site', 'experimental: { incrementalBuild: true },'],
])('Starlight %s', (_, folder, more) => {
  const base = join(root, 'test', folder);

  test('builds pages in two languages, and links "Edit page" to the source', async () => {
    await install(base);
    const site = pluginSite('versions', { ...files, 'docs/astro.config.mjs': config(more) }, base);
    onTestFinished(() => site.remove());
    const builds = more === '' ? ['First'] : ['First', 'Second'];
    for (const title of builds) {
      site.write('credits.yaml', source(title));
      const { code, output } = await site.astro('build', '--root', 'docs');
      expect(code, output).toBe(0);
      expect(output).toContain('add it to "sidebar": { slug: "about" }');
      const editUrl = (page: string) =>
        /<a href="([^"]*)"[^>]*>(?:(?!<\/a>)[\s\S])*(?:Edit page|Modifier cette page)/.exec(
          site.read(`docs/dist/${page}index.html`),
        )?.[1];
      expect(site.read('docs/dist/about/index.html')).toContain('<h1 id="_top"');
      expect(site.read('docs/dist/about/index.html')).toContain(`>${title}</h1>`);
      expect(site.read('docs/dist/about/index.html')).toContain('credits-gallery');
      expect(editUrl('about/')).toBe('https://github.com/o/r/edit/main/credits.yaml');
      expect(editUrl('fr/about/')).toBe('https://github.com/o/r/edit/main/credits.yaml');
      expect(editUrl('')).toBe(`${EDIT}app/content/docs/index.md`);
    }

    site.write('credits.yaml', translated);
    const { code, output } = await site.astro('build', '--root', 'docs');
    expect(code, output).toBe(0);
    expect(site.read('docs/dist/credits/index.html')).toContain('Ada and Zoé');
    const french = site.read('docs/dist/fr/credits/index.html');
    expect(french).toContain('>Remerciements</h1>');
    expect(french).toContain('par Ada et Zoé');
  });
});
