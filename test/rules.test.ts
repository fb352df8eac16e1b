/** The `rules` of a source, and comments that ignore diagnostics. */
import fc from 'fast-check';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { creditsData, creditsParse, creditsStringify } from '../src/index.ts';
import { ignoreComments } from '../src/source/ignore-comments.ts';
import { parseYaml } from '../src/source/parse-yaml.ts';
import { yamlFastPath } from '../src/source/yaml-fast-path.ts';
import { cli, diagnose, folder } from './helpers/cli.ts';
import { numRuns, seed } from './helpers/test-size.ts';

/** A source with a warning in line 3 after `head`, which ends with a line break. */
const withUrl = (head: string) => `title: x\n${head}credits: [{ name: a, url: example.com }]\n`;

const severities = async (source: string, args: string[] = []) => {
  const { code, all } = await diagnose(source, args);
  return { code, found: all.map((each) => `${each.severity} ${each.code}`) };
};

describe('rules', () => {
  test.each([
    ['off', 0, []],
    ['false', 0, []],
    ['info', 0, ['info url-no-scheme']],
    ['warning', 0, ['warning url-no-scheme']],
    ['error', 2, ['error url-no-scheme']],
  ])('%s', async (level, code, found) => {
    const source = withUrl(`rules: { url-no-scheme: ${level} }\n`);
    expect(await severities(source)).toEqual({ code, found });
  });

  test('apply to what precedes them, and to diagnostics in Markdown', async () => {
    const source = 'title: "\\u00e9e\\u0301"\nintro: "[a](example.com)"\n';
    const rules = 'rules:\n  text-nfc: off\n  url-no-scheme: info\n';
    expect(await severities(source + rules)).toEqual({ code: 0, found: ['info url-no-scheme'] });
  });

  test('apply to warnings about YAML', async () => {
    const source = 'title: &copy Ada\n';
    expect(await severities(source)).toEqual({ code: 0, found: ['warning yaml-anchor'] });
    const rules = 'rules: { yaml-anchor: off }\n';
    expect(await severities(source + rules)).toEqual({ code: 0, found: [] });
  });

  test('--strict treats warnings as errors, but not infos', async () => {
    expect((await severities(withUrl(''), ['--strict'])).code).toBe(2);
    const source = withUrl('rules: { url-no-scheme: info }\n');
    expect((await severities(source, ['--strict'])).code).toBe(0);
  });

  test.each([
    ['rules: { url-no-shceme: off }\n', '2:10 rule-unknown', 'did you mean "url-no-scheme"?'],
    ['rules: { x: off }\n', '2:10 rule-unknown', 'starlight-credits explain'],
    ['rules: { url-scheme: off }\n', '2:10 rule-fixed', '"url-scheme"'],
    ['rules: { url-scheme: error }\n', '2:10 rule-fixed', 'always an error'],
    ['rules: { text-nfc: warnin }\n', '2:20 unknown-value', 'did you mean "warning"?'],
    ['rules: { text-nfc: }\n', '2:10 wrong-type', 'found nothing'],
    ['rules: [text-nfc]\n', '2:8 wrong-type', 'a map of rules'],
    ['sections: [{ title: a, rules: {} }]\n', '2:24 page-key', 'top level of the file'],
  ])('%j is an error', async (rules, place, word) => {
    const { code, all, places } = await diagnose(`title: x\n${rules}`);
    expect(code).toBe(2);
    expect(places).toEqual([place]);
    expect(`${all[0]?.message}\n${all[0]?.help}`).toContain(word);
  });

  test('are in the data of the page', () => {
    const { rules } = creditsData('title: x\nrules: { text-nfc: off, url-no-scheme: false }\n');
    expect(rules).toEqual({ 'text-nfc': 'off', 'url-no-scheme': 'off' });
  });
});

