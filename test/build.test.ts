import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { applyPatch } from 'diff';
import { describe, expect, test } from 'vitest';
import { unifiedDiff } from '../src/commands/unified-diff.ts';
import { cli, folder } from './helpers/cli.ts';

const SOURCE = 'title: Credits\ncredits:\n  - name: Nix\n';
const PAGE = '---\ntitle: Credits\n---\n\n- **Nix**\n';

const read = (path: string) => readFileSync(path, 'utf8');

describe('the page is written', () => {
  test('beside the source', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE });
    expect(await cli([], { cwd })).toEqual({ code: 0, stdout: '', stderr: 'created credits.md\n' });
    expect(read(`${cwd}/credits.md`)).toBe(PAGE);
  });

  test('into src/content/docs if there is one', async () => {
    const cwd = folder({ 'credits.yml': SOURCE, 'src/content/docs/index.md': '' });
    await cli(['build'], { cwd });
    expect(read(`${cwd}/src/content/docs/credits.md`)).toBe(PAGE);
  });

  test('to the path in the source, relative to the source, with missing folders', async () => {
    const cwd = folder({ 'docs/credits.yaml': `${SOURCE}output: a/b/thanks.mdx\n` });
    await cli(['docs/credits.yaml'], { cwd });
    expect(read(`${cwd}/docs/a/b/thanks.mdx`)).toBe(PAGE);
  });

  test('anywhere with -o, relative to the current folder, with the other keys of the view', async () => {
    const cwd = folder({
      'docs/credits.yaml': `${SOURCE}output: { path: ../../x.md, frontmatter: false }\n`,
      'there/.keep': '',
    });
    const { code } = await cli(['docs/credits.yaml', '-o', 'there/credits.md'], { cwd });
    expect(code).toBe(0);
    expect(read(`${cwd}/there/credits.md`)).toBe('# Credits\n\n- **Nix**\n');
  });

  test('to stdout with -o -, with the source from stdin with -', async () => {
    const cwd = folder();
    const ran = await cli(['-', '-o', '-'], { cwd, stdin: SOURCE });
    expect(ran).toEqual({ code: 0, stdout: PAGE, stderr: '' });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('in the format of the file extension', async () => {
    const cwd = folder({ 'credits.yaml': `${SOURCE}output: a.mdx\nintro: "{x}"\n` });
    expect((await cli(['-o', '-'], { cwd })).stdout).toContain('\\{x}');
    expect((await cli(['-o', 'b.md'], { cwd })).code).toBe(0);
    expect(read(`${cwd}/b.md`)).toContain('\n{x}\n');
  });

  test('anywhere inside the repository of the source, but not outside', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      'docs/credits.yaml': `${SOURCE}output: ../CREDITS.md\n`,
      'docs/outside.yaml': `${SOURCE}output: ../../CREDITS.md\n`,
    });
    expect((await cli(['docs/credits.yaml'], { cwd })).code).toBe(0);
    const { code, stderr } = await cli(['docs/outside.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('docs/outside.yaml:4:9 error output-outside');
  });

  test('never outside the repository, not even through symbolic links', async () => {
    const cwd = folder({
      'in/.git/HEAD': '',
      'in/credits.yaml': `${SOURCE}output: ../out.md\ncolour: red\n`,
      'in/linked.yaml': `${SOURCE}output: way/out.md\n`,
      'out/.keep': '',
    });
    expect((await cli(['in/credits.yaml'], { cwd })).stderr).toMatch(
      /4:9 error output-outside.*5:1 error unknown-key/s,
    );
    if (process.platform === 'win32') return;
    symlinkSync('../out', `${cwd}/in/way`);
    const { code, stderr } = await cli(['in/linked.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('in/linked.yaml:4:9 error output-outside');
    expect(readdirSync(`${cwd}/out`)).toEqual(['.keep']);
  });

  test('never over a source', async () => {
    const cwd = folder({ 'credits.md': `${SOURCE}output: credits.md\n` });
    const { code, stderr } = await cli(['credits.md'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('credits.md:4:9 error output-source');
    if (process.platform !== 'win32') {
      const linked = folder({ 'k.yaml': `${SOURCE}output: self.md\n` });
      symlinkSync('k.yaml', `${linked}/self.md`);
      expect((await cli(['k.yaml'], { cwd: linked })).stderr).toContain('output-source');
    }
    const other = folder({ 'a.md': SOURCE, 'b.yaml': `${SOURCE}output: a.md\n` });
    expect((await cli(['a.md', '-o', 'a.md'], { cwd: other })).code).toBe(2);
    expect((await cli(['b.yaml', 'a.md'], { cwd: other })).code).toBe(2);
    expect(read(`${other}/a.md`)).toBe(SOURCE);
  });

  test('inside the folder of the source if there is no repository', async () => {
    const cwd = folder({ 'docs/credits.yaml': `${SOURCE}output: ../CREDITS.md\n` });
    expect((await cli(['docs/credits.yaml'], { cwd })).code).toBe(2);
  });
});

describe('writing', () => {
  test('a second build does not write the file', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE });
    await cli([], { cwd });
    utimesSync(`${cwd}/credits.md`, 1e9, 1e9);
    const { code, stderr } = await cli([], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'credits.md is up to date\n' });
    expect(statSync(`${cwd}/credits.md`).mtimeMs).toBe(1e12);
  });

  test('CRLF line ends are kept, and are not a difference', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE, 'credits.md': PAGE.replaceAll('\n', '\r\n') });
    expect((await cli(['--check'], { cwd })).code).toBe(0);
    writeFileSync(`${cwd}/credits.yaml`, SOURCE.replace('Nix', 'Guix'));
    await cli([], { cwd });
    expect(read(`${cwd}/credits.md`)).toBe(PAGE.replace('Nix', 'Guix').replaceAll('\n', '\r\n'));
  });

  test.each([
    ['a page', 'output: page.md', '---\r\ntitle: T\r\n---\r\n'],
    [
      'a region',
      'output: { path: page.md, region: credits }',
      '<!-- credits:start -->\r\n<!-- credits:end -->\r\n',
    ],
  ])('CRLF in code of %s is one line end', async (_, output, before) => {
    const source = `title: T\n${output}\nintro: "\`\`\`\\na\\r\\nb\\n\`\`\`"\n`;
    const cwd = folder({ 'credits.yaml': source, 'page.md': before });
    await cli([], { cwd });
    expect(read(`${cwd}/page.md`)).toContain('```\r\na\r\nb\r\n```\r\n');
    expect((await cli(['--check'], { cwd })).code).toBe(0);
  });

  test.skipIf(process.platform === 'win32')(
    'the mode is kept, and a link is followed',
    async () => {
      const cwd = folder({ 'credits.yaml': SOURCE, 'real/page.md': 'old' });
      chmodSync(`${cwd}/real/page.md`, 0o640);
      symlinkSync('real/page.md', `${cwd}/credits.md`);
      expect((await cli([], { cwd })).code).toBe(0);
      expect(lstatSync(`${cwd}/credits.md`).isSymbolicLink()).toBe(true);
      expect(read(`${cwd}/real/page.md`)).toBe(PAGE);
      expect(statSync(`${cwd}/real/page.md`).mode & 0o777).toBe(0o640);
      expect(readdirSync(`${cwd}/real`)).toEqual(['page.md']);
    },
  );

  test.skipIf(process.getuid?.() !== 0)('the owner is kept where that is permitted', async () => {
    const owner = () => {
      const { uid, gid, mode } = statSync(`${cwd}/credits.md`);
      return { uid, gid, mode: mode & 0o7777 };
    };
    const cwd = folder({ 'credits.yaml': SOURCE, 'credits.md': 'old' });
    chmodSync(`${cwd}/credits.md`, 0o664);
    chownSync(`${cwd}/credits.md`, 1234, 4321);
    expect((await cli([], { cwd })).code).toBe(0);
    expect(read(`${cwd}/credits.md`)).toBe(PAGE);
    expect(owner()).toEqual({ uid: 1234, gid: 4321, mode: 0o664 });

    // Another user may write to the folder, and is in the group of the file.
    writeFileSync(`${cwd}/credits.md`, 'old');
    chmodSync(cwd, 0o777);
    const groups = process.getgroups?.() ?? [];
    process.setgroups?.([4321]);
    process.setegid?.(99);
    process.seteuid?.(99);
    try {
      expect((await cli([], { cwd })).code).toBe(0);
    } finally {
      process.seteuid?.(0);
      process.setegid?.(0);
      process.setgroups?.(groups);
    }
    expect(read(`${cwd}/credits.md`)).toBe(PAGE);
    expect(owner()).toEqual({ uid: 99, gid: 4321, mode: 0o664 });
  });

  test('a folder in place of a page is an error, and nothing is written', async () => {
    const cwd = folder({
      'a.yaml': `${SOURCE}output: a.md\n`,
      'b.yaml': `${SOURCE}output: b.md\n`,
    });
    mkdirSync(`${cwd}/b.md`);
    const { code, stderr } = await cli(['a.yaml', 'b.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'b.md:1:1 error output-unwritable  could not write the page: it is a folder, not a file\n  help: choose another path, or move the folder away\n',
    );
    expect(existsSync(`${cwd}/a.md`)).toBe(false);
  });

  test('several sources are built in one run', async () => {
    const cwd = folder({
      'a.yaml': `${SOURCE}output: a.md\n`,
      'b.yaml': `${SOURCE}output: b.md\n`,
    });
    expect((await cli(['a.yaml', 'b.yaml'], { cwd })).stderr).toBe('created a.md\ncreated b.md\n');
  });

  test('an error in one source prevents all writes', async () => {
    const cwd = folder({ 'a.yaml': `${SOURCE}output: a.md\n`, 'b.yaml': 'titel: x\n' });
    const { code, stdout, stderr } = await cli(['a.yaml', 'b.yaml'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('b.yaml:1:1 error unknown-key');
    expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'b.yaml']);
  });

  test('a source that is named twice is built once', async () => {
    const cwd = folder({ 'a.yaml': SOURCE });
    const { code, stderr } = await cli(['a.yaml', './a.yaml'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'created credits.md\n' });
  });

  test('two sources cannot write the same page', async () => {
    const cwd = folder({ 'a.yaml': SOURCE, 'b.yaml': SOURCE });
    const { code, stderr } = await cli(['a.yaml', 'b.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('b.yaml:1:1 error output-twice  a.yaml also writes credits.md');
    writeFileSync(`${cwd}/bad.yaml`, 'titel: x\n');
    expect((await cli(['bad.yaml', 'a.yaml', 'b.yaml'], { cwd })).stderr).toContain(
      'a.yaml also writes credits.md',
    );
  });

  test('a read-only page is not changed', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE, 'credits.md': 'old' });
    chmodSync(`${cwd}/credits.md`, 0o444);
    const { code, stderr } = await cli([], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('could not write the page: it is read-only');
    expect(read(`${cwd}/credits.md`)).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['credits.md', 'credits.yaml']);
    chmodSync(`${cwd}/credits.md`, 0o644);
  });

  test('no page is written if one is read-only', async () => {
    const output = 'output: [a.md, credits.md]\n';
    const cwd = folder({ 'credits.yaml': SOURCE + output, 'credits.md': 'old' });
    chmodSync(`${cwd}/credits.md`, 0o444);
    expect(await cli([], { cwd })).toMatchObject({ code: 2 });
    expect(readdirSync(cwd).sort()).toEqual(['credits.md', 'credits.yaml']);
    chmodSync(`${cwd}/credits.md`, 0o644);
    expect(await cli([], { cwd })).toMatchObject({ code: 0 });
    chmodSync(`${cwd}/a.md`, 0o444);
    // A read-only page that is up to date is not written.
    expect(await cli([], { cwd })).toMatchObject({ code: 0 });
    chmodSync(`${cwd}/a.md`, 0o644);
  });
});

