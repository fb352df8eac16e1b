/** Where pages may be written: inside the repository of the source, wherever links lead. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editFile } from '../src/file/edit-files.ts';
import { isInside } from '../src/file/paths.ts';
import { boundaryOf, openTarget, refusalOf, Target } from '../src/file/target.ts';
import { cli, diagnoseAll, folder } from './helpers/cli.ts';

const source = (output = '') => `title: Credits\n${output && `output: ${output}\n`}credits: [x]\n`;

const linksTest = test.skipIf(process.platform === 'win32');

/** Builds the only source of a folder. Returns the codes of its diagnostics. */
async function codesOf(cwd: string, args: string[] = []): Promise<string[]> {
  const { stdout } = await cli([...args, '--reporter', 'json'], { cwd });
  return (JSON.parse(stdout) as { code: string }[]).map(({ code }) => code);
}

describe('on Windows', () => {
  const at = (path: string) => refusalOf(win32.resolve('C:\\repo', path), 'C:\\repo', false, win32);

  test.each([
    'D:\\x.md',
    'D:x.md',
    '\\\\srv\\share\\x.md',
    '//srv/share/x.md',
    '\\\\?\\C:\\x.md',
    '\\\\.\\C:\\x.md',
    '\\x.md',
    '..\\x.md',
    '..\\repository\\x.md',
    'C:\\',
    '.',
  ])('%s is outside C:\\repo', (path) => {
    expect(at(path)).toBe('outside');
    expect(isInside(win32.resolve('C:\\repo', path), 'C:\\repo', win32)).toBe(false);
  });

  test.each([
    'x.md',
    'docs/x.md',
    'docs\\x.md',
    'c:\\REPO\\x.md',
    '..x.md',
    'git\\x.md',
    'comma.md',
  ])('%s is inside C:\\repo', (path) => {
    expect(at(path)).toBeUndefined();
  });

  test.each([
    '.git\\x.md',
    '.GIT/x.md',
    'a\\.git .\\x.md',
    'git~1\\x.md',
    '.git::$INDEX_ALLOCATION/x.md',
  ])('%s is in the folder of Git', (path) => {
    expect(at(path)).toBe('git');
  });

  test.each(['nul.md', 'docs\\CON.md', 'aux\\x.md', 'com1.en.md', 'LPT9 .md'])(
    '%s is a device',
    (path) => {
      expect(at(path)).toBe('device');
    },
  );

  test('with -o, a path may be on another drive, but not in the folder of Git', () => {
    expect(refusalOf('D:\\x.md', 'C:\\repo', true, win32)).toBeUndefined();
    expect(refusalOf('D:\\a\\.git\\x.md', 'C:\\repo', true, win32)).toBe('git');
  });
});

describe('on every system', () => {
  test.each([
    ['docs\\x.md', ['output-backslash']],
    ['..\\x.md', ['output-backslash']],
    ['\\\\srv\\share\\x.md', ['output-backslash']],
    ['\\\\?\\C:\\x.md', ['output-backslash']],
    ['D:x.md', ['output-outside']],
    ['d:/x.md', ['output-outside']],
    ['//srv/share/x.md', ['output-outside']],
    ['../x.md', ['output-outside']],
    ['.git/refs/heads/x.md', ['output-git']],
    ['docs/../.GIT/x.md', ['output-git']],
    ['docs/.git/x.md', ['output-git']],
    ['.git /x.md', ['output-git']],
    ['.g\u200cit/x.md', ['output-git']],
    ['.github/x.md', []],
    ['docs/x.git/x.md', []],
  ])('the output %s has the diagnostics %j', async (output, codes) => {
    const cwd = folder({
      'in/.git/HEAD': '',
      'in/credits.yaml': source(`{ path: '${output}' }`),
    });
    expect(await codesOf(`${cwd}/in`)).toEqual(codes);
    expect(readdirSync(cwd)).toEqual(['in']);
    expect(readdirSync(`${cwd}/in/.git`)).toEqual(['HEAD']);
  });

  test('a file outside is not read for its region', async () => {
    const cwd = folder({
      'in/.git/HEAD': '',
      'in/credits.yaml': source('{ path: ../missing.md, region: credits }'),
    });
    expect(await codesOf(`${cwd}/in`)).toEqual(['output-outside']);
  });

  test('the message says if no .git was found', async () => {
    const cwd = folder({ 'docs/credits.yaml': source('../x.md') });
    const { stderr } = await cli(['docs/credits.yaml'], { cwd });
    expect(stderr).toContain('no .git was found');
    mkdirSync(`${cwd}/docs/.git`);
    const found = await cli(['docs/credits.yaml'], { cwd });
    expect(found.stderr).toContain('"../x.md" is outside the repository docs\n');
  });

  test.each(['.git/x.md', '.git/new/x.md'])('-o %s is refused', async (path) => {
    const cwd = folder({ '.git/HEAD': '', 'credits.yaml': source() });
    expect(await codesOf(cwd, ['-o', path])).toEqual(['output-git']);
    expect(readdirSync(`${cwd}/.git`)).toEqual(['HEAD']);
  });

  test('import does not write to the folder of Git', async () => {
    const cwd = folder({ '.git/HEAD': '', 'page.md': '# A\n' });
    for (const options of [[], ['--force']]) {
      const { code, stderr } = await cli(['import', 'page.md', '-o', '.git/x.yaml', ...options], {
        cwd,
      });
      expect(code).toBe(2);
      expect(stderr).toContain('it is inside the folder .git');
    }
    expect(readdirSync(`${cwd}/.git`)).toEqual(['HEAD']);
  });

  test('the folder that a .git file names is protected', async () => {
    const cwd = folder({
      '.git': 'gitdir: store/data\n',
      'store/data/HEAD': '',
      'credits.yaml': source('store/data/refs/x.md'),
      'beside.yaml': source('store/x.md'),
    });
    expect(await codesOf(cwd)).toEqual(['output-git']);
    expect(await codesOf(cwd, ['beside.yaml'])).toEqual([]);
  });
});

