import { describe, expect, test } from 'vitest';
import { cli, diagnose, folder } from './helpers/cli.ts';

/** A source, and what is said of it: `line:column code`, then a word of the message or help. */
type Case = [source: string, place: string, word: string];

const yaml: Case[] = [
  ['title: x\ncredits:\n  - name: a\n    by: @vic\n', '4:9 yaml-quote', '"@vic"'],
  ['title: x\ncredits:\n  - name: a\n    by: [@vic, b]\n', '4:10 yaml-quote', '"@vic"'],
  ['title: x\ncredits:\n  - name: Nix: the book\n', '3:11 yaml-quote', '"Nix: the book"'],
  ['title: x\ncredits:\n  - Nix: the book\n', '3:5 yaml-quote', '"Nix: the book"'],
  ['title: Thanks to:\n', '1:8 yaml-quote', 'end with ":"'],
  ['title: `x` # y\n', '1:8 yaml-quote', '"`x`"'],
  ['title: %x\n', '1:8 yaml-quote', '"%x"'],
  ['title: *foo* bar\n', '1:8 yaml-quote', '"*foo* bar"'],
  ['title: [l](u) text\n', '1:8 yaml-quote', '"[l](u) text"'],
  ['title: {x} y\n', '1:8 yaml-quote', '"{x} y"'],
  ['title: "Dawn" Or\n', '1:8 yaml-quote', `'"Dawn" Or'`],
  ["title: 'it's'\n", '1:8 yaml-quote', '"it\'s"'],
  ['title: > x\n', '1:8 yaml-quote', '"> x"'],
  ['title: |x\n', '1:8 yaml-quote', '"|x"'],
  ['title: - x\n', '1:8 yaml-quote', '"- x"'],
  ['title: "x\nintro: y\n', '1:8 yaml-unclosed', 'never closed'],
  ['title: x\ncredits: [a, b\n', '2:10 yaml-unclosed', 'never closed'],
  ['title: "a\\qb"\n', '1:10 yaml-escape', '\\\\q'],
  ['title: x\nintro:\n\t- a\n', '3:1 yaml-tab', 'spaces'],
  ['\ttitle: x\n', '1:1 yaml-tab', 'spaces'],
  ['title: x\n---\ntitle: y\n', '2:1 yaml-documents', 'one document'],
  ['title: x\nintro: *y\n', '2:8 yaml-alias', '&y'],
  ['title: x\nintro: &a [*a]\n', '2:12 yaml-alias-cycle', '*a'],
  ['title: !important x\n', '1:8 yaml-tag', '!important'],
  ['title: !!js/function x\n', '1:8 yaml-tag', '!!js/function'],
  ['title: !!binary aGk=\n', '1:8 yaml-tag', '!!binary'],
  ['title: x\n intro: y\n', '2:2 yaml-indent', 'column'],
  ['title: x\ncredits:\n  - name: a\n    url: b\n   by: c\n', '5:4 yaml-indent', 'line up'],
  ['title: x\nhello\n', '2:1 yaml-syntax', 'key: value'],
  ['title: x\ncredits:\n- a\n-b\n', '4:1 yaml-syntax', 'a dash needs a space'],
  ['title:x\n', '1:1 yaml-syntax', 'a colon needs a space'],
  ['title: x\nintro:y\n', '2:1 yaml-syntax', 'a colon needs a space'],
  ['<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> c\n', '1:1 yaml-conflict', 'conflict'],
  ['title: a\n<<<<<<< HEAD\nintro: a\n=======\n>>>>>>> c\n', '2:1 yaml-conflict', 'conflict'],
];

