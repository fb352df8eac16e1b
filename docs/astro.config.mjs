import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightCredits from 'starlight-credits/starlight';
import starlightLinksValidator from 'starlight-links-validator';
import { generatePages } from './generate-pages.mjs';
import relativeLinks from './relative-links.mjs';

generatePages();

export default defineConfig({
  integrations: [
    relativeLinks(),
    starlight({
      title: 'starlight-credits',
      plugins: [starlightCredits(), starlightLinksValidator()],
      sidebar: [
        {
          label: 'Start',
          items: ['start/new', 'start/page', 'start/all-contributors'],
        },
        {
          label: 'Write',
          items: ['source', 'people', 'layouts', 'views', 'languages'],
        },
        { label: 'Keep it up to date', items: ['ci', 'audit', 'lint', 'rules'] },
        { label: 'Recipes', items: [{ autogenerate: { directory: 'recipes' } }] },
        {
          label: 'Reference',
          items: ['command', 'plugin', 'library', 'diagnostics', 'reader', 'performance'],
        },
        { label: 'Project', items: ['contributing', 'security', 'changelog', 'credits'] },
      ],
    }),
  ],
});
