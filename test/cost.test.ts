/** Sources that would take parsers or loops quadratic time. */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ParsingBudget } from '../src/markdown/markdown-limits.ts';
import { cli, folder } from './helpers/cli.ts';
import { limitCpuTime } from './helpers/cpu-time.ts';
import { isSlow, slowTest } from './helpers/test-size.ts';

/** A source of about `n` units of 250 characters. */
type Family = (n: number) => Record<string, string>;

const source = (text: string): Record<string, string> => ({ 'credits.yaml': `title: x\n${text}` });
const lines = (n: number, line: (index: number) => string) =>
  Array.from({ length: n }, (_, index) => line(index)).join('');
const quote = JSON.stringify;

const families: Record<string, Family> = {
  'addresses in a name': (n) => source(`credits:\n- name: ${'https://'.repeat(30 * n)}\n`),
  'spaces in code in a cell': (n) =>
    source(
      `style: {layout: table}\ncredits:\n- {name: a, description: ${quote(`\`a${' '.repeat(250 * n)}b\``)}}\n`,
    ),
  'errors in one field': (n) => source(`intro: ${quote('<b> '.repeat(10 * n))}\n`),
  footnotes: (n) => source(`sections:\n${lines(5 * n, () => '- {intro: "a[^1]\\n\\n[^1]: b"}\n')}`),
  'headings in other regions': (n) => ({
    ...source('output: {path: R.md, region: r}\ncredits: [a]\n'),
    'R.md': `${lines(5 * n, (i) => `<!-- g${i}:start -->\n\n# h\n\n<!-- g${i}:end -->\n\n`)}<!-- r:start -->\n<!-- r:end -->\n`,
  }),
  'equal markers': (n) => ({
    ...source('output: {path: R.md, region: r}\ncredits: [a]\n'),
    'R.md': '<!-- r:start -->\n'.repeat(15 * n),
  }),
  'unknown titles': (n) =>
    source(
      `output: {path: a.md, sections: [${lines(10 * n, (i) => `sectiom ${i}, `)}]}\nsections:\n${lines(10 * n, (i) => `- title: section ${i}\n`)}`,
    ),
  'keys in front matter': (n) =>
    source(`frontmatter:\n${lines(20 * n, (i) => `  k${i}: 1\n`)}credits: [&a b, *a]\n`),
  'a refused key on a page': (n) => ({
    'page.md': `---\ndraft: maybe\n${lines(20 * n, (i) => `k${i}: 1\n`)}---\n\n- a\n`,
  }),
  'headings and lists of a page': (n) => ({
    'page.md': `${'## a\n\n- b\n\n'.repeat(10 * n)}[c]: d\n`,
  }),
  'cycles of ids': (n) =>
    source(`people:\n${lines(20 * n, (i) => `  k${i}: k${i + 1}\n`)}  k${20 * n}: k0\n`),
};

/** Runs the command, and returns the CPU time in milliseconds: other processes do not change it much. */
async function cpuTime(files: Record<string, string>): Promise<number> {
  const cwd = folder(files);
  const before = process.cpuUsage();
  await cli('page.md' in files ? ['import', 'page.md', '-o', '-'] : ['--quiet'], { cwd });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test.each(Object.entries(families))('the time for %s grows in proportion', async (_, make) => {
  const n = isSlow ? 200 : 10;
  await cpuTime(make(n));
  const once = await cpuTime(make(n));
  const fourfold = await cpuTime(make(4 * n));
  // Four times the time, twice that for noise, and a constant for short times. Squared, it is 16 times.
  expect(fourfold).toBeLessThan(8 * once + (isSlow ? 500 : 200));
});

test.each([
  ['block quotes', '> a\n\n'.repeat(20_000)],
  ['footnotes', 'a[^b]\n\n[^b]: c\n\n'.repeat(20_000)],
  ['fences in quotes', '> ```\n\n'.repeat(20_000)],
  ['list items', '- a\n'.repeat(50_000)],
  ['headings', 'a\n=\n\n'.repeat(20_000)],
  ['lazy lines', `> a\n${'a\n'.repeat(50_000)}`],
  ['lines', '# a\n\n'.repeat(80_000)],
  ['rows', `|a|\n|-|\n${'|a|\n'.repeat(60_000)}`],
  ['cells', `${'|a'.repeat(20_000)}\n${'|-'.repeat(20_000)}\n`],
  ['attributes', `:::note{${'a=b '.repeat(70_000)}}\na\n:::\n`],
  ['classes', `:::note{${'.a'.repeat(70_000)}}\na\n:::\n`],
  ['long definitions', `${'[a]\n\n'.repeat(100)}[a]: ${'b'.repeat(12_000)}\n`],
])('%s that would take parsers minutes are an error', async (_, intro) => {
  const cwd = folder(source(`intro: ${quote(intro)}\n`));
  const { code, stderr } = await cli([], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('error markdown-too-long');
});

test('thousands of fields that would take too long are an error before one is parsed', async () => {
  const sections = lines(20_000, () => '- {intro: "a[^1]\\n\\n[^1]: b", outro: "<b>"}\n');
  const { code, stderr } = await cli([], { cwd: folder(source(`sections:\n${sections}`)) });
  expect(code).toBe(2);
  expect(stderr).toContain('error markdown-too-long');
  expect(stderr).not.toContain('markdown-html');
});

slowTest('a page of 248 KB of headings and lists is imported', async () => {
  const sections = '## a\n\n### b\n\n- c\n\n#### d\n\n- e\n\n'.repeat(7_515);
  const cwd = folder({ 'a.md': `---\ntitle: x\n---\n\n${sections}` });
  const { code, stderr } = await cli(['import', 'a.md', '-o', '-'], { cwd });
  expect(stderr).toContain('a.md renders the same');
  expect(code).toBe(0);
});

test('headings directly below lists do not count as lines of the lists', () => {
  const page = lines(2_675, (index) => `## Section ${index}\n- a${index}\n`);
  expect(new ParsingBudget().add(page, 'md')).toBeUndefined();
});

describe('MDX that would take parsers minutes is an error', () => {
  limitCpuTime(60);

  test.each([
    ['attributes', `<b ${'a="b" '.repeat(70_000)}/>`],
    ['positions in long code', 'export const a = 1\n'.repeat(9_000)],
    ...(isSlow ? [['blank lines in code', `export const a = [\n${'1,\n\n'.repeat(5_000)}]`]] : []),
  ])('%s', async (_, mdx) => {
    const intro = `intro: ${quote(mdx)}\n`;
    const field = await cli([], { cwd: folder(source(`html: true\noutput: a.mdx\n${intro}`)) });
    const page = await cli(['import', 'a.mdx'], { cwd: folder({ 'a.mdx': mdx }) });
    const region = await cli([], {
      cwd: folder({
        ...source('output: {path: a.mdx, region: a}\n'),
        'a.mdx': `${mdx}\n\n{/* a:start */}\n\n{/* a:end */}\n`,
      }),
    });
    for (const { code, stderr } of [field, page, region]) {
      expect(code).toBe(2);
      expect(stderr).toContain('error markdown-too-long');
    }
  });
});

test.each([
  ['a link', `${'[a]\n\n'.repeat(100)}[a]: ${'b'.repeat(12_000)}\n`],
  ['a footnote', `${'## a\n\n[^a]\n\n'.repeat(100)}[^a]: ${'b'.repeat(12_000)}\n`],
])('a page that refers to %s with a long definition is not imported', async (_, page) => {
  const { code, stderr } = await cli(['import', 'a.md'], { cwd: folder({ 'a.md': page }) });
  expect(code).toBe(2);
  expect(stderr).toContain('error markdown-too-long');
  expect(stderr).toContain('characters of repeated definitions');
});

test('front matter of 500,000 characters is not imported', async () => {
  const page = `---\n${lines(80_000, (i) => `k${i}: 1\n`)}---\n\n- a\n`;
  const { code, stderr } = await cli(['import', 'a.md'], { cwd: folder({ 'a.md': page }) });
  expect(code).toBe(2);
  expect(stderr).toContain('characters of front matter');
});

slowTest('braces in a string of MDX that would take the parser minutes are an error', async () => {
  const cwd = folder({ 'a.mdx': `{"${'}'.repeat(8_000)}"}` });
  const { code, stderr } = await cli(['import', 'a.mdx'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('error markdown-too-long');
});

slowTest('a page of 5,000 items is imported unless it has to be rendered twice', async () => {
  const items = (emphasis: (i: number) => string) =>
    lines(5_000, (i) => `- ${emphasis(i)} [b](https://e.co/${i}) *c*\n`);
  const cwd = folder({ 'a.md': items(() => '*a*'), 'b.md': items((i) => (i % 3 ? '*a*' : '_a_')) });
  expect((await cli(['import', 'a.md', '-o', '-'], { cwd })).code).toBe(0);
  const { code, stderr } = await cli(['import', 'b.md', '-o', '-'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('error markdown-too-long');
  expect(stderr).toMatch(/parse: 35,000 markup characters/);
});

test('thousands of paragraphs of emphasis are an error', async () => {
  const intro = lines(4_500, () => `${'*a* '.repeat(39)}*a*\n\n`);
  const { code, stderr } = await cli([], { cwd: folder(source(`intro: ${quote(intro)}\n`)) });
  expect(code).toBe(2);
  expect(stderr).toContain('they show 369,000 lines and markup characters');
});

test('a person who is named thousands of times is reported once', async () => {
  const text = `credits: [{name: a, by: [${'p,'.repeat(5_000)}]}]\n`;
  const { stderr } = await cli([], { cwd: folder(source(text)) });
  expect(stderr.match(/person-twice/g)).toHaveLength(1);
});

const levels = isSlow ? 600 : 200;
test.each([
  ['lists', Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}- a\n`).join('')],
  ['quotes', `${'>'.repeat(levels)} a`],
  ['asides', ':::note\n'.repeat(levels)],
])('hundreds of levels of %s are an error', async (_, intro) => {
  const { code, stderr } = await cli([], { cwd: folder(source(`intro: ${quote(intro)}\n`)) });
  expect(code).toBe(2);
  expect(stderr).toContain('error source-too-deep');
});

slowTest(
  'a credit can have 130,000 people, and a table 130,000 rows',
  async () => {
    const people = `credits:\n- name: a\n  by: [${'p,'.repeat(130_000)}]\n`;
    const rows = `style: {layout: table}\ncredits: [${'a,'.repeat(130_000)}]\n`;
    for (const text of [people, rows]) {
      expect((await cli(['--quiet'], { cwd: folder(source(text)) })).code).toBe(0);
    }
  },
  60_000,
);

test.each([
  ['values', `credits: [${'*a,'.repeat(2_500)}]`],
  ['keys', `frontmatter: {b: [${'{*a : 1},'.repeat(2_500)}]}`],
])('aliases of a long text are limited by its length, as %s', async (_, aliases) => {
  const text = `intro: &a ${'y'.repeat(15_000)}\n${aliases}\n`;
  expect((await cli([], { cwd: folder(source(text)) })).stderr).toContain('error yaml-alias-bomb');
});

describe('values that are repeated are limited by the length of the pages', () => {
  const long = 'y'.repeat(5_000);
  const repeat = (credit: string) => `credits: [${`${credit}, `.repeat(5_000)}]\n`;
  const head = 'title: x\n';

  test.each([
    ['a person by an id', `people: {a: ${long}}\n`, '{name: b, by: a}', '2:13'],
    ['a map of a person', `people: {a: {name: b, url: ./${long}}}\n`, '{person: a}', '2:13'],
    ['a picture', `people: {a: {name: b, image: /${long}.png}}\n`, '{person: a}', '2:13'],
    ['by', `style: {by: ${long}}\n`, '{name: b, by: c}', '2:13'],
    ['and', `style: {and: ${long}}\n`, '{name: b, by: [c, d]}', '2:14'],
    ['a separator', `style: {separator: ${long}}\n`, '{name: b, description: c}', '2:20'],
    [
      'a separator, for nested credits',
      `style: {separator: ${long}}\n`,
      '{name: b, credits: [c]}',
      '2:20',
    ],
    ['a profile', `handles: {url: "./${long}{handle}"}\n`, '{name: b, by: "@c"}', '2:10'],
  ])('%s', async (_, value, credit, place) => {
    const cwd = folder({ 'credits.yaml': `${head}${value}${repeat(credit)}` });
    for (const args of [[], ['data']]) {
      const { code, stderr } = await cli(args, { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(`credits.yaml:${place} error bad-value  repeating this value`);
    }
  });

  test('the headings of tables', async () => {
    const style = `style: {layout: table, labels: {name: ${long}}}\n`;
    const text = `${style}sections:\n${'- credits: [{name: b}]\n'.repeat(5_000)}`;
    expect((await cli([], { cwd: folder(source(text)) })).stderr).toContain('2:32 error bad-value');
  });

  test('a handle in a profile', async () => {
    const text = `handles: {url: "./${'{handle}'.repeat(5_000)}"}\ncredits: [{name: b, by: "@${long}"}]\n`;
    expect((await cli([], { cwd: folder(source(text)) })).stderr).toContain('2:10 error bad-value');
  });

  test('a separator in all views', async () => {
    const view = (i: number) => `- {path: ${i}.md, style: {separator: ${long}}}\n`;
    const text = `output:\n${lines(20, view)}${'credits: [{name: b, description: c}]\n'}`;
    const many = text.replace(/(\{name.*)\]/, (_, credit) => `${`${credit}, `.repeat(400)}]`);
    expect((await cli([], { cwd: folder(source(many)) })).stderr).toContain('error bad-value');
    expect((await cli(['--quiet'], { cwd: folder(source(text)) })).code).toBe(0);
  });

  test('short values may be repeated on a large page', async () => {
    const people = 'people: {a: {name: Ada Lovelace, url: "https://example.com/ada"}}\n';
    const cwd = folder(source(`${people}${repeat('{name: b, by: a}')}`));
    expect((await cli(['--quiet'], { cwd })).code).toBe(0);
  });
});

test('aliases of aliases of a refused key are refused after some rounds', async () => {
  const chain = lines(20, (i) => `k${i}: &a${i + 1} [*a${i}]\n`);
  const page = `---\ntitle: x\ndraft: &a0 maybe\n${chain}z: 1\n---\n\n- a\n`;
  const { stdout } = await cli(['import', 'a.md', '-o', '-'], { cwd: folder({ 'a.md': page }) });
  expect(stdout).toContain('frontmatter:\n  z: 1\n');
  expect(stdout).toContain('#   k19: &a20 [*a19]\n');
});

test('spaces in a requirement take linear time', async () => {
  const cwd = folder({
    ...source('covers: requirements.txt\ncredits: [a]\n'),
    'requirements.txt': `p${' '.repeat(400_000)}x\n`,
  });
  expect((await cli(['audit'], { cwd })).stderr).toContain('error manifest-invalid');
}, 5_000);

test('sections that cover 50,000 dependencies together are an error', async () => {
  const cwd = folder({
    ...source(`sections:\n${lines(51, () => '- {title: a, covers: requirements.txt}\n')}`),
    'requirements.txt': lines(1_000, (i) => `p${i}\n`),
  });
  const { code, stderr } = await cli(['audit'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('credits.yaml:53:22 error manifest-invalid');
  expect(stderr).toContain('cover more than 50,000 dependencies');
  expect(stderr).toContain('help: cover fewer manifests or groups, or each in fewer sections');
});

describe('what looks for a pattern, or for something equal, takes linear time', () => {
  limitCpuTime(isSlow ? 20 : 5);
  const LENGTH = isSlow ? 300_000 : 150_000;
  const repeat = (unit: string) => unit.repeat(LENGTH / unit.length);
  const list = (line: (i: number) => string) => lines(15_000, line);
  const credit = (text: string) => source(`credits: [{name: ${quote(text)}}]\n`);
  const html = (text: string) => source(`html: true\nintro: ${quote(`<div>\n${text}`)}\n`);
  const onGitHub = (name: string) =>
    source(`output: {path: a.md, frontmatter: false}\ncredits: [{name: ${quote(name)}}]\n`);
  const covering = (path: string, text: string, credits = 'credits: [a]\n') => ({
    ...source(`covers: ${path}\n${credits}`),
    [path]: text,
  });
  const installed = (author: string) => ({
    ...covering('package.json', '{"dependencies": {"d": "1"}}'),
    'node_modules/d/package.json': JSON.stringify({ name: 'd', author }),
  });
  const face = (image: string, after: string) =>
    `<table><tr><td><img ${image}src="a.png"/><br /><sub><b>A</b></sub>${after}</td></tr></table>\n`;
  const flake = (url: string) =>
    JSON.stringify({
      version: 7,
      root: 'r',
      nodes: { r: { inputs: { a: 'a' } }, a: { locked: { type: 'git', url } } },
    });

  type Case = [name: string, args: string[], files: Record<string, string>, code: number];
  const slow: Case[] = [
    [
      'equal keys in front matter',
      [],
      source(`frontmatter:\n${list((i) => `  ${i}: 1\n  0x${i.toString(16)}: 1\n`)}`),
      2,
    ],
    ['tags on a line', [], source(`credits: [${'!t a,'.repeat(50_000)}]\n`), 2],
    ['anchors on a line', [], source(`credits: [${'&a a,'.repeat(50_000)}]\n`), 0],
    [
      'the tools of a go.mod',
      ['audit'],
      covering(
        'go.mod',
        `require (\n${list((i) => `e.co/a${i} v1 // indirect\n`)})\ntool (\n${list((i) => `e.co/a${i}/b\n`)})\n`,
      ),
      1,
    ],
    [
      'a repository of many packages',
      ['audit'],
      covering(
        'package.json',
        `{"dependencies": {${list((i) => `"d${i}": "github:a/b", `)}"d": "1"}}`,
        `credits: [${'{name: a, url: https://github.com/a/b},'.repeat(15_000)}]\n`,
      ),
      1,
    ],
  ];
  test.each<Case>([
    ['math', [], onGitHub(`$$${repeat('a')}$ x`), 0],
    ['math of one line', [], onGitHub(`$${repeat('a')}$b`), 0],
    ['an emoji', [], onGitHub(`:${repeat('a')}!`), 0],
    ['combining marks', [], credit(`e${repeat('\u0301\u0323')}`), 0],
    [
      'quotes in a description',
      ['lint'],
      source(`credits: [{name: a, description: ${quote(`${repeat("'")}a`)}}]\n`),
      0,
    ],
    ['comments in HTML', [], html(repeat('<!--')), 0],
    ['commas in a srcset', [], html(`<img srcset="a${repeat(',')}b">`), 0],
    [
      'aliases in front matter',
      [],
      source(`frontmatter: {a: &a 1, b: [${'*a,'.repeat(15_000)}]}\ncredits: [a]\n`),
      0,
    ],
    ['an address of an author', ['audit'], installed(`${repeat('a@.')} b`), 1],
    [
      'a purl',
      ['audit'],
      covering(
        'a.json',
        `{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"purl": "pkg:npm/a${repeat('/')}b", "name": "a"}]}`,
      ),
      1,
    ],
    ['the URL of a flake', ['audit'], covering('flake.lock', flake(`https://${repeat('a')}/b`)), 1],
    [
      'the versions of a module',
      ['audit'],
      covering('go.mod', `require (\n${list((i) => `e.co/a/v${i + 2} v1\n`)})\n`),
      1,
    ],
    ['the links of a face', ['import', 'a.md', '-o', '-'], { 'a.md': face('', repeat('<a ')) }, 0],
    [
      'the attributes of a face',
      ['import', 'a.md', '-o', '-'],
      { 'a.md': face(repeat('a'), '') },
      0,
    ],
    [
      'a DOI',
      ['import', 'CITATION.cff', '-o', '-'],
      {
        'CITATION.cff': `title: a\nauthors: [{name: a}]\nreferences: [{title: b, doi: ${quote(`${repeat('10.1234/')} x`)}}]\n`,
      },
      0,
    ],
    ['directives', ['import', 'a.md', '-o', '-'], { 'a.md': repeat(':a[b') }, 2],
    [
      'spaces that are not folded',
      ['lint'],
      source(
        `credits: [{name: a, by: ${quote(`a${repeat('\u00a0')}b`)}, license: ${quote(`mit${repeat('\u00a0')}x`)}}]\n`,
      ),
      1,
    ],
    [
      'spaces before the name of a handle',
      ['lint'],
      source(`credits: [{name: a, by: ${quote(`@a${repeat('\u00a0')}(x(`)}}]\n`),
      0,
    ],
    ['spaces in a plain scalar', [], source(`credits:\n- name: a${repeat(' ')}b\n`), 0],
    [
      'blank lines in a block scalar',
      [],
      source(`x-a: |\n  a\n${repeat('\n')}  b\ncredits: [a]\n`),
      0,
    ],
    ['spaces in a field', [], source(`intro: ${quote(`*a*${repeat(' ')}b`)}\n`), 0],
    ['spaces in a URL', [], source(`credits: [{name: a, url: ${quote(`a${repeat(' ')}b`)}}]\n`), 0],
    [
      'spaces in front matter',
      [],
      source(`frontmatter:\n  x: "a${repeat(' ')}b"\ncredits: [a]\n`),
      0,
    ],
    [
      'a word without marks',
      ['import', 'a.md', '-o', '-'],
      { 'a.md': `- \\*a${repeat('-')}\n` },
      0,
    ],
    ['tildes', [], credit(`${repeat('~')}a*b*`), 0],
    [
      'slashes of a URL',
      ['audit'],
      covering(
        'package.json',
        '{"dependencies": {"d": "1"}}',
        `credits: [{name: a, url: "https://e.co/a${repeat('/')}b"}]\n`,
      ),
      1,
    ],
    [
      'slashes of a host',
      ['import', '.all-contributorsrc', '-o', '-'],
      {
        '.all-contributorsrc': `{"repoHost": "https://e.co/${repeat('/')}b", "contributors": [{"login": "a"}]}`,
      },
      0,
    ],
    [
      'the padding of a table',
      ['import', 'a.md', '-o', '-'],
      { 'a.md': `| a | b |\n|-|-|\n| a${repeat('\u00a0')}b | c |\n` },
      0,
    ],
    [
      'the title of a definition',
      ['import', 'a.md', '-o', '-'],
      { 'a.md': `- [a]\n\n[a]: b "x${repeat(' ')}c"\n` },
      0,
    ],
    ...(isSlow ? slow : []),
  ])('%s', async (_, args, files, code) => {
    const result = await cli(args, { cwd: folder(files) });
    expect(result.code, result.stderr).toBe(code);
  });
});

test.each([
  ['words in a line', 'a '.repeat(400_000), '399,800 words in a line'],
  ['blank lines', '\n'.repeat(800_000), '800,005 lines'],
])('%s for which the parser would take a gigabyte are not imported', async (_, page, reason) => {
  const cwd = folder({ 'a.md': `---\ntitle: x\n---\n\na\n\n${page}\n\nb\n` });
  const { code, stderr } = await cli(['import', 'a.md'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(reason);
});

test('a long text in a table does not lengthen all rows', async () => {
  const cwd = folder();
  writeFileSync(
    `${cwd}/credits.yaml`,
    `title: x\nstyle: {layout: table}\ncredits:\n- name: ${'a'.repeat(100_000)}\n${'- name: b\n'.repeat(1_000)}`,
  );
  const { code, stdout } = await cli(['-o', '-'], { cwd });
  expect(code).toBe(0);
  expect(stdout.length).toBeLessThan(200_000);
});

test.each([
  ['credits', `credits: [${'a,'.repeat(60_000)}]\n`, '2,400,000 credits'],
  ['people', `credits: [${'{name: a, by: b},'.repeat(10_000)}]\n`, '400,000 people'],
  ['sections', `sections: [${'{title: a},'.repeat(12_000)}]\n`, '480,000 sections'],
  [
    'Markdown',
    `intro: ${quote('a *b*\n\n'.repeat(15_000))}\n`,
    '2,400,000 lines and markup characters',
  ],
])('40 views of thousands of %s are an error', async (_, text, count) => {
  const output = `output:\n${lines(40, (i) => `- ${i}.md\n`)}`;
  const { code, stderr } = await cli([], { cwd: folder(source(output + text)) });
  expect(code).toBe(2);
  expect(stderr).toContain(`they show ${count}`);
});

test('many views can each show a section of a large source', async () => {
  const output = `output:\n${lines(200, (i) => `- {path: ${i}.md, sections: [s${i}]}\n`)}`;
  const text = lines(
    200,
    (i) => `- {title: s${i}, credits: [${'{name: a, by: b},'.repeat(40)}]}\n`,
  );
  const cwd = folder(source(`${output}sections:\n${text}`));
  expect((await cli(['--check', '--quiet'], { cwd })).code).toBe(1);
});

test('800 outputs are built, and 1,001 are an error', async () => {
  const outputs = (n: number) => source(`output:\n${lines(n, (i) => `- o/${i}.md\n`)}`);
  expect((await cli(['--check', '--quiet'], { cwd: folder(outputs(800)) })).code).toBe(1);
  expect((await cli([], { cwd: folder(outputs(1_001)) })).stderr).toContain('at most 1000 views');
});

describe('a megabyte takes seconds', () => {
  limitCpuTime(30);
  const MEGABYTE = 1_000_000;
  const fill = (line: (index: number) => string, length = MEGABYTE) =>
    lines(Math.ceil(length / line(10_000).length), line);
  const covering = (manifest: string, text: string) => ({
    ...source(`covers: ${manifest}\ncredits: [a]\n`),
    [manifest.replace(/#.*/, '')]: text,
  });
  const redirects = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...{ url: `https://e.co/${i}`, status: 301, state: 'BROKEN' },
      failureDetails: [{ headers: { location: `https://e.co/${(i + 1) % count}` } }],
    }));
  const large: [name: string, args: string[], files: () => Record<string, string>, code: number][] =
    [
      [
        'untranslated texts',
        ['lint'],
        () => source(`languages: [en, fr]\ncredits:\n${fill((i) => `- {name: {en: a${i}}}\n`)}`),
        0,
      ],
      [
        'names of a handle',
        ['lint'],
        () => source(`credits:\n${fill((i) => `- {name: a, by: "B ${i} (@b)"}\n`)}`),
        1,
      ],
      [
        'unused people',
        ['lint', '--fix'],
        () => source(`people: {${fill((i) => `p${i}: A ${i}, `)}}\ncredits: [a]\n`),
        0,
      ],
      [
        'licenses',
        ['lint', '--fix'],
        () => source(`credits:\n${fill((i) => `- {name: a${i}, license: mit}\n`)}`),
        0,
      ],
      [
        'a long license',
        ['lint'],
        () => source(`credits: [{name: a, license: ${fill(() => 'mit or ')}mit}]\n`),
        1,
      ],
      ['a flow list', ['add', '@a'], () => source(`credits: [${fill((i) => `n${i}, `)}]\n`), 0],
      [
        'redirects',
        ['lint', '--links', 'r.json'],
        () => ({
          ...source('credits: [{name: a, url: https://e.co/1}]\n'),
          'r.json': JSON.stringify({ links: redirects(8_000), passed: false }),
        }),
        0,
      ],
      [
        'globs of URLs',
        ['data', '--urls'],
        () =>
          source(
            `links: {exclude: [${fill((i) => `"https://*/${i}", `, MEGABYTE / 2)}]}\ncredits:\n${fill((i) => `- {name: a, url: "https://e.co/${i}"}\n`, MEGABYTE / 2)}`,
          ),
        2,
      ],
      [
        'globs of members',
        ['audit'],
        () => covering('Cargo.toml', `[workspace]\nmembers = [${fill((i) => `"**/${i}*", `)}]\n`),
        0,
      ],
      [
        'groups',
        ['audit'],
        () =>
          covering(
            'pyproject.toml#g0',
            `[dependency-groups]\n${fill((i) => `g${i} = [{include-group = "g${i + 1}"}]\n`)}`,
          ),
        2,
      ],
      [
        'dependencies',
        ['audit', '--add'],
        () =>
          covering(
            'package.json',
            `{"dependencies": {${fill((i) => `"d${i}": "1", `, MEGABYTE / 2)}"d": "1"}}`,
          ),
        0,
      ],
      [
        'contributors',
        ['import', '.all-contributorsrc', '-o', '-'],
        () => ({
          '.all-contributorsrc': `{"contributors": [${fill((i) => `{"login": "u${i}"}, `)}{"login": "u"}]}`,
        }),
        0,
      ],
      [
        'sections',
        ['import', 'a.md', '-o', '-'],
        () => ({ 'a.md': `---\ntitle: x\n---\n\n${fill((i) => `## s${i}\n\n- a\n- b\n\n`)}` }),
        2,
      ],
      [
        'links in a name',
        [],
        () => source(`credits: [{name: ${quote(fill(() => '[*a_`<'))}}]\n`),
        0,
      ],
    ];
  for (const [name, args, files, code] of large) {
    slowTest(
      `of ${name}`,
      async () => {
        expect((await cli(args, { cwd: folder(files()) })).code).toBe(code);
      },
      120_000,
    );
  }

  test('too many languages are reported quickly', async () => {
    const text = `languages: [${lines(20_000, (i) => `en-x-a${i}, `)}]\ncredits: [a]\n`;
    const { stderr } = await cli([], { cwd: folder(source(text)) });
    expect(stderr).toMatch(/at most \d+ languages/);
  });
});
