// Who may import whom. The folders of src are the steps by which a page is made, and a step knows
// those before it only:
//
//   diagnostics ← source ← model ← prose ← mdast ← text    a source becomes a page
//   pipeline.ts                                            puts these steps in a row
//   region                                                 a page becomes a part of a file
//   import                                                 a page becomes a source
//   file                                                   the one place that touches files
//   reporters                                              diagnostics → a report
//   starlight                                              the plugin for sites
//   commands, cli.ts, plain.ts, main.ts                    what is typed
//   types.ts, data, index.ts                               the library
//
// `test/architecture.test.ts` holds the code to it.

/** A folder or file of src, and what else of src it may import. */
const layers = {
  'version.ts': [],
  'types.ts': [],
  diagnostics: [],
  source: ['diagnostics'],
  model: ['version.ts', 'diagnostics', 'source'],
  prose: ['diagnostics', 'source', 'model'],
  mdast: ['diagnostics', 'source', 'model', 'prose'],
  text: ['model'],
  'pipeline.ts': ['diagnostics', 'model', 'prose', 'mdast', 'text'],
  region: ['diagnostics', 'source', 'model', 'prose', 'mdast'],
  import: ['diagnostics', 'model', 'prose', 'mdast', 'text', 'pipeline.ts'],
  data: ['types.ts', 'model'],
  'index.ts': ['types.ts', 'diagnostics', 'text', 'pipeline.ts', 'data'],
  file: ['diagnostics'],
  reporters: ['version.ts', 'diagnostics'],
  commands: [
    'diagnostics',
    'model',
    'prose',
    'pipeline.ts',
    'region',
    'import',
    'file',
    'reporters',
  ],
  starlight: ['diagnostics', 'file', 'reporters', 'commands'],
  'cli.ts': ['version.ts', 'diagnostics', 'file', 'reporters', 'commands'],
  'plain.ts': ['reporters', 'commands'],
  'main.ts': ['file', 'commands', 'starlight', 'plain.ts', 'cli.ts', 'index.ts'],
};

const pathOf = (layer) => `^src/${layer.replace('.', '\\.')}${layer.includes('.') ? '$' : '/'}`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(layers).map(([layer, allowed]) => ({
      name: `${layer}-knows-only-what-comes-before`,
      severity: 'error',
      comment: `src/${layer} may import ${allowed.join(', ') || 'nothing else of src'}.`,
      from: { path: pathOf(layer) },
      to: { path: '^src/', pathNot: [layer, ...allowed].map(pathOf) },
    })),
    {
      name: 'every-file-has-a-layer',
      severity: 'error',
      comment: 'A new folder or file of src is to be named above, with what it may import.',
      from: { path: '^src/', pathNot: Object.keys(layers).map(pathOf) },
      to: {},
    },
    {
      name: 'check-cannot-write',
      severity: 'error',
      comment: '--check has no way to a write, not even through another module.',
      from: { path: '^src/commands/build/check\\.ts$' },
      to: { path: '^src/file/write\\.ts$', reachable: true },
    },
    {
      name: 'only-write-is-loaded-to-write',
      severity: 'error',
      comment:
        'The one module that writes is imported by those that are asked to: build without ' +
        '--check, import, and init, which only makes a file where there is none.',
      from: { path: '^src/', pathNot: '^src/commands/(build/write|import/index|init/index)\\.ts$' },
      to: { path: '^src/file/write\\.ts$' },
    },
    {
      name: 'files-in-one-place',
      severity: 'error',
      comment: 'Only src/file touches the file system and the process.',
      from: { path: '^src/', pathNot: '^src/file/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(path|util)$' },
    },
    {
      name: 'no-network',
      severity: 'error',
      comment: 'Nothing goes over the network.',
      from: { path: '^src/' },
      to: { path: '^(node:)?(net|tls|https?|http2|dns|dgram|child_process)$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Modules that need each other are one module. Types may go in circles.',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