describe('--check', () => {
  test('exits with 0, without a difference, if the page is up to date', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE, 'credits.md': PAGE });
    expect(await cli(['--check'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'credits.md is up to date\n',
    });
  });

  test('exits with 1, and shows the difference and the command to run, if the page is out of date', async () => {
    const cwd = folder({ 'a b.yaml': SOURCE, 'credits.md': PAGE.replace('Nix', 'Guix') });
    const { code, stdout, stderr } = await cli(['a b.yaml', '--check', '-o', 'credits.md'], {
      cwd,
    });
    expect(code).toBe(1);
    expect(stdout).toBe(
      '--- a/credits.md\n+++ b/credits.md\n@@ -1,5 +1,5 @@\n ---\n title: Credits\n ---\n \n-- **Guix**\n+- **Nix**\n',
    );
    expect(stderr).toContain('credits.md:1:1 error out-of-date  the page is out of date');
    expect(stderr).toContain('run "npx starlight-credits \'a b.yaml\' -o credits.md"');
    expect(read(`${cwd}/credits.md`)).toContain('Guix');
  });

  test('exits with 1 if the page does not exist', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE });
    const { code, stdout } = await cli(['--check'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^--- \/dev\/null\n\+\+\+ b\/credits\.md\n@@ -0,0 \+1,5 @@\n\+---\n/);
    expect(readdirSync(cwd)).toEqual(['credits.yaml']);
  });

  test('exits with 2 if the source is invalid, the page is a folder, or there is a warning with --strict', async () => {
    const cwd = folder({
      'bad.yaml': 'titel: x\n',
      'folder.yaml': `${SOURCE}output: folder.md\n`,
      'folder.md/.keep': '',
      'warning.yaml': `${SOURCE}people: { nixx: a }\n`.replace(
        'name: Nix',
        'name: Nix\n    by: nix',
      ),
    });
    expect((await cli(['bad.yaml', '--check'], { cwd })).code).toBe(2);
    const unreadable = await cli(['folder.yaml', '--check'], { cwd });
    expect(unreadable.code).toBe(2);
    expect(unreadable.stderr).not.toContain('up to date');
    expect((await cli(['warning.yaml', '--check', '--strict'], { cwd })).code).toBe(2);
    expect((await cli(['warning.yaml', '--check'], { cwd })).code).toBe(1);
  });

  test('reports an outdated page as JSON, without the difference', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE });
    const { code, stdout } = await cli(['--check', '--reporter', 'json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: 'credits.md',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
        severity: 'error',
        code: 'out-of-date',
        message: 'the page does not exist yet',
        help: 'run "npx starlight-credits"',
      },
    ]);
  });

  test('shows a very long difference as one hunk', async () => {
    const lines = (name: string) =>
      `${Array.from({ length: 5000 }, (_, n) => `- ${name}${n}`).join('\n')}\n`;
    const from = (name: string) => `intro\n\n${lines(name)}\nend`;
    const patch = unifiedDiff('a/x', 'b/x', `same\n${from('a')}`, `same\n${from('b')}\n`, false);
    expect(applyPatch(`same\n${from('a')}`, patch)).toBe(`same\n${from('b')}\n`);
    expect(patch.match(/^@@.*/gm)).toEqual(['@@ -1,5005 +1,5005 @@']);
    const added = unifiedDiff('/dev/null', 'b/x', '', lines('a'), false);
    expect(applyPatch('', added)).toBe(lines('a'));
    expect(added).toContain('@@ -0,0 +1,5000 @@');
    const few = unifiedDiff('a/x', 'b/x', from('a'), from('a').replace('a4000', 'c'), false);
    expect(few).toContain('\n-- a4000\n+- c\n');
  });

  test('colors the diff only in a terminal', async () => {
    const cwd = folder({ 'credits.yaml': SOURCE, 'credits.md': '' });
    const colored = await cli(['--check'], { cwd, terminal: true });
    expect(colored.stdout).toContain('\u001b[32m+- **Nix**\u001b[39m');
    for (const [args, env] of [
      [['--check', '--no-color'], {}],
      [['--no-color', 'build', '--check'], {}],
      [['--check'], { NO_COLOR: '1' }],
    ] as const) {
      const { stdout, stderr } = await cli([...args], { cwd, terminal: true, env });
      expect(stdout + stderr).not.toContain('\u001b');
    }
  });
});

