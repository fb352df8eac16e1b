/** Pictures of credits: their files, and their URLs in each page. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { creditsData } from '../src/index.ts';
import { cli, folder } from './helpers/cli.ts';
import { page } from './helpers/page.ts';
import { png, svg } from './helpers/pictures.ts';

const source = (image: string, more = '') =>
  `title: x\n${more}style: { layout: table, columns: [image] }\ncredits:\n  - name: a\n    image: ${image}\n`;

/** The diagnostics of a source in a repository with these files. */
async function diagnose(image: string, files: Record<string, string | Uint8Array> = {}) {
  const cwd = folder({ '.git/HEAD': '', 'docs/credits.yaml': source(image), ...files });
  const args = ['--reporter', 'json', 'docs/credits.yaml'];
  const { code, stdout } = await cli(args, { cwd });
  const all = JSON.parse(stdout) as { line: number; column: number; code: string; help: string }[];
  return { code, all, found: all.map(({ line, column, code }) => `${line}:${column} ${code}`) };
}

/** Returns the last cell of the page at a path in a folder. */
const cellIn = (cwd: string, path: string) =>
  /\n\| (.*?) *\|\n$/.exec(readFileSync(join(cwd, path), 'utf8'))?.[1];

test('a path with # or ? is reported where Astro loads the picture', async () => {
  const views = ['docs/a.md', '{ path: README.md, frontmatter: false }', 'docs/list.mdx'];
  const cwd = folder({
    ...{ '.git/HEAD': '', 'c#.svg': svg(), '100% %23.svg': svg(), 'logos?/a.svg': svg() },
    'credits.yaml': `title: x
output: [${views[0]}, ${views[1]}, { path: ${views[2]}, style: { layout: list } }]
style: { layout: gallery }
credits:
  - { name: a, image: "c#.svg" }
  - { name: b, image: { light: "100% %23.svg", dark: "logos?/a.svg" } }
`,
  });
  const { code, stderr } = await cli([], { cwd });
  expect(code).toBe(0);
  expect(stderr.match(/credits.yaml:.*/g)).toEqual([
    'credits.yaml:5:23 warning image-name  Astro cannot load "c#.svg", as its path contains "#" (in docs/a.md)',
    'credits.yaml:6:54 warning image-name  Astro cannot load "logos?/a.svg", as its path contains "?" (in docs/a.md)',
  ]);
});

describe('an image in a field', () => {
  const report = async (intro: string, args: string[] = []) => {
    const yaml = `title: x\noutput: docs/a b.md\nintro: "${intro}"\n`;
    const files = { 'docs/own.png': png(), 'docs/á b.png': png(), 'own2.png': png() };
    const cwd = folder({ '.git/HEAD': '', 'credits.yaml': yaml, ...files });
    const { code, stderr } = await cli(args, { cwd });
    expect(code).toBe(0);
    return stderr.match(/credits.yaml:.*|help: .*/g);
  };

  test.each([
    'own.png',
    './own.png',
    './own.png?x#y',
    '<á b.png>',
    '%C3%A1%20b.png',
    '../own2.png',
    '/else.png',
    'https://e.co/else.png',
    // Aliases of a site.
    '~/else.png',
    '@/else.png',
    '$lib/else.png',
  ])('%s is not reported', async (url) => {
    expect(await report(`![x](${url}) [x](else.md)`)).toBe(null);
  });

  test.each(['else.png', './own2.png', '../own.png', '%zz'])('%s does not exist', async (url) => {
    expect(await report(`![x](own.png) ![x](${url})`)).toEqual([
      `credits.yaml:3:23 warning url-invalid  "${url}" does not exist, relative to docs/`,
      'help: write a path relative to the page, or a URL',
    ]);
  });

  test('is reported once for pages in the same folder', async () => {
    const output = '[a.md, b.md, { path: c/d.md, frontmatter: false }]';
    const cwd = folder({ 'credits.yaml': `title: x\noutput: ${output}\nintro: "![x](y.png)"\n` });
    const { stderr } = await cli([], { cwd });
    expect(stderr.match(/(?<=url-invalid ).*/g)).toEqual([
      ' "y.png" does not exist, relative to ./',
      ' "y.png" does not exist, relative to c/',
    ]);
  });

  test('is not looked for with -o, as the page may be a copy', async () => {
    expect(await report('![x](else.png)', ['-o', 'copy.md'])).toBe(null);
  });
});

