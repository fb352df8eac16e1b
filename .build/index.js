/**
 * Builds the package: the command and the library as a few files without dependencies, the types of
 * the library, and the licences of all that went into them.
 */
import { writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { lazy } from './lazy.js';
import { noticesOf } from './notices.js';

const EMPTY = 'empty:';

/** Commander wants to start other programs, which no command of ours is. Node takes long to load it. */
const withoutPrograms = {
  name: 'without-programs',
  resolveId: (source) => (source === 'node:child_process' ? EMPTY : null),
  load: (id) => (id === EMPTY ? { code: 'export {};', moduleType: 'js' } : null),
};

/** The library is for those who import it. */
const library = {
  name: 'library',
  buildStart() {
    const source = "export { creditsParse, creditsStringify } from './main.cjs';\n";
    this.emitFile({ type: 'asset', fileName: 'index.js', source });
  },
};

/** What runs. */
const code = {
  input: { main: 'src/main.ts' },
  // Not what is for Node alone: that takes longer to load, and can do no more of what is needed.
  platform: 'neutral',
  resolve: { conditionNames: ['import', 'default'], mainFields: ['module', 'main'] },
  external: /^node:/,
  treeshake: { moduleSideEffects: false },
  preserveEntrySignatures: 'allow-extension',
  plugins: [withoutPrograms, lazy(), library],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: ({ name }) => `${name.replace(/^lazy_/, '')}.cjs`,
    codeSplitting: {
      groups: [
        { name: 'main', tags: ['$initial'], priority: 1 },
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
    if (process.env.SIZES)
      console.log(chunk.fileName, chunk.code?.length, chunk.imports?.join(' '));
  }
}
writeFileSync('THIRD-PARTY-NOTICES.txt', noticesOf(modules));
