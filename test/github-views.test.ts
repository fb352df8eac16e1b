/** Views for GitHub: which ones they are, their asides and URLs, and text that GitHub changes. */
import { mkdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gemoji } from 'gemoji';
import type { Root as HastRoot } from 'hast';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import type { Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkGemoji from 'remark-gemoji';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { removePosition } from 'unist-util-remove-position';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { creditsParse, creditsStringify, type ParseOptions } from '../src/index.ts';
import starlightCredits from '../src/starlight/index.ts';
import { replaceHtmlUrls } from '../src/text/replace-html-urls.ts';
import { cli, folder } from './helpers/cli.ts';
import { expectedContent } from './helpers/expected-content.ts';
import { fixtures } from './helpers/paths.ts';
import { png } from './helpers/pictures.ts';
import { layoutsOf, sampleTexts, sourceOf } from './helpers/texts.ts';
import { fold, visibleContent } from './helpers/visible-content.ts';

const texts = sampleTexts(20);

const ASIDE = 'title: x\nintro: |\n  :::note\n  a\n  :::\n';

/** The page of a source, and the codes of its messages with their places. */
async function build(source: object | string, options: ParseOptions = { flavor: 'github' }) {
  const value = typeof source === 'string' ? source : JSON.stringify(source);
  const file = new VFile({ path: 'credits.yaml', value });
  await unified().use(creditsParse, options).use(creditsStringify).process(file);
  const messages = file.messages.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`);
  return { text: String(file), messages, file };
}

/** Renders a page as GitHub does: every element that its schema forbids is dropped. */
async function onGitHub(text: string): Promise<HastRoot> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  return sanitize(await processor.run(processor.parse(text)), {
    ...defaultSchema,
    clobberPrefix: '',
  }) as HastRoot;
}

describe('the flavor', () => {
  const views: [view: string, path: string, flavor: string][] = [
    ['CREDITS.md', 'CREDITS.md', 'starlight'],
    ['{ path: CREDITS.md, frontmatter: false }', 'CREDITS.md', 'github'],
    ['{ path: src/content/docs/a.md, frontmatter: false }', 'src/content/docs/a.md', 'starlight'],
    ['{ path: docs/src/content/a.md, frontmatter: false }', 'docs/src/content/a.md', 'starlight'],
    ['{ path: src/content/../a.md, frontmatter: false }', 'src/a.md', 'github'],
    ['{ path: src/contents/a.md, frontmatter: false }', 'src/contents/a.md', 'github'],
    ['{ path: a.mdx, frontmatter: false }', 'a.mdx', 'starlight'],
    ['{ path: CREDITS.md, flavor: github }', 'CREDITS.md', 'github'],
    ['{ path: CREDITS.md, frontmatter: false, flavor: starlight }', 'CREDITS.md', 'starlight'],
    ['{ path: src/content/a.md, flavor: github }', 'src/content/a.md', 'github'],
    ['{ path: README.md, region: r }', 'README.md', 'github'],
    ['{ path: src/content/README.md, region: r }', 'src/content/README.md', 'starlight'],
  ];

  const flavorIn = (text: string) => (text.includes('> [!NOTE]\n> a') ? 'github' : 'starlight');

  test.each(views)('of %s', async (view, path, flavor) => {
    const region = '<!-- r:start -->\n<!-- r:end -->\n';
    const cwd = folder({
      'credits.yaml': `output: ${view}\n${ASIDE}`,
      'README.md': region,
      'src/content/README.md': region,
    });
    expect(await cli([], { cwd })).toMatchObject({ code: 0 });
    expect(flavorIn(readFileSync(`${cwd}/${path}`, 'utf8'))).toBe(flavor);
    const { stdout } = await cli(['-o', '-'], { cwd });
    expect(flavorIn(stdout)).toBe(flavor);
  });

  test('depends on the path inside the repository', async () => {
    const cwd = folder({
      'src/content/credits.yaml': `output: { path: ../CREDITS.md, frontmatter: false }\n${ASIDE}`,
      'src/content/docs/credits.yaml': `output: { path: a.md, frontmatter: false }\n${ASIDE}`,
    });
    mkdirSync(`${cwd}/src/.git`);
    await cli(['src/content/credits.yaml', 'src/content/docs/credits.yaml'], { cwd });
    expect(flavorIn(readFileSync(`${cwd}/src/CREDITS.md`, 'utf8'))).toBe('github');
    expect(flavorIn(readFileSync(`${cwd}/src/content/docs/a.md`, 'utf8'))).toBe('github');
  });

  test.each([
    ['{ path: CREDITS.md, frontmatter: false }', 'src/content/a.md', 'starlight'],
    ['{ path: src/content/a.md, frontmatter: false }', 'CREDITS.md', 'github'],
    ['{ path: CREDITS.md, flavor: github }', 'src/content/a.md', 'github'],
    ['{ path: CREDITS.md, flavor: github }', 'a.mdx', 'starlight'],
  ])('of %s with -o %s', async (view, path, flavor) => {
    const cwd = folder({ 'credits.yaml': `output: ${view}\n${ASIDE}` });
    expect(await cli(['-o', path], { cwd })).toMatchObject({ code: 0 });
    expect(flavorIn(readFileSync(`${cwd}/${path}`, 'utf8'))).toBe(flavor);
  });

  test('depends on the content folder of the site in the plugin', async () => {
    const cwd = folder({
      'credits.yaml': `output:\n  - { path: docs/content/a.md, frontmatter: false }\n  - { path: src/content/b.md, frontmatter: false }\n${ASIDE}`,
    });
    await starlightCredits().hooks['config:setup']({
      command: 'build',
      astroConfig: {
        root: pathToFileURL(`${cwd}/`),
        srcDir: pathToFileURL(`${cwd}/docs/`),
      },
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      addIntegration: () => {},
      addRouteMiddleware: () => {},
      config: {},
      updateConfig: () => {},
    });
    expect(flavorIn(readFileSync(`${cwd}/docs/content/a.md`, 'utf8'))).toBe('starlight');
    expect(flavorIn(readFileSync(`${cwd}/src/content/b.md`, 'utf8'))).toBe('github');
  });

  test('is an option of the library', async () => {
    expect(flavorIn((await build(ASIDE, {})).text)).toBe('starlight');
    expect(flavorIn((await build(ASIDE)).text)).toBe('github');
    const own = `output: { path: CREDITS.md, frontmatter: false }\n${ASIDE}`;
    expect(flavorIn((await build(own, {})).text)).toBe('github');
    expect(flavorIn((await build(own, { flavor: 'starlight' })).text)).toBe('starlight');
    await expect(build(ASIDE, { format: 'mdx', flavor: 'github' })).rejects.toThrow(TypeError);
  });
});

describe('an aside', () => {
  test.each([
    [':::tip\na\n:::', '> [!TIP]\n> a'],
    [':::caution\na\n:::', '> [!WARNING]\n> a'],
    [':::danger\n**a** b\n:::', '> [!CAUTION]\n> **a** b'],
    [':::note[A **b** `c`]{icon="heart"}\n- a\n:::', '> [!NOTE]\n> **A b `c`**\n>\n> - a'],
    [':::note\n```js\na\n```\n:::', '> [!NOTE]\n>\n> ```js\n> a\n> ```'],
    [':::note\n# a\n:::', '> [!NOTE]\n>\n> # a'],
    [':::note\n\\- a\n:::', '> [!NOTE]\n> \\- a'],
    [':::note\n:::', '> **Note**'],
    [':::note[a]\n:::', '> [!NOTE]\n> **a**'],
    ['::::note\na\n:::tip[b]\nc\n:::\n::::', '> [!NOTE]\n> a\n>\n> > **b**\n> >\n> > c'],
    ['- a\n\n  :::tip\n  b\n  :::', '- a\n\n  > b'],
    ['> :::tip\n> b\n> :::', '> > b'],
    ['> [!NOTE]\n> as written', '> [!NOTE]\n> as written'],
    [':::other\na\n:::', '\\:::other\na\n\\:::'],
  ])('%j is %j', async (intro, expected) => {
    const { text, messages } = await build({ title: 'x', intro });
    expect(text).toBe(`---\ntitle: x\n---\n\n${expected}\n`);
    expect(messages).toEqual([]);
  });

  test('stays an aside in other views of its source', async () => {
    const cwd = folder({
      'credits.yaml': `output: [a.md, { path: b.md, frontmatter: false }, c.md]\n${ASIDE}`,
    });
    await cli([], { cwd });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => readFileSync(`${cwd}/${name}.md`, 'utf8'));
    expect(a).toContain(':::note');
    expect(b).toContain('> [!NOTE]');
    expect(c).toBe(a);
  });
});

describe('a root-relative URL', () => {
  const source = {
    title: 'x',
    html: true,
    intro: '[a](/a) ![b](/b.png "/t") <a href="/c">d</a>',
    credits: [{ name: 'e', url: '/e?f#g', by: { name: 'h', url: '/h' } }],
  };

  test.each(['https://e.co', 'https://e.co/base/', 'HTTPS://E.CO:443/x?y#z'])(
    'is resolved against %s',
    async (site) => {
      const { text, messages } = await build({ ...source, site });
      expect(messages).toEqual([]);
      expect(text).toContain(
        '[a](https://e.co/a) ![b](https://e.co/b.png "/t") <a href="https://e.co/c">d</a>',
      );
      expect(text).toContain('**[e](https://e.co/e?f#g)** by [h](https://e.co/h)');
    },
  );

  test('stays as written in a Starlight view', async () => {
    const { text, messages } = await build({ ...source, site: 'https://e.co' }, {});
    expect(text).not.toContain('e.co');
    expect(messages).toEqual([]);
  });

  test('is a warning without a site', async () => {
    const { messages } = await build(
      'title: x\nhtml: true\nintro: |\n  [a](/a) and\n  <a href="/b">b</a>\ncredits:\n  - name: c\n    url: /c\n    by: { name: d, url: /d }\n    links: [{ label: e, url: //e.co }]\n',
    );
    expect(messages).toEqual([
      '4:3 url-no-site',
      '5:3 url-no-site',
      '8:10 url-no-site',
      '9:25 url-no-site',
    ]);
  });

  test.each([
    ['{ layout: names }', ['6:10']],
    ['{ layout: gallery }', ['6:10']],
    ['{ layout: table, columns: [by] }', ['7:25']],
    ['{ layout: table }', ['6:10', '7:25', '8:19', '9:30']],
    ['{}', ['6:10', '7:25', '8:19', '9:30']],
  ])('is a warning if %s shows it', async (style, places) => {
    const { messages } = await build(
      `title: x\nstyle: ${style}\ncredits:\n  -\n    name: c\n    url: /c\n    by: { name: d, url: /d }\n    description: "[e](/e)"\n    links: [{ label: f, url: /f }]\n`,
    );
    const found = messages.filter((message) => message.endsWith('url-no-site'));
    expect(found.map((message) => message.split(' ')[0])).toEqual(places);
  });

  test('of a picture is a warning without a site, if the picture is shown', async () => {
    const credits = 'credits: [{ name: a, image: /a.png, by: { name: b, image: /b.png } }]';
    for (const [style, codes] of [
      ['{ layout: gallery }', ['url-no-site', 'layout-drops']],
      ['{ layout: table }', ['url-no-site']],
      ['{ layout: table, columns: [name] }', []],
      ['{ layout: names }', ['layout-drops']],
      ['{ layout: cards }', []],
      ['{}', []],
    ] as const) {
      const yaml = (site: string) => `title: x\n${site}style: ${style}\n${credits}\n`;
      const { messages } = await build(yaml(''));
      expect(messages.map((message) => message.replace(/^.* /, '')).sort()).toEqual(
        [...codes].sort(),
      );
      if (codes[0] === 'url-no-site') expect(messages).toContain('3:29 url-no-site');
      const { text } = await build(yaml('site: https://e.co\n'));
      expect(text.includes('https://e.co/a.png')).toBe(codes[0] === 'url-no-site');
    }
    const themed =
      'title: x\nstyle: { layout: gallery }\ncredits:\n  - name: a\n    image: { light: /a.png, dark: /b.png }\n';
    expect((await build(themed)).messages).toEqual(['5:21 url-no-site', '5:35 url-no-site']);
  });

  test.each(['//e.co/a', '/\\e.co', '#a', '?a', 'a/b', './a', 'https://e.co/a'])(
    '%s is not one',
    async (url) => {
      const { messages, text } = await build({ title: 'x', credits: [{ name: 'n', url }] });
      expect(messages.filter((message) => message.includes('url-no-site'))).toEqual([]);
      const site = 'https://site.example';
      expect((await build({ title: 'x', site, credits: [{ name: 'n', url }] })).text).toBe(text);
    },
  );

  test.each([
    ['<a href="/a">', '<a href="s/a">'],
    [
      "<IMG\n  SRC = '/a'\n  srcset='/a, b 2x,/c 3x'/>",
      "<IMG\n  SRC = 's/a'\n  srcset='s/a, b 2x,s/c 3x'/>",
    ],
    ['<a href=/a title=/b>/c</a>', '<a href=s/a title=/b>/c</a>'],
    ['<!-- <a href="/a"> --><b data-href="/a" title=\' href="/a"\'>', undefined],
    ['a < b href="/c"', undefined],
    ['<a href="//a" src="">', undefined],
  ])('is found in HTML: %s', (html, expected = html) => {
    expect(replaceHtmlUrls(html, (url) => (/^\/\w/.test(url) ? `s${url}` : url))).toBe(expected);
  });

  test.each(['e.co', '/base', 'ftp://e.co', 'https:e.co', 'https://', 'https:///e.co', 'a b'])(
    '%s cannot be a site',
    async (site) => {
      await expect(build({ title: 'x', site })).rejects.toMatchObject({ ruleId: 'bad-value' });
    },
  );
});

describe('a gallery', () => {
  const style = { layout: 'gallery' };

  test('reports once for each list what it does not show', async () => {
    const credits =
      'credits:\n      - { name: a, description: b, version: 1 }\n      - { name: c, description: d }\n';
    const yaml = `title: x\nstyle: { layout: gallery }\nsections:\n  - title: s\n    ${credits}  - title: t\n    ${credits}`;
    const { messages, file } = await build(yaml);
    expect(messages).toEqual(['6:33 layout-drops', '10:33 layout-drops']);
    expect(file.messages[0]?.reason).toContain('does not show the descriptions and versions');
    const starlight = await build(yaml, { flavor: 'starlight' });
    expect(starlight.file.messages[0]?.reason).toContain('does not show the versions');
  });

  test.each([
    ['a "b" \'c\' &amp; <d> `e` é', "a &quot;b&quot; 'c' &amp;amp; &lt;d> `e` é"],
    ['  a\n\n  b\t', 'a b'],
    ['--> ]]> {x} :tada: [a](b) | \\', '--> ]]> {x} :tada: [a](b) | \\'],
  ])('escapes %j in attributes', async (name, expected) => {
    const { text } = await build({ title: 'x', style, credits: [{ name, image: 'i.png' }] });
    expect(text).toContain(
      `\n<img src="i.png" width="96" alt="${expected}" title="${expected}">\n`,
    );
  });

  test.each(texts)('shows %j on GitHub', async (text) => {
    const credits = [
      { name: text, image: { src: 'i.png' } },
      { name: text },
      { name: text, url: 'https://u.example/' },
      { name: text, url: 'https://u.example/', image: { light: 'l.png', dark: 'd.png' } },
    ];
    const { text: page } = await build({ title: 'x', style, credits });
    const seen = visibleContent(await onGitHub(page.replace(/^---\n.*?\n---\n/s, '')));
    const folded = fold(text);
    const item = { kind: 'li', text: folded };
    expect(seen.blocks).toEqual([item, item]);
    expect(seen.links.filter(({ href }) => href === 'https://u.example/')).toEqual([
      { href: 'https://u.example/', text: '' },
      { href: 'https://u.example/', text: folded },
    ]);
    expect(seen.images).toEqual([
      { src: 'i.png', alt: folded },
      { src: 'd.png', alt: '' },
      { src: 'l.png', alt: folded },
    ]);
  });
});

describe('a page of Starlight, a file and a region of one source', () => {
  const files = ['src/content/docs/credits.mdx', 'CREDITS.md', 'README.md'];
  const textOf = (path: string) => readFileSync(`${fixtures}/three-views/${path}`, 'utf8');

  test('have the expected bytes', async () => {
    const readme = textOf('README.md').replace(/(:start -->\n).*(<!-- credits:end)/s, '$1$2');
    const cwd = folder({
      ...{ '.git/HEAD': '', 'credits.yaml': textOf('credits.yaml'), 'README.md': readme },
      ...{ 'logos/acme light.png': png(), 'logos/acme-dark.png': png(), 'faces/ada.png': png() },
    });
    expect(await cli([], { cwd })).toMatchObject({ code: 0, stdout: '' });
    for (const path of files) expect(readFileSync(`${cwd}/${path}`, 'utf8')).toBe(textOf(path));
  });

  test.each(['CREDITS.md', 'README.md'])('GitHub changes nothing in %s', async (path) => {
    const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
    const tree = parser.parse(textOf(path).replace(/<!--.*?-->/g, ''));
    const emoji = await unified().use(remarkGemoji).run(structuredClone(tree));
    expect(emoji).toEqual(tree);
    visit(tree, ({ type }) => expect(type).not.toMatch(/math/i));
    const unsafe = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);
    const html = (await unsafe.run(tree)) as HastRoot;
    const schema = { ...defaultSchema, clobberPrefix: '' };
    // Elements that GitHub forbids would vanish.
    removePosition(html, { force: true });
    expect(sanitize(structuredClone(html), schema)).toEqual(html);
  });
});

test('import reads a gallery for GitHub', async () => {
  const source = `title: Thanks
output: { path: CREDITS.md, frontmatter: false }
handles: github
style: { layout: gallery, size: 48 }

credits:
  - name: Acme & "friends"
    url: https://acme.example/?a=1&b=2
    image: { light: https://e.co/l.svg, dark: https://e.co/d.svg, alt: Logo }
  - person: "@ada"
    image: https://e.co/ada.png
  - name: Without a link
    image: https://e.co/a.png
  - name: Gamma
    url: https://gamma.example
  - person: Eve (@eve)
  - Everyone _else_.
`;
  const cwd = folder({ '.git/HEAD': '', 'credits.yaml': source });
  expect(await cli([], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(`${cwd}/CREDITS.md`, 'utf8')).toMatch(
    /\n\n- \[Gamma\]\(https:\/\/gamma\.example\)\n- Eve \(\[@eve\]\(https:\/\/github\.com\/eve\)\)\n- Everyone _else_\.\n$/,
  );
  const { stdout, code } = await cli(['import', 'CREDITS.md', '-o', '-'], { cwd });
  expect(code).toBe(0);
  expect(stdout.replace(/^#.*\n/, '')).toBe(source);
});

test.each([
  '<a href="https://a.example"><img src="a.png" width="96" alt="A"></a>',
  '<img src="a.png" width="96" alt="A" title="A">\n<img src="b.png" width="48" alt="B" title="B">',
  'Text\n<img src="a.png" width="96" alt="A" title="A">',
])('%j is not a gallery', async (rows) => {
  const cwd = folder({
    '.git/HEAD': '',
    'a.png': png(),
    'b.png': png(),
    'A.md': `# A\n\n${rows}\n`,
  });
  const { stdout, code } = await cli(['import', 'A.md', '-o', '-'], { cwd });
  expect(code).toBe(0);
  expect(stdout).not.toContain('gallery');
});

