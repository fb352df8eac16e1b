/** The command `audit`, with manifests of npm. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cli, folder } from './helpers/cli.ts';
import { fixtures, root } from './helpers/paths.ts';

type Files = Record<string, string>;

/** The files of a package that is installed. */
function installed(name: string, content: object = {}): Files {
  return { [`node_modules/${name}/package.json`]: JSON.stringify({ name, ...content }) };
}

function packageJson(...names: string[]): string {
  return `${JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '1'])) }, null, 2)}\n`;
}

const source = (credits: string, covers = 'package.json') =>
  `title: Credits\ncovers: ${covers}\ncredits:\n${credits}`;

async function findings(files: Files, args: string[] = []) {
  const cwd = folder({ '.git/HEAD': '', ...files });
  const { code, stdout } = await cli(['audit', '--reporter', 'json', ...args], { cwd });
  const all = JSON.parse(stdout) as { line: number; code: string; message: string }[];
  return { code, found: all.map(({ line, code, message }) => `${line} ${code}: ${message}`) };
}

/** A dependency `engine`, and what of it a section credits. */
const ENGINE = installed('engine', {
  repository: 'https://github.com/ada/engine',
  homepage: 'https://engine.example.com/docs',
});

describe('a dependency is credited by', () => {
  test.each([
    ['its repository', '  - name: The Engine\n    url: https://github.com/Ada/engine/tree/main\n'],
    [
      'a further link',
      '  - name: x\n    links: [{ label: y, url: "https://github.com/ada/engine" }]\n',
    ],
    ['its name', '  - name: Engine\n'],
    ['its name beside another homepage', '  - name: engine\n    url: https://example.com/\n'],
    ['its homepage', '  - name: x\n    url: http://www.engine.example.com/docs/#top\n'],
    ['its page at npm', '  - name: x\n    url: https://npmjs.com/package/engine/v/1.0.0\n'],
    ['a link in a string credit', '  - Thanks to [them](https://github.com/ada/engine)\n'],
    ['the label of a link', '  - Thanks to [`engine`](https://example.com/a)\n'],
    [
      'a link in a description',
      '  - name: x\n    description: like [e](https://github.com/ada/engine)\n',
    ],
    ['a nested credit', '  - name: x\n    credits: [{ name: engine }]\n'],
    [
      'a link in the introduction',
      '  - x\nintro: By [e][]\n\n  [e]: https://github.com/ada/engine\n'.replace(
        'intro: By [e][]\n\n  [e]:',
        'intro: |\n  By [e][]\n\n  [e]:',
      ),
    ],
    ['a subsection', '  - x\nsections: [{ credits: [{ name: engine }] }]\n'],
  ])('%s', async (_, credits) => {
    const files = { 'package.json': packageJson('engine'), ...ENGINE };
    expect(await findings({ ...files, 'credits.yaml': source(credits) })).toEqual({
      code: 0,
      found: [],
    });
  });
});

describe('a dependency is not credited by', () => {
  test.each([
    ['another package', '  - name: engines\n'],
    [
      'a package of another language',
      '  - name: engine\n    url: https://crates.io/crates/engine\n',
    ],
    ['text', '  - Thanks to engine\n'],
    ['the people behind it', '  - name: x\n    by: engine\n'],
    ['a picture', '  - "![engine](https://github.com/ada/engine)"\n'],
  ])('%s', async (_, credits) => {
    const files = { 'package.json': packageJson('engine'), ...ENGINE };
    expect(await findings({ ...files, 'credits.yaml': source(credits) })).toEqual({
      code: 1,
      found: ['2 audit-missing: "engine" of package.json is not credited'],
    });
  });

  test('a credit in another section', async () => {
    const yaml =
      'title: x\ncredits: [{ name: a }]\nsections:\n  - title: Tools\n    covers: package.json\n';
    expect(await findings({ 'package.json': packageJson('a'), 'credits.yaml': yaml })).toEqual({
      code: 1,
      found: ['5 audit-missing: "a" of package.json is not credited in "Tools"'],
    });
  });
});

test('a credit that links to another repository under the same name is a warning', async () => {
  const files = {
    'package.json': packageJson('engine'),
    ...ENGINE,
    'credits.yaml': source('  - name: engine\n    url: https://github.com/bob/engine\n'),
  };
  const found = [
    '2 audit-moved: "engine" of package.json is at https://github.com/ada/engine, but credited at https://github.com/bob/engine',
  ];
  expect(await findings(files)).toEqual({ code: 0, found });
  expect(await findings(files, ['--strict'])).toEqual({ code: 1, found });
});