const model: Case[] = [
  ['', '1:1 source-empty', 'empty'],
  ['# nothing\n', '1:1 source-empty', 'empty'],
  ['---\n', '1:1 source-empty', 'empty'],
  ['- a\n', '1:1 wrong-type', 'found a list'],
  ['null\n', '1:1 wrong-type', 'a page: a map'],
  ['title: x\ntitle: y\n', '2:1 duplicate-key', 'line 1'],
  ['titel: x\n', '1:1 unknown-key', 'did you mean "title"?'],
  ['intro: x\n', '1:1 missing-key', '"title"'],
  ['title: # x\n', '1:1 missing-key', 'in quotes if it starts with #'],
  ['title: x\n<<: y\n', '2:1 unknown-key', '<<'],
  ['title: x\ncredits:\n  - url: y\n', '3:5 missing-key', '"name"'],
  ['title: x\ncredits:\n  - nmae: y\n', '3:5 unknown-key', '"name"'],
  ['title: x\ncredits:\n  - name: y\n    licence: MIT\n', '4:5 unknown-key', '"license"'],
  ['title: x\ncredits:\n  - name: y\n    author: z\n', '4:5 unknown-key', '"by"'],
  ['title: x\ncredits:\n- name: a\n-name: b\n', '4:1 unknown-key', '"- name"'],
  ['title: x\nsections:\n  - title: y\n    html: true\n', '4:5 page-key', 'top of the file'],
  ['title: x\nsections:\n  - title: y\n    output: a.md\n', '4:5 page-key', 'top of the file'],
  ['title: [x]\n', '1:8 wrong-type', 'found a list'],
  ['title: {x}\n', '1:8 wrong-type', 'quote the whole'],
  ['title: x\ncredits:\n  name: y\n', '3:3 wrong-type', '"- "'],
  ['title: x\ncredits:\n  -\n', '3:4 wrong-type', 'found nothing'],
  ['title: x\nhtml: yes\n', '2:7 wrong-type', 'true or false'],
  ['title: x\nhtml: "true"\n', '2:7 wrong-type', 'true or false'],
  ['title: ""\n', '1:8 text-empty', 'nothing'],
  ['title: "\\u200b "\n', '1:8 text-empty', 'nothing'],
  ['title: "a\\u0007"\n', '1:8 text-control', 'U+0007'],
  ['title: "a\\u202e"\n', '1:8 text-control', 'U+202E'],
  ['title: "a\\ud800"\n', '1:8 text-control', 'U+D800'],
  ['title: x\nstyle: { layout: lsit }\n', '2:18 unknown-value', 'did you mean "list"?'],
  ['title: x\nstyle: { bi: von }\n', '2:10 unknown-key', 'did you mean "by"?'],
  ['title: x\nstyle: { and: "" }\n', '2:15 text-empty', 'nothing'],
  ['title: x\nmarkdown: { bullet: . }\n', '2:21 unknown-value', '-'],
  ['title: x\nmarkdown: { ruleRepetition: 2 }\n', '2:29 wrong-type', '3 or more'],
  ['title: x\nmarkdown: { bulletOther: "-" }\n', '2:26 bad-value', 'the same'],
  [
    'title: x\ncredits:\n  - name: y\n    url: javascript:alert(1)\n',
    '4:10 url-scheme',
    'javascript:',
  ],
  ['title: x\ncredits:\n  - name: y\n    url: " JavaScript:x"\n', '4:10 url-scheme', 'JavaScript:'],
  [
    'title: x\ncredits:\n  - name: y\n    url: "java\\tscript:x"\n',
    '4:10 url-scheme',
    'javascript:',
  ],
  ['title: x\nintro: "[a](data:x)"\n', '2:9 url-scheme', 'data:'],
  ['title: x\nintro: "![a](vbscript&colon;x)"\n', '2:9 url-scheme', 'vbscript:'],
  ['title: x\ncredits:\n  - name: y\n    by: {}\n', '4:9 missing-key', '"name"'],
  ['title: x\ncredits:\n  - name: y\n    by: { handle: "@" }\n', '4:19 text-empty', 'nothing'],
  ['title: x\ncredits:\n  - name: y\n    links: [{ label: z }]\n', '4:13 missing-key', '"url"'],
  ['title: x\npeople: [vic]\n', '2:9 wrong-type', 'a map of people'],
  ['title: x\npeople: { vic: }\n', '2:11 wrong-type', 'a person'],
  ['title: x\nintro: a <b>c\n', '2:10 markdown-html', 'html: true'],
  ['title: x\nintro: |\n  one\n\n  two <!-- c -->\n', '5:7 markdown-html', 'html: true'],
  ['title: x\nintro: "\\u00e9 \\"<b>"\n', '2:18 markdown-html', 'html: true'],
  ["title: x\nintro: 'it''s <b>'\n", '2:15 markdown-html', 'html: true'],
  ['title: x\nintro: >-\n  folded\n  <b>\n', '4:3 markdown-html', 'html: true'],
  ['title: x\ncredits:\n  - "# a"\n', '3:6 markdown-block', '\\#'],
  ['title: x\ncredits:\n  - "1. a"\n', '3:6 markdown-block', '1\\.'],
  ['title: x\ncredits:\n  - name: y\n    description: "- a"\n', '4:19 markdown-block', '\\-'],
  ['title: x\ncredits:\n  - |\n    a\n\n    b\n', '6:5 markdown-block', 'second paragraph'],
  ['title: x\ncredits:\n  - "[a]: b"\n', '3:6 markdown-definition', '[label](url)'],
  ['title: x\noutput: a.txt\n', '2:9 output-extension', '.md'],
  [
    'title: x\noutput: { path: a.md, frontmatter: false, title: frontmatter }\n',
    '2:9 bad-value',
    'heading',
  ],
  ['title: x\nfrontmatter: { title: y }\n', '2:16 frontmatter-key', 'top of the file'],
  ['title: x\nfrontmatter: { sidebar: { order: "1" } }\n', '2:34 wrong-type', 'a number'],
  ['title: x\nfrontmatter: { prev: { lnk: x } }\n', '2:24 unknown-key', '"link"'],
  ['title: x\nfrontmatter:\n  draft:\n', '3:9 wrong-type', 'found nothing'],
  ['title: x\nfrontmatter: { own: { a: 1, a: 2 } }\n', '2:29 duplicate-key', 'line 2'],
];

