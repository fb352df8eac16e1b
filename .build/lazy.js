/**
 * Loads some functions when they are first called. A parser of unified cannot wait, so this is not
 * what `import()` does: their modules go into a file of their own, which is required. In the
 * sources, and so in the tests, they are imported like all others.
 */
import { resolve } from 'node:path';

/** Files that a plain page does not need: for each, modules and the functions that they give. */
const FILES = {
  yaml: {
    './src/source/parse-yaml.ts': ['parseSource'],
    './src/source/resolve-scalar.ts': ['quotedText', 'blockText'],
    './src/frontmatter/serialize-front-matter.ts': ['frontMatterYaml'],
  },
  markdown: { './src/markdown/parse-markdown.ts': ['fromFieldMarkdown', 'linkAddresses'] },
  difference: { './src/commands/difference.ts': ['difference'] },
  'front-matter': {
    './src/frontmatter/starlight-front-matter.ts': ['readFrontMatter', 'frontMatterSchema'],
  },
  data: { './src/model/page-data.ts': ['pageData'] },
  views: {
    './src/schema/view-shape.ts': ['readViews', 'viewsSchema'],
    './src/model/section-titles.ts': ['checkTitles', 'sectionsOf'],
  },
  region: {
    './src/commands/build/region-files.ts': ['enterRegion', 'filled'],
    './src/page/region-nodes.ts': ['regionNodes'],
  },
  directive: { './src/stringify/directive.ts': ['aside', 'directive'] },
  asides: { 'micromark-extension-directive': ['directive'] },
  jsx: {
    './src/stringify/jsx.ts': ['jsxToMarkdown'],
    'mdast-util-mdx': ['mdxFromMarkdown'],
  },
  mdx: { 'micromark-extension-mdxjs': ['mdxjs'] },
  width: { 'get-east-asian-width': ['eastAsianWidth'], 'emoji-regex': ['default'] },
  slug: { 'github-slugger': ['slug'] },
  entities: {
    'decode-named-character-reference': ['decodeNamedCharacterReference'],
    'parse-entities': ['parseEntities'],
  },
};

/** How the modules are called that stand for a file, and for the calls of what is in one. */
const FILE = 'lazy:';
const CALLS = 'calls:';

/** What the bundler makes of `loadNow(import('…'))`. */
const LOAD =
  /\bloadNow\(Promise\.resolve\(\)\.then\(\(\) => (require\("[^"]+"\))\)(?:\.then\(\((\w+)\) => \2(\.\w+)\))?\)/g;

/** Whether a module is but the calls of what is in another file. */
export const isCall = (id) => id.startsWith(CALLS);

/** @returns {import('rolldown').Plugin} */
export function lazy() {
  /** The files and functions of modules, by their paths. */
  const modules = new Map();

  return {
    name: 'lazy',

    async buildStart() {
      const importer = resolve('package.json');
      for (const [file, found] of Object.entries(FILES)) {
        for (const [name, functions] of Object.entries(found)) {
          const resolved = await this.resolve(name, importer, { skipSelf: true });
          if (!resolved) throw new Error(`There is no ${name}, which is to be loaded lazily.`);
          modules.set(resolved.id, { file, functions });
        }
      }
    },

    async resolveId(source, importer, options) {
      if (source.startsWith(FILE)) return source;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const file = modules.get(resolved?.id)?.file;
      const isInside = importer === FILE + file || modules.get(importer)?.file === file;
      return file === undefined || isInside ? resolved : CALLS + resolved.id;
    },

    load(id) {
      if (id.startsWith(FILE)) return { code: contentOf(id.slice(FILE.length)), moduleType: 'js' };
      if (id.startsWith(CALLS)) return { code: callsOf(id.slice(CALLS.length)), moduleType: 'js' };
      return null;
    },

    renderChunk(code) {
      const written = code.replace(LOAD, '$1$3');
      if (written.includes('loadNow')) throw new Error('A lazy file is not required as it should.');
      return written;
    },
  };

  /** All functions of a file, by their own names. */
  function contentOf(file) {
    return [...modules]
      .filter(([, lazy]) => lazy.file === file)
      .map(([id, { functions }]) => `export { ${functions} } from ${JSON.stringify(id)};`)
      .join('\n');
  }

  /** Functions of the same names, each of which loads the file and calls what it stands for. */
  function callsOf(id) {
    const { file, functions } = modules.get(id);
    return functions
      .map(
        (name, index) => `
          let loaded${index};
          const load${index} = () => (loaded${index} ??= loadNow(import('${FILE}${file}')).${name});
          const call${index} = (...given) => load${index}()(...given);
          export { call${index} as ${name} };`,
      )
      .join('');
  }
}