describe('ignore', () => {
  const covers = (ignore: string) => `{ manifest: package.json, ignore: [${ignore}] }`;
  const files = { 'package.json': packageJson('@types/node', '@types/unist', 'a-b', 'ab') };

  test('* matches within a segment of a path', async () => {
    const yaml = source(
      '  - x\n',
      covers('{ name: "@TYPES/*", reason: types }, { name: a*b, reason: x }'),
    );
    expect(await findings({ ...files, 'credits.yaml': yaml })).toEqual({ code: 0, found: [] });
    const all = source('  - name: ab\n  - name: a-b\n', covers('{ name: "*", reason: all }'));
    expect((await findings({ ...files, 'credits.yaml': all })).found).toEqual([
      '2 audit-missing: "@types/node" of package.json is not credited',
      '2 audit-missing: "@types/unist" of package.json is not credited',
    ]);
  });

  test('what hides nothing is a warning at its name', async () => {
    const yaml = source(
      '  - name: ab\n  - name: a-b\n',
      '\n  manifest: package.json\n  ignore:\n    - { name: "@types/*", reason: types }\n    - { name: b.*, reason: x }',
    );
    expect(await findings({ ...files, 'credits.yaml': yaml })).toEqual({
      code: 0,
      found: ['6 audit-ignore-unused: "b.*" ignores nothing in package.json'],
    });
  });
});

