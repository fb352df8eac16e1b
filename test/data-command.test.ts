/** The command `data`: the credits as JSON, and the URLs of a source. */
import { expect, test } from 'vitest';
import { creditsData } from '../src/index.ts';
import { parseMarkdown } from '../src/markdown/parse-markdown.ts';
import { urlsInField, urlsInSimpleField } from '../src/markdown/urls-in-field.ts';
import type { ScalarNode } from '../src/source/nodes.ts';
import { cli, diagnose, folder } from './helpers/cli.ts';

const SOURCE = `title: Credits
people: { ada: { name: Ada, url: https://ada.example } }
credits:
  - { name: remark, url: https://remark.example, by: ada, version: 1.10 }
  - "*all* \\u00a0of you"
`;

async function data(yaml: string, args: string[] = []) {
  return cli(['data', ...args], { cwd: folder({ 'credits.yaml': yaml }) });
}

/** The lines of `data --urls`. */
async function urls(yaml: string): Promise<string[]> {
  const { code, stdout } = await data(yaml, ['--urls']);
  expect(code).toBe(0);
  return stdout.split('\n').slice(0, -1);
}

test('data prints what the library returns', async () => {
  const { code, stdout, stderr } = await data(SOURCE);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`${JSON.stringify(creditsData(SOURCE), null, 2)}\n`);
});

test('data reads standard input, a folder and a file', async () => {
  const cwd = folder({ 'docs/credits.yml': SOURCE });
  const { stdout } = await cli(['data', '-'], { cwd, stdin: SOURCE });
  expect(JSON.parse(stdout)).toEqual(creditsData(SOURCE));
  for (const name of ['docs', 'docs/credits.yml', 'docs/*.yml']) {
    expect((await cli(['data', name], { cwd })).stdout).toBe(stdout);
  }
});

test.each([
  ['data', 'none.yaml'],
  ['audit', 'none.yaml'],
  ['avatars', 'none.yaml'],
  ['add', '@ada', '--source', 'none.yaml'],
])('%s without a source suggests the commands that create one', async (...args) => {
  const { code, stderr } = await cli(args, { cwd: folder({}) });
  expect(code).toBe(2);
  expect(stderr).toContain('help: create a source with "npx starlight-credits init", or turn');
});

test('data escapes characters that change the order of others', async () => {
  const { stdout } = await data('title: "a \\u2066b\\u2069"\n');
  expect(stdout).toContain('"a \\u2066b\\u2069"');
  expect(JSON.parse(stdout)).toEqual({ title: 'a \u2066b\u2069' });
});

test.each([[], ['--urls']])('warnings do not change the output %j', async (...args) => {
  const { code, stdout, stderr } = await data(
    `${SOURCE}x-a: 1\nintro: "[a](https://a.example/b c)"\n`,
    args,
  );
  expect(code).toBe(0);
  expect(stderr).toContain('credits.yaml:7:9 warning markdown-link');
  expect(stdout).toContain('https://ada.example');
});

