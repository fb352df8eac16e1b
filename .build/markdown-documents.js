/**
 * A plugin for Rollup, Rolldown and Vite that imports the Markdown files of a folder. `import documents
 * from './docs/*.md'` returns an object with the text of each file by its name without `.md`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PATTERN = '/*.md';
const VIRTUAL = '\0markdown-documents:';

export const markdownDocuments = {
  name: 'markdown-documents',

  /** @param {string} source @param {string | undefined} importer */
  resolveId(source, importer) {
    if (!source.endsWith(PATTERN) || !importer) return null;
    return VIRTUAL + join(dirname(importer), source.slice(0, -PATTERN.length));
  },

  /** @param {string} id */
  load(id) {
    if (!id.startsWith(VIRTUAL)) return null;
    const folder = id.slice(VIRTUAL.length);
    const documents = readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => [name.slice(0, -3), readFileSync(join(folder, name), 'utf8')]);
    const code = `export default ${JSON.stringify(Object.fromEntries(documents))};`;
    return { code, moduleType: /** @type {const} */ ('js') };
  },
};