describe('rules', () => {
  const files = {
    'package.json': packageJson('a'),
    'credits.yaml': source('  - name: b\n  - name: c\n    credits: [{ name: a }]\n'),
  };

  test('report stale credits', async () => {
    expect((await findings(files)).found).toEqual([]);
    const yaml = `${files['credits.yaml']}rules: { audit-stale: error }\n`;
    expect(await findings({ ...files, 'credits.yaml': yaml })).toEqual({
      code: 1,
      found: [
        '4 audit-stale: "b" matches nothing in package.json',
        '5 audit-stale: "c" matches nothing in package.json',
      ],
    });
  });

  test('lower the severity of what is missing', async () => {
    const yaml = `${source('  - name: b\n')}rules: { audit-missing: warning }\n`;
    expect(await findings({ ...files, 'credits.yaml': yaml })).toMatchObject({ code: 0 });
    expect((await findings({ ...files, 'credits.yaml': yaml }, ['--strict'])).code).toBe(1);
  });

  test('a comment ignores what is missing, and is not unused for a build', async () => {
    const yaml = `title: x\n# starlight-credits-ignore audit-missing: later\ncovers: package.json\n`;
    const cwd = folder({ '.git/HEAD': '', ...files, 'credits.yaml': yaml });
    expect(await cli(['audit', '--quiet'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await cli(['--strict', '--quiet'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const unused = `${yaml}credits: [{ name: a }]\n`;
    expect(await findings({ ...files, 'credits.yaml': unused })).toMatchObject({
      found: [expect.stringMatching(/^2 ignore-unused: there is no "audit-missing"/)],
    });
  });
});

describe('a manifest', () => {
  test.each([
    ['missing.json', '2 manifest-missing: could not read "missing.json": the file does not exist'],
    ['sub', '2 manifest-missing: could not read "sub": it is a folder, not a file'],
    ['.', '2 manifest-missing: could not read ".": it is a folder, not a file'],
    ['git#main', '2 manifest-invalid: could not read "git": it has no group "main"'],
    [
      '../package.json',
      '2 manifest-invalid: could not read "../package.json": it is outside the repository, .',
    ],
    [
      'package.json#dev',
      '2 manifest-invalid: could not read "package.json": it has no group "dev"',
    ],
    [
      'notes.txt',
      '2 manifest-invalid: could not read "notes.txt": it is not a kind of manifest that audit knows',
    ],
    [
      'no/*/package.json',
      '2 audit-incomplete: no/*/package.json is only covered in part: it matches no files',
    ],
  ])('%s is reported where it is covered', async (covers, message) => {
    const files = { 'package.json': packageJson(), 'notes.txt': '', 'sub/x': '' };
    const { code, found } = await findings({ ...files, 'credits.yaml': source('  - x\n', covers) });
    expect(found).toEqual([message]);
    expect(code).toBe(message.includes('incomplete') ? 0 : 2);
  });

  test('that is broken is reported at its own line, once', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      'package.json': '{\n  "dependencies": {\n    "a": "1"\n    "b": "2"\n  }\n}\n',
      'credits.yaml': source('  - x\n', '[package.json, package.json#devDependencies]'),
    });
    const { code, stdout } = await cli(['audit', '--reporter', 'json'], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([
      { file: 'package.json', line: 4, column: 5, code: 'manifest-invalid' },
    ]);
  });

  test('in a folder above is suggested', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      'package.json': packageJson(),
      'docs/credits.yaml': source('  - x\n'),
    });
    const { stderr } = await cli(['audit', 'docs'], { cwd });
    expect(stderr).toContain('help: did you mean "../package.json"?');
  });

  test('without a repository has to be below the source', async () => {
    const cwd = folder({
      'package.json': packageJson(),
      'docs/credits.yaml': source('  - x\n', '../package.json'),
    });
    const { code, stderr } = await cli(['audit', 'docs'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('it is outside docs, and no .git was found above the source');
  });

  test.each([
    ['pyproject.toml#dev-tools', '[dependency-groups]\nDev_Tools = ["a"]\n'],
    ['pyproject.toml#DEV.tools', '[project.optional-dependencies]\ndev-tools = ["a"]\n'],
    ['requirements/base.txt', 'a\n'],
    ['requirements-dev.txt', 'a\n'],
    ['dev_requirements.in', 'a\n'],
  ])('%s is known', async (covers, text) => {
    const files = { [covers.replace(/#.*/, '')]: text };
    const { found } = await findings({ ...files, 'credits.yaml': source('  - x\n', covers) });
    expect(found).toEqual([`2 audit-missing: "a" of ${covers} is not credited`]);
  });

  test.each([
    ['pyproject.toml#good', '2 audit-missing: "a" of pyproject.toml#good is not credited'],
    [
      'pyproject.toml#LOOP',
      '5 manifest-invalid: could not read "pyproject.toml": the group "loop" includes itself: loop → loop',
    ],
    [
      '[pyproject.toml#uses-loop, pyproject.toml#uses-loop]',
      '5 manifest-invalid: could not read "pyproject.toml": the group "loop" includes itself: uses-loop → loop → loop',
    ],
    [
      'pyproject.toml',
      '2 manifest-invalid: could not read "pyproject.toml": "?" is not a requirement',
    ],
  ])('only groups that are covered need to be valid, such as %s', async (covers, expected) => {
    const { found, code } = await findings({
      'pyproject.toml': `[project]
dependencies = ["?"]
[dependency-groups]
good = ["a"]
loop = ["b", {include-group = "loop"}]
uses-loop = [{include-group = "loop"}]
`,
      'credits.yaml': source('  - x\n', covers),
    });
    expect(found).toEqual([expected]);
    expect(code).toBe(covers.endsWith('good') ? 1 : 2);
  });

  test('a glob covers several, and skips node_modules', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      'packages/a/package.json': packageJson('x', 'y'),
      'packages/b/package.json': packageJson('y', 'z'),
      'packages/b/node_modules/c/package.json': packageJson('never'),
      'docs/credits.yaml': source('  - name: y\n', '../packages/**/package.json'),
    });
    const { stdout } = await cli(['audit', 'docs'], { cwd });
    expect(stdout).toContain('1 of 3 npm packages credited, 2 missing\n');
  });

  test('a glob is relative to a folder whose name looks like a glob', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      '[{a}*]/packages/a/package.json': packageJson('x', 'y'),
      '[{a}*]/credits.yaml': source('  - name: y\n', 'packages/*/package.json'),
    });
    const { stdout } = await cli(['audit', '[{a}*]/credits.yaml'], { cwd });
    expect(stdout).toContain('1 of 2 npm packages credited, 1 missing\n');
  });
});

const MIXED: Files = {
  '.git/HEAD': '',
  'package.json': packageJson('@types/node', 'engine', 'left', 'right'),
  ...ENGINE,
  ...installed('left', { repository: 'github:bob/left' }),
  'credits.yaml': source(
    '  - name: right\n  - name: old\n  - name: engine\n    url: https://github.com/bob/engine\n',
    '{ manifest: package.json, ignore: [{ name: "@types/*", reason: only types }] }',
  ),
};

