/**
 * Builds the package: the command and the library as a few files without dependencies, the types of
 * the library, and the licences of all that went into them.
 */
import { writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { isCall, lazy } from './lazy.js';
import { markdownDocuments } from './markdown-documents.js';
import { noticesOf } from './notices.js';

const PROGRAMS = 'node:child_process';
const EMPTY = 'empty:';

/** Commander wants to start other programs, which no command of ours is. Node takes long to load it. */
const withoutPrograms = {
  name: 'without-programs',
  resolveId: (source) => (source === PROGRAMS ? EMPTY : null),
  load: (id) => (id === EMPTY ? { code: 'export {};', moduleType: 'js' } : null),
};

/** Node reads a file sooner that has one byte for each character. */
const ascii = {
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      if (/\\[^\0-\x7f]/.test(chunk.code)) throw new Error('A character is escaped already.');
      chunk.code = chunk.code.replace(/[^\0-\x7f]/g, escaped);
    }
  },
};

function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The library and the plugin are for those who import them; their code is that of the command. */
const MODULES = {
  'index.js': "export { creditsData, creditsParse, creditsStringify } from './main.cjs';\n",
  'starlight.js': "export { starlightCredits as default } from './main.cjs';\n",
};
const library = {
  name: 'library',
  buildStart() {
    for (const [fileName, source] of Object.entries(MODULES)) {
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
};

/** What runs. */
const code = {
  input: { main: 'src/main.ts' },
  // Not what is for Node alone: that takes longer to load, and can do no more of what is needed.
  platform: 'neutral',
  resolve: { conditionNames: ['import', 'default'], mainFields: ['module', 'main'] },
  external: (id) => id.startsWith('node:') && id !== PROGRAMS,
  treeshake: { moduleSideEffects: false },
  preserveEntrySignatures: 'allow-extension',
  plugins: [markdownDocuments, withoutPrograms, lazy(), ascii, library],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'cjs',
    // Functions keep their names, which say where a mistake of ours was made.
    minify: { compress: true, mangle: { toplevel: false }, codegen: true },
    entryFileNames: '[name].cjs',
    chunkFileNames: ({ name }) => `${name.replace(/^lazy_/, '')}.cjs`,
    codeSplitting: {
      groups: [
        { name: 'main', tags: ['$initial'], priority: 1 },
        // What loads a file when it is called is small, and whoever needs it has this one.
        { name: 'main', test: isCall, priority: 1 },
        { name: 'documents', test: /documents(?:\.ts$|:)/, priority: 1 },
        { name: 'shared', minShareCount: 2 },
      ],
    },
  },
};

/** What a compiler needs to know of it; unified is at hand where a library for it is used. */
const types = {
  input: { index: 'src/index.ts', starlight: 'src/starlight/index.ts' },
  external: ['unified', 'vfile'],
  plugins: [dts({ emitDtsOnly: true, resolver: 'tsc' })],
  output: { dir: 'dist', format: 'esm' },
};

const modules = new Set();
for (const { output: options, ...input } of [code, types]) {
  const bundle = await rolldown(input);
  const { output } = await bundle.write(options);
  for (const chunk of output) {
    for (const id of chunk.type === 'chunk' ? chunk.moduleIds : []) modules.add(id);
  }
}
writeFileSync('THIRD-PARTY-NOTICES.txt', noticesOf(modules));
