import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

// Each test copies it to a folder of its own, beside the pages that it builds.
export default defineConfig({
  telemetry: false,
  integrations: [starlight({ title: 'Example', pagefind: false })],
});
