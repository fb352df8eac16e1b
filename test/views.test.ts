/** Several views of a source: pages, and regions of other files. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import fc from 'fast-check';
import prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import { cli, folder } from './helpers/cli.ts';
import { page } from './helpers/page.ts';
import { isSlow, numRuns, seed } from './helpers/test-size.ts';

const read = (path: string) => readFileSync(path, 'utf8');

const SECTIONS = `
intro: Hello.
credits:
  - name: Own
sections:
  - title: One
    style: { bold: false }
    intro: First.
    credits:
      - name: A
    sections:
      - title: Deep
        credits:
          - name: B
  - title: Two
    credits:
      - name: C
outro: Bye.
`;

const source = (output: string, more = SECTIONS) => `title: Thanks\noutput: ${output}\n${more}`;

const REGION = '<!-- credits:start -->\n<!-- credits:end -->\n';
const NIX = '\ncredits:\n  - name: Nix\n';
const FILLED = '<!-- credits:start -->\n\n- **Nix**\n\n<!-- credits:end -->\n';

/** Builds in a folder with these files. Returns the output, and a function that reads a file. */
async function built(files: Record<string, string>, args: string[] = []) {
  const cwd = folder(files);
  const ran = await cli(args, { cwd });
  return { ...ran, cwd, of: (path: string) => read(`${cwd}/${path}`) };
}

async function fillRegion(file: string, more = NIX, path = 'README.md') {
  const files = {
    'credits.yaml': source(`{ path: ${path}, region: credits }`, more),
    [path]: file,
  };
  const { code, stderr, cwd, of } = await built(files);
  return { code, stderr, cwd, text: of(path) };
}

describe('several views', () => {
  test('show the title in the front matter, as a heading, or not at all', async () => {
    const { code, stderr, of } = await built({
      'credits.yaml': source(
        `
  - a.md
  - b/a.mdx
  - { path: c.md, frontmatter: false }
  - { path: d.md, title: heading }
  - { path: e.md, frontmatter: false, title: none }`,
        '\ndescription: d\nintro: "{x}"\n',
      ),
    });
    expect(code).toBe(0);
    expect(stderr).toBe(
      'created a.md\ncreated b/a.mdx\ncreated c.md\ncreated d.md\ncreated e.md\n',
    );
    expect(of('a.md')).toBe('---\ntitle: Thanks\ndescription: d\n---\n\n{x}\n');
    expect(of('b/a.mdx')).toBe('---\ntitle: Thanks\ndescription: d\n---\n\n\\{x}\n');
    expect(of('c.md')).toBe('# Thanks\n\n{x}\n');
    expect(of('d.md')).toBe('---\ndescription: d\n---\n\n# Thanks\n\n{x}\n');
    expect(of('e.md')).toBe('{x}\n');
  });

  test('need no title if none shows it', async () => {
    const files = { 'credits.yaml': 'output: [{ path: a.md, title: none }]\nintro: x\n' };
    expect((await built(files)).of('a.md')).toBe('x\n');
  });

  test('build the same pages as each view alone', async () => {
    const views = ['a.md', 'b.mdx', '{ path: c.md, frontmatter: false }'];
    const html = '\nhtml: true\nintro: "<b>x</b> a[^1]\\n\\n[^1]: b"\n';
    const together = await built({ 'credits.yaml': source(`[${views}]`, html) });
    for (const [index, view] of views.entries()) {
      const path = ['a.md', 'b.mdx', 'c.md'][index] ?? '';
      const alone = await built({ 'credits.yaml': source(view, html) });
      expect(together.of(path)).toBe(alone.of(path));
    }
  });

  test('are each shown in their format and style', async () => {
    const cards = '\nstyle: { layout: cards }\ncredits:\n  - name: x\n';
    const { of } = await built({ 'credits.yaml': source('[a.mdx, b.md]', cards) });
    expect(of('a.mdx')).toContain('<Card title="x" />');
    expect(of('b.md')).toContain('- **x**');
    const fixed = source('[a.mdx, { path: b.mdx, style: { layout: list } }]', cards);
    expect((await built({ 'credits.yaml': fixed })).of('b.mdx')).toContain('- **x**');
  });

  test('report Markdown that is invalid as MDX once', async () => {
    const { code, stderr } = await built({
      'credits.yaml': source('[a.md, b.mdx]', '\nhtml: true\nintro: a <br>\n'),
    });
    expect(code).toBe(2);
    expect(stderr.match(/mdx-syntax/g)).toHaveLength(1);
  });
});

