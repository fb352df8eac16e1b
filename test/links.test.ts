/** `lint --links`: reports of link checkers, and the history. */
import { chmodSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type LinkOutcome, linkKey } from '../src/links/link-outcome.ts';
import { readLinkReport } from '../src/links/read-link-report.ts';
import { cli, folder } from './helpers/cli.ts';

/** Returns a report of lychee 0.24 with these statuses and chains of redirects. */
function lychee(
  statuses: Record<string, number | string>,
  redirects: Record<string, readonly [string, number?][]> = {},
): string {
  const body = (url: string) => {
    const status = statuses[url];
    return typeof status === 'number'
      ? { url, status: { text: `${status}`, code: status } }
      : { url, status: { text: status, details: status } };
  };
  const urls = Object.keys(statuses);
  const isOk = (url: string) => statuses[url] === 200;
  const chains = Object.entries(redirects).map(([origin, hops]) => ({
    origin,
    redirects: hops.map(([url, code]) => ({ url, code })),
  }));
  return JSON.stringify({
    total: urls.length,
    detailed_stats: true,
    success_map: { 'urls.txt': urls.filter(isOk).map(body) },
    error_map: { 'urls.txt': urls.filter((url) => !isOk(url)).map(body) },
    timeout_map: {},
    redirect_map: { 'urls.txt': chains },
    excluded_map: { 'urls.txt': [{ url: 'https://excluded.example/', status: { text: 'x' } }] },
  });
}

interface Run {
  source: string;
  report: string;
  history?: string;
  args?: string[];
  files?: Record<string, string>;
}

/** Runs `lint --links` in a folder of its own, with a report of 2026-03-01. */
async function lint({ source, report, history, args = [], files = {} }: Run) {
  const cwd = folder({
    'credits.yaml': `title: Credits\n${source}`,
    'report.json': report,
    ...(history !== undefined && { 'links.jsonl': history }),
    ...files,
  });
  const day = new Date('2026-03-01T23:30:00Z');
  utimesSync(`${cwd}/report.json`, day, day);
  const run = async (...more: string[]) => {
    const result = await cli(['lint', '--links', 'report.json', ...args, ...more], { cwd });
    const read = (name: string) => readFileSync(`${cwd}/${name}`, 'utf8');
    return {
      ...result,
      cwd,
      source: read('credits.yaml').replace('title: Credits\n', ''),
      history: () => read('links.jsonl'),
    };
  };
  return { ...(await run()), run };
}

interface Found {
  file: string;
  line: number;
  column: number;
  code: string;
  message: string;
  help: string;
}

