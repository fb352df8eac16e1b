/** The package as a stranger gets it: packed, installed in an empty folder, and run from there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures, root } from './helpers/paths.ts';

const shell = process.platform === 'win32';
const npm = (args: string[], cwd: string) =>
  execFileSync('npm', args, { cwd, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

let cwd: string;
let packed: { filename: string; files: { path: string }[] };

beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'starlight-credits-package-')));
  // What `npm test` has just built; to build it again would pull it away from the other tests.
  const said = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', cwd], root);
  const answer = JSON.parse(said);
  [packed] = Array.isArray(answer) ? answer : Object.values(answer);
  writeFileSync(`${cwd}/package.json`, '{ "private": true, "type": "module" }');
  npm(['install', '--no-audit', '--no-fund', `./${packed.filename}`], cwd);
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** What `npx starlight-credits` runs. */
const npx = (args: string[], input = '') =>
  spawnSync(join(cwd, 'node_modules', '.bin', 'starlight-credits'), args, {
    cwd,
    shell,
    input,
    encoding: 'utf8',
  });

test('holds what runs, its types, the schema, and the papers, and nothing else', () => {
  const top = new Set(
    packed.files.map(({ path }) => path.replace(/^dist\/.*\.(?:js|d\.ts)$/, 'dist')),
  );
  expect([...top].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bin/starlight-credits.js',
    'dist',
    'package.json',
    'schema.json',
  ]);
});

test('writes the page', () => {
  writeFileSync(`${cwd}/credits.yaml`, readFileSync(`${fixtures}/pages/seed/credits.yaml`));
  expect(npx([])).toMatchObject({ status: 0, stdout: '', stderr: 'credits.md made\n' });
  expect(readFileSync(`${cwd}/credits.md`, 'utf8')).toBe(
    readFileSync(`${fixtures}/pages/seed/credits.md`, 'utf8'),
  );
  expect(npx(['--check'])).toMatchObject({ status: 0 });
});

test.each(['md', 'mdx'])('parses Markdown fields without a word to stderr (.%s)', (format) => {
  const input = readFileSync(`${fixtures}/pages/everything/credits.yaml`, 'utf8');
  writeFileSync(`${cwd}/everything.yaml`, input);
  const { stderr } = npx(['everything.yaml', '-o', `everything.${format}`]);
  expect(stderr).toBe(`everything.${format} made\n`);
  expect(readFileSync(`${cwd}/everything.${format}`, 'utf8')).toBe(
    readFileSync(`${fixtures}/pages/everything/credits.${format}`, 'utf8'),
  );
});

test('tells of an invalid source', () => {
  const { status, stdout, stderr } = npx(['-', '-o', '-'], 'titel: x\n');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('did you mean "title"?');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('is the library that the README shows', () => {
  const [, example = ''] =
    /^```ts\n(.*?)^```/ms.exec(readFileSync(`${root}/README.md`, 'utf8')) ?? [];
  const program = `
    import schema from 'starlight-credits/schema.json' with { type: 'json' };
    const yaml = 'title: x';
    ${example}
    process.stdout.write(JSON.stringify([String(file), schema.description]));
  `;
  writeFileSync(`${cwd}/program.js`, program);
  const { stdout } = spawnSync(process.execPath, ['program.js'], { cwd, encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual([
    '---\ntitle: x\n---\n',
    'A credits page, for starlight-credits.',
  ]);
});

test('its types hold in a strict project', () => {
  writeFileSync(
    `${cwd}/library.ts`,
    `import { unified } from 'unified';
import { creditsParse, creditsStringify, type Page } from 'starlight-credits';
const file = await unified().use(creditsParse, { format: 'mdx' }).use(creditsStringify).process('title: x');
const page: Page | undefined = file.data.credits;
export const text: string = String(file) + page?.title;
// @ts-expect-error: there is no such format
unified().use(creditsParse, { format: 'html' });
`,
  );
  const tsc = `${root}/node_modules/typescript/bin/tsc`;
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags, 'library.ts'], {
    cwd,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
