import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

// Each test copies this file to the folder of its own site.
export default defineConfig({
  telemetry: false,
  integrations: [starlight({ title: 'Example', pagefind: false })],
});