async function findings(run: Run) {
  const result = await lint({ ...run, args: ['--reporter', 'json', ...(run.args ?? [])] });
  const all = JSON.parse(result.stdout) as Found[];
  return {
    ...result,
    all,
    places: all.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`),
  };
}

const credit = (url: string) => `credits: [{ name: a, url: "${url}" }]\n`;
const A = 'https://a.example/x';

describe('reports', () => {
  const outcomesIn = (report: string) =>
    Object.fromEntries(
      [...readLinkReport(report)].map(([url, outcome]) => [url, said(outcome)]),
    ) as Record<string, string>;
  const said = (outcome: LinkOutcome) =>
    outcome.type === 'moved' ? `moved to ${outcome.to}` : outcome.type;

  test.each([
    [200, 'ok'],
    [204, 'unreachable'],
    [404, 'dead'],
    [410, 'dead'],
    [401, 'blocked'],
    [403, 'blocked'],
    [429, 'blocked'],
    [999, 'blocked'],
    [400, 'unreachable'],
    [408, 'unreachable'],
    [500, 'unreachable'],
    [503, 'unreachable'],
    [
      'Network error: DNS resolution failed. Check hostname and DNS settings (error sending request)',
      'dead',
    ],
    ['Network error: DNS resolution failed - check hostname spelling (error)', 'dead'],
    ['Failed: Network error: dns error: failed to lookup address information', 'dead'],
    ['Network error: DNS temporarily unavailable. Try again later (error)', 'unreachable'],
    ['dns error: failed to lookup address: Temporary failure in name resolution', 'unreachable'],
    ['Network error: Connection refused - server may be down or port blocked', 'unreachable'],
    ['Network error: SSL certificate expired. Site needs to renew certificate', 'unreachable'],
    ['Network error: Too many redirects - check for redirect loops', 'unreachable'],
    ['Timeout', 'unreachable'],
    ['Cannot find fragment', 'ok'],
  ])('lychee: %s is %s', (status, outcome) => {
    expect(outcomesIn(lychee({ [A]: status }))).toEqual({ [A]: outcome });
  });

  test.each<[string, [string, number?][], string]>([
    ['permanent', [['https://b.example/x', 301]], 'moved to https://b.example/x'],
    [
      'permanent twice',
      [
        ['https://b.example/x', 301],
        ['https://B.example', 308],
      ],
      'moved to https://b.example/',
    ],
    ['temporary', [['https://b.example/x', 302]], 'ok'],
    [
      'temporary later',
      [
        ['https://b.example/x', 301],
        ['https://c.example/', 307],
      ],
      'ok',
    ],
    ['without codes', [['https://b.example/x']], 'ok'],
    ['to a fragment', [[`${A}#y`, 301]], 'ok'],
    ['to another scheme', [['mailto:a@b.example', 301]], 'ok'],
    ['none', [], 'ok'],
  ])('lychee: a redirect, %s', (_, hops, outcome) => {
    expect(outcomesIn(lychee({ [A]: 200 }, { [A]: hops }))).toEqual({ [A]: outcome });
  });

  test.each([404, 403, 500])('lychee: a redirect to %s says nothing', (status) => {
    const report = lychee({ [A]: status }, { [A]: [['https://b.example/', 301]] });
    expect(outcomesIn(report)[A]).toBe(outcomesIn(lychee({ [A]: status }))[A]);
  });

  test('lychee 0.23: redirects are in the status', () => {
    const redirects = { origin: A, redirects: [{ url: 'https://b.example/x', code: 308 }] };
    const body = { url: A, status: { text: 'Redirect', code: 200, redirects } };
    const report = JSON.stringify({ error_map: {}, redirect_map: { 'a.md': [body] } });
    expect(outcomesIn(report)).toEqual({ [A]: 'moved to https://b.example/x' });
  });

  test('lychee 0.22: redirects are URLs', () => {
    const redirects = [A, 'https://b.example/x'];
    const body = { url: A, status: { text: 'Redirect', code: 200, redirects } };
    const report = JSON.stringify({ error_map: {}, redirect_map: { 'a.md': [body] } });
    expect(outcomesIn(report)).toEqual({ [A]: 'ok' });
  });

  test('lychee 0.15: failures are in fail_map', () => {
    const body = (url: string, text: string, code?: number) => ({ url, status: { text, code } });
    const report = JSON.stringify({
      success_map: { 'a.md': [body('https://ok.example/', 'OK (200 OK)', 200)] },
      fail_map: {
        'a.md': [body(A, 'Failed: Network error', 404), body('https://b.example/', 'Timeout')],
        'b.md': [body(A, 'Cached: Error (cached)', 404)],
      },
    });
    expect(outcomesIn(report)).toEqual({
      'https://ok.example/': 'ok',
      [A]: 'dead',
      'https://b.example/': 'unreachable',
    });
  });

  test('linkinator', () => {
    const link = (url: string, status: number | undefined, state = 'BROKEN', more = {}) => ({
      ...{ url, status, state, parent: 'http://localhost/' },
      ...more,
    });
    const to = (location: string) => ({ failureDetails: [{ status: 301, headers: { location } }] });
    const report = {
      passed: false,
      links: [
        link('https://ok.example', 200, 'OK'),
        link('https://fragment.example/#x', 200),
        link('https://dead.example/', 404),
        link('https://gone.example/', 410),
        link('https://none.example/', 0),
        link('https://linkedin.example/', 999, 'SKIPPED'),
        link('https://skipped.example/', undefined, 'SKIPPED'),
        link('https://accepted.example/', 404, 'OK'),
        link('https://error.example/', 500),
        link('https://two.example/', 404),
        link('https://two.example/#a', 200, 'OK'),
        link('https://moved.example/a', 301, 'BROKEN', to('/b')),
        link('https://moved.example/b', 308, 'BROKEN', to('https://end.example/')),
        link('https://end.example/', 200, 'OK'),
        link('https://later.example/', 301, 'BROKEN', to('https://temporary.example/')),
        link('https://temporary.example/', 302, 'BROKEN', to('https://end.example/')),
        link('https://loop.example/a', 301, 'BROKEN', to('/b')),
        link('https://loop.example/b', 301, 'BROKEN', to('/a')),
        link('https://quiet.example/', 301),
        link('./file.html', 404),
        link('mailto:a@b.example', 0, 'SKIPPED'),
        null,
      ],
    };
    expect(outcomesIn(JSON.stringify(report))).toEqual({
      'https://ok.example/': 'ok',
      'https://fragment.example/': 'ok',
      'https://dead.example/': 'dead',
      'https://gone.example/': 'dead',
      'https://none.example/': 'unreachable',
      'https://linkedin.example/': 'blocked',
      'https://accepted.example/': 'ok',
      'https://error.example/': 'unreachable',
      'https://two.example/': 'ok',
      'https://moved.example/a': 'moved to https://end.example/',
      'https://moved.example/b': 'moved to https://end.example/',
      'https://end.example/': 'ok',
      'https://later.example/': 'unreachable',
      'https://temporary.example/': 'unreachable',
      'https://loop.example/a': 'unreachable',
      'https://loop.example/b': 'unreachable',
      'https://quiet.example/': 'unreachable',
    });
  });

  test.each([
    ['', 'it is not valid JSON'],
    [lychee({ [A]: 404 }).slice(0, -9), 'it is not valid JSON'],
    ['[]', 'not a report of lychee or linkinator'],
    ['null', 'not a report of lychee or linkinator'],
    ['{}', 'not a report of lychee or linkinator'],
    ['{"error_map":[]}', 'not a report of lychee or linkinator'],
    ['{"links":{}, "passed":true}', 'not a report of lychee or linkinator'],
    ['{"dependencies":{}}', 'not a report of lychee or linkinator'],
  ])('the report %j is invalid, and nothing is remembered', async (report, reason) => {
    const history = `{"url":"${A}","failed":["2026-01-01"]}\n`;
    const run = { source: credit(A), report, history };
    const { code, stderr, ...after } = await lint({ ...run, args: ['--history', 'links.jsonl'] });
    expect(code).toBe(2);
    expect(stderr).toContain('report.json:1:1 error report-invalid');
    expect(stderr).toContain(reason);
    expect(after.history()).toBe(history);
  });

  test('a missing report is invalid', async () => {
    const cwd = folder({ 'credits.yaml': `title: x\n${credit(A)}` });
    const { code, stderr } = await cli(['lint', '--links', 'a.json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('error report-invalid');
    expect(stderr).toContain('the file does not exist');
  });

  test('URLs are compared without fragments, as the URL standard serializes them', () => {
    expect(linkKey('HTTPS://Bücher.example:443/a/../é?q#x')).toBe(
      'https://xn--bcher-kva.example/%C3%A9?q',
    );
    expect(linkKey('mailto:a@b.example')).toBeUndefined();
    expect(linkKey('./x')).toBeUndefined();
  });
});