describe.each([...yaml, ...model])('%j', (source, place, word) => {
  test(`is told at ${place}`, async () => {
    const { code, all, places } = await diagnose(source);
    expect(code).toBe(2);
    expect(places).toEqual([place]);
    expect(`${all[0]?.message}\n${all[0]?.help}`).toContain(word);
  });
});

test('all errors are told at once, in source order, where they are', async () => {
  const { places } = await diagnose(`
sections:
  - title: A
    credits:
      - name: a
        url: javascript:alert(1)
        colour: red
      - description: <b>
frontmatter: { draft: maybe }
`);
  expect(places).toEqual([
    '2:1 missing-key',
    '6:14 url-scheme',
    '7:9 unknown-key',
    '8:9 missing-key',
    '8:22 markdown-html',
    '9:23 wrong-type',
  ]);
});

test('where the YAML is broken, only that is told', async () => {
  const { places } = await diagnose('titel: x\nintro: @y\n');
  expect(places).toEqual(['2:8 yaml-quote']);
});

test('seven levels of sections are one too many, at the title of the seventh', async () => {
  const levels = [2, 3, 4, 5, 6, 7, 8];
  const source = levels.map((level, index) => {
    const indent = '  '.repeat(2 * index);
    return `${indent}sections:\n${indent}  - title: Level ${level}\n`;
  });
  const { places } = await diagnose(`title: x\n${source.join('')}`);
  expect(places).toEqual(['13:32 heading-depth']);
});

test('a section without a title does not count as a level', async () => {
  const { code } = await diagnose(`
title: x
sections: [{ sections: [{ sections: [{ sections: [{ title: 2, sections: [{ title: 3,
  sections: [{ title: 4, sections: [{ title: 5, sections: [{ title: 6 }] }] }] }] }] }] }] }]
`);
  expect(code).toBe(0);
});

test('credits nest one level deep', async () => {
  const { places } = await diagnose(
    'title: x\ncredits: [{ name: a, credits: [{ name: b, credits: [c] }] }]\n',
  );
  expect(places).toEqual(['2:43 nested-credits']);
});

describe('a person who is close to an id', () => {
  const source = (by: string) =>
    `title: x\npeople:\n  vic: Victor Borja\n  victor-borja: Victor Borja\ncredits:\n  - name: a\n    by: ${by}\n`;

  test.each(['Vic', 'vicc', 'vci', 'Victor Borja'])('%s is a warning', async (by) => {
    const { code, all, places } = await diagnose(source(by));
    expect(places).toEqual(['7:9 person-near-id']);
    expect(all[0]?.severity).toBe('warning');
    expect(code).toBe(0);
  });

  test('--strict makes it fail', async () => {
    expect((await diagnose(source('Vic'), ['--strict'])).code).toBe(2);
  });

  test.each(['vic', 'Ada', 'Victoria'])('%s is none', async (by) => {
    expect((await diagnose(source(by))).places).toEqual([]);
  });
});

