/** Reports that linkinator itself writes about a server that misbehaves. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { cli, folder } from '../helpers/cli.ts';
import { tools } from '../helpers/paths.ts';
import { type Answer, pictureServer } from '../helpers/picture-server.ts';

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(code, headers).end('x');
  };

const redirect = (code: number, location: string) => status(code, { location });

/** The first answers, and the one to all later requests. */
const inTurn =
  (...answers: [Answer, ...Answer[]]): Answer =>
  (response, count, request) => {
    const answer = answers[count - 1] ?? (answers.at(-1) as Answer);
    answer(response, count, request);
  };

const ANSWERS: Record<string, Answer> = {
  '/ok': status(200),
  '/404': status(404),
  '/410': status(410),
  '/401': status(401),
  '/403': status(403),
  '/403-to-head': (response, _, { method }) => {
    response.writeHead(method === 'HEAD' ? 403 : 200).end();
  },
  '/429': status(429),
  '/429-later': inTurn(status(429, { 'retry-after': '1' }), status(200)),
  '/999': status(999),
  '/500': status(500),
  '/500-then-200': inTurn(status(500), status(200)),
  '/301': redirect(301, '/ok?301'),
  '/302': redirect(302, '/ok?302'),
  '/303': redirect(303, '/ok?303'),
  '/307': redirect(307, '/ok?307'),
  '/308': redirect(308, '/ok?308'),
  '/301-to-404': redirect(301, '/404'),
  '/loop': redirect(301, '/loop'),
  '/hang': () => {},
  '/cut': (response) => {
    response.socket?.destroy();
  },
};
for (const code of [301, 302, 303, 307, 308]) ANSWERS[`/ok?${code}`] = status(200);

/** A certificate that nobody trusts, for this test only. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgIvVcEL0kFaJ2x5hi
9M43BV8uuYftjbMSMLujKBP3vnGhRANCAAQ8T3bI1JodtKuhnLUVm/2BkovwDznU
2kZidPglrGCGVcazsql4R078cKkxrQR17FjB2fDUCIrPKC2oh52kGcF6
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBgDCCASWgAwIBAgIUGf5KntvLJPvGy+4P8q0tic606v8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEzMDA4MjEwMloYDzIxMjYxMTA2
MDgyMTAyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQ8T3bI1JodtKuhnLUVm/2BkovwDznU2kZidPglrGCGVcazsql4R078
cKkxrQR17FjB2fDUCIrPKC2oh52kGcF6o1MwUTAdBgNVHQ4EFgQUquwCiLHokKDy
L5hJ3GfQJczTLU8wHwYDVR0jBBgwFoAUquwCiLHokKDyL5hJ3GfQJczTLU8wDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEA4jKDtZcqxlELRhiNMcdr
Ipq1tWbBRGd42vfuZMZUpIQCIQC1ybVL71hLciHUv0Ql27jdDdxLw2LOxOyTasQx
EGIkng==
-----END CERTIFICATE-----`;

async function untrustedServer(): Promise<string> {
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Runs linkinator on a page, which fails if a link is broken, and returns its report. */
async function linkinator(page: string, ...options: string[]): Promise<string> {
  const bin = `${tools}/node_modules/linkinator/build/src/cli.js`;
  const args = [bin, page, '--format', 'json', '--timeout', '2000', '--retry', ...options];
  const env = { ...process.env, NO_PROXY: '127.0.0.1' };
  return promisify(execFile)(process.execPath, args, { env }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}

/** Checks a source with all links, and returns the paths of the findings by code, and the summary. */
async function check(...options: string[]) {
  const answers: Record<string, Answer> = { ...ANSWERS };
  const { origin } = await pictureServer(answers);
  const urls = [
    ...Object.keys(ANSWERS).map((path) => `${origin}${path}`),
    await untrustedServer(),
    'http://127.0.0.1:1/',
  ];
  const credits = urls.map((url) => `  - { name: "${url}", url: "${url}#top" }\n`).join('');
  const cwd = folder({ 'credits.yaml': `title: x\ncredits:\n${credits}` });
  const { stdout } = await cli(['data', '--urls'], { cwd });
  const links = stdout.split('\n').map((url) => `<a href="${url}">x</a>`);
  answers['/'] = (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(links.join(''));
  const report = await linkinator(`${origin}/`, ...options);
  const files = folder({ 'report.json': report });
  const args = ['lint', '--links', `${files}/report.json`];
  const { stdout: json } = await cli([...args, '--reporter', 'json'], { cwd });
  const found = (JSON.parse(json) as { code: string; line: number; message: string }[]).map(
    ({ code, line, message }) => {
      const [, to = ''] = /has moved to "(.*)"/.exec(message) ?? [];
      return `${code} ${urls[line - 3]?.replace(origin, '')} ${to.replace(origin, '')}`.trim();
    },
  );
  const { stderr } = await cli(args, { cwd });
  return { found, summary: /links: [^;]*/.exec(stderr)?.[0].trim() };
}

test('linkinator follows redirects', async () => {
  const { found, summary } = await check();
  expect(found).toEqual(['link-dead /404', 'link-dead /410', 'link-dead /301-to-404']);
  // It does not report those that it skips, such as 999.
  expect(summary).toBe('links: 3 blocked, 6 unreachable');
});

test('linkinator reports redirects and their headers', async () => {
  const { found, summary } = await check('--redirects', 'error', '--verbosity', 'debug');
  expect(found).toEqual([
    'link-dead /404',
    'link-dead /410',
    'link-moved /301 /ok?301',
    'link-moved /308 /ok?308',
  ]);
  expect(summary).toBe('links: 4 blocked, 10 unreachable');
});
