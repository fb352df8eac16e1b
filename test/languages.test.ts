/** Pages in several languages. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documents } from '../src/diagnostics/documents.ts';
import { creditsData } from '../src/index.ts';
import { knownLanguages } from '../src/model/language-words/index.ts';
import { source } from './helpers/arbitraries.ts';
import { cli, diagnoseAll, folder } from './helpers/cli.ts';
import { page } from './helpers/page.ts';
import { fixtures } from './helpers/paths.ts';
import { numRuns, seed } from './helpers/test-size.ts';

const read = (path: string) => readFileSync(path, 'utf8');

/** Builds a source in a repository. Returns a function that reads a file. */
async function built(yaml: string, args: string[] = []) {
  const cwd = folder({ '.git/HEAD': '', 'credits.yaml': yaml });
  const ran = await cli(args, { cwd });
  return { ...ran, of: (path: string) => read(`${cwd}/${path}`) };
}

test('one source makes a page in each language', async () => {
  const { code, stderr, of } = await built(read(`${fixtures}/languages/credits.yaml`));
  expect(code, stderr).toBe(0);
  for (const path of [
    'docs/credits.md',
    'docs/de/credits.mdx',
    'docs/zh-cn/credits.md',
    'THANKS.md',
  ]) {
    expect(of(path), path).toBe(read(`${fixtures}/languages/${path}`));
  }
});

/** A page in the default language and in another one. */
async function inLanguage(lang: string, credits: string, more = ''): Promise<string> {
  const { stderr, of } = await built(
    `title: x\nlanguages: [en, ${lang}]\noutput: { path: a.md, lang: ${lang}, frontmatter: false, title: none }\n${more}credits: ${credits}\n`,
  );
  expect(stderr).toBe('created a.md\n');
  return of('a.md');
}

const PEOPLE = '[{ name: X, by: [A, B, C] }]';

describe('words', () => {
  test.each([
    ['en-GB', '- **X** by A, B and C\n'],
    ['de-AT', '- **X** von A, B und C\n'],
    ['es', '- **X** por A, B y C\n'],
    ['fr-CA', '- **X** par A, B et C\n'],
    ['it', '- **X** di A, B e C\n'],
    ['nl', '- **X** door A, B en C\n'],
    ['pt-BR', '- **X** por A, B e C\n'],
    ['zh-Hans', '- **X** 作者 A、B和C\n'],
    ['ZH-tw', '- **X** 作者 A、B和C\n'],
  ])('of %s join people', async (lang, expected) => {
    expect(await inLanguage(lang, PEOPLE)).toBe(expected);
  });

  test.each([
    ['de', '| Name  | Von        |'],
    ['es', '| Nombre | Por      |'],
    ['fr', '| Nom   | Par       |'],
    ['it', '| Nome  | Di       |'],
    ['nl', '| Naam  | Door      |'],
    ['pt', '| Nome  | Por      |'],
    ['zh', '| 名称  | 作者    |'],
    ['zh-Hant-HK', '| 名稱  | 作者    |'],
    ['sv', '| Name  | By         |'],
  ])('of %s are headings of tables', async (lang, expected) => {
    const style = 'style: { layout: table, and: { en: and, sv: och } }\n';
    const text = await inLanguage(
      lang,
      PEOPLE,
      lang === 'sv' ? style : 'style: { layout: table }\n',
    );
    expect(text.split('\n')[0]).toBe(expected);
  });

  test('names are joined by the comma of the language', async () => {
    expect(await inLanguage('zh', '[{ name: A }, { name: B }]', 'style: { layout: names }\n')).toBe(
      'A、B\n',
    );
  });

  test.each([
    ['style: { and: { en: and } }\n', '- **X** 作者 A、B and C\n'],
    ['style: { and: "&" }\n', '- **X** 作者 A、B & C\n'],
    ['style: { and: 与 }\n', '- **X** 作者 A、B与C\n'],
  ])('of another script are between spaces: %s', async (style, expected) => {
    const yaml = `title: x\nlanguages: [en, zh]\noutput: { path: a.md, lang: zh, frontmatter: false, title: none }\n${style}credits: ${PEOPLE}\n`;
    expect((await built(yaml)).of('a.md')).toBe(expected);
  });

  test('of the source take precedence, and may be empty', async () => {
    const style = 'style: { by: { en: from, fr: "" }, and: "" }\n';
    expect(await inLanguage('fr', PEOPLE, style)).toBe('- **X** A, B, C\n');
  });

  test.each([
    ['credits: [{ name: X, by: A }]', ['by']],
    ['credits: [{ name: X, by: [A, B] }]', ['by', 'and']],
    ['style: { layout: table }\ncredits: [{ name: X, by: [A, B] }]', ['and']],
    ['style: { layout: table, columns: [name] }\ncredits: [{ name: X, by: [A, B] }]', []],
    ['style: { layout: names }\nrules: { layout-drops: off }\ncredits: [{ name: X, by: A }]', []],
    ['style: { by: av }\ncredits: [{ name: X, by: [A, B] }]', ['and']],
    ['sections: [{ style: { by: av, and: och }, credits: [{ name: X, by: [A, B] }] }]', []],
    ['credits: [{ name: X }]', []],
  ])('of other languages must be set if people are shown: %s', async (yaml, words) => {
    const { all } = await diagnoseAll(`title: x\nlanguages: [sv]\n${yaml}\n`);
    const expected =
      words.length > 0 ? [`"sv" has no built-in words for "${words.join('" and "')}"`] : [];
    expect(all.map(({ message }) => message)).toEqual(expected);
  });
});