test('a person gets a table', async () => {
  const cwd = folder(MIXED);
  const { code, stdout, stderr } = await cli(['audit'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toBe(`package.json: 1 of 4 npm packages credited, 1 missing, 1 moved, 1 ignored
  missing   left      https://github.com/bob/left
  moved     engine    https://github.com/bob/engine is now https://github.com/ada/engine
  ignored   @types/*  1: only types
  credited  right

1 credit matches nothing covered
  stale     old

Add what is missing with: npx starlight-credits audit --add
`);
  expect(stderr).toContain('1 error, 1 warning');
});

test.each(['json', 'sarif', 'github', 'text'])('the reporter %s has the findings', async (name) => {
  const { stdout, stderr } = await cli(['audit', '--reporter', name], { cwd: folder(MIXED) });
  const isData = name === 'json' || name === 'sarif';
  const report = isData ? stdout : stderr;
  expect(report).toContain('audit-missing');
  expect(report).toContain('audit-moved');
  if (isData) expect(() => JSON.parse(stdout)).not.toThrow();
  else expect(stdout).toContain('1 missing');
});

test('--quiet only reports errors', async () => {
  const { stdout, stderr } = await cli(['audit', '--quiet'], { cwd: folder(MIXED) });
  expect(stdout).toBe('');
  expect(stderr).toContain('audit-missing');
  expect(stderr).not.toContain('audit-moved');
});

test('several sources are audited, each with its own table', async () => {
  const cwd = folder({
    '.git/HEAD': '',
    'a/package.json': packageJson('x'),
    'a/credits.yaml': source('  - name: x\n'),
    'b/package.json': packageJson('y'),
    'b/credits.yaml': source('  - name: x\n'),
  });
  const { code, stdout } = await cli(['audit', '*'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^a\/credits\.yaml\n\npackage\.json: 1 of 1 npm package credited\n/);
  expect(stdout).toMatch(/\nb\/credits\.yaml\n\npackage\.json: 0 of 1 npm package credited/);
  expect(stdout).toContain('audit --add a/credits.yaml b/credits.yaml\n');
});

test('an invalid source is reported like in a build', async () => {
  const { code, found } = await findings({ 'credits.yaml': 'titel: x\n' });
  expect({ code, found }).toEqual({
    code: 2,
    found: ['1 unknown-key: unknown key "titel" in a page'],
  });
});

test('warnings about the page are left to a build', async () => {
  const yaml = `${source('  - name: a\n    url: example.com/x\n')}`;
  const files = { 'package.json': packageJson('a'), 'credits.yaml': yaml };
  expect(await findings(files, ['--strict'])).toEqual({ code: 0, found: [] });
});

describe('without covers', () => {
  const yaml = 'title: x\ncredits: [{ name: a }, { name: b }]\n';

  test('audit is a survey of the repository and its workspaces', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      'package.json': JSON.stringify({ workspaces: ['packages/*'], dependencies: { x: '1' } }),
      'packages/one/package.json': packageJson('a', 'b'),
      'packages/two/package.json': packageJson('b', 'c'),
      'docs/package.json': packageJson('never'),
      'docs/credits.yaml': yaml,
    });
    expect(await cli(['audit', '--strict', 'docs'], { cwd })).toEqual({
      code: 0,
      stdout: `0 of 1 npm package in package.json is credited
2 of 3 npm packages in packages/*/package.json are credited

To have audit report what is missing, add a line like this to the page or to one of its sections:

  covers: ../packages/*/package.json
`,
      stderr: '',
    });
  });

  test('a section can be added if nothing is credited', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      'package.json': packageJson('x'),
      'docs/credits.yaml': yaml,
    });
    const { stdout } = await cli(['audit', 'docs/credits.yaml'], { cwd });
    const command = 'audit --add --from package.json docs/credits.yaml';
    expect(stdout).toContain(
      `\n\nOr add a section with all of them: npx starlight-credits ${command}\n`,
    );
    await cli(command.split(' '), { cwd });
    expect(readFileSync(`${cwd}/docs/credits.yaml`, 'utf8')).toContain('covers: ../package.json\n');
  });

  test('without a manifest or a repository, the survey says how to name a manifest', async () => {
    const { stdout } = await cli(['audit'], { cwd: folder({ 'credits.yaml': yaml }) });
    expect(stdout).toBe(
      'no manifest with dependencies was found\n\nName a manifest with "covers" in the source, or with "--from"\n',
    );
  });

  test('no command is suggested for standard input', async () => {
    const cwd = folder({ '.git/HEAD': '', 'package.json': packageJson('x') });
    const { stdout } = await cli(['audit', '-'], { cwd, stdin: yaml });
    expect(stdout).toMatch(/\n {2}covers: package.json\n$/);
  });

  test('development dependencies are surveyed if there are no others', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      'package.json': JSON.stringify({ devDependencies: { a: '1', x: '1' } }),
      'credits.yaml': yaml,
    });
    const { stdout } = await cli(['audit'], { cwd });
    expect(stdout).toContain('1 of 2 npm packages in package.json#devDependencies are credited\n');
    expect(stdout).toContain('\n  covers: package.json#devDependencies\n');
  });

  test.each([{}, { 'package.json': '{' }])('nothing is found in %j', async (files) => {
    const cwd = folder({ '.git/HEAD': '', ...files, 'credits.yaml': yaml });
    const { code, stdout } = await cli(['audit'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `no manifest with dependencies was found

To have audit report who is missing, add a line like this to the page or to one of its sections:

  covers: git

Or add a section with all of them: npx starlight-credits audit --add --from git
`,
    });
  });

  const python = (name: string, ...dependencies: string[]) =>
    `[project]\nname = "${name}"\ndependencies = ${JSON.stringify(dependencies)}\n`;

  test.each<[string, Files, string[]]>([
    [
      'Cargo',
      {
        'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
        'crates/one/Cargo.toml': '[dependencies]\na = "1"\ntwo = { path = "../two" }\n',
        'crates/two/Cargo.toml': '[dependencies]\nc = "1"\n',
      },
      ['1 of 2 crates in Cargo.toml are credited', '  covers: Cargo.toml'],
    ],
    [
      'Go',
      {
        'go.work': 'go 1.22\n\nuse (\n\t./one // first\n\t./two\n)\n',
        'one/go.mod': 'module x.org/one\n\nrequire x.org/c v1.0.0\n',
        'two/go.mod': 'module x.org/two\n\nrequire (\n\tx.org/one v1.0.0\n\tx.org/a v1.0.0\n)\n',
      },
      [
        '0 of 1 Go module in one/go.mod is credited',
        '1 of 1 Go module in two/go.mod is credited',
        '  covers: two/go.mod',
      ],
    ],
    [
      'uv',
      {
        'pyproject.toml': `${python('root', 'one', 'c')}[tool.uv.workspace]\nmembers = ["packages/*"]\n`,
        'packages/one/pyproject.toml': python('one', 'two', 'a'),
        'packages/two/pyproject.toml': python('two', 'b', 'd'),
      },
      [
        '0 of 1 Python package in pyproject.toml is credited',
        '2 of 3 Python packages in packages/*/pyproject.toml are credited',
        '  covers: packages/*/pyproject.toml',
      ],
    ],
    [
      'pnpm',
      {
        'package.json': '{ "name": "root" }',
        'pnpm-workspace.yaml': 'packages:\n  - "*"\n  - "!old"\n',
        'one/package.json': packageJson('a', 'c'),
      },
      ['1 of 2 npm packages in */package.json are credited', '  covers: "*/package.json"'],
    ],
  ])('the workspace of %s is surveyed', async (_, files, lines) => {
    const cwd = folder({ '.git/HEAD': '', ...files, 'credits.yaml': yaml });
    const { code, stdout } = await cli(['audit'], { cwd });
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => /^\d| covers/.test(line))).toEqual(lines);
  });
});