describe('text that GitHub changes', () => {
  test('is a warning where it is written', async () => {
    const { messages } = await build(
      'title: ":tada:"\noutput: { path: a.md, frontmatter: false }\nsections:\n  - title: :tada:x\n    credits:\n      - name: $x$\n        version: $$y$$\n        license: (:+1:)\n        by: [":zap: a", { name: b, handle: "b:b:" }]\n        links: [{ label: ($z$), url: "#" }]\n        description: ":tada: $x$"\n    style: { layout: table, labels: { by: ":tada:" } }\n',
    );
    const places = ['1:8', '4:12', '6:15', '7:18', '8:18', '9:14', '9:44', '10:26', '12:43'];
    expect(messages).toEqual(places.map((place) => `${place} text-github`));
  });

  test.each([
    'credits: [{ name: a, by: [Ada, ":tada: b"] }]',
    'credits: [{ name: a, by: ":tada: b" }]',
    'credits: [{ person: ":tada: b" }]',
    'people: { ada: ":tada: b", bob: Bob }\ncredits: [{ name: a, by: [bob, ada] }]',
    'people: { a: b, b: ":tada: b" }\ncredits: [{ person: b }]',
    'people: { a: { name: ":tada:" }, b: a }\ncredits: [{ person: b }]',
  ])('is a warning where the person is written: %j', async (yaml) => {
    const { messages } = await build(`${yaml}\ntitle: x\n`);
    expect(messages).toEqual([`1:${yaml.indexOf('":tada:') + 1} text-github`]);
  });

  test('is not reported in a Starlight view, or where it is not shown', async () => {
    const title = '$x$ :tada:';
    expect((await build({ title, credits: [{ name: title }] }, {})).messages).toEqual([]);
    expect((await build({ title, output: { path: 'a.md', region: 'r' } }, {})).messages).toEqual(
      [],
    );
  });

  test('is reported for every name of an emoji', async () => {
    const credits = gemoji.flatMap(({ names }) => names.map((name) => ({ name: `a:${name}:` })));
    const { messages } = await build({ title: 'x', credits });
    expect(messages).toHaveLength(credits.length);
  });

  const parse = unified().use(remarkParse).use(remarkGfm);
  const withMath = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

  /** Whether remark-gemoji and remark-math change a page. */
  async function changed(text: string): Promise<{ emoji: boolean; math: boolean }> {
    const tree = parse.parse(text);
    const before = JSON.stringify(tree);
    unified().use(remarkGemoji).runSync(tree);
    let math = false;
    visit(withMath.parse(text) as Root, ['math', 'inlineMath'], () => {
      math = true;
    });
    return { emoji: JSON.stringify(tree) !== before, math };
  }

  test.each([
    ['$x$', 'math'],
    ['a $x + y$, b', 'math'],
    ['($x$)', 'math'],
    ['$$x$$', 'math'],
    ['$`x`$', 'math'],
    ['Both $A and $(B)', 'math'],
    [':tada:', 'emoji'],
    ['a:tada:b', 'emoji'],
    ['a:b:tada:', 'emoji'],
    ['10:100:00', 'emoji'],
  ])('%s is a warning', async (name, kind) => {
    const { text, messages } = await build({ title: 'x', credits: [{ name }] });
    expect(messages).toContain('1:33 text-github');
    expect(await changed(text)).toMatchObject({ [kind]: true });
  });

  test.each([
    '$',
    '$5',
    'A$AP',
    'US$ 5',
    '$$',
    '$5 or $10',
    'a$b$',
    '::',
    'std::list',
    'std::vec::Vec',
    'Test::More::UTF8',
    '10:30:45',
    'a: b: c',
    '@ada',
    '#1',
    'a/b#1',
    '4a93c2e',
  ])('%s is not', async (name) => {
    const { text, messages } = await build({ title: 'x', credits: [{ name }] });
    expect(messages).toEqual([]);
    expect(await changed(text)).toMatchObject({ emoji: false });
  });

  test.each(texts)('is warned of: %j', async (text) => {
    for (const source of [sourceOf(text), layoutsOf(text, ['names', 'table', 'cards'])]) {
      const { text: page, messages } = await build({ ...source, site: 'https://e.co' });
      const found = messages.some((message) => message.includes('text-github'));
      const { emoji, math } = await changed(page);
      if (emoji) expect(found).toBe(true);
      // Names between colons are not compared with a list of emoji.
      if (found) expect(emoji || math || /:[\w+-]+:/.test(page)).toBe(true);
    }
  });
});

describe("GitHub's schema keeps", () => {
  test.each(texts)('%j', async (text) => {
    const source = { ...sourceOf(text), site: 'https://e.co' };
    const { text: page } = await build(source);
    const body = page.replace(/^---\n.*?\n---\n/s, '');
    const seen = visibleContent(await onGitHub(body));
    const expected = expectedContent(source);
    const literal = ({ text: label, href }: { text: string; href: string }) =>
      ['https://u.example/', 'p', 'l'].includes(href) ? [{ text: label, href }] : [];
    expect(seen.blocks).toEqual(expected.blocks);
    expect(seen.links.flatMap(literal)).toEqual(expected.links.flatMap(literal));
  });

  test('every text and link of the fixture', async () => {
    const page = readFileSync(`${fixtures}/pages/github/credits.md`, 'utf8');
    const processor = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeRaw);
    const all = visibleContent((await processor.run(processor.parse(page))) as HastRoot);
    const kept = visibleContent(await onGitHub(page));
    expect(kept).toEqual(all);
    expect(all.links.length).toBeGreaterThan(10);
  });
});