describe('reporters', () => {
  const cwd = () =>
    folder({
      'docs/credits.yaml':
        'title: x\ncredits:\n  - name: flake-parts\n    url: javascript:alert(1)\n',
    });

  test('text shows the source and the help', async () => {
    const { stdout, stderr } = await cli(['docs/credits.yaml'], { cwd: cwd() });
    expect(stdout).toBe('');
    expect(
      stderr,
    ).toBe(`docs/credits.yaml:4:10 error url-scheme  "javascript:" is not allowed in a URL
  3 |   - name: flake-parts
> 4 |     url: javascript:alert(1)
    |          ^^^^^^^^^^^^^^^^^^^
  help: use http:, https:, mailto: or a relative URL

1 error
`);
  });

  test('github annotates the line', async () => {
    const { stdout, stderr } = await cli(['docs/credits.yaml', '--reporter', 'github'], {
      cwd: cwd(),
    });
    expect(stdout).toBe('');
    expect(stderr).toBe(
      '::error file=docs/credits.yaml,line=4,endLine=4,col=10,endColumn=29,title=url-scheme::"javascript:" is not allowed in a URL%0Ahelp: use http:, https:, mailto: or a relative URL\n',
    );
  });

  test('github names the path in the repository from any folder', async () => {
    const root = cwd();
    const at = (workspace: string, folder: string) =>
      cli(['credits.yaml', '--reporter', 'github'], {
        cwd: `${root}/${folder}`,
        env: { GITHUB_WORKSPACE: workspace },
      });
    expect((await at(root, 'docs')).stderr).toContain('file=docs/credits.yaml,');
    expect((await at(`${root}/docs`, 'docs')).stderr).toContain('file=credits.yaml,');
    expect((await at(`${root}/elsewhere`, 'docs')).stderr).toContain('file=credits.yaml,');
  });

  test('json prints an array of diagnostics', async () => {
    const { stdout, stderr } = await cli(['docs/credits.yaml', '--reporter', 'json'], {
      cwd: cwd(),
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([
      {
        file: 'docs/credits.yaml',
        line: 4,
        column: 10,
        endLine: 4,
        endColumn: 29,
        severity: 'error',
        code: 'url-scheme',
        message: '"javascript:" is not allowed in a URL',
        help: 'use http:, https:, mailto: or a relative URL',
      },
    ]);
  });

  test('json prints an empty array if there are no diagnostics', async () => {
    const fine = folder({ 'credits.yaml': SOURCE });
    expect((await cli(['--reporter', 'json'], { cwd: fine })).stdout).toBe('[]\n');
  });

  test('text truncates a long line and shows no control characters', async () => {
    const long = folder({
      'credits.yaml': `title: x\nintro: ${'word '.repeat(50)}<b>${' word'.repeat(50)}\n`,
      'escape.yaml': 'title: "\u001b[31mred"\n',
    });
    const { stderr } = await cli([], { cwd: long });
    const [, , line = '', mark = ''] = stderr.split('\n');
    expect(line.length).toBeLessThan(120);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('<b>');
    expect((await cli(['escape.yaml'], { cwd: long })).stderr).not.toContain('\u001b');
  });

  test('--quiet only reports errors', async () => {
    const warned = folder({
      'credits.yaml': 'title: x\npeople: { vic: V }\ncredits: [{ name: a, by: Vic }]\n',
      'bad.yaml': 'titel: x\n',
    });
    expect((await cli([], { cwd: warned })).stderr).toContain('warning person-near-id');
    expect(await cli(['--quiet'], { cwd: warned })).toEqual({ code: 0, stdout: '', stderr: '' });
    const strict = await cli(['--quiet', '--strict'], { cwd: warned });
    expect(strict.code).toBe(2);
    expect(strict.stderr).toContain('person-near-id');
    expect((await cli(['bad.yaml', '--quiet'], { cwd: warned })).stderr).toContain('unknown-key');
  });
});

describe('sources', () => {
  test('a missing source is an error that names the expected files', async () => {
    const { code, stdout, stderr } = await cli([], { cwd: folder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('the current folder has no credits.yaml or credits.yml');
  });

  test('a missing source suggests the one with the other default name', async () => {
    const cwd = folder({ 'a/credits.yaml': SOURCE, 'b/credits.yaml': SOURCE });
    const { stderr } = await cli(['a/credits.yml'], { cwd });
    expect(stderr).toContain('the source file does not exist');
    expect(stderr).toContain('did you mean "a/credits.yaml"?');
  });

  test('a misspelled command gets a suggestion', async () => {
    const { code, stderr } = await cli(['biuld'], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "starlight-credits build"?');
  });

  test('a folder without a source is an error', async () => {
    const { code, stderr } = await cli(['.'], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain('the current folder has no credits.yaml or credits.yml');
  });
});