describe('a view', () => {
  test('only shows its sections, at any level', async () => {
    const { of } = await built({
      'credits.yaml': source('{ path: a.md, title: none, sections: [Two, Deep] }'),
    });
    expect(of('a.md')).toBe('## Deep\n\n- B\n\n## Two\n\n- **C**\n');
  });

  test('shows a section and its subsections once', async () => {
    const { of } = await built({
      'credits.yaml': source(
        '{ path: a.md, frontmatter: false, title: none, sections: [One, Deep] }',
      ),
    });
    expect(of('a.md')).toBe('## One\n\nFirst.\n\n- A\n\n### Deep\n\n- B\n');
  });

  test('has a style that overrides that of the page, but not those of sections', async () => {
    const { of } = await built({
      'credits.yaml': `style: { by: von, separator: ": " }\n${source(
        '{ path: a.md, frontmatter: false, title: none, style: { separator: " / ", bold: true } }',
        `
credits:
  - { name: A, by: B, description: c }
sections:
  - title: One
    style: { separator: "; " }
    credits: [{ name: D, by: E, description: f }]
`,
      )}`,
    });
    expect(of('a.md')).toBe('- **A** von B / c\n\n## One\n\n- **D** von E; f\n');
  });

  test('only imports the components that it needs', async () => {
    const { of } = await built({
      'credits.yaml': source(
        '[a.mdx, { path: b.mdx, sections: [Two] }, { path: c.mdx, style: { layout: names } }]',
        `
html: true
intro: 'import { CardGrid } from "./grid.js"'
style: { layout: cards }
sections:
  - { title: One, credits: [{ name: A, url: b }] }
  - { title: Two, credits: [{ name: C }] }
`,
      ),
    });
    const imports = (path: string) => of(path).match(/^import.*$/gm);
    expect(imports('a.mdx')).toEqual([
      'import { Card, LinkCard } from "@astrojs/starlight/components";',
      'import { CardGrid } from "./grid.js"',
    ]);
    expect(imports('b.mdx')).toEqual([
      'import { Card, CardGrid } from "@astrojs/starlight/components";',
    ]);
    expect(imports('c.mdx')).toEqual(['import { CardGrid } from "./grid.js"']);
  });
});