test.each([
  ['sv', '{ sv: … }'],
  ['en, sv', '{ en: …, sv: … }'],
])('the help for words of "%s" is a valid map', async (languages, map) => {
  const page = `title: x\nlanguages: [${languages}]\noutput: { path: a.md, lang: sv }\n`;
  const { all } = await diagnoseAll(`${page}credits: [{ name: X, by: [A, B] }]\n`);
  const help = `set them in the style: "style: { by: ${map}, and: ${map} }"`;
  expect(all.map(({ help }) => help)).toEqual([help]);
});

describe('a map of languages', () => {
  const PAGE = 'languages: [en, fr]\noutput: { path: a.md, lang: fr, frontmatter: false }\n';

  test.each([
    ['title: { en: x, FR: y }\n', '# y\n'],
    ['title: { en: x, fr: }\n', '# x\n'],
    ['title: x\ncredits: [{ en: "*a*", fr: "*b*" }]\n', '# x\n\n- _b_\n'],
    ['title: x\ncredits: [{ name: a, credits: [{ en: a, fr: b }] }]\n', '# x\n\n- **a**\n  - b\n'],
    [
      'title: x\ncredits: [{ name: { en: a, fr: b }, url: { en: /a, fr: /b } }]\nsite: https://e.co\n',
      '# x\n\n- **[b](https://e.co/b)**\n',
    ],
    [
      'title: x\ncredits: [{ name: a, by: { name: { en: Red Cross, fr: Croix-Rouge } } }]\n',
      '# x\n\n- **a** par Croix-Rouge\n',
    ],
    [
      'title: x\ncredits: [{ person: ada }]\npeople: { ada: { name: { en: a, fr: b }, handle: { en: c, fr: d } } }\n',
      '# x\n\n- **b** (@d)\n',
    ],
    ['title: x\npeople: { fr: Ada }\ncredits: [{ name: a, by: fr }]\n', '# x\n\n- **a** par Ada\n'],
    [
      'title: x\ncredits: [{ name: a, version: { en: "1", fr: "2" }, license: { en: A, fr: B } }]\n',
      '# x\n\n- **a** 2 (B)\n',
    ],
    [
      'title: x\ncredits: [{ name: a, links: [{ label: { en: a, fr: b }, url: { en: a.md, fr: b.md } }] }]\n',
      '# x\n\n- **a** ([b](b.md))\n',
    ],
    [
      'title: x\nstyle: { separator: { en: " - ", fr: " : " } }\ncredits: [{ name: a, description: { en: b, fr: c } }]\n',
      '# x\n\n- **a** : c\n',
    ],
    [
      'title: x\nstyle: { layout: table, labels: { en: { name: N }, fr: { name: M } } }\ncredits: [{ name: a }]\n',
      '# x\n\n| M     |\n| ----- |\n| **a** |\n',
    ],
    [
      'title: x\nstyle: { layout: table, labels: { name: { en: N, fr: M } } }\ncredits: [{ name: a }]\n',
      '# x\n\n| M     |\n| ----- |\n| **a** |\n',
    ],
    ['title: x\nnotice: { en: a, fr: b }\n', '<!-- b -->\n\n# x\n'],
    [
      'title: x\nsections: [{ title: { en: a, fr: b }, outro: { en: c, fr: d } }]\n',
      '# x\n\n## b\n\nd\n',
    ],
    ['title: x\nx-a: &a { en: a, fr: b }\nintro: *a\noutro: *a\n', '# x\n\nb\n\nb\n'],
  ])('%s', async (yaml, expected) => {
    const { code, stderr, of } = await built(`${yaml}${PAGE}`);
    expect(code, stderr).toBe(0);
    expect(of('a.md')).toBe(expected);
  });

  test('is read where its own keys are not languages', async () => {
    const { places } = await diagnoseAll(
      'title: x\nlanguages: [en, by]\ncredits: [{ name: a, by: b }]\n',
    );
    expect(places).toEqual([]);
  });

  test.each([
    ['title: x\nlanguages: [en, fr]\nintro: { en: a, fr: "<b>" }\n', '3:22 markdown-html'],
    ['title: x\nlanguages: [en, fr]\nintro: { en: "<b>", fr: b }\n', '3:15 markdown-html'],
    ['title: x\nlanguages: [en, fr]\nintro: "<b>"\n', '3:9 markdown-html'],
    [
      'title: x\nlanguages: [en, fr]\ncredits: [{ name: a, url: { en: b, fr: "js:c" } }]\n',
      '3:40 url-scheme',
    ],
    ['title: { en: x, fr: "\\0" }\nlanguages: [en, fr]\n', '1:21 text-control'],
    ['title: x\nlanguages: [en, fr]\ncredits: [{ en: a, fr: "- b" }]\n', '3:25 markdown-block'],
  ])('is checked in every language, once, at its own place: %s', async (yaml, place) => {
    expect((await diagnoseAll(yaml)).places).toEqual([place]);
    const views = `${yaml}output: [a.md, { path: b.mdx, lang: fr }]\n`;
    expect((await diagnoseAll(views)).places).toEqual([place]);
  });

  test('without a value is reported once for each language by a build', async () => {
    const yaml =
      'title: { en: x }\nlanguages: [en, fr, de]\nintro: { en: y, fr: z }\noutro: { en: y }\n';
    const { code, all } = await diagnoseAll(yaml, ['--strict']);
    expect(code).toBe(0);
    expect(all.map(({ line, severity, message }) => `${line} ${severity} ${message}`)).toEqual([
      '1 info 2 texts have no value in "fr", so pages show them in "en"',
      '1 info 3 texts have no value in "de", so pages show them in "en"',
    ]);
    const ignored = `# starlight-credits-ignore text-untranslated: a name\n${yaml}`;
    expect((await diagnoseAll(ignored)).places).toEqual([
      '4:8 text-untranslated',
      '5:8 text-untranslated',
    ]);
    const people = 'people: { a: { name: { en: A } } }\ncredits: [{ person: a }]\n';
    expect((await diagnoseAll(`${yaml}${people}`)).places).toEqual([
      '1:8 text-untranslated',
      '1:8 text-untranslated',
    ]);
    const off = await diagnoseAll(`${yaml}rules: { text-untranslated: off }\n`);
    expect(off.places).toEqual([]);
  });

  test('without a value is reported each time by lint', async () => {
    const yaml = 'title: { en: x }\nlanguages: [en, fr]\nintro: { en: y }\n';
    const cwd = folder({ 'credits.yaml': yaml });
    const { code, stdout } = await cli(['lint', '--reporter', 'json'], { cwd });
    expect(code).toBe(0);
    const found = JSON.parse(stdout).map((each: { line: number; code: string }) => [
      each.line,
      each.code,
    ]);
    expect(found).toEqual([
      [1, 'text-untranslated'],
      [3, 'text-untranslated'],
    ]);
    expect((await cli(['lint', '--strict'], { cwd })).code).toBe(1);
  });

  test('is linted in every language, and its values are fixed apart', async () => {
    const yaml =
      'title: x\nlanguages: [en, fr]\ncredits: [{ name: a, license: { en: mit, fr: isc } }]\n';
    const cwd = folder({ 'credits.yaml': yaml });
    await cli(['lint', '--fix'], { cwd });
    expect(read(`${cwd}/credits.yaml`)).toContain('{ en: MIT, fr: ISC }');
  });

  test('of URLs lists all of them', async () => {
    const yaml =
      'title: x\nlanguages: [en, fr]\ncredits:\n  - { name: a, url: { en: https://a.en, fr: https://a.fr } }\n  - { en: "<https://b.en>", fr: "<https://b.fr>" }\n';
    const cwd = folder({ 'credits.yaml': yaml });
    const { stdout } = await cli(['data', '--urls'], { cwd });
    expect(stdout).toBe('https://a.en/\nhttps://a.fr/\nhttps://b.en/\nhttps://b.fr/\n');
  });

  test('is audited in all languages', async () => {
    const yaml =
      'title: x\nlanguages: [en, fr]\nsections:\n  - covers: package.json\n    credits:\n      - { name: { en: One, fr: a } }\n      - { en: Two, fr: "[b](https://npmjs.com/package/b)" }\n';
    const cwd = folder({
      '.git/HEAD': '',
      'credits.yaml': yaml,
      'package.json': '{ "dependencies": { "a": "1", "b": "1", "c": "1" } }',
    });
    const { code, stdout } = await cli(['audit', '--reporter', 'json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).map(({ message }: { message: string }) => message)).toEqual([
      expect.stringContaining('"c"'),
    ]);
  });

  test('stays as it is when a credit is added', async () => {
    const yaml =
      'title: { en: x, fr: y }\nlanguages: [en, fr]\ncredits:\n  - { en: a, fr: b }\n  - name: { en: a, fr: b }\n';
    const cwd = folder({ 'credits.yaml': yaml });
    const { code, stderr } = await cli(['add', 'Ada Lovelace (@ada)'], { cwd });
    expect(code, stderr).toBe(0);
    expect(read(`${cwd}/credits.yaml`)).toBe(`${yaml}  - { person: Ada Lovelace (@ada) }\n`);
  });

  test('a relative URL in views of different folders is a warning', async () => {
    const yaml =
      'title: x\nlanguages: [en, fr]\noutput: [a.md, { path: fr/a.md, lang: fr }]\nintro: "[a](b.md)"\n';
    expect((await diagnoseAll(yaml)).places).toEqual(['4:9 url-relative']);
  });
});

