/**
 * Builds the package: the command and the library as a few files without dependencies, the types of
 * the library, and the licences of all that went into them.
 */
import { writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { lazy } from './lazy.js';
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

/** The library is for those who import it. */
const library = {
  name: 'library',
  buildStart() {
    const source = "export { creditsData, creditsParse, creditsStringify } from './main.cjs';\n";
    this.emitFile({ type: 'asset', fileName: 'index.js', source });
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
  plugins: [withoutPrograms, lazy(), ascii, library],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'cjs',
    // Functions keep their names, which say where a mistake of ours was made.
    minify: { compress: true, mangle: { toplevel: true }, codegen: true },
    entryFileNames: '[name].cjs',
    chunkFileNames: ({ name }) => `${name.replace(/^lazy_/, '')}.cjs`,
    codeSplitting: {
      groups: [
        { name: 'main', tags: ['$initial'], priority: 1 },
        { name: 'explanations', test: /explanations\.ts$/, priority: 1 },
        { name: 'shared', minShareCount: 2 },
      ],
    },
  },
};

/** What a compiler needs to know of it; unified is at hand where a library for it is used. */
const types = {
  input: { index: 'src/index.ts' },
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