describe('links', () => {
  const repository = (files: Record<string, string> = {}) => {
    const root = folder({ 'in/.git/HEAD': '', 'out/.keep': '', ...files });
    return { root, cwd: `${root}/in`, outside: () => readdirSync(`${root}/out`) };
  };

  linksTest('the default output is not written through a link that leads outside', async () => {
    const { cwd, root, outside } = repository({
      'in/credits.yaml': source(),
      'out/page.md': 'old',
    });
    symlinkSync('../out/page.md', `${cwd}/credits.md`);
    expect(await codesOf(cwd)).toEqual(['output-outside']);
    expect(readFileSync(`${root}/out/page.md`, 'utf8')).toBe('old');
    expect(outside()).toEqual(['.keep', 'page.md']);
  });

  linksTest('a broken link is followed to where it leads', async () => {
    const { cwd, outside } = repository({ 'in/credits.yaml': source() });
    symlinkSync('../out/new.md', `${cwd}/credits.md`);
    expect(await codesOf(cwd)).toEqual(['output-outside']);
    expect(outside()).toEqual(['.keep']);
  });

  linksTest('src/content/docs may be a link inside the repository, but not outside', async () => {
    const { cwd, outside } = repository({
      'in/credits.yaml': source(),
      'in/src/content/.keep': '',
      'in/pages/.keep': '',
    });
    symlinkSync('../../../out', `${cwd}/src/content/docs`);
    expect(await codesOf(cwd)).toEqual(['output-outside']);
    expect(outside()).toEqual(['.keep']);
    renameSync(`${cwd}/src/content/docs`, `${cwd}/src/content/other`);
    symlinkSync('../../pages', `${cwd}/src/content/docs`);
    expect(await codesOf(cwd)).toEqual([]);
    expect(existsSync(`${cwd}/pages/credits.md`)).toBe(true);
  });

  linksTest('a source in a linked folder does not write outside the repository', async () => {
    const { cwd, outside } = repository({ 'out/credits.yaml': source() });
    symlinkSync('../out', `${cwd}/docs`);
    expect(await codesOf(cwd, ['docs/credits.yaml'])).toEqual(['output-outside']);
    expect(outside()).toEqual(['.keep', 'credits.yaml']);
  });

  linksTest('a link into the folder of Git is refused', async () => {
    const { cwd } = repository({ 'in/credits.yaml': source('docs/x.md') });
    symlinkSync('.git', `${cwd}/docs`);
    expect(await codesOf(cwd)).toEqual(['output-git']);
  });

  linksTest('the folder of Git may itself be a link', async () => {
    const root = folder({ 'store/HEAD': '', 'credits.yaml': source('store/x.md') });
    symlinkSync('store', `${root}/.git`);
    expect(await codesOf(root)).toEqual(['output-git']);
  });

  linksTest('-o follows links anywhere', async () => {
    const { cwd, outside } = repository({ 'in/credits.yaml': source() });
    symlinkSync('../out', `${cwd}/way`);
    expect(await codesOf(cwd, ['-o', 'way/x.md'])).toEqual([]);
    expect(outside()).toEqual(['.keep', 'x.md']);
  });

  linksTest.each([
    ['before the temporary file is written', 'edit'],
    ['after the file was checked', 'check'],
  ])('a folder that is replaced by a link %s is not written through', async (_, when) => {
    const { cwd, root, outside } = repository({ 'in/docs/x.md': 'old' });
    const target = Target.at(`${cwd}/docs/x.md`, boundaryOf(cwd)) as Target;
    const swap = () => {
      renameSync(`${cwd}/docs`, `${cwd}/moved`);
      symlinkSync('../out', `${cwd}/docs`);
    };
    if (when === 'check') swap();
    const edit = () => {
      if (when === 'edit') swap();
      return 'new';
    };
    await expect(editFile({ target, edit })).rejects.toThrow('was replaced');
    expect(outside()).toEqual(['.keep']);
    expect(readFileSync(`${root}/in/moved/x.md`, 'utf8')).toBe('old');
    expect(readdirSync(`${cwd}/moved`)).toEqual(['x.md']);
  });

  linksTest('a file that is replaced by a link is not written through', async () => {
    const { cwd, root } = repository({ 'in/x.md': 'old', 'out/y.md': 'other' });
    const target = Target.at(`${cwd}/x.md`, boundaryOf(cwd)) as Target;
    const edit = () => {
      renameSync(`${cwd}/x.md`, `${cwd}/old.md`);
      symlinkSync('../out/y.md', `${cwd}/x.md`);
      return 'new';
    };
    await expect(editFile({ target, edit })).rejects.toThrow('was replaced');
    expect(readFileSync(`${root}/out/y.md`, 'utf8')).toBe('other');
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'old.md', 'x.md']);
  });
});