describe('an info', () => {
  const files = { 'credits.yaml': withUrl('rules: { url-no-scheme: info }\n') };
  const report = async (reporter: string, ...args: string[]) => {
    const { stdout, stderr } = await cli(['--reporter', reporter, ...args], { cwd: folder(files) });
    return stdout + stderr;
  };

  test('in each reporter', async () => {
    const text = await report('text');
    expect(text).toContain('credits.yaml:3:27 info url-no-scheme  "example.com" has no scheme');
    expect(text).toMatch(/\n1 info\n$/);
    expect(await report('github')).toContain('::notice file=credits.yaml,line=3,');
    expect(JSON.parse(await report('json', '--quiet'))).toEqual([]);
    expect(JSON.parse((await report('json')).replace(/^created .*\n/m, ''))[0].severity).toBe(
      'info',
    );
    const [run] = JSON.parse((await report('sarif')).replace(/^created .*\n/m, '')).runs;
    expect(run.results[0].level).toBe('note');
    expect(run.tool.driver.rules[0].defaultConfiguration.level).toBe('warning');
  });

  test('in the library', async () => {
    const file = new VFile(files['credits.yaml']);
    await unified().use(creditsParse).use(creditsStringify).process(file);
    expect(file.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
      ['url-no-scheme', undefined],
    ]);
  });

  test('of a rule that makes it an error rejects in the library', async () => {
    const yaml = withUrl('rules: { url-no-scheme: error }\n');
    const built = unified().use(creditsParse).use(creditsStringify).process(yaml);
    await expect(built).rejects.toMatchObject({ ruleId: 'url-no-scheme', fatal: true });
  });
});

describe('a comment that ignores a diagnostic', () => {
  const ignore = (code: string) => `# starlight-credits-ignore ${code}: reason`;
  const comment = ignore('url-no-scheme');

  test.each([
    ['a list item', `credits:\n  ${comment}\n  - name: a\n    url: example.com\n`],
    ['a list item in braces', `credits: [\n  ${comment}\n  { name: a, url: example.com },\n  b]\n`],
    ['a map entry', `credits:\n  - name: a\n    ${comment}\n    url: example.com\n`],
    ['a section', `sections:\n  ${comment}\n  - title: a\n    intro: "[a](example.com)"\n`],
    ['a key of the page', `${comment}\nintro: |\n  a\n\n  [a](example.com)\ncredits: [b]\n`],
    ['an entry below another comment', `${comment}\n# x\n\nintro: "[a](example.com)"\n`],
  ])('silences it in %s', async (_, source) => {
    expect((await diagnose(`title: x\n${source}`)).places).toEqual([]);
  });

  test('does not silence it in other entries', async () => {
    const source = `title: x\ncredits:\n  - { name: a, url: example.com }\n  ${comment}\n  - { name: b, url: example.com }\n  - { name: c, url: example.com }\n`;
    expect((await diagnose(source)).places).toEqual(['3:21 url-no-scheme', '6:21 url-no-scheme']);
  });

  test('silences what a rule makes an error', async () => {
    const source = withUrl(`rules: { url-no-scheme: error }\n${comment}\n`);
    expect(await severities(source)).toEqual({ code: 0, found: [] });
  });

  test.each([
    ['nothing', `${comment}\ncredits: [a]\n`, 'no "url-no-scheme" in the entry below'],
    [
      'an unknown code',
      `${ignore('url-noscheme')}\ncredits: [a]\n`,
      'did you mean "url-no-scheme"?',
    ],
    ['an error', `${ignore('url-scheme')}\ncredits: [a]\n`, 'which a comment cannot silence'],
    ['no code', '# starlight-credits-ignore\ncredits: [a]\n', 'does not name the diagnostic'],
    ['a comment beside a value', `credits: [a] ${comment}\n`, 'above the entry'],
    ['a comment at the end', `credits: [a]\n${comment}\n`, 'in the entry below'],
  ])('is a warning for %s', async (_, source, word) => {
    const { code, all } = await diagnose(`title: x\n${source}`);
    expect(code).toBe(0);
    expect(all.map((each) => each.code)).toEqual(['ignore-unused']);
    expect(`${all[0]?.message}\n${all[0]?.help}`).toContain(word);
  });

  test('is not reported if there are errors, or if not all views are built', async () => {
    const invalid = `${comment}\ncredits: [a]\nintro: <b>\n`;
    expect((await diagnose(`title: x\n${invalid}`)).places).toEqual(['4:8 markdown-html']);
    const several = `output: [a.md, b.md]\n${comment}\ncredits: [a]\n`;
    expect((await diagnose(`title: x\n${several}`)).places).toEqual([]);
  });

  test('is text in a scalar', async () => {
    const text = `intro: |\n  ${comment}\ndescription: "a ${comment}"\n`;
    expect((await diagnose(`title: x\n${text}`)).places).toEqual([]);
  });

  test('silences the innermost of two entries only once', async () => {
    const source = `title: x\n${comment}\ncredits:\n  ${comment}\n  - { name: a, url: example.com }\n  - { name: b, url: example.com }\n`;
    expect((await diagnose(source)).places).toEqual([]);
  });

  test('is found by both readers of YAML', () => {
    const piece = fc.constantFrom(
      ...[
        'a: ',
        '- ',
        '\n',
        '\n  ',
        '\n    ',
        'b',
        '"c # d"',
        "'e'",
        '[f, g]',
        '{ h: i }',
        '|\n   j',
      ],
      ...[`\n${comment}\n`, `\n  ${comment}\n  `, ` ${comment}`, ' # k', '#', ': '],
    );
    let count = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const text = `title: x\n${pieces.join('')}`;
        const fast = yamlFastPath(text);
        const parsed = fast && parseYaml(text, () => {});
        if (!parsed) return;
        const [one, other] = [ignoreComments(fast), ignoreComments(parsed)];
        count += one.length;
        // The ends of collections differ by comments.
        const startsOf = (comments: typeof one) =>
          comments.map(({ entry, ...rest }) => ({ ...rest, start: entry?.start }));
        expect(startsOf(one), text).toEqual(startsOf(other));
      }),
      { numRuns: numRuns * 10, seed },
    );
    expect(count).toBeGreaterThan(10);
  });
});