describe('a region', () => {
  test.each<[string, string, string]>([
    ['alone in a file', REGION, FILLED],
    ['without a line end', REGION.trimEnd(), FILLED.trimEnd()],
    ['between text', `# Us\n\nx\n${REGION}y\n`, `# Us\n\nx\n${FILLED}y\n`],
    ['with old lines', `a\n\n${REGION.replace('\n', '\nold\n\n# x\n')}`, `a\n\n${FILLED}`],
    ['in HTML', `<details>\n${REGION}</details>\n`, `<details>\n${FILLED}</details>\n`],
    ['after front matter', `---\nx: y\n---\n${REGION}`, `---\nx: y\n---\n${FILLED}`],
    [
      'with other spaces in its markers',
      '  <!--credits:start-->\t\n<!--  credits:end  -->',
      '  <!--credits:start-->\t\n\n- **Nix**\n\n<!--  credits:end  -->',
    ],
  ])('%s is filled, and not changed by the next build', async (_, file, text) => {
    const first = await fillRegion(file);
    expect(first).toMatchObject({ code: 0, text });
    const second = await cli([], { cwd: first.cwd });
    expect(second.stderr).toBe('README.md is up to date\n');
    expect(read(`${first.cwd}/README.md`)).toBe(text);
  });

  test('in an .mdx file is filled, with its notice', async () => {
    const file = '# a\n\n<A>\n{/* credits:start */}\n{/* credits:end */}\n</A>\n';
    const { text } = await fillRegion(file, `\nnotice: true${NIX}`, 'a.mdx');
    expect(text).toBe(
      '# a\n\n<A>\n{/* credits:start */}\n\n{/* Generated by starlight-credits from credits.yaml. Do not edit by hand. */}\n\n- **Nix**\n\n{/* credits:end */}\n</A>\n',
    );
  });

  test('does not import components that its file imports', async () => {
    const more = '\nstyle: { layout: cards }\ncredits: [{ name: x, url: y }]\n';
    const region = '{/* credits:start */}\n\n{/* credits:end */}\n';
    const own = 'import { CardGrid } from "./grid.js"\n\n';
    const { text, cwd } = await fillRegion(own + region, more, 'a.mdx');
    expect(text).toContain('import { LinkCard } from');
    await cli([], { cwd });
    expect(read(`${cwd}/a.mdx`)).toBe(text);

    const views = '[{ path: a.mdx, region: credits }, { path: a.mdx, region: more }]';
    const files = {
      'credits.yaml': source(views, more),
      'a.mdx': region + region.replaceAll('credits', 'more'),
    };
    const two = await built(files);
    expect(two.of('a.mdx').match(/^import .*$/gm)).toHaveLength(1);
    const again = two.of('a.mdx');
    await cli([], { cwd: two.cwd });
    expect(two.of('a.mdx')).toBe(again);
  });

  test.each<[string, number]>([
    ['', 2],
    ['# a\n\n', 2],
    ['# a\n\n## b\n\n', 3],
    ['## b\n\n# a\n\n', 2],
    ['a\n=\n\nb\n-\n\n', 3],
    ['### a\n\n```\n# b\n```\n\n    # c\n\n> # d\n\n- # e\n\n', 4],
    ['---\ntitle: a\n---\n\n', 2],
    ['<h2 align="center">a</h2>\n\n', 3],
    ['<!-- <h2>a</h2> -->\n\n', 2],
    ['<a href="b"><h2>a</h2></a>\n\n', 3],
    ['`<h2>`\n\n', 2],
    ['## a\n\n<!-- toc:start -->\n\n#### b\n\n<!-- toc:end -->\n\n', 3],
    ['## a\n\n<!-- all:start -->\n\n#### b\n\n', 5],
  ])('below %j has headings of level %d', async (before, level) => {
    const { text } = await fillRegion(before + REGION, '\nsections: [{ title: One }]\n');
    expect(text).toContain(`\n\n${'#'.repeat(level)} One\n`);
  });

  test('shifts the headings of its Markdown, and renames its footnotes', async () => {
    const more = '\nintro: "## x\\n\\na[^1]\\n\\n[^1]: b"\n';
    const { text } = await fillRegion(`### a[^1]\n\n[^1]: own\n\n${REGION}`, more);
    expect(text).toContain('\n#### x\n\na[^credits-1]\n\n[^credits-1]: b\n');
  });

  test('shifts even the highest heading of its Markdown', async () => {
    const more = '\nintro: "# x\\n\\n### y"\nsections: [{ title: One }]\n';
    const { text } = await fillRegion(`## a\n\n${REGION}`, more);
    expect(text.match(/^#+ .*/gm)).toEqual(['## a', '### x', '##### y', '#### One']);
    // Without a heading above the region, headings keep their levels.
    expect((await fillRegion(REGION, more)).text.match(/^#+ .*/gm)).toEqual([
      '# x',
      '### y',
      '## One',
    ]);
  });

  test('cannot have headings below level 6', async () => {
    const more = '\nintro: "### x"\nsections: [{ title: a, sections: [{ title: b }] }]\n';
    const { code, stderr, text } = await fillRegion(`##### a\n\n${REGION}`, more);
    expect(code).toBe(2);
    expect(stderr).toContain(
      '4:8 error heading-depth  heading level 7 in README.md exceeds the maximum of 6',
    );
    expect(stderr).toContain('5:44 error heading-depth');
    expect(text).toBe(`##### a\n\n${REGION}`);
  });

  test('preserves CRLF, a byte order mark and mixed line ends', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect((await fillRegion(crlf(`a\n\n${REGION}b`))).text).toBe(crlf(`a\n\n${FILLED}b`));
    expect((await fillRegion(`\ufeff${REGION}`)).text).toBe(`\ufeff${FILLED}`);
    expect((await fillRegion(`a\r\nb\n${REGION}c\r\n`)).text).toBe(`a\r\nb\n${FILLED}c\r\n`);
    expect((await fillRegion(`a\nb\n${crlf(REGION)}c\n`)).text).toBe(`a\nb\n${crlf(FILLED)}c\n`);
  });

  test('is not changed if only its line ends differ', async () => {
    const file = FILLED.replace('start -->\n\n', 'start -->\r\n\r\n');
    const { stderr, text } = await fillRegion(file);
    expect(stderr).toBe('README.md is up to date\n');
    expect(text).toBe(file);
  });

  test.each(['README.md', 'a.mdx'])('is not changed by Prettier in %s', async (path) => {
    const isMdx = path.endsWith('x');
    const file = `# a\n\nb\n\n${isMdx ? '{/* credits:start */}\n{/* credits:end */}\n' : REGION}\nc\n`;
    const parser = isMdx ? 'mdx' : 'markdown';
    for (const more of ['', `\nnotice: true\nintro: '| a |\\n| - |'${NIX}`, SECTIONS]) {
      const { text } = await fillRegion(file, more, path);
      expect(await prettier.format(text, { parser })).toBe(text);
    }
  });
});

describe('an error is reported, and the file is not changed, for', () => {
  const [start, end] = ['<!-- credits:start -->\n', '<!-- credits:end -->\n'];
  test.each<[string, string, string]>([
    [`x\n\n${start}`, '3:1 error region-markers', 'has no "<!-- credits:end -->" below it'],
    [`x\n\n${end}`, '3:1 error region-markers', 'has no "<!-- credits:start -->" above it'],
    [end + start, '1:1 error region-markers', 'swap the two markers'],
    [start + start + end, '2:1 error region-markers', 'is already on line 1'],
    [start + end + start + end, '3:1 error region-markers', 'is already on line 1'],
    [start + end + end, '3:1 error region-markers', 'is already on line 2'],
    [
      `${start}<!-- toc:start -->\n${end}`,
      '2:1 error region-markers',
      '"<!-- toc:start -->" is inside the region "credits"',
    ],
    [`${start}\`\`\`\n${end}`, '1:1 error region-markers', 'below it'],
  ])('%j', async (file, place, words) => {
    const { code, stderr, text } = await fillRegion(file);
    expect(code).toBe(2);
    expect(stderr).toContain(`README.md:${place}`);
    expect(stderr).toContain(words);
    expect(text).toBe(file);
  });

  test.each([
    '',
    'x\n',
    `\`\`\`\n${REGION}\`\`\`\n`,
    REGION.replace(/^/gm, '    '),
    REGION.replace(/^/gm, '> '),
    `- x\n\n${REGION.replace(/^(?=.)/gm, '  ')}`,
    REGION.replace(/^(?=.)/gm, 'a '),
    REGION.replace(/(?<=.)$/gm, ' a'),
    `<!--\n${REGION.replaceAll(' -->', '')}-->\n`,
    `<div>\n<!--\n${REGION.replace('-->', '->')}</div>\n`,
    `<pre>\n${REGION}</pre>\n`,
    `<script>\n${REGION}</script>\n`,
    `---\na: |\n${REGION.replace(/^(?=.)/gm, '  ')}---\n`,
    REGION.replaceAll('credits', 'other'),
    REGION.replaceAll('credits', 'Credits'),
    `\`${REGION.trim()}\`\n`,
  ])('%j, which has no markers', async (file) => {
    const { code, stderr, text } = await fillRegion(file);
    expect(code).toBe(2);
    expect(stderr).toContain('credits.yaml:2:36 error region-missing');
    const at = file.split('\n').findIndex((line) => line.includes('<!-- credits:start -->'));
    expect(stderr).toContain(
      at < 0
        ? '<!-- credits:start --> and <!-- credits:end -->'
        : `"<!-- credits:start -->" on line ${at + 1} of README.md is not recognized as a marker`,
    );
    expect(text).toBe(file);
  });

  test('a missing file', async () => {
    const { code, stderr, cwd } = await built({
      'credits.yaml': source('{ path: README.md, region: credits }'),
    });
    expect(code).toBe(2);
    expect(stderr).toContain(
      '2:17 error region-host  could not read README.md, which should contain a region',
    );
    mkdirSync(`${cwd}/README.md`);
    expect((await cli([], { cwd })).stderr).toContain('it is a folder, not a file');
  });

  test('bytes that are not UTF-8', async () => {
    const cwd = folder({
      'credits.yaml': source('{ path: README.md, region: credits }'),
      'README.md': Buffer.from(`\xe9\n${REGION}`, 'latin1'),
    });
    expect((await cli([], { cwd })).stderr).toContain('not encoded as UTF-8');
  });

  test('invalid MDX, such as Markdown markers', async () => {
    const { code, stderr } = await fillRegion(`x\n\n${REGION}`, NIX, 'a.mdx');
    expect(code).toBe(2);
    expect(stderr).toContain('a.mdx:3:2 error page-mdx');
  });

  test('a file that is too complex to parse', async () => {
    expect((await fillRegion(`${'> '.repeat(20_000)}x\n\n${REGION}`)).stderr).toContain(
      'README.md:1:1 error',
    );
    expect((await fillRegion(`${'*a '.repeat(20_000)}\n\n${REGION}`)).stderr).toContain(
      'README.md:1:1 error markdown-too-long',
    );
  });

  test('markers of MDX in different elements', async () => {
    const file = '<A>\n{/* credits:start */}\n</A>\n\n{/* credits:end */}\n';
    const { stderr } = await fillRegion(file, NIX, 'a.mdx');
    expect(stderr).toContain('a.mdx:5:1 error region-markers');
    expect(stderr).toContain('is not in the same element');
  });

  test.each(['<!-- x', '<!-- credits:end -->', '<!-- a:start -->', '<script>'])(
    'raw HTML such as %j in it',
    async (html) => {
      const more = `\nhtml: true\nintro: ${JSON.stringify(html)}\n`;
      const { code, stderr, text } = await fillRegion(REGION, more);
      expect(code).toBe(2);
      expect(stderr).toContain('error region-content');
      expect(text).toBe(REGION);
    },
  );

  test('a list that would contain the indented end marker', async () => {
    const file = '# T\n\n  <!-- credits:start -->\n  <!-- credits:end -->\n';
    const { code, stderr, text } = await fillRegion(file);
    expect({ code, text }).toEqual({ code: 2, text: file });
    expect(stderr).toContain('error region-content');
    expect((await fillRegion(file, '\nintro: x\n')).code).toBe(0);
  });

  test('an aside that would close its parent', async () => {
    const file = `:::note\n${REGION}:::\n`;
    const more = '\nintro: ":::tip\\nx\\n:::"\n';
    const { code, stderr, text } = await fillRegion(file, more, 'src/content/docs/a.md');
    expect({ code, text }).toEqual({ code: 2, text: file });
    expect(stderr).toContain('error region-content');
  });
});

test('raw HTML in a region is valid if it is closed', async () => {
  const more = '\nhtml: true\nintro: "<div>\\n<!-- x -->\\n</div>"\n';
  expect((await fillRegion(REGION, more)).code).toBe(0);
});

describe('the same file', () => {
  test('can contain several regions, even of several sources', async () => {
    const file = REGION.replaceAll('credits', 'b') + REGION + REGION.replaceAll('credits', 'c');
    const { code, stderr, of, cwd } = await built(
      {
        'one.yaml': source('[{ path: README.md, region: credits }, { path: x.md }]', NIX),
        'two.yaml': source(
          '[{ path: ./README.md, region: b }, { path: x/../README.md, region: c }]',
          '\nsections: [{ title: One }]\n',
        ),
        'README.md': file,
      },
      ['one.yaml', 'two.yaml'],
    );
    expect(code).toBe(0);
    expect(stderr).toBe('updated README.md\ncreated x.md\n');
    const section = (name: string) => `<!-- ${name}:start -->\n\n## One\n\n<!-- ${name}:end -->\n`;
    expect(of('README.md')).toBe(section('b') + FILLED + section('c'));
    await cli(['two.yaml', 'one.yaml'], { cwd });
    expect(of('README.md')).toBe(section('b') + FILLED + section('c'));
  });

  test.each([
    ['[a.md, ./a.md]', '2:16', 'another view also writes a.md'],
    ['[a.md, A.md]', '2:16', 'also writes a.md, which is A.md on some systems'],
    ['["\\u00e9.md", "e\\u0301.md"]', '2:23', 'also writes \u00e9.md, which is e\u0301.md on some'],
    ['[a.md, { path: a.md, region: credits }]', '2:24', 'another view also writes a.md'],
    [
      '[{ path: a.md, region: credits }, { path: a.md, region: credits }]',
      '2:51',
      'another view also writes a.md',
    ],
  ])('cannot be the output of the views %s', async (output, place, words) => {
    const { code, stderr, of } = await built({ 'credits.yaml': source(output), 'a.md': REGION });
    expect(code).toBe(2);
    expect(stderr).toContain(`credits.yaml:${place} error output-twice`);
    expect(stderr).toContain(words);
    expect(of('a.md')).toBe(REGION);
  });

  test('cannot be a page of one source and contain a region of another', async () => {
    const files = {
      'a.yaml': source('a.md'),
      'b.yaml': source('{ path: a.md, region: credits }'),
      'a.md': REGION,
    };
    const { stderr } = await built(files, ['a.yaml', 'b.yaml']);
    expect(stderr).toContain('b.yaml:2:17 error output-twice  a.yaml also writes a.md');
  });

  test.skipIf(process.platform === 'win32')('is recognized through a symbolic link', async () => {
    const cwd = folder({ 'credits.yaml': source('[a.md, b.md]'), 'a.md': '' });
    symlinkSync('a.md', `${cwd}/b.md`);
    expect((await cli([], { cwd })).stderr).toContain('error output-twice');
  });
});

describe('a build of several views', () => {
  const files = {
    'credits.yaml': source('[a.md, { path: README.md, region: credits }, b.md]', NIX),
    'README.md': `# x\n\n${REGION}`,
  };

  test('writes nothing if one view has an error', async () => {
    const { code, cwd } = await built({ ...files, 'README.md': 'x\n' });
    expect(code).toBe(2);
    expect(readdirSync(cwd).sort()).toEqual(['README.md', 'credits.yaml']);
  });

  test('writes nothing if one page cannot be read', async () => {
    const cwd = folder(files);
    mkdirSync(`${cwd}/b.md`);
    expect((await cli([], { cwd })).code).toBe(2);
    expect(existsSync(`${cwd}/a.md`)).toBe(false);
    expect(read(`${cwd}/README.md`)).toBe(files['README.md']);
  });

  test.runIf(process.platform === 'linux').each(['/proc/a.md', '/proc/self/a/b.md'])(
    'the page cannot be %s',
    async (path) => {
      const { code, stderr } = await cli(['-o', path], { cwd: folder(files) });
      expect(code).toBe(2);
      expect(stderr).toContain('could not write the page: no file can be created there\n  help: ');
    },
  );

  test.each([
    ['below another page', '[a.md, x.md, x.md/b.md]'],
    ['below a later page', '[a.md, x.md/b.md, x.md]'],
    ['below an existing file', '[a.md, credits.yaml/b.md]'],
    ['too long', `[a.md, ${'x'.repeat(300)}.md]`],
  ])('writes nothing if the path of one page is %s', async (_, output) => {
    const { code, stderr, cwd } = await built({ 'credits.yaml': source(output, NIX) });
    expect(code).toBe(2);
    expect(stderr).toContain('error output-unwritable');
    expect(existsSync(`${cwd}/a.md`)).toBe(false);
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('writes a page with a file name of maximum length', async () => {
    const name = `${'x'.repeat(252)}.md`;
    expect((await built({ 'credits.yaml': source(name, NIX) })).code).toBe(0);
  });

  test('does not write an unchanged file', async () => {
    const { cwd } = await built(files);
    utimesSync(`${cwd}/README.md`, 1e9, 1e9);
    const { stderr } = await cli([], { cwd });
    expect(stderr).toBe('a.md is up to date\nREADME.md is up to date\nb.md is up to date\n');
    expect(statSync(`${cwd}/README.md`).mtimeMs).toBe(1e12);
  });

  test('with --check shows the difference of each page', async () => {
    const { cwd } = await built(files);
    expect((await cli(['--check'], { cwd })).code).toBe(0);
    writeFileSync(`${cwd}/README.md`, read(`${cwd}/README.md`).replace('Nix', 'Guix'));
    writeFileSync(`${cwd}/b.md`, '');
    const { code, stdout, stderr } = await cli(['--check'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('--- a/README.md\n+++ b/README.md\n@@ -1,7 +1,7 @@\n');
    expect(stdout).toContain('-- **Guix**\n+- **Nix**\n');
    expect(stdout).toContain('+++ b/b.md\n');
    expect(stdout).not.toContain('a.md');
    expect(stderr).toContain('a.md is up to date');
    expect(stderr.match(/error out-of-date/g)).toHaveLength(2);
    expect(read(`${cwd}/README.md`)).toContain('Guix');
  });

  test('with --check does not show line ends as a difference', async () => {
    const { cwd } = await built(files);
    const changed = read(`${cwd}/README.md`).replace('Nix', 'Guix').replaceAll('\n', '\r\n');
    writeFileSync(`${cwd}/README.md`, changed);
    const { stdout } = await cli(['--check'], { cwd });
    expect(stdout).not.toContain('\r');
    expect(stdout.match(/^[-+](?![-+]{2})/gm)).toHaveLength(2);
  });
});

describe('-o', () => {
  test('replaces the path of a single view, even in a list', async () => {
    for (const output of [
      '{ path: a.md, frontmatter: false }',
      '[{ path: a.md, frontmatter: false }]',
    ]) {
      const { of } = await built({ 'credits.yaml': source(output, NIX) }, ['-o', 'x.md']);
      expect(of('x.md')).toBe('# Thanks\n\n- **Nix**\n');
    }
    const region = source('{ path: a.md, region: credits }', NIX);
    const { of } = await built({ 'credits.yaml': region, 'x.md': REGION }, ['-o', 'x.md']);
    expect(of('x.md')).toBe(FILLED);
  });

  test('writes the whole page if there are several views', async () => {
    const output =
      '[{ path: a.md, region: x }, { path: b.md, sections: [Two] }, { path: c.mdx, frontmatter: false }]';
    const { code, of, cwd } = await built({ 'credits.yaml': source(output) }, ['-o', 'x.md']);
    expect(code).toBe(0);
    expect(of('x.md')).toMatch(/^# Thanks\n\nHello\.\n/);
    expect(readdirSync(cwd).sort()).toEqual(['credits.yaml', 'x.md']);
    expect((await cli(['-o', '-'], { cwd })).stdout).toBe(of('x.md'));
  });

  test('requires a title for the whole page', async () => {
    const output = 'output: [{ path: a.md, region: x }, { path: b.md, region: x }]\n';
    const files = { 'credits.yaml': `${output}credits: [a]\n`, 'a.md': 'x\n' };
    const { code, stderr, cwd } = await built(files, ['-o', 'x.md']);
    expect(code).toBe(2);
    expect(stderr).toContain('credits.yaml:1:1 error missing-key  missing key "title" in a page');
    expect(existsSync(`${cwd}/x.md`)).toBe(false);
  });

  test('prints the content of a region to stdout without reading its file', async () => {
    const output = '{ path: README.md, region: credits }';
    const { code, stdout } = await built({ 'credits.yaml': source(output, NIX) }, ['-o', '-']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '- **Nix**\n' });
  });
});

test('a region is found after thousands of lines of HTML', async () => {
  const lines = '<tr><td>A <!-- b\n--></td></tr>\n'.repeat(isSlow ? 20_000 : 2_000);
  const { code, text } = await fillRegion(`<table>\n${lines}</table>\n\n${REGION}`);
  expect({ code, end: text.slice(-FILLED.length) }).toEqual({ code: 0, end: FILLED });
});

test('a region is found in an element whose name starts with "pre"', async () => {
  expect((await fillRegion(`<preview-box>\n${REGION}</preview-box>\n`)).code).toBe(0);
});

test('the library builds the whole page', async () => {
  const views = '[{ path: a.md, region: x }, { path: b.md, frontmatter: false }]';
  expect(await page(source(views, NIX))).toBe('# Thanks\n\n- **Nix**\n');
  const region = source('{ path: a.md, region: x }', NIX);
  expect(await page(region)).toBe('---\ntitle: Thanks\n---\n\n- **Nix**\n');
});

describe('a random file', () => {
  const line = fc.oneof(
    fc.constantFrom(
      ...['', '# a', '###### b', 'c', '- d', '  e', '> f', '    g', '```', '~~~', '---', '==='],
      ...[
        '<div>',
        '</div>',
        '<!-- x -->',
        '<b>',
        '| a |',
        '| - |',
        '[^1]: a',
        '[a]: b',
        '\\',
        '\t',
      ],
      ...[
        '1. x',
        '<details>',
        '`a',
        '**',
        ':::note',
        ':::',
        'é👍',
        '<!-- other:start -->',
        '&amp;',
      ],
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  );
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n')), { maxLength: 8 })
    .map((lines) => lines.flat().join(''));

  test('is kept byte for byte around a region, and a second build changes nothing', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(text, text, text, fc.boolean(), async (before, inside, after, mark) => {
        const start = `${mark ? '\ufeff' : ''}${before}<!-- credits:start -->\n`;
        const end = `<!-- credits:end -->\n${after}`;
        const file = start + inside + end;
        const cwd = folder({
          'credits.yaml': source('{ path: a.md, region: credits }', NIX),
          'a.md': file,
        });
        const { code } = await cli(['--quiet'], { cwd });
        const result = read(`${cwd}/a.md`);
        if (code === 2) expect(result).toBe(file);
        if (code === 2) return;
        found += 1;
        expect(result.startsWith(start)).toBe(true);
        expect(result.endsWith(end)).toBe(true);
        expect(result.slice(start.length, result.length - end.length)).toBe('\n- **Nix**\n\n');
        expect((await cli(['--check', '--quiet'], { cwd })).code).toBe(0);
      }),
      { numRuns, seed },
    );
    expect(found).toBeGreaterThan(numRuns / 4);
  });
});

describe('a message about one of several views', () => {
  const messages = async (yaml: string) => {
    const markers = '{/* b:start */}\n{/* b:end */}\n';
    const cwd = folder({ 'credits.yaml': yaml, 'region.mdx': markers });
    const { stdout } = await cli(['--reporter', 'json'], { cwd });
    return (JSON.parse(stdout) as { message: string }[]).map(({ message }) => message);
  };
  const credits = 'credits: [{ name: a, description: b }]';
  const names = 'style: { layout: names }';
  const inNames = (path: string) => `{ path: ${path}, ${names} }`;
  const message = 'the layout "names" does not show the descriptions of these credits';

  test.each([
    [`output: [a.md, ${inNames('b.md')}]\n${credits}`, `${message} (in b.md)`],
    [
      `output: [a.md, ${inNames('b.md')}, ${inNames('c.md')}]\n${credits}`,
      `${message} (in b.md and c.md)`,
    ],
    [
      `output: [a.md, ${['b.md', 'c.md', 'd.md', 'e.md'].map(inNames)}]\n${credits}`,
      `${message} (in b.md, c.md and 2 more views)`,
    ],
    [
      `output: [a.mdx, { path: region.mdx, region: b, ${names} }]\n${credits}`,
      `${message} (in the region b of region.mdx)`,
    ],
    [`output: [a.mdx, b.mdx]\n${names}\n${credits}`, message],
    [`output: b.mdx\n${names}\n${credits}`, message],
    ['output: [a.md, b.mdx]\nhtml: true\nintro: "{a"\n', /^invalid MDX: .* \(in b\.mdx\)$/],
    [
      'output: [a.md, b.mdx]\nhtml: true\nintro: "[a](data:x)"\n',
      '"data:" is not allowed in a URL',
    ],
  ])('names it: %j', async (source, message) => {
    const [only, ...others] = await messages(`title: x\n${source}`);
    expect(others).toEqual([]);
    expect(only).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });
});
