/**
 * A plugin for Rollup, Rolldown and Vite that imports the documents of diagnostics. `import documents from
 * './docs/*.md'` returns an object with the parts of each file, by its name without `.md`: its meaning,
 * the wrong and the right example, and the language of both unless it is YAML. Without the text that all
 * documents share, the package is 850 bytes smaller.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PATTERN = '/*.md';
const VIRTUAL = '\0markdown-documents:';

const DOCUMENT =
  /^# (\S+)\n\n(.+?)\n\n## Wrong\n\n```(yaml|console)\n(.*?)\n```\n\n## Right\n\n```\3\n(.*?)\n```\n$/s;

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
      .map((name) => [name.slice(0, -3), partsOf(name, readFileSync(join(folder, name), 'utf8'))]);
    const code = `export default ${JSON.stringify(Object.fromEntries(documents))};`;
    return { code, moduleType: /** @type {const} */ ('js') };
  },
};

/**
 * @param {string} name @param {string} text
 * @throws {Error} if the document has another structure
 */
function partsOf(name, text) {
  const [, code, meaning, language, wrong, right] = DOCUMENT.exec(text) ?? [];
  if (`${code}.md` !== name)
    throw new Error(`${name}: expected its name, a meaning, "Wrong" and "Right"`);
  return [meaning, wrong, right, ...(language === 'yaml' ? [] : [language])];
}
