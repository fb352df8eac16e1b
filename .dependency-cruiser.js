// Defines which folder of src may import which. Most folders are a step in building a page, and only
// import earlier steps; `pipeline.ts` lists these steps. `test/architecture.test.ts` enforces the rules.

/** The folders and files of src, and the other ones that each of them may import. */
const layers = {
  'version.ts': [],
  'types.ts': [],
  text: [],
  diagnostics: ['text'],
  model: ['types.ts', 'text'],
  source: ['types.ts', 'version.ts', 'text', 'diagnostics'],
  schema: ['types.ts', 'text', 'diagnostics', 'model', 'source'],
  frontmatter: ['types.ts', 'text', 'model', 'source', 'schema'],
  markdown: ['types.ts', 'text', 'diagnostics', 'model', 'source', 'schema'],
  stringify: ['types.ts', 'text', 'model'],
  layouts: ['types.ts', 'text', 'diagnostics', 'model', 'schema', 'markdown', 'stringify'],
  page: [
    ...['types.ts', 'text', 'diagnostics', 'model', 'frontmatter', 'schema', 'markdown'],
    'layouts',
  ],
  'pipeline.ts': [
    ...['types.ts', 'text', 'diagnostics', 'model', 'source', 'schema', 'markdown', 'layouts'],
    ...['frontmatter', 'page', 'stringify'],
  ],
  'load-tools.ts': ['model', 'frontmatter', 'markdown', 'page', 'stringify', 'pipeline.ts'],
  'all-tools.ts': ['source', 'frontmatter', 'markdown', 'page', 'stringify', 'pipeline.ts'],
  edit: ['text'],
  manifests: ['types.ts', 'text', 'diagnostics', 'model'],
  audit: ['types.ts', 'text', 'model', 'manifests'],
  links: ['text'],
  lint: [
    ...['types.ts', 'text', 'diagnostics', 'model', 'source', 'layouts', 'edit', 'import'],
    'pipeline.ts',
  ],
  region: [...['types.ts', 'text', 'diagnostics', 'model', 'schema', 'markdown'], 'pipeline.ts'],
  import: [
    ...['types.ts', 'text', 'diagnostics', 'model', 'source', 'markdown', 'layouts'],
    ...['frontmatter', 'page', 'stringify', 'pipeline.ts', 'all-tools.ts'],
  ],
  'index.ts': [
    ...['types.ts', 'text', 'diagnostics', 'model', 'stringify', 'pipeline.ts'],
    ...['all-tools.ts'],
  ],
  file: ['text'],
  reporters: ['version.ts', 'text', 'diagnostics'],
  commands: [
    ...[
      'types.ts',
      'text',
      'diagnostics',
      'model',
      'source',
      'schema',
      'markdown',
      'load-tools.ts',
      'pipeline.ts',
      'region',
      'import',
      'edit',
      'manifests',
      'audit',
      'lint',
      'links',
    ],
    ...['file', 'reporters', 'version.ts'],
  ],
  starlight: ['text', 'diagnostics', 'file', 'reporters', 'commands'],
  'cli.ts': ['version.ts', 'text', 'diagnostics', 'file', 'reporters', 'commands'],
  'main.ts': ['file', 'commands', 'cli.ts'],
};

const pathOf = (layer) => `^src/${layer.replace('.', '\\.')}${layer.includes('.') ? '$' : '/'}`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(layers).map(([layer, allowed]) => ({
      name: `${layer}-imports-only-earlier-steps`,
      severity: 'error',
      comment: `src/${layer} may import ${allowed.join(', ') || 'nothing else of src'}.`,
      from: { path: pathOf(layer) },
      to: { path: '^src/', pathNot: [layer, ...allowed].map(pathOf) },
    })),
    {
      name: 'every-file-has-a-layer',
      severity: 'error',
      comment: 'Each folder and file of src must be listed above, with those that it may import.',
      from: { path: '^src/', pathNot: Object.keys(layers).map(pathOf) },
      to: {},
    },
    {
      name: 'shapes-read-and-describe',
      severity: 'error',
      comment:
        'A source is read by the pipeline and described by `schema`. Others need only types.',
      from: { path: '^src/', pathNot: '^src/(schema/|pipeline\\.ts$|commands/schema\\.ts$)' },
      to: { path: '^src/schema/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'check-cannot-write',
      severity: 'error',
      comment: '--check must not reach code that writes, not even through another module.',
      from: { path: '^src/commands/build/compare-pages\\.ts$' },
      to: { path: '^src/file/replace-file\\.ts$', reachable: true },
    },
    {
      name: 'only-writers-can-write',
      severity: 'error',
      comment:
        'The modules that write files are imported by build without --check, by import, by avatars, ' +
        'by the commands that edit sources, by lint for the history, and by init, which never replaces a file.',
      from: {
        path: '^src/',
        pathNot:
          '^src/(commands/(avatars/avatar-folder|build/write-pages|edit-source|import/index|' +
          'init/index|lint/link-report)|file/(edit-files|write-bytes))\\.ts$',
      },
      to: {
        path: '^src/file/(edit-files|replace-file|write-bytes)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'files-in-one-place',
      severity: 'error',
      comment: 'Only src/file accesses the file system and the process.',
      from: { path: '^src/', pathNot: '^src/file/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|path|util)$' },
    },
    {
      name: 'no-network',
      severity: 'error',
      comment:
        'Nothing may use the network, except fetch-picture.ts of avatars, which calls `fetch`. Biome ' +
        'forbids the global elsewhere.',
      from: { path: '^src/' },
      to: { path: '^(node:)?(net|tls|https?|http2|dns|dgram)$' },
    },
    {
      name: 'only-avatars-fetches',
      severity: 'error',
      comment: 'The code that uses the network is only loaded by the command avatars.',
      from: { path: '^src/', pathNot: '^src/(commands/avatars/|cli\\.ts$)' },
      to: { path: '^src/commands/avatars/' },
    },
    {
      name: 'avatars-is-loaded-if-needed',
      severity: 'error',
      comment: 'No other command may load the code that uses the network.',
      from: { path: '^src/cli\\.ts$' },
      to: {
        path: '^src/commands/avatars/',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'git-is-the-only-process',
      severity: 'error',
      comment: 'The only code that starts another process is that which asks Git.',
      from: { path: '^src/', pathNot: '^src/file/git\\.ts$' },
      to: { path: '^(node:)?(child_process|cluster|worker_threads)$' },
    },
    {
      name: 'git-is-loaded-if-needed',
      severity: 'error',
      comment: 'Loading child_process takes time, so it must be behind a dynamic import.',
      from: { path: '^src/', pathNot: '^src/commands/build/report-dropped-text\\.ts$' },
      to: {
        path: '^src/(file/git|commands/build/report-dropped-text)\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'library-starts-no-process',
      severity: 'error',
      comment: 'The library must not reach code that starts another process.',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/file/git\\.ts$', reachable: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Modules must not import each other in a cycle, not even for types.',
      from: { path: '^src/' },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