describe('a key that starts with x-', () => {
  test.each([
    'x-fonts: &fonts [{ bad: 1 }, &a b]\ncredits: [*a]\n',
    'style: { x-a: 1 }\ncredits: [{ name: a, x-b: { <<: c }, by: { name: d, x-e: f } }]\n',
    'sections: [{ x-a: b }]\noutput: { path: a.md, x-a: b }\nmarkdown: { x-a: b }\n',
    'rules: { x-a: b }\nstyle: { labels: { x-a: b } }\n',
    'people: { x-base: &b { layout: names } }\nstyle: *b\n',
    'x-: z\n',
  ])('is ignored in %j', async (source) => {
    const { places, code } = await diagnose(`title: x\n${source}`);
    expect({ places, code }).toEqual({ places: [], code: 0 });
  });

  test('can be the id of a person', () => {
    const { credits } = creditsData(
      'title: x\npeople: { x-men: X-Men (@xmen) }\ncredits: [{ name: a, by: x-men }]\n',
    );
    expect(credits).toEqual([{ name: 'a', by: [{ name: 'X-Men', handle: 'xmen' }] }]);
  });

  test('is written in front matter', async () => {
    const cwd = folder({ 'credits.yaml': 'title: x\nfrontmatter: { x-a: b }\n' });
    expect((await cli(['-o', '-'], { cwd })).stdout).toBe('---\ntitle: x\nx-a: b\n---\n');
  });
});

test('"<<" in quotes is not a merge key', async () => {
  const { places } = await diagnose(
    'title: x\nfrontmatter: { own: { "<<": a } }\npeople: { "<<": b }\n',
  );
  expect(places).toEqual([]);
});
