import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

// The tests choose which pages to build and where to, so that several can do so side by side.
export default defineConfig({
  telemetry: false,
  outDir: process.env.SITE_OUT ?? './dist',
  integrations: [starlight({ title: 'Example', pagefind: false })],
});