describe('the front matter of a view', () => {
  const view = (frontmatter: string, more = '') =>
    `title: x\noutput: { path: a.md, frontmatter: ${frontmatter} }\n${more}`;

  test.each([
    ['{ pagefind: false }', '', 'title: x\npagefind: false'],
    [
      '{ own: "a: b" }',
      'frontmatter:\n  # c\n  sidebar:\n    order: 1\n',
      'title: x\n# c\nsidebar:\n  order: 1\nown: "a: b"',
    ],
    [
      '{ sidebar: { order: 2 } }',
      'frontmatter: { sidebar: { order: 1 }, own: a }\n',
      'title: x\nown: a\nsidebar: { order: 2 }',
    ],
    ['{ own: [1] }', 'x-a: &a b\nintro: *a\n', 'title: x\nown: [1]'],
  ])('adds to that of the page: %s %s', async (frontmatter, more, expected) => {
    const { of } = await built(view(frontmatter, more));
    const body = more.includes('intro') ? '\nb\n' : '';
    expect(of('a.md')).toBe(`---\n${expected}\n---\n${body}`);
  });

  test.each([
    ['{ title: y }', '2:38 frontmatter-key'],
    ['{ pagefind: 1 }', '2:48 wrong-type'],
  ])('is checked: %s', async (frontmatter, place) => {
    expect((await diagnoseAll(view(frontmatter))).places).toEqual([place]);
  });

  test('is not possible in a region', async () => {
    const yaml = 'title: x\noutput: { path: a.md, region: b, frontmatter: { own: 1 } }\n';
    expect((await diagnoseAll(yaml)).places).toContain('2:47 bad-value');
  });
});