describe('places', () => {
  test('a byte order mark does not count', async () => {
    expect((await diagnose('\ufefftitel: x\n')).places).toEqual(['1:1 unknown-key']);
  });

  test('columns are UTF-16 units, ends are exclusive', async () => {
    const { all } = await diagnose('title: x\nintro: "👍 <b>"\n');
    expect(all[0]).toMatchObject({ line: 2, column: 12, endLine: 2, endColumn: 15 });
  });

  test('CRLF is one line end', async () => {
    expect((await diagnose('title: x\r\nintro: @y\r\n')).places).toEqual(['2:8 yaml-quote']);
  });

  test('an anchored value is told of once', async () => {
    const { places } = await diagnose(
      'title: x\nsections:\n  - credits: &c [{ name: "" }]\n  - credits: *c\n',
    );
    expect(places).toEqual(['3:26 text-empty']);
  });

  test('bytes that are not UTF-8 are found', async () => {
    const latin1 = Buffer.from('title: x\nintro: Ga\xe9tan\n', 'latin1');
    const cwd = folder({ 'credits.yaml': latin1 });
    const { code, stdout } = await cli(['--reporter', 'json'], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'source-not-utf8', line: 2, column: 10 }]);
  });
});

describe('broken structure', () => {
  test.each<Case>([
    ['title: x\ncredits:\n    - name: a\n  - name: b\n    url: c\n', '4:3 yaml-indent', 'line up'],
    ['title: x\ncredits:\n  name: a\n  - name: b\n', '4:3 yaml-indent', 'line up'],
    ['title: x\ncredits: - name: a\n', '2:10 yaml-indent', 'line below its key'],
    ['title: x\nintro: ? x\n', '2:8 yaml-quote', '"? x"'],
    ['title: x\nby: {name: Ada, handle: @ada}\n', '2:25 yaml-quote', '"@ada"'],
    ['title: x\nmarkdown: {bullet: -}\n', '2:20 yaml-quote', '"-"'],
    ['title: x\nmarkdown:\n  bullet: *\n', '3:11 yaml-quote', '"*"'],
    ['title: x\nmarkdown:\n  bullet: -\n', '3:11 yaml-quote', '"-"'],
    ['title: x\nintro: ![a](b)\n', '2:8 yaml-quote', '"![a](b)"'],
    ['title: x\nintro: & Co\n', '2:8 yaml-quote', '"& Co"'],
    ['title: x\ncredits:\n  - @scope/pkg: a tool\n', '3:5 yaml-quote', '"@scope/pkg: a tool"'],
    ['title: x\ncredits:\n  - *foo*: bar\n', '3:5 yaml-quote', '"*foo*: bar"'],
    ['title: x\ncredits: [{name: a} {name: b}]\n', '2:21 yaml-syntax', 'comma'],
    ['{title: Credits\n', '1:1 yaml-unclosed', '}'],
    ["title: 'Credits\n", '1:8 yaml-unclosed', "'"],
    ['title: "a" "b"\n', '1:8 yaml-quote', `'"a" "b"'`],
    ['title: x\nintro: [x,\ny]\n', '3:1 yaml-indent', 'deeper'],
  ])('%j', async (source, place, word) => {
    const { code, all, places } = await diagnose(source);
    expect(code).toBe(2);
    expect(places).toEqual([place]);
    expect(`${all[0]?.message}\n${all[0]?.help}`).toContain(word);
  });

  test.each<Case>([
    ['title: x\nintro: "a\\n\\n  <b> \\t <i>"\n', '2:16 2:23', ''],
    ['title: x\nintro: "a\\_b <b>"\n', '2:14', ''],
    ['title: x\nintro: |\n  first\n\n  second [b][a] x\n\n  [a]: javascript:x\n', '7:3', ''],
    ['title: x\nintro: "[a]: javascript:x"\n', '2:9', ''],
  ])('the place in %j', async (source, places) => {
    const { all } = await diagnose(source);
    expect(all.map(({ line, column }) => `${line}:${column}`).join(' ')).toBe(places);
  });

  test('the place of MDX is that of the source, and told once', async () => {
    const { all } = await diagnose(
      'title: x\nhtml: true\noutput: a.mdx\nintro: |\n  one\n\n  two <b>\n',
      ['-o', 'page.mdx'],
    );
    expect(all).toMatchObject([{ code: 'mdx-syntax', line: 7 }]);
    expect(all[0]?.message).not.toMatch(/\d:\d/);
  });

  test('a blank line, an unusual link and a text with two colons are no mistakes', async () => {
    expect((await diagnose('title: x\nsections:\nstyle:\nintro: a::b\n')).places).toEqual([]);
  });
});