describe('--add', () => {
  test('control characters in a name are left out, and an invisible name is not covered', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      'package.json': packageJson('a\u0007b', '', '\u200b'),
      'credits.yaml': source('  - x\n'),
    });
    const { stdout } = await cli(['audit'], { cwd });
    expect(stdout).toContain('0 of 1 npm package credited');
    expect((await cli(['audit', '--add'], { cwd })).stderr).toContain('added 1 credit');
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(source('  - x\n  - name: ab\n'));
  });

  test('a manifest without dependencies adds no section', async () => {
    const yaml = 'title: x\n';
    const cwd = folder({ '.git/HEAD': '', 'package.json': '{}', 'credits.yaml': yaml });
    const { code, stderr } = await cli(['audit', '--add', '--from', 'package.json'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'nothing to add\n' });
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(yaml);
  });

  test.each([
    ['x.json', 'could not read "x.json"'],
    ['*.json', '*.json is only covered in part'],
  ])('only "covers" is said to be relative to the source: %s', async (from, message) => {
    const cwd = folder({ '.git/HEAD': '', 'a/b.txt': '', 'credits.yaml': 'title: x\n' });
    const { stderr } = await cli(['audit', '../credits.yaml', '--from', from], {
      cwd: `${cwd}/a`,
    });
    expect(stderr).toContain(`  ${message}: `);
    expect(stderr).toContain('; in "covers", it is relative to the source');
  });

  test('a misspelled --from is compared with files in the current folder', async () => {
    const cwd = folder({ '.git/HEAD': '', 'package.json': '', 'a/credits.yaml': 'title: x\n' });
    const { stderr } = await cli(['audit', 'a', '--from', 'packge.json'], { cwd });
    expect(stderr).toContain('could not read "packge.json": the file does not exist\n');
    expect(stderr).toContain('help: did you mean "package.json"?\n');
  });

  const files: Files = {
    '.git/HEAD': '',
    'package.json': packageJson('mid', 'plain', 'zed'),
    ...installed('mid', {
      repository: 'git+https://github.com/ada/mid.git',
      author: 'Ada Lovelace (https://github.com/ada)',
      license: 'MIT',
    }),
    ...installed('zed', { license: 'NOASSERTION', homepage: 'https://zed.example.com' }),
  };
  const yaml = `title: x
sections:
  - title: Tools # the best
    covers: package.json
    credits:
      - name: alpha
      - name: 'beta'
      - name: omega
  - title: Other
`;
  const added = `title: x
sections:
  - title: Tools # the best
    covers: package.json
    credits:
      - name: alpha
      - name: 'beta'
      - name: mid
        url: https://github.com/ada/mid
        by: Ada Lovelace (@ada)
        license: MIT
      - name: omega
      - name: plain
        url: https://www.npmjs.com/package/plain
      - name: zed
        url: https://zed.example.com
  - title: Other
`;

  test('adds what is missing to the section, in order', async () => {
    const cwd = folder({ ...files, 'credits.yaml': yaml });
    expect(await cli(['audit', '--add'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'added 3 credits to "Tools" of credits.yaml\n',
    });
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(added);
    const again = await cli(['audit', '--add'], { cwd });
    expect(again).toEqual({ code: 0, stdout: '', stderr: 'nothing to add\n' });
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(added);
  });

  test('--check prints the difference', async () => {
    const cwd = folder({ ...files, 'credits.yaml': yaml });
    const { code, stdout } = await cli(['audit', '--add', '--check'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('+      - name: mid\n');
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(yaml);
    writeFileSync(`${cwd}/credits.yaml`, added);
    expect((await cli(['audit', '--add', '--check'], { cwd })).code).toBe(0);
  });

  test('uses the ids of people, and reports what is left', async () => {
    const cwd = folder({
      ...files,
      'credits.yaml':
        'title: x\npeople: { ada: Ada Lovelace (@ada) }\ncovers: [package.json]\ncredits:\n  - name: zed\n    url: https://github.com/a/zed\n',
      ...installed('zed', { repository: 'b/zed' }),
    });
    const { code, stderr } = await cli(['audit', '--add', '--strict'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('audit-moved');
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toContain(
      '  - name: mid\n    url: https://github.com/ada/mid\n    by: ada\n    license: MIT\n  - name: plain\n',
    );
  });

  test('--from adds a section that covers a manifest', async () => {
    const cwd = folder({ ...files, 'docs/credits.yaml': 'title: x\ncredits:\n  - name: plain\n' });
    const args = ['audit', 'credits.yaml', '--add', '--from', '../package.json'];
    const { code } = await cli(args, { cwd: `${cwd}/docs` });
    expect(code).toBe(0);
    expect(readFileSync(`${cwd}/docs/credits.yaml`, 'utf8')).toBe(`title: x
credits:
  - name: plain
sections:
  - title: npm packages
    covers: ../package.json
    credits:
      - name: mid
        url: https://github.com/ada/mid
        by: Ada Lovelace (@ada)
        license: MIT
      - name: plain
        url: https://www.npmjs.com/package/plain
      - name: zed
        url: https://zed.example.com
`);
    expect((await cli(['audit', 'docs'], { cwd })).code).toBe(0);
    const before = readFileSync(`${cwd}/docs/credits.yaml`, 'utf8');
    await cli(args, { cwd: `${cwd}/docs` });
    expect(readFileSync(`${cwd}/docs/credits.yaml`, 'utf8')).toBe(before);
  });

  test('a manifest that cannot be read changes nothing', async () => {
    const cwd = folder({ ...files, 'package.json': '{', 'credits.yaml': yaml });
    const { code } = await cli(['audit', '--add'], { cwd });
    expect(code).toBe(2);
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(yaml);
  });
});

describe('a module of Go is credited by', () => {
  test.each([
    ['the page of a package in it', '{ name: x, url: "https://pkg.go.dev/golang.org/x/net/html" }'],
    ['its path', '{ name: x, url: "https://golang.org/x/net" }'],
    ['the end of its path', '{ name: net }'],
    ['its repository', '{ name: x, url: "https://github.com/golang/net" }'],
  ])('%s', async (_, credit) => {
    const files = {
      'go.mod': 'module x.org/y\n\nrequire golang.org/x/net v0.1.0\n',
      'credits.yaml': `title: x\ncovers: go.mod\ncredits: [${credit}]\n`,
    };
    expect(await findings(files)).toEqual({ code: 0, found: [] });
  });

  test('nothing else with that name', async () => {
    const { found } = await findings({
      'go.mod': 'module x.org/y\n\nrequire golang.org/x/net v0.1.0\n',
      'credits.yaml':
        'title: x\ncovers: go.mod\ncredits: [{ name: net, url: "https://github.com/ada/net" }]\n',
    });
    expect(found).toEqual(['2 audit-missing: "golang.org/x/net" of go.mod is not credited']);
  });
});

test('an input of the configuration that the first page was written for has moved', async () => {
  const page = readFileSync(`${root}/credits.yaml`, 'utf8');
  const covers = `covers:
  manifest: flake.lock
  ignore: [{ name: systems, reason: a list }, { name: nixpkgs, reason: "part of NixOS" }]
`;
  const cwd = folder({
    '.git/HEAD': '',
    'flake.lock': readFileSync(`${fixtures}/audit/flake.lock`, 'utf8'),
    'credits.yaml': page.replace(/^sections:$/m, `${covers}sections:`),
  });
  const { code, stdout, stderr } = await cli(['audit'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain(`flake.lock: 5 of 11 flake inputs credited, 3 missing, 1 moved, 2 ignored
  missing   clan-core    https://git.clan.lol/clan/clan-core
  missing   disko        https://github.com/nix-community/disko
  missing   treefmt-nix  https://github.com/numtide/treefmt-nix
  moved     nix-darwin   https://github.com/LnL7/nix-darwin is now https://github.com/nix-darwin/nix-darwin
  ignored   systems      1: a list
  ignored   nixpkgs      1: part of NixOS
  credited  flake-parts, home-manager, import-tree, sops-nix, terranix
`);
  expect(stderr).toContain(
    'audit-moved  "nix-darwin" of flake.lock is at https://github.com/nix-darwin/nix-darwin, but credited at https://github.com/LnL7/nix-darwin\n',
  );
});

test('a terminal shows the line that covers what is missing once, and some of the names', async () => {
  const names = Array.from({ length: 52 }, (_, index) => `p${index}`);
  const files = { 'package.json': packageJson(...names), 'credits.yaml': source('  - x\n') };
  const cwd = folder({ '.git/HEAD': '', ...files });
  const { stderr } = await cli(['audit'], { cwd });
  expect(stderr.match(/^.*audit-missing.*$/gm)).toHaveLength(50);
  expect(stderr).toContain(`"p49" of package.json is not credited
  1 | title: Credits
> 2 | covers: package.json
    |         ^^^^^^^^^^^^
  help: credit it, `);
  expect(stderr).toMatch(
    /\n\n… and 2 more in credits\.yaml, which --reporter json lists\n\n52 errors\n$/,
  );
  expect((await findings(files)).found).toHaveLength(52);
});

describe('covers: git', () => {
  const commit = (cwd: string, author: string, message: string) =>
    execFileSync(
      'git',
      ['-c', 'user.name=C', '-c', 'user.email=c@x.org', 'commit', '-q', '--allow-empty'].concat(
        '--author',
        author,
        '-m',
        message,
      ),
      { cwd },
    );

  function repository(credits: string): string {
    const cwd = folder({ 'credits.yaml': `title: x\ncovers: git\n${credits}` });
    execFileSync('git', ['init', '-q'], { cwd });
    commit(cwd, 'Ada Lovelace <1+ada@users.noreply.github.com>', 'x');
    commit(cwd, 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>', 'x');
    commit(cwd, 'José Ñandú <jose@example.org>', 'x\n\nCo-authored-by: Zoe <zoe@example.org>');
    return cwd;
  }

  test.each([
    'credits: [{ person: "@ADA" }, { person: jose nandu }, { name: y, by: Zoe }]',
    'credits: [{ name: Ada Lovelace }, { name: José Ñandú }, { name: Zoe }]',
    'intro: "[him](https://github.com/ada), [José Ñandú](https://x.org) and [Zoe](https://z.org)"',
    'credits: [{ person: Countess (@ada) }, "[Jose NANDU](https://x.org)", { person: zoe }]',
  ])('people are credited by %s', async (credits) => {
    const { code, stdout, stderr } = await cli(['audit'], { cwd: repository(`${credits}\n`) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^git: 3 of 3 people credited\n/);
  });

  test('people who are missing are added', async () => {
    const cwd = repository('credits: [{ person: Zoe }]\n');
    const { code, stdout } = await cli(['audit'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^git: 1 of 3 people credited, 2 missing\n {2}missing {3}Ada Lovelace/);
    await cli(['audit', '--add'], { cwd });
    expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(
      'title: x\ncovers: git\ncredits: [{ person: Zoe }, { person: Ada Lovelace (@ada) }, { person: José Ñandú }]\n',
    );
  });

  test('a person with an account at a forge other than `handles` has a URL instead', async () => {
    const cwd = repository('handles: gitlab\ncredits: [{ person: José Ñandú }, { person: Zoe }]\n');
    await cli(['audit', '--add'], { cwd });
    const text = readFileSync(`${cwd}/credits.yaml`, 'utf8');
    expect(text).toContain('{ person: { name: Ada Lovelace, url: https://github.com/ada } }');
    expect((await cli(['audit'], { cwd })).code).toBe(0);
  });

  test('there has to be a repository', async () => {
    const cwd = folder({ 'credits.yaml': 'title: x\ncovers: git\n' });
    const { code, stderr } = await cli(['audit'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('error manifest-missing  could not read "git": not a git repository');
  });
});

test('everything that this project is built with is credited', async () => {
  const { code, stderr } = await cli(['audit', '--strict', 'docs'], { cwd: root });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(await cli(['lint', '--strict', '--quiet', 'docs'], { cwd: root })).toEqual({
    ...{ code: 0, stdout: '', stderr: '' },
  });
});

test.each(['composer.json', 'tsconfig.json'])(
  'the help for a file that is not a manifest is not to fix it: %s',
  async (name) => {
    const cwd = folder({ [name]: '{}', 'credits.yaml': `title: x\ncovers: ${name}\n` });
    const { stderr } = await cli(['audit'], { cwd });
    expect(stderr).toContain(`${name}:1:1 error manifest-invalid`);
    expect(stderr).toContain('help: cover a package.json, Cargo.toml or another manifest');
  },
);

test('--from without --add audits the page', async () => {
  const { code, found } = await findings(
    { 'package.json': packageJson('a'), 'credits.yaml': 'title: x\n' },
    ['--from', 'package.json'],
  );
  expect({ code, found }).toEqual({
    code: 1,
    found: ['1 audit-missing: "a" of package.json is not credited'],
  });
});

test.each([
  [['--check'], '--check can only be used with --add'],
  [['--add'], 'no section has "covers"\n  help: name a manifest, such as "--from package.json"'],
  [['--add', '--from', 'package.json', '-'], '--add cannot be used with standard input'],
  [['--add', '--check', '--reporter', 'json'], '--reporter json cannot be used with --check'],
])('%j is a usage error', async (args, message) => {
  const cwd = folder({ 'package.json': packageJson('a'), 'credits.yaml': 'title: x\n' });
  const { code, stderr } = await cli(['audit', ...args], { cwd, stdin: 'title: x\n' });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