test('a page in its only language has the same bytes', async () => {
  const wrapped = (value: unknown, key = ''): unknown => {
    if (key === 'intro' || key === 'outro' || key === 'description' || key === 'separator') {
      return { en: value };
    }
    if (['title', 'name', 'url', 'version', 'license', 'label', 'alt'].includes(key)) {
      return { en: value };
    }
    if (Array.isArray(value)) {
      return value.map((each) =>
        key === 'credits' && typeof each === 'string' ? { en: each } : wrapped(each),
      );
    }
    if (typeof value !== 'object' || value === null || key === 'handles') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, wrapped(each, name)]),
    );
  };
  await fc.assert(
    fc.asyncProperty(source, async (from) => {
      const translated = { languages: ['en'], ...(wrapped(from) as object) };
      for (const format of ['md', 'mdx'] as const) {
        const text = await page(JSON.stringify(translated), format);
        expect(text).toBe(await page(JSON.stringify(from), format));
      }
    }),
    { numRuns: Math.ceil(numRuns / 4), seed },
  );
});

describe('the library', () => {
  const yaml =
    'title: { en: x, pt-BR: z }\nlanguages: [en, pt-BR]\ncredits: [{ name: a, by: [B, C] }]\n';

  test('gives the texts of a language', () => {
    expect(creditsData(yaml).title).toBe('x');
    expect(creditsData(yaml, { lang: 'PT-br' }).title).toBe('z');
    expect(() => creditsData(yaml, { lang: 'fr' })).toThrow('"fr" is not in the "languages"');
    expect(() => creditsData('title: x', { lang: 'fr' })).toThrow('no "languages"');
  });

  test('gives the page in a language', async () => {
    expect(await page(yaml, 'md', { lang: 'pt-br' })).toBe(
      '---\ntitle: z\n---\n\n- **a** por B e C\n',
    );
  });
});