describe('the file of a picture', () => {
  test.each([
    ['logos/astro.svg', 'docs/logos/astro.svg', svg()],
    ['./a.png', 'docs/a.png', png()],
    ['../assets/A b.PNG', 'assets/A b.PNG', png()],
    ['{ src: a.gif, alt: "" }', 'docs/a.gif', 'GIF89a'],
    ['a.jpeg', 'docs/a.jpeg', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['a.webp', 'docs/a.webp', 'RIFF\0\0\0\0WEBPVP8 '],
    ['a.avif', 'docs/a.avif', '\0\0\0\x1cftypavif'],
  ])('%s may exist', async (image, path, content) => {
    expect((await diagnose(image, { [path]: content })).found).toEqual([]);
  });

  test.each(['https://example.com/a.png', '//example.com/a.png', '/a.png'])(
    '%s is not looked for',
    async (image) => {
      expect((await diagnose(image)).found).toEqual([]);
    },
  );

  test.each([
    ['logos/atsro.svg', 'did you mean "logos/astro.svg"?'],
    ['logos/Astro.svg', 'did you mean "logos/astro.svg"?'],
    ['zebra.svg', 'write a path relative to the source, or a URL'],
    ['example.com/logo.png', 'write "https://example.com/logo.png" if it is a URL'],
  ])('%s is missing', async (image, help) => {
    const { code, all, found } = await diagnose(image, { 'docs/logos/astro.svg': svg() });
    expect({ code, found }).toEqual({ code: 2, found: ['5:12 image-missing'] });
    expect(all[0]?.help).toBe(help);
  });

  test.each([
    ['logos', 'write the path of a file in it'],
    ['credits.yaml', 'use a file that ends in .avif, .gif, .jpg, .png, .svg or .webp'],
    ['text.png', 'write the path of a picture'],
    ['empty.png', 'write the path of a picture'],
    ['lfs.png', 'fetch it with "git lfs pull"'],
    ['../.git/a.png', 'write the path of a picture'],
  ])('%s is not a picture', async (image, help) => {
    const { all, found } = await diagnose(image, {
      '.git/a.png': png(),
      'docs/logos/a.svg': svg(),
      'docs/text.png': 'text',
      'docs/empty.png': '',
      'docs/lfs.png': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
    });
    expect(found).toEqual(['5:12 image-invalid']);
    expect(all[0]?.help).toBe(help);
  });

  test.each(['../a.png', 'linked.png'])('%s is outside the repository', async (path) => {
    const cwd = folder({ 'site/.git/HEAD': '', 'a.png': png() });
    symlinkSync('../a.png', join(cwd, 'site/linked.png'));
    const { code, stderr } = await cli(['-', '-o', '../page.md'], {
      cwd: join(cwd, 'site'),
      stdin: `title: x\ncredits: [{ name: a, image: ${path} }]\n`,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('image-outside');
  });

  test.each([
    ['Logo.PNG', 'did you mean "logo.png"?'],
    ['astro.svg', 'did you mean "../site/logos/Astro.svg"?'],
    ['twice.png', 'write a path relative to the source, or a URL'],
    ['"<svg></svg>"', 'save the SVG as a file that ends in .svg, and write the path of the file'],
  ])('%s is not found, and the help is: %s', async (image, help) => {
    const twice = { 'a/twice.png': png(), 'b/twice.png': png() };
    const { all } = await diagnose(image, {
      ...{ 'docs/logo.png': png(), 'site/logos/Astro.svg': svg(), ...twice },
    });
    expect(all.map((each) => [each.code, each.help])).toEqual([['image-missing', help]]);
  });

  test('is checked for both color schemes, and for people', async () => {
    const yaml = `title: x
people:
  ada: { name: Ada, image: ada.png }
credits:
  - name: a
    image: { light: light.png, dark: dark.png }
    by: { name: Bob, image: { src: bob.png } }
    credits: [{ name: b, image: c.png }]
`;
    const cwd = folder({ 'credits.yaml': yaml });
    const { stdout } = await cli(['--reporter', 'json'], { cwd });
    const all = JSON.parse(stdout) as { line: number; column: number; code: string }[];
    expect(all.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '3:28 image-missing',
      '6:21 image-missing',
      '6:38 image-missing',
      '7:36 image-missing',
      '8:33 image-missing',
    ]);
  });
});

describe('the URL of a picture', () => {
  const files = { 'docs/logos/astro.svg': svg(), 'docs/100% [a] #1 & é@2x.png': png() };

  test.each([
    ['logos/astro.svg', 'docs/credits.md', './logos/astro.svg'],
    ['./logos/../logos/astro.svg', 'docs/credits.mdx', './logos/astro.svg'],
    ['logos/astro.svg', 'docs/a/b/credits.md', '../../logos/astro.svg'],
    ['logos/astro.svg', 'CREDITS.md', './docs/logos/astro.svg'],
    ['logos/astro.svg', 'src/content/docs/credits.md', '../../../docs/logos/astro.svg'],
    ['"100% [a] #1 & é@2x.png"', 'docs/b.md', './100%25%20%5Ba%5D%20%231%20&%20é@2x.png'],
    ['https://e.co/a.png?b=c%20d#e', 'docs/b.md', 'https://e.co/a.png?b=c%20d#e'],
    ['/a.png', 'docs/b.md', '/a.png'],
  ])('%s in %s is %s', async (image, path, url) => {
    const output = `output: ${path.startsWith('docs/') ? path.slice(5) : `../${path}`}\n`;
    const cwd = folder({ '.git/HEAD': '', ...files, 'docs/credits.yaml': source(image, output) });
    expect(await cli(['docs/credits.yaml'], { cwd })).toMatchObject({ code: 0 });
    expect(cellIn(cwd, path)).toBe(`<span class="credits-image">![](${url})</span>`);

    const printed = await cli(['credits.yaml', '-o', '-'], { cwd: join(cwd, 'docs') });
    expect(printed.stdout).toBe(readFileSync(join(cwd, path), 'utf8'));
  });

  test.each([
    ['%E9.png', '<img src="https://e.co/%E9.png" alt="" />'],
    ['100%.png', '![](https://e.co/100%25.png)'],
    ['%C3%A9%2F%20(1).png?a=%', '![](<https://e.co/%C3%A9%2F%20(1).png?a=%25>)'],
  ])('%s can be decoded by Astro, and is as written for GitHub', async (path, expected) => {
    const image = `https://e.co/${path}`;
    const yaml = `title: x\nstyle: { layout: gallery }\ncredits: [{ name: a, image: "${image}" }]\n`;
    for (const format of ['md', 'mdx'] as const) {
      const text = await page(yaml, format);
      // Without the braces, JSX alone in a paragraph would be a block.
      expect(text.replace('{}', '')).toContain(`\n- ${expected} a\n`);
    }
    const view = `output: { path: A.md, frontmatter: false }\n${yaml}`;
    expect(await page(view)).toContain(`<img src="${image}"`);
  });

  test('that Astro cannot decode has no vertical bar in a table', async () => {
    const image = '{ src: "https://e.co/%E9.png", alt: "a|b" }';
    const source = `title: x\nstyle: { layout: table }\ncredits: [{ name: a, image: ${image} }]\n`;
    expect(await page(source)).toContain('<img src="https://e.co/%E9.png" alt="a&#124;b" />');
  });

  test('in Markdown can be decoded by Astro', async () => {
    expect(await page('title: x\nintro: "![a](https://e.co/%E9.png)"', 'mdx')).toContain(
      '\n{}<img src="https://e.co/%E9.png" alt="a" />\n',
    );
  });

  test('leads from the page that -o names', async () => {
    const cwd = folder({ ...files, 'docs/credits.yaml': source('logos/astro.svg') });
    await cli(['docs/credits.yaml', '-o', 'else/page.md'], { cwd });
    expect(cellIn(cwd, 'else/page.md')).toContain('![](../docs/logos/astro.svg)');
  });

  test('fits each view, and a region', async () => {
    const output = 'output: [a/credits.md, { path: ../README.md, region: credits }]\n';
    const readme = '<!-- credits:start -->\n<!-- credits:end -->\n';
    const yaml = source('logos/astro.svg', output);
    const cwd = folder({
      ...{ '.git/HEAD': '', 'README.md': readme, 'docs/credits.yaml': yaml },
      ...files,
    });
    expect(await cli(['docs/credits.yaml'], { cwd })).toMatchObject({ code: 0 });
    expect(cellIn(cwd, 'docs/a/credits.md')).toContain('![](../logos/astro.svg)');
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toContain('![](./docs/logos/astro.svg)');
  });

  test('leads from the folder that a link leads to', async () => {
    const yaml = source('logos/astro.svg', 'output: linked/credits.md\n');
    const cwd = folder({ '.git/HEAD': '', ...files, 'docs/credits.yaml': yaml });
    mkdirSync(join(cwd, 'deep/er'), { recursive: true });
    symlinkSync('../deep/er', join(cwd, 'docs/linked'));
    await cli(['docs/credits.yaml'], { cwd });
    expect(cellIn(cwd, 'deep/er/credits.md')).toContain('![](../../docs/logos/astro.svg)');
  });

  test('is as written in the library', async () => {
    expect(await page(source('logos/no such.svg'))).toContain('![](logos/no%20such.svg)');
    const [credit] = creditsData(source('{ light: a.png, dark: b.png, alt: c }')).credits ?? [];
    expect(credit).toEqual({ name: 'a', image: { light: 'a.png', dark: 'b.png', alt: 'c' } });
  });
});

describe('an invalid picture', () => {
  test.each([
    ['a\\b.png', '5:12 image-backslash'],
    ['https://e.co/a\\b.png', '5:12 image-backslash'],
    ['javascript:x', '5:12 url-scheme'],
    ['"data:image/png;base64,AAAA"', '5:12 url-scheme'],
    ['C:/a.png', '5:12 url-scheme'],
    ['mailto:a@b.co', '5:12 bad-value'],
    ['""', '5:12 text-empty'],
    ['[a.png]', '5:12 wrong-type'],
    ['{}', '5:12 missing-key'],
    ['{ alt: x }', '5:12 missing-key'],
    ['{ light: /a.png }', '5:12 missing-key'],
    ['{ dark: /a.png, alt: x }', '5:12 missing-key'],
    ['{ src: /a.png, light: /b.png, dark: /c.png }', '5:19 bad-value'],
    ['{ url: /a.png }', '5:14 unknown-key'],
    ['{ src: [] }', '5:19 wrong-type'],
    ['https:///a.png', '5:12 url-invalid'],
  ])('%s is %s', async (image, place) => {
    expect((await diagnose(image)).found).toEqual([place]);
  });
});

test.each(['list', 'names'])('%s leaves pictures out without a warning', async (layout) => {
  const yaml = `title: x\nstyle: { layout: ${layout} }\ncredits: [{ name: a, image: a.png }]\n`;
  const cwd = folder({ 'credits.yaml': yaml, 'a.png': png() });
  const { code, stdout, stderr } = await cli(['--strict', '-o', '-'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toContain('png');
});

test('a file in avatars is the picture of a person without another file', async () => {
  const yaml = `title: x
style: { layout: gallery }
credits:
  - person: Ada (@ada)
  - person: { handle: bob, image: https://e.co/bob.png }
  - person: { handle: eve, image: eve.png }
  - { person: Ada (@ada), image: own.png }
  - person: "@zoe"
  - person: "@kim"
`;
  const cwd = folder({
    ...{ 'credits.yaml': yaml, 'eve.png': png(), 'own.png': png(), 'avatars/eve.png': png() },
    ...{ 'avatars/ada.webp': '', 'avatars/ada.jpg': '', 'avatars/bob.png': png() },
    'avatars/Kim.png': png(),
  });
  const { stdout } = await cli(['-o', '-'], { cwd });
  expect(stdout.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    '- ![](./avatars/ada.jpg) **Ada** (@ada)',
    '- ![](./avatars/bob.png) @bob',
    '- ![](./eve.png) @eve',
    '- ![](./own.png) **Ada** (@ada)',
    '- @zoe',
    '- ![](./avatars/Kim.png) @kim',
  ]);
});

describe('import', () => {
  const gallery = `title: x
output: site/credits.md
handles: github
style: { layout: gallery }
credits:
  - person: Ada (@ada)
  - person: Bob (@bob)
    image: avatars/ada.png
  - person: "@zoe"
    image: { src: avatars/zoe.jpg, alt: Zoe }
sections:
  - credits:
      - name: Acme
        url: https://acme.example
        image: { light: "100% #1.svg", dark: logos/dark.svg }
      - name: Beta
        image: https://beta.example/logo.png
        description: lends *machines*
`;

  test('reads the pictures of a gallery as paths from the source', async () => {
    const cwd = folder({
      ...{ '.git/HEAD': '', 'docs/credits.yaml': gallery, 'docs/logos/dark.svg': svg() },
      ...{ 'docs/100% #1.svg': svg(), 'docs/avatars/ada.png': png() },
      'docs/avatars/zoe.jpg': Buffer.from('\xff\xd8\xff\xe0', 'latin1'),
    });
    expect(await cli(['docs/credits.yaml'], { cwd })).toMatchObject({ code: 0 });
    const built = readFileSync(join(cwd, 'docs/site/credits.md'), 'utf8');
    const { code, stderr } = await cli(
      ['import', 'docs/site/credits.md', '-o', 'docs/again.yaml'],
      { cwd },
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'wrote docs/again.yaml: 5 credits\ndocs/site/credits.md is reproduced byte for byte\n',
    });
    const yaml = readFileSync(join(cwd, 'docs/again.yaml'), 'utf8');
    const images = [...yaml.matchAll(/image: (.*)/g)].map(([, image]) => image);
    // Without a picture of her own, Ada has that in the folder `avatars`.
    expect(images).toEqual([
      'avatars/ada.png',
      '{ src: avatars/zoe.jpg, alt: Zoe }',
      '{ light: "100% #1.svg", dark: logos/dark.svg }',
      'https://beta.example/logo.png',
    ]);
    expect(await cli(['docs/again.yaml', '--check'], { cwd })).toMatchObject({ code: 0 });
    expect(built).toContain('![](../100%25%20%231.svg)');
  });
});