describe('a page with the same slug', () => {
  test.each([
    ['credits.mdx', 'credits.md', true],
    ['credits.md', 'credits.mdx', true],
    ['credits.md', 'Credits.markdown', true],
    ['credits.md', 'credits/index.mdx', true],
    ['credits/index.md', 'credits.md', true],
    ['credits/index.md', 'credits/index.mdx', true],
    ['our-credits.md', 'Our Credits.mdx', true],
    ['docs/credits.md', 'credits.mdx', false],
    ['credits.md', 'credits.txt', false],
    ['credits.md', 'credits2.mdx', false],
    ['credits.md', 'credits/a.md', false],
    ['index.md', 'a.md', false],
  ])('as %s: %s is reported: %j', async (output, other, isSame) => {
    const cwd = folder({ 'credits.yaml': source(output), [other]: 'x' });
    for (const args of [[], ['--check']]) {
      const { code, stderr } = await cli(args, { cwd });
      expect(code).toBe(0);
      expect(stderr.includes('output-slug')).toBe(isSame);
      if (isSame)
        expect(stderr).toContain(`credits.yaml:2:9 warning output-slug  ${output} and ${other} `);
    }
  });

  test('in the front matter of several views is reported', async () => {
    const docs = 'src/content/docs';
    const views = (...more: string[]) =>
      [`${docs}/a.md`, `{ path: ${docs}/b.md, frontmatter: { pagefind: false } }`, ...more].join();
    const of = (output: string) =>
      diagnoseAll(`title: x\nfrontmatter: { slug: s }\noutput: [${output}]\n`);
    const { all } = await of(views());
    expect(all.map(({ message }) => message)).toEqual([
      `${docs}/b.md and ${docs}/a.md would be the same page of the site`,
    ]);
    const own = `{ path: ${docs}/c.md, frontmatter: { slug: t } }`;
    expect((await of(`${docs}/a.md, ${own}`)).places).toEqual([]);
    expect((await of(`${docs}/a.md, other/${docs}/b.md, CREDITS.md`)).places).toEqual([]);
  });

  test('is reported before both exist, at the later of the two', async () => {
    const cwd = folder({
      'credits.yaml': 'title: x\noutput: [credits.md, credits/index.mdx, b/index.md, b.md, c.md]\n',
      'other.yaml': 'title: x\noutput: [c.mdx]\n',
    });
    for (const args of [[], ['--check']]) {
      const { code, stderr } = await cli([...args, 'credits.yaml', 'other.yaml'], { cwd });
      expect(code).toBe(0);
      expect(stderr.match(/^.* warning .*$/gm)).toEqual([
        'credits.yaml:2:22 warning output-slug  credits/index.mdx and credits.md would be the same page of the site',
        'credits.yaml:2:53 warning output-slug  b.md and b/index.md would be the same page of the site',
        'other.yaml:2:10 warning output-slug  c.mdx and c.md would be the same page of the site',
      ]);
      expect(stderr).toContain('help: choose another path or "slug" for one of the two\n');
    }
  });

  test('is not reported if one of them sets its slug, or is not a page of a site', async () => {
    const cwd = folder({
      'credits.yaml': source('credits.mdx'),
      'credits.md': '---\ntitle: x\nslug: other\n---\n',
      'slug.yaml': `${source('x.md')}frontmatter: { slug: y }\n`,
      'x.mdx': '',
      'plain.yaml': source('{ path: z.md, frontmatter: false }'),
      'z.mdx': '',
    });
    expect(await codesOf(cwd, ['credits.yaml', 'slug.yaml', 'plain.yaml'])).toEqual([]);
  });
});

test('a path that the user passes may be anywhere', () => {
  const cwd = folder({ 'a/.git/HEAD': '' });
  writeFileSync(`${cwd}/x.md`, '');
  expect(openTarget(`${cwd}/x.md`, `${cwd}/a`).realPath).toBe(`${cwd}/x.md`);
});