test.each([
  ['titel: x\n', 'error unknown-key'],
  ['intro: x\n', 'error missing-key'],
  ['title: x\nintro: <b>x</b>\n', 'error markdown-html'],
])('data of the invalid source %j prints nothing', async (yaml, message) => {
  for (const args of [[], ['--urls']]) {
    const { code, stdout, stderr } = await data(yaml, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  }
});

test('data of a missing source is an error, and of several a usage error', async () => {
  const cwd = folder({ 'a/credits.yaml': SOURCE, 'b/credits.yaml': SOURCE });
  const missing = await cli(['data'], { cwd });
  expect(missing).toMatchObject({ code: 2, stdout: '' });
  expect(missing.stderr).toContain('error source-missing');
  const several = await cli(['data', '*'], { cwd });
  expect(several).toMatchObject({ code: 2, stdout: '' });
  expect(several.stderr).toContain('error: data takes a single source');
});

test('--urls prints each web URL once, in the order of the source', async () => {
  const yaml = `title: x
intro: |
  [a](https://a.example/?x=1&amp;y=2#z), https://b.example/b. and www.c.example

  [ref] ![picture](https://picture.example/p.png) [again](https://a.example/?x=1&y=2#z)
  [relative](./x) [root](/x) [same scheme](//x.example) [mail](mailto:a@b.example)
  \`https://code.example\`

  [ref]: <https://ref.example>
people:
  ada: { name: Ada, url: https://ada.example }
credits:
  - name: first
    by: [ada, { name: Bob, url: https://bob.example }]
    url: " HTTPS://FIRST.example "
    links: [{ label: a, url: https://link.example/a b }, { label: b, url: /b }]
    credits: [{ name: nested, url: https://nested.example, description: "[d](https://d.example)" }]
  - "A [line](https://line.example)"
sections:
  - outro: <https://outro.example>
    sections: [{ credits: [{ name: é, url: https://bücher.example/é }] }]
outro: "[last](http://last.example)"
`;
  expect(await urls(yaml)).toEqual([
    'https://a.example/?x=1&y=2#z',
    'https://b.example/b',
    'http://www.c.example/',
    'https://ref.example/',
    'https://picture.example/p.png',
    'https://ada.example/',
    'https://bob.example/',
    'https://first.example/',
    'https://link.example/a%20b',
    'https://nested.example/',
    'https://d.example/',
    'https://line.example/',
    'https://outro.example/',
    'https://xn--bcher-kva.example/%C3%A9',
    'http://last.example/',
  ]);
});

test('--urls prints the URLs of people whom no credit names, and of views that show less', async () => {
  const yaml = `title: x
output: { path: a.md, sections: [A] }
people: { ada: { name: Ada, url: https://ada.example } }
sections: [{ title: A }, { title: B, credits: [{ name: b, url: https://b.example }] }]
`;
  expect(await urls(yaml)).toEqual(['https://ada.example/', 'https://b.example/']);
});

test('--urls prints the URLs of HTML and JSX', async () => {
  const yaml = (output: string, intro: string) =>
    `title: x\nhtml: true\noutput: ${output}\nintro: '${intro}'\n`;
  const html =
    '<a title=" href=https://no.example" data-href="https://no.example" HREF="https://a.example/?b=1&amp;c">a</a> <img src="https://b.example/b.png">';
  expect(await urls(yaml('a.md', html))).toEqual([
    'https://a.example/?b=1&c',
    'https://b.example/b.png',
  ]);
  const block = '<div><img src=https://a.example/a.png></div>';
  expect(await urls(yaml('a.md', block))).toEqual(['https://a.example/a.png']);
  const comment = '<!-- <a href="https://no.example"> -->';
  expect(await urls(yaml('a.md', comment))).toEqual([]);
  const jsx =
    '<a href="https://a.example/?b=1&amp;c" src={"x"} {...y}>a</a> <Image src="https://b.example" />';
  expect(await urls(yaml('a.mdx', jsx))).toEqual([
    'https://a.example/?b=1&c',
    'https://b.example/',
  ]);
});

test('--urls prints the URLs of pictures', async () => {
  const yaml = `title: x
people:
  ada: { name: Ada, image: https://a.example/ada.png, url: https://b.example }
credits:
  - { name: c, image: { light: https://c.example/light.png, dark: https://c.example/dark.png } }
  - { name: d, image: { src: https://d.example/d.png, alt: "https://alt.example" } }
  - { name: e, image: e.png }
`;
  expect(await urls(yaml)).toEqual([
    'https://a.example/ada.png',
    'https://b.example/',
    'https://c.example/light.png',
    'https://c.example/dark.png',
    'https://d.example/d.png',
  ]);
});

test.each([
  ['layout: list', ['https://github.com/ada', 'https://github.com/bob', 'https://github.com/eve']],
  ['layout: names', ['https://github.com/ada', 'https://github.com/eve']],
  ['layout: table, columns: [by]', ['https://github.com/bob', 'https://github.com/eve']],
  ['layout: cards', ['https://github.com/ada', 'https://github.com/bob', 'https://github.com/eve']],
])('--urls prints the profiles that handles link to with %s', async (style, expected) => {
  const yaml = (handles: string) => `title: x
${handles}output: a.mdx
people: { ada: Ada (@ada), unused: Zoe (@zoe) }
sections:
  - style: { ${style} }
    credits: [{ name: one, by: [Bob (@bob), Nobody] }, { person: ada }]
  - credits: [{ name: two, by: { name: Eve, handle: eve } }]
`;
  const found = await urls(yaml('handles: github\n'));
  expect(found.sort()).toEqual(expected);
  expect(await urls(yaml(''))).toEqual([]);
  expect((await urls(yaml('handles: { url: "https://x.example/@{handle}" }\n'))).sort()).toEqual(
    expected.map((url) => url.replace('github.com/', 'x.example/@')),
  );
});

test('--urls leaves out what cannot be a URL', async () => {
  const yaml =
    'title: x\ncredits: [{ name: a, url: "https://" }, { name: b, url: "http://[x]/" }]\n';
  expect(await urls(yaml)).toEqual([]);
});

test.each<[string, string[]]>([
  [
    'https://a.example',
    ['https://a.example/b/c?d=e', 'https://a.example/C_(x)', 'https://b.example/'],
  ],
  ['https://a.example/**', ['https://b.example/']],
  ['https://a.example/*', ['https://a.example/b/c?d=e', 'https://b.example/']],
  ['https://{a,b}.example/', ['https://a.example/b/c?d=e', 'https://a.example/C_(x)']],
  [
    'https://*.example/C_(*)',
    ['https://a.example/', 'https://a.example/b/c?d=e', 'https://b.example/'],
  ],
  ['**/c?d=*', ['https://a.example/', 'https://a.example/C_(x)', 'https://b.example/']],
  ['**', []],
])('the glob %s excludes URLs', async (glob, left) => {
  const credits = [
    'https://a.example',
    'https://a.example/b/c?d=e',
    'https://a.example/C_(x)',
    'https://b.example',
  ]
    .map((url) => `  - { name: a, url: "${url}" }\n`)
    .join('');
  for (const written of [`["${glob}", "!x"]`, `"${glob}"`]) {
    expect(await urls(`title: x\nlinks: { exclude: ${written} }\ncredits:\n${credits}`)).toEqual(
      left,
    );
  }
});

test('a glob need not have the fragment of a URL', async () => {
  const yaml = 'title: x\nlinks: { exclude: https://a.example/b }\n';
  const credits = 'credits: [{ name: a, url: "https://a.example/b/#c" }]\n';
  expect(await urls(yaml + credits)).toEqual([]);
});

test('the options for links are part of the data', () => {
  expect(creditsData('title: x\nlinks: { exclude: a }\n').links).toEqual({ exclude: ['a'] });
});

test.each([
  ['links: { exclude: {} }', '2:19 wrong-type', 'found a map'],
  ['links: { exclude: [""] }', '2:20 text-empty', 'visible'],
  ['links: { ignore: [] }', '2:10 unknown-key', 'did you mean "exclude"?'],
  ['links: []', '2:8 wrong-type', '{exclude: …}'],
  [`links: { exclude: ${'a'.repeat(2001)} }`, '2:19 bad-value', '2000 characters'],
])('%.40s is an error', async (line, place, word) => {
  const { code, all, places } = await diagnose(`title: x\n${line}\n`);
  expect({ code, places }).toEqual({ code: 2, places: [place] });
  expect(`${all[0]?.message}\n${all[0]?.help}`).toContain(word);
});

test.each([
  'A [link](https://a.example/x?y#z) and [another](https://b.example/), **strong**',
  '[a](https://a.example/x)',
  'a (see [a b](http://a.example/x-y_z)), [a](https://a.example/x)',
])('links in %j are found without a parser, at the same place', (markdown) => {
  const node = { kind: 'scalar', value: markdown, style: 'plain', start: 0, end: markdown.length };
  const field = { markdown: { markdown }, isInline: true, node: node as ScalarNode };
  const found = urlsInSimpleField(field, markdown);
  expect(found).toEqual(urlsInField(field, parseMarkdown, markdown));
  expect(found).not.toEqual([]);
});

test.each([
  '`[a](https://a.example)`',
  '<https://a.example>',
  'https://a.example',
  '![a](https://a.example)',
  '[a][b]\n\n[b]: https://a.example',
  '[a](https://a.example "title")',
])('%j needs a parser', (markdown) => {
  const node = { kind: 'scalar', value: markdown, style: 'plain', start: 0, end: markdown.length };
  const field = { markdown: { markdown }, isInline: false, node: node as ScalarNode };
  expect(urlsInSimpleField(field, markdown)).toBeUndefined();
});