describe('right-to-left text', () => {
  const [HEBREW, ARABIC] = ['דוד', 'سارة'];
  const isolated = (name: string) => `\u2068${name}\u2069`;
  const of = async (yaml: string, title = 'x') =>
    (await page(`title: ${title}\n${yaml}`)).replace(/^---[\s\S]*?---\n\n/, '');

  test.each([
    [`[{ name: ${HEBREW} }]`, `- **${HEBREW}**\n`],
    [`[{ name: ${HEBREW}, by: Ada }]`, `- **${HEBREW}** by Ada\n`],
    [`[{ name: ${HEBREW}, version: 1.2 }]`, `- **${isolated(HEBREW)}** 1.2\n`],
    [`[{ name: ${HEBREW}, version: v1.2 }]`, `- **${HEBREW}** v1.2\n`],
    [`[{ name: X, by: [${HEBREW}, ${ARABIC}] }]`, `- **X** by ${HEBREW} and ${ARABIC}\n`],
    [
      `[{ name: X, by: [${HEBREW}, ${ARABIC}, Ada] }]`,
      `- **X** by ${isolated(HEBREW)}, ${isolated(ARABIC)} and Ada\n`,
    ],
    [
      `[{ name: X, by: [{ name: ${HEBREW}, url: /a }, ${ARABIC}, Ada] }]`,
      `- **X** by [${isolated(HEBREW)}](/a), ${isolated(ARABIC)} and Ada\n`,
    ],
    ['[{ name: 𞤀𞤣𞤢, version: 1 }]', `- **${isolated('𞤀𞤣𞤢')}** 1\n`],
    [`[{ name: ${HEBREW}, license: 0BSD }]`, `- **${isolated(HEBREW)}** (0BSD)\n`],
    [`[{ name: ${HEBREW}, description: ${ARABIC} }]`, `- **${isolated(HEBREW)}** - ${ARABIC}\n`],
    [
      `[{ name: ${HEBREW}, links: [{ label: ${HEBREW}, url: /a }, { label: ${ARABIC}, url: /b }] }]`,
      `- **${isolated(HEBREW)}** ([${isolated(HEBREW)}](/a), [${isolated(ARABIC)}](/b))\n`,
    ],
    [
      `[{ name: X, version: ${HEBREW}, license: ${ARABIC} }]`,
      `- **X** ${isolated(HEBREW)} (${isolated(ARABIC)})\n`,
    ],
    [`[{ name: X, version: ${HEBREW}, by: Ada }]`, `- **X** ${HEBREW} by Ada\n`],
    [`[{ name: "\u2067${HEBREW}\u2069", version: 1 }]`, `- **\u2067${HEBREW}\u2069** 1\n`],
  ])('%s', async (credits, expected) => {
    expect(await of(`credits: ${credits}\n`)).toBe(expected);
  });

  test.each([
    [
      'names',
      `[{ name: ${HEBREW} }, { name: ${ARABIC} }, { name: X }]`,
      `${isolated(HEBREW)}, ${isolated(ARABIC)}, X\n`,
    ],
    [
      'table',
      `[{ name: ${HEBREW}, by: [A, ${HEBREW}, ${ARABIC}], version: 1 }]`,
      `| **${HEBREW}** | A, ${HEBREW} and ${ARABIC} | 1       |`,
    ],
  ])('in the layout %s', async (layout, credits, expected) => {
    expect(await of(`style: { layout: ${layout} }\ncredits: ${credits}\n`)).toContain(expected);
  });

  test.each(['list', 'names', 'table', 'cards', 'gallery'])(
    'have no marks left in the layout %s',
    async (layout) => {
      const texts = `version: ${HEBREW}, license: ${HEBREW}, links: [{ label: ${HEBREW}, url: /a }]`;
      const yaml = `title: x\nstyle: { layout: ${layout} }\nrules: { layout-drops: off }\ncredits:\n  - { name: ${HEBREW}, url: /a, by: [${HEBREW}, ${ARABIC}], ${texts} }\n  - { name: ${HEBREW} }\n`;
      for (const [format, flavor] of [['md'], ['mdx'], ['md', 'github']] as const) {
        const text = await page(yaml, format, flavor);
        expect(text).toContain(HEBREW);
        expect(text).not.toMatch(/[\ufdd0-\ufdef]/);
      }
    },
  );

  test('have no isolates in right-to-left text', async () => {
    const credits = `credits: [{ name: ${HEBREW}, version: 1.2 }]\n`;
    const plain = `- **${HEBREW}** 1.2\n`;
    expect(await of(credits, HEBREW)).toBe(plain);
    expect(await of(`languages: [he]\n${credits}`)).toBe(plain);
    expect(await of(`languages: [en]\n${credits}`, HEBREW)).not.toBe(plain);
  });

  test('are imported without isolates', async () => {
    const body = `- **${isolated(HEBREW)}** 1.2 by ${isolated(HEBREW)}, ${isolated(ARABIC)} and Ada\n- **${isolated(HEBREW)}** ([${isolated(HEBREW)}](/a), [${isolated(ARABIC)}](/b))\n`;
    const cwd = folder({ 'page.md': `---\ntitle: x\n---\n\n${body}` });
    const { code, stdout } = await cli(['import', 'page.md', '-o', '-'], { cwd });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/[\u2066-\u2069]/);
    expect(await of(stdout.replace(/^title.*\n/m, ''))).toBe(body);
  });
});

test('the documents of diagnostics name all built-in languages', () => {
  const text = documents['language-words'].meaning.replace(/\s+/g, ' ');
  expect(text).toContain(`${knownLanguages.slice(0, -1).join(', ')} and ${knownLanguages.at(-1)}`);
});
