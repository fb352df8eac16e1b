/** The package as a user gets it: packed, installed in an empty folder, and run from there. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cli, folder } from '../helpers/cli.ts';
import { unifiedExample } from '../helpers/documentation.ts';
import { npmInstall } from '../helpers/install-package.ts';
import { installation, packed, projectFolder } from '../helpers/installation.ts';
import { packageJson } from '../helpers/package-json.ts';
import { fixtures, root } from '../helpers/paths.ts';

interface Invocation {
  args: string[];
  files?: Record<string, string>;
  stdin?: string;
}

function runInstalled({ args, files = {}, stdin = '' }: Invocation, options: string[] = []) {
  const at = folder(files);
  const bin = `${installation}/node_modules/starlight-credits/bin/starlight-credits.cjs`;
  const env = { ...process.env, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, bin, ...args], {
    cwd: at,
    env,
    input: stdin,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr, files: filesIn(at) };
}

/** Runs the command from its source files. */
async function runSources({ args, files = {}, stdin = '' }: Invocation) {
  const at = folder(files);
  const ran = await cli(args, { cwd: at, stdin, env: { NO_COLOR: '1' } });
  return { ...ran, files: filesIn(at) };
}

function filesIn(path: string): Record<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(path, file), readFileSync(file, 'utf8')]),
  );
}

