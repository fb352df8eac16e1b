/**
 * An integration for Astro that makes links between files lead to their pages, so that the same links
 * work on GitHub and on the site: `./audit.md#options` becomes `/audit/#options`.
 */
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url).pathname;

/** Where the files are, and the path of their pages. */
const PLACES = [
  ['docs/src/content/docs/', ''],
  ['src/diagnostics/docs/', 'diagnostics/'],
  ['.github/', ''],
  ['', ''],
];

export default function relativeLinks() {
  return {
    name: 'relative-links',
    hooks: {
      'astro:config:setup'({ config }) {
        // Before the plugin that validates the links.
        config.markdown.processor.options.hastPlugins.unshift(({ fileURL }) => ({
          name: 'relative-links',
          element: {
            filter: ['a'],
            visit(node, context) {
              const { href } = node.properties;
              if (!fileURL || typeof href !== 'string') return;
              const path = pageOf(href, fileURL);
              if (path)
                context.setProperty(node, 'href', `${config.base.replace(/\/$/, '')}/${path}`);
            },
          },
        }));
      },
    },
  };
}

/** Returns the path of the page that a relative link leads to, or `undefined` for other links. */
function pageOf(href, from) {
  if (/^(?:[a-z]+:|[#/])/i.test(href)) return undefined;
  const { pathname, hash } = new URL(href, from);
  const file = decodeURIComponent(pathname.slice(root.length));
  const [folder, path] = PLACES.find(([folder]) => file.startsWith(folder));
  const name = file.slice(folder.length).toLowerCase();
  const isFolder = name === '';
  if (!isFolder && !/\.mdx?$/.test(name))
    throw new Error(`${fileURLToPath(from)}: ${href} leads to no page.`);
  return `${path}${name.replace(/(?:(^|\/)index)?\.mdx?$/, '$1')}`.replace(/([^/])$/, '$1/') + hash;
}