describe('findings', () => {
  test('one URL is one finding, at the first of its places', async () => {
    const source = `intro: See [a](${A}#top).
people: { ada: { name: Ada, url: "${A}" } }
credits:
  - { name: a, url: "HTTPS://A.example/x", by: ada, description: "![](${A})" }
  - { name: b, url: https://b.example }
`;
    const files = { 'more/credits.yaml': `title: More\noutro: ${A}\n` };
    const args = ['credits.yaml', 'more'];
    const { all, places, code } = await findings({
      source,
      report: lychee({ [A]: 404 }),
      files,
      args,
    });
    expect(code).toBe(1);
    expect(places).toEqual(['credits.yaml:2:12 link-dead']);
    expect(all[0]?.message).toBe(
      `"${A}" is a dead link: the server answered 404 (also line 3, line 5, more/credits.yaml:2)`,
    );
  });

  test('blocked and unreachable URLs are only counted', async () => {
    const source = 'intro: https://a.example https://b.example https://c.example\n';
    const report = lychee({
      'https://a.example/': 403,
      'https://b.example/': 500,
      'https://c.example/': 'Timeout',
      'https://not-in-the-source.example/': 404,
    });
    const { code, stderr } = await lint({ source, report });
    expect(code).toBe(0);
    expect(stderr).toBe('credits.yaml: no findings; links: 1 blocked, 2 unreachable\n');
  });

  test('links can be excluded, silenced, and given another severity', async () => {
    const report = lychee({ [A]: 404 });
    const excluded = `links: { exclude: [https://a.example/**] }\n${credit(A)}`;
    expect((await findings({ source: excluded, report })).places).toEqual([]);
    const off = `rules: { link-dead: info }\n${credit(A)}`;
    expect(await findings({ source: off, report })).toMatchObject({ code: 0 });
    const silenced = `# starlight-credits-ignore link-dead: it is right\nintro: ${A}\noutro: ${A}\n`;
    const { places, all } = await findings({ source: silenced, report });
    expect(places).toEqual(['credits.yaml:4:8 link-dead']);
    expect(all[0]?.message).toBe(`"${A}" is a dead link: the server answered 404`);
  });

  test('a link to a host that does not exist is dead', async () => {
    const report = lychee({ [A]: 'Network error: DNS resolution failed' });
    const { all } = await findings({ source: credit(A), report });
    expect(all[0]?.message).toBe(`"${A}" is a dead link: there is no such host`);
  });

  test('a comment is unused only if the link works', async () => {
    const source = `# starlight-credits-ignore link-dead: a flaky server\n${credit(A)}`;
    const places = async (report: string) => (await findings({ source, report })).places;
    expect(await places(lychee({ [A]: 200 }))).toEqual(['credits.yaml:2:1 ignore-unused']);
    expect(await places(lychee({ [A]: 500 }))).toEqual([]);
    expect(await places(lychee({}))).toEqual([]);
    const cwd = folder({ 'credits.yaml': `title: x\n${source}` });
    expect(await cli(['lint', '--quiet'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('--fix', () => {
  /** Fixes a source, and checks that a second run changes nothing. */
  async function fix(source: string, from: string, to: string) {
    const result = await lint({
      source,
      report: lychee({ [from]: 200 }, { [from]: [[to, 301]] }),
      args: ['--fix'],
    });
    expect((await result.run()).source).toBe(result.source);
    return result;
  }

  test.each([
    ['http://a.example/', 'https://a.example/', true],
    ['https://a.example/x', 'https://a.example/y?z', true],
    ['https://a.example/', 'https://a.example/en/', true],
    ['https://a.example/x', 'https://b.example/x', true],
    ['https://a.example/', 'https://b.example/', false],
    ['https://a.example/x', 'https://b.example/', false],
    ['https://a.example/x', 'https://b.example/y', false],
    ['https://www.a.example/', 'https://a.example/', false],
    ['https://a.example/x', 'https://a.example:8080/y', false],
  ])('%s → %s: %j', async (from, to, isSafe) => {
    const { code, source } = await fix(credit(from), from, to);
    expect({ code, source }).toEqual({ code: isSafe ? 0 : 1, source: credit(isSafe ? to : from) });
  });

  test('every place is fixed, and nothing else changes', async () => {
    const source = (url: string) => `# ${'http://a.example/x'}
intro: |
  [a](${url}#y "http://a.example/x"), <${url}>, ${url}.
  \`http://a.example/x\` http://a.example/xy

  [b] [![${'x'}](${url})](${url}?b)

  [b]: ${url}
people:
  ada: { name:  Ada, url:   '${url}', image: ${url} }
credits:
  - &b { name: a, url: "${url}#top", by: ada } # why
  - >-
    A folded [text](${url}
    "title")
`;
    const [from, to] = ['http://a.example/x', 'https://a.example/new/x'];
    const result = await fix(source(from), from, to);
    expect(result.source).toBe(source(to).replace(`${to}?b`, `${from}?b`));
    expect(result.stderr).toMatch(/^credits\.yaml: fixed 1, /m);
  });

  test.each([
    ['intro: "[a](http://a.example/x\\u0079)"\n', 'http://a.example/xy'],
    ['intro: "[a](http://a.example/?a&amp;b)"\n', 'http://a.example/?a&b'],
    ['intro: www.a.example\n', 'http://www.a.example/'],
  ])('%j does not have the URL literally', async (source, from) => {
    const { source: after, code } = await fix(source, from, from.replace('http', 'https'));
    expect({ after, code }).toEqual({ after: source, code: 1 });
  });

  test('--check prints the difference, and leaves source and history alone', async () => {
    const run = {
      source: credit('http://a.example/'),
      report: lychee({}, { 'http://a.example/': [['https://a.example/', 301]] }),
      history: '',
      args: ['--fix', '--check', '--history', 'links.jsonl'],
    };
    const { code, stdout, source, history } = await lint(run);
    expect(code).toBe(1);
    expect(stdout).toContain('+credits: [{ name: a, url: "https://a.example/" }]');
    expect(source).toBe(run.source);
    expect(history()).toBe('');
  });
});

describe('--history', () => {
  const line = (url: string, failed: string[], moved?: string) =>
    `${JSON.stringify({ url, ...(failed.length > 0 && { failed }), moved })}\n`;

  /** Runs with a history, and returns it afterwards with the exit code. */
  async function remembered(history: string | undefined, report: string, args: string[] = []) {
    const result = await lint({
      source: credit(A),
      report,
      ...(history !== undefined && { history }),
      args: ['--history', 'links.jsonl', ...args],
    });
    return { code: result.code, history: result.history() };
  }

  const dead = lychee({ [A]: 404 });

  test('a link is dead after it failed on two days', async () => {
    const first = line(A, ['2026-03-01']);
    expect(await remembered(undefined, dead)).toEqual({ code: 0, history: first });
    expect(await remembered(first, dead)).toEqual({ code: 0, history: first });
    const second = line(A, ['2026-03-01', '2026-03-08']);
    expect(await remembered(first, dead, ['--date', '2026-03-08'])).toEqual({
      code: 1,
      history: second,
    });
    const third = line(A, ['2026-03-01', '2026-03-15']);
    expect(await remembered(second, dead, ['--date', '2026-03-15'])).toEqual({
      code: 1,
      history: third,
    });
  });

  test.each([
    ['works again', lychee({ [A]: 200 }), ''],
    ['is blocked', lychee({ [A]: 403 }), line(A, ['2026-02-01'])],
    ['cannot be reached', lychee({ [A]: 500 }), line(A, ['2026-02-01'])],
    ['is not in the report', lychee({}), line(A, ['2026-02-01'])],
    [
      'has moved',
      lychee({ [A]: 200 }, { [A]: [['https://b.example/', 301]] }),
      line(A, [], 'https://b.example/'),
    ],
  ])('a link that %s', async (_, report, expected) => {
    expect((await remembered(line(A, ['2026-02-01']), report)).history).toBe(expected);
  });

  test('URLs that left the source are dropped', async () => {
    const history = line(A, ['2026-02-01']) + line('https://z.example/', ['2026-02-01']);
    expect((await remembered(history, lychee({}))).history).toBe(line(A, ['2026-02-01']));
  });

  test('reports may come in any order', async () => {
    const history = line(A, ['2026-03-08']);
    expect(await remembered(history, dead)).toEqual({
      code: 1,
      history: line(A, ['2026-03-01', '2026-03-08']),
    });
    // It worked before it failed.
    expect((await remembered(history, lychee({ [A]: 200 }))).history).toBe(history);
  });

  test('a dead link names the address that it had moved to', async () => {
    const history = line(A, ['2026-02-01'], 'https://b.example/');
    const { all, history: text } = await findings({
      ...{ source: credit(A), report: dead, history },
      args: ['--history', 'links.jsonl'],
    });
    expect(all[0]?.help).toContain('it had moved to "https://b.example/"');
    expect(text()).toBe(line(A, ['2026-02-01', '2026-03-01'], 'https://b.example/'));
  });

  test('damaged lines are reported and dropped', async () => {
    const damaged = [
      '<<<<<<< HEAD',
      '{"url":"https://a.example/x","failed":["2026-02-30"]}',
      '{"url":"https://a.example/x","failed":"2026-02-01"}',
      '{"url":"https://a.example/x","moved":1}',
      '{"failed":[]}',
      '[]',
      '{"url":"https://a.exam',
    ];
    const lines = [line(A, ['2026-02-01']).trim(), ...damaged, line(A, ['2026-02-08']).trim()];
    const { places, code, history } = await findings({
      ...{ source: credit(A), report: lychee({}), history: lines.join('\r\n') },
      args: ['--history', 'links.jsonl'],
    });
    expect(code).toBe(1);
    expect(places).toEqual(damaged.map((_, index) => `links.jsonl:${index + 2}:1 history-damaged`));
    expect(history()).toBe(line(A, ['2026-02-01', '2026-02-08']).replace('\n', '\r\n'));
  });

  test('lines are sorted, and the file keeps its mode', async () => {
    const source = 'intro: https://c.example/ https://b.example/ https://b.example/a\n';
    const urls = ['https://b.example/', 'https://b.example/a', 'https://c.example/'];
    const report = lychee(Object.fromEntries(urls.map((url) => [url, 410])));
    const result = await lint({ source, report, history: '', args: ['--history', 'links.jsonl'] });
    expect(result.history()).toBe(urls.map((url) => line(url, ['2026-03-01'])).join(''));
    const path = `${result.cwd}/links.jsonl`;
    chmodSync(path, 0o600);
    const before = statSync(path);
    await result.run();
    expect(statSync(path)).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
    writeFileSync(path, '');
    await result.run();
    expect(statSync(path).mode).toBe(before.mode);
  });

  test('the summary counts links that are dead on one day so far', async () => {
    const args = ['--history', 'links.jsonl'];
    const { stderr } = await lint({ source: credit(A), report: dead, args });
    expect(stderr).toBe('credits.yaml: no findings; links: 1 dead on one day so far\n');
  });

  test('no history is created if there is nothing to remember', async () => {
    const args = ['--history', 'links.jsonl'];
    const result = await lint({ source: credit(A), report: lychee({}), args });
    expect(result.code).toBe(0);
    expect(result.history).toThrow('ENOENT');
  });

  test('an invalid source leaves the history alone', async () => {
    const run = { source: 'titel: x\n', report: dead, history: line(A, ['2026-02-01']) };
    const { code, history } = await lint({ ...run, args: ['--history', 'links.jsonl'] });
    expect(code).toBe(2);
    expect(history()).toBe(run.history);
  });
});

test.each([
  [['--history', 'x'], '--history can only be used with --links'],
  [['--date', '2026-01-01'], '--date can only be used with --links'],
  [['--links', 'r.json', '--date', '2026-02-30'], '"2026-02-30" is not a day'],
  [['--links', 'r.json', '--date', 'today'], '"today" is not a day'],
  [['--links', 'r.json', '--check'], '--check can only be used with --fix'],
  [['--links', 'r.json', '--history', 'credits.yaml'], '--history cannot be "credits.yaml"'],
  [['--links', 'r.json', '--history', './r.json'], '--history cannot be "./r.json"'],
  [['--links', 'r.json', '--fix', '-'], '--fix cannot be used with standard input'],
  [['--links', 'r.json', '--history', '.'], 'could not read the history "."'],
])('%j is a usage error', async (args, message) => {
  const cwd = folder({ 'credits.yaml': 'title: x\n', 'r.json': lychee({}) });
  const { code, stderr } = await cli(['lint', ...args], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain('\n  help: ');
  expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe('title: x\n');
});