describe('the packed files', () => {
  test('are only the program, its types, the schema and the documents', () => {
    const top = new Set(
      packed.files.map(({ path }) => path.replace(/^dist\/[\w-]+\.cjs$/, 'dist')),
    );
    expect([...top].sort()).toEqual([
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'bin/starlight-credits.cjs',
      'dist',
      'dist/index.d.ts',
      'dist/index.js',
      'dist/starlight.d.ts',
      'dist/starlight.js',
      'gallery.css',
      'package.json',
      'schema.json',
    ]);
  });

  test('take less than 400 KB', () => {
    expect(packed.size).toBeLessThan(400_000);
  });

  test('install no other package', () => {
    const installed = readdirSync(`${installation}/node_modules`).filter(
      (name) => !name.startsWith('.'),
    );
    expect(installed.filter((name) => name !== 'starlight-credits')).toEqual([]);
    expect(packageJson).not.toHaveProperty('dependencies');
  });

  test('have a command of the same name', () => {
    const command = join(installation, 'node_modules', '.bin', 'starlight-credits');
    const { stdout } = spawnSync(command, ['--version'], {
      cwd: installation,
      shell: process.platform === 'win32',
      encoding: 'utf8',
    });
    expect(stdout).toBe(`${packageJson.version}\n`);
  });

  test('include the license of each bundled package', () => {
    const path = `${installation}/node_modules/starlight-credits/THIRD-PARTY-NOTICES.txt`;
    const [, ...notices] = readFileSync(path, 'utf8').split(`\n${'-'.repeat(80)}\n\n`);
    const names = notices.flatMap((notice) => {
      expect(notice).toMatch(/^(?:copyright|https:\/\/creativecommons\.org\/)/im);
      return Array.from(notice.matchAll(/^(\S+) \d\S+ \(\S+\)$/gm), ([, name]) => name);
    });
    for (const name of names) {
      expect(existsSync(`${root}/node_modules/${name}/package.json`), name).toBe(true);
    }
    const imported = importsOf(`${root}/src`);
    expect(imported.size).toBeGreaterThan(15);
    for (const name of imported) expect(names).toContain(name);
    // These are dependencies of those packages.
    for (const name of ['acorn', 'micromark', 'vfile-message', 'character-entities', 'rolldown']) {
      expect(names).toContain(name);
    }
  });

  test('reaches the network and starts processes in one file each', () => {
    const dist = `${installation}/node_modules/starlight-credits/dist`;
    const files = readdirSync(dist)
      .filter((name) => /\.c?js$/.test(name))
      .map((name) => readFileSync(`${dist}/${name}`, 'utf8'));
    const code = files.join('\n');
    const required = [...code.matchAll(/\b(?:require|import)\((["'`])([^"'`]+)\1\)/g)];
    const builtins = required
      .map(([, , name = '']) => name.replace(/^node:/, ''))
      .filter((name) => !name.startsWith('./'));
    expect([...new Set(builtins)].sort()).toEqual([
      ...['buffer', 'child_process', 'events', 'fs', 'path', 'process', 'url', 'util'],
    ]);
    // The rules of dependency-cruiser limit it to the file that runs Git.
    const startsProcess = (text: string) => /\(["'`]node:child_process["'`]\)/.test(text);
    expect(files.filter(startsProcess)).toHaveLength(1);
    // The file of the command avatars.
    const fetches = (text: string) => /\bfetch\s*\(/.test(text);
    expect(files.filter(fetches)).toHaveLength(1);
    expect(files.find(fetches)).toContain('avatarsCommand');
    expect(code).not.toMatch(/\b(?:WebSocket|EventSource)\s*\(|getBuiltinModule|binding\(/);
  });
});

const page = (name: string, file: string) =>
  readFileSync(`${fixtures}/pages/${name}/${file}`, 'utf8');
const seed = { 'credits.yaml': page('seed', 'credits.yaml') };
const wrong = { 'credits.yaml': 'titel: x\ncredits:\n  - name: ""\n    url: "javascript:x"\n' };

/** Arguments of the command, and the files in its folder. */
const commands: [name: string, invocation: Invocation][] = [
  ['build', { args: [], files: seed }],
  ['build to stdout', { args: ['build', '-', '-o', '-'], stdin: seed['credits.yaml'] }],
  ['--check', { args: ['--check'], files: { ...seed, 'credits.md': 'old\n' } }],
  ['import', { args: ['import', 'page.md'], files: { 'page.md': page('seed', 'credits.md') } }],
  ['import of MDX', { args: ['import', 'a.mdx'], files: { 'a.mdx': page('html', 'credits.mdx') } }],
  ['init', { args: ['init'] }],
  ['init beside a source', { args: ['init'], files: seed }],
  ['schema', { args: ['schema'] }],
  ['explain', { args: ['explain', 'url-scheme'] }],
  ['explain of an unknown code', { args: ['explain', 'url-schema'] }],
  ['help', { args: ['--help'] }],
  ['version', { args: ['--version'] }],
  ['an unknown option', { args: ['--chek'], files: seed }],
  ['--reporter text', { args: [], files: wrong }],
  ['--reporter github', { args: ['--reporter', 'github'], files: wrong }],
  ['--reporter json', { args: ['--reporter', 'json'], files: wrong }],
  ['--reporter sarif', { args: ['--reporter', 'sarif'], files: wrong }],
  ['broken YAML', { args: [], files: { 'credits.yaml': 'title: a: b\n' } }],
  [
    'a heading without an id',
    { args: [], files: { 'credits.yaml': 'title: x\nsections:\n  - title: "!"\n' } },
  ],
  [
    'broken MDX',
    { args: ['-o', 'a.mdx'], files: { 'credits.yaml': 'title: x\nhtml: true\nintro: "<a>"\n' } },
  ],
  [
    'an aside',
    {
      args: [],
      files: { 'credits.yaml': 'title: x\nintro: |\n  :::note[A *b*]\n  c &amp; &copy;\n  :::\n' },
    },
  ],
  [
    'a table of wide letters',
    {
      args: [],
      files: {
        'credits.yaml':
          'title: x\nstyle: { layout: table }\ncredits:\n  - { name: 日本, url: /x }\n  - name: 👍\n',
      },
    },
  ],
];

/** The fixtures with a page of this name and without pictures, which would have to exist. Those without an own output are built in a single run. */
function fixturesWith(
  file: 'credits.md' | 'credits.mdx',
): [name: string, invocation: Invocation][] {
  const sources = readdirSync(`${fixtures}/pages`)
    .filter((name) => existsSync(`${fixtures}/pages/${name}/${file}`))
    .map((name) => ({ name, yaml: page(name, 'credits.yaml') }))
    .filter(({ yaml }) => !/\bimage: /.test(yaml));
  const hasOutput = ({ yaml }: { yaml: string }) => /^output:/m.test(yaml);
  const together = sources
    .filter((source) => !hasOutput(source))
    .map(({ name, yaml }) => [`${name}/credits.yaml`, `output: ${file}\n${yaml}`] as const);
  return [
    [
      `all pages named ${file}`,
      { args: together.map(([path]) => path), files: Object.fromEntries(together) },
    ],
    ...sources
      .filter(hasOutput)
      .map(({ name, yaml }): [string, Invocation] => [
        `${name}/${file}`,
        { args: ['-o', file], files: { 'credits.yaml': yaml } },
      ]),
  ];
}

const pages = [...fixturesWith('credits.md'), ...fixturesWith('credits.mdx')];

describe('the installed command does the same as its source files', () => {
  test.each(commands)('%s', async (_, invocation) => {
    expect(runInstalled(invocation)).toEqual(await runSources(invocation));
  });

  test.each(pages)('%s', async (_, invocation) => {
    const installed = runInstalled(invocation);
    expect(installed).toEqual(await runSources(invocation));
    expect(installed.code).toBe(0);
    const sources = Object.keys(invocation.files ?? {});
    expect(Object.keys(installed.files)).toHaveLength(2 * sources.length);
  });
});

test.each([
  ['built', [], seed],
  ['checked', ['--check'], { ...seed, 'credits.md': page('seed', 'credits.md') }],
])('a simple page is %s without loading parsers', (_, args, files) => {
  const hook = folder({
    'loaded.cjs': `process.on('exit', () => {
      const paths = Object.keys(require.cache).filter((path) => /[\\\\/]dist[\\\\/]/.test(path));
      console.error(JSON.stringify(paths.map((path) => require('node:path').basename(path))));
    });`,
  });
  const { code, stderr } = runInstalled({ args, files }, ['--require', `${hook}/loaded.cjs`]);
  expect(code).toBe(0);
  const loaded: string[] = JSON.parse(stderr.trim().split('\n').at(-1) ?? '');
  const all = readdirSync(`${installation}/node_modules/starlight-credits/dist`).filter((name) =>
    name.endsWith('.cjs'),
  );
  expect(loaded).toContain('main.cjs');
  const parsers = all.filter((name) => /^(?:parse|serialize|import|unified-diff)/.test(name));
  expect(parsers.length).toBeGreaterThan(4);
  expect(loaded.filter((name) => parsers.includes(name))).toEqual([]);
  expect(loaded.length).toBeLessThan(all.length / 2);
});

test('the stack of an unexpected error names the places', () => {
  const broken = folder({ 'break.cjs': "process.cwd = () => { throw Error('broken'); };" });
  const { code, stdout, stderr } = runInstalled({ args: [], files: seed }, [
    '--require',
    `${broken}/break.cjs`,
  ]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^Error: broken\n/);
  expect(stderr).toMatch(/^ {4}at .*[\\/]dist[\\/][\w-]+\.cjs:\d+:\d+\)?$/m);
});

describe('the library', () => {
  let withUnified: string;

  beforeAll(() => {
    withUnified = mkdtempSync(`${installation}/unified-`);
    const { version } = JSON.parse(
      readFileSync(`${root}/node_modules/unified/package.json`, 'utf8'),
    );
    npmInstall(withUnified, '--prefer-offline', `../${packed.filename}`, `unified@${version}`);
  });

  const run = (path: string, program: string) => {
    writeFileSync(`${path}/program.js`, program);
    const { stdout, stderr } = spawnSync(process.execPath, ['program.js'], {
      cwd: path,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  };

  test('runs as the README shows', () => {
    const program = `
      import schema from 'starlight-credits/schema.json' with { type: 'json' };
      const yaml = 'title: x';
      ${unifiedExample}
      process.stdout.write(JSON.stringify([String(file), schema.description]));
    `;
    // Older versions of Node warn that JSON modules are experimental.
    const [text, description] = run(withUnified, program.replace(/^.*schema\.json.*$/m, schemaOf));
    expect(text).toBe('---\ntitle: x\n---\n');
    expect(description).toBe('A credits page, for starlight-credits.');
  });

  const schemaOf = `
    import { createRequire } from 'node:module';
    const schema = createRequire(import.meta.url)('starlight-credits/schema.json');
  `;

  test('reports an invalid source', () => {
    const program = `
      import { unified } from 'unified';
      import { creditsParse, creditsStringify } from 'starlight-credits';
      const error = await unified().use(creditsParse).use(creditsStringify).process('titel: x').catch((e) => e);
      process.stdout.write(JSON.stringify([error.ruleId, error.line, error.name]));
    `;
    expect(run(withUnified, program)).toEqual(['unknown-key', 1, '1:1-1:6']);
  });

  test('includes the Starlight plugin', () => {
    const program = `
      import starlightCredits from 'starlight-credits/starlight';
      const { name, hooks } = starlightCredits({ source: ['a.yaml'], check: true });
      process.stdout.write(JSON.stringify([name, Object.keys(hooks)]));
    `;
    expect(run(projectFolder(), program)).toEqual([
      'starlight-credits',
      ['config:setup', 'astro:config:setup'],
    ]);
  });

  test('returns the credits as data without any other package', () => {
    const program = `
      import { creditsData } from 'starlight-credits';
      process.stdout.write(JSON.stringify(creditsData('title: x\\nfrontmatter: { draft: true }')));
    `;
    expect(run(projectFolder(), program)).toEqual({ title: 'x', frontmatter: { draft: true } });
  });
});

/** Returns the packages that the code in a folder imports, except type-only imports. */
function importsOf(path: string): Set<string> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(path, name), 'utf8').matchAll(
        /^(?:import|export) (?!type\b)(?:[^;]*? from )?'([^.'][^']*)';/gms,
      ),
    ])
    .map(([, name = '']) => name);
  return new Set(names.filter((name) => !name.startsWith('node:')));
}
