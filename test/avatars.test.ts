/** The command `avatars`, against a local server that misbehaves. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { defaultLimits } from '../src/commands/avatars/fetch-picture.ts';
import { type AvatarsOptions, avatarsCommand } from '../src/commands/avatars/index.ts';
import { isWithinSite } from '../src/commands/avatars/is-within-site.ts';
import { requestForHandle } from '../src/commands/avatars/picture-request.ts';
import { isWholePicture, pictureTypeOf } from '../src/commands/avatars/picture-type.ts';
import { wantedAvatars } from '../src/commands/avatars/wanted-avatars.ts';
import { checkSourceFile } from '../src/commands/check-source-file.ts';
import { isFileName } from '../src/text/is-file-name.ts';
import { cli, folder, runIn, type Setting } from './helpers/cli.ts';
import {
  type Answer,
  JPEG,
  type PictureServer,
  PNG,
  pictureServer,
  send,
  WEBP,
} from './helpers/picture-server.ts';

/** Short, so that the tests are quick. Requests may be slow on a busy machine. */
const limits = { ...defaultLimits, timeout: 100_000, delay: 1 };
const shortLimits = { ...limits, timeout: 1000, tries: 2 };

const source = ({ origin }: PictureServer, people: string, more = '') =>
  `title: x\nhandles: { url: "${origin}/@{handle}", avatar: "${origin}/{handle}.png" }\n${more}people:\n${people}`;

/** Runs the command in a folder, and lists its pictures. */
async function avatars(
  cwd: string,
  options: AvatarsOptions = {},
  setting: Partial<Setting> = {},
  names: string[] = [],
  used = limits,
) {
  const result = await runIn({ cwd, ...setting }, (process) =>
    avatarsCommand(names, options, process, used),
  );
  const path = join(cwd, 'avatars');
  return { ...result, files: existsSync(path) ? readdirSync(path).sort() : [] };
}

/** Runs the command for people with these handles. */
async function fetchAll(
  answers: Record<string, Answer>,
  handles: string[],
  options: AvatarsOptions = {},
  used = limits,
) {
  const server = await pictureServer(answers);
  const people = handles.map((handle, index) => `  p${index}: { handle: "${handle}" }\n`).join('');
  const cwd = folder({ 'credits.yaml': source(server, people) });
  return { ...(await avatars(cwd, options, {}, [], used)), cwd, ...server };
}

/** The diagnostics as `line:column code message`, without their excerpts. */
const diagnosticsIn = (stderr: string) =>
  [...stderr.matchAll(/^credits\.yaml:(\S+ \w+ \S+ {2}.*)$/gm)].map(([, each]) => each);

describe('pictures', () => {
  test('are named after their content, and nothing else is written', async () => {
    const { code, stdout, stderr, files, cwd } = await fetchAll(
      {
        '/a.png': send(PNG, 'text/html'),
        '/b.png': send(JPEG),
        '/c.png': send(WEBP, 'application/octet-stream'),
      },
      ['a', 'b', 'c'],
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe('created avatars/a.png\ncreated avatars/b.jpg\ncreated avatars/c.webp\n');
    expect(files).toEqual(['a.png', 'b.jpg', 'c.webp']);
    expect(readdirSync(cwd).sort()).toEqual(['avatars', 'credits.yaml']);
    expect(readFileSync(`${cwd}/avatars/a.png`)).toEqual(PNG);
  });

  test('of a group of GitLab cannot be found, which is reported', async () => {
    const { origin } = await pictureServer({
      '/api/v4/users?username=ada': send(
        Buffer.from('[{ "avatar_url": "/uploads/1.png" }]'),
        'application/json',
      ),
      '/uploads/1.png?width=192': send(PNG),
      '/api/v4/users?username=the-group': send(Buffer.from('[]'), 'application/json'),
    });
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (url: URL, init: RequestInit) =>
      fetch(url.href.replace('https://gitlab.com', origin), init),
    );
    onTestFinished(() => void vi.unstubAllGlobals());
    const yaml =
      'title: x\nhandles: gitlab\npeople:\n  a: { handle: ada }\n  b: { handle: the-group }\n';
    const { code, stderr, files } = await avatars(folder({ 'credits.yaml': yaml }));
    expect({ code, files }).toEqual({ code: 1, files: ['ada.png'] });
    expect(diagnosticsIn(stderr)).toEqual([
      '5:16 warning avatar-missing  no picture of @the-group: gitlab.com has no user "the-group", and only finds pictures of users, not of groups',
    ]);
    expect(stderr).toContain('help: check the handle, or give the person an "image"');
  });

  test('are those of people with a handle, and of their image if it is a URL', async () => {
    const server = await pictureServer({
      '/ada.png': send(PNG),
      '/bob.png': send(PNG),
      '/own/carol': send(JPEG),
    });
    const yaml = `${source(server, '  ada: Ada (@ada)\n  local: { handle: local, image: local.png }\n')}credits:
  - { name: a, by: [ada, "@bob", No Handle] }
  - { name: b, by: { handle: carol, image: ${server.origin}/own/carol } }
`;
    const { code, files } = await avatars(folder({ 'credits.yaml': yaml, 'local.png': PNG }));
    expect(code).toBe(0);
    expect(files).toEqual(['ada.png', 'bob.png', 'carol.jpg']);
    expect(server.requests.sort()).toEqual(['/ada.png', '/bob.png', '/own/carol']);
  });

  test('of one handle are fetched once, also by case', async () => {
    const { code, files, requests } = await fetchAll({ '/Ada.png': send(PNG) }, [
      'Ada',
      'ada',
      'Ada',
    ]);
    expect({ code, files, requests }).toEqual({
      code: 0,
      files: ['Ada.png'],
      requests: ['/Ada.png'],
    });
  });

  test('that exist are kept', async () => {
    const server = await pictureServer({ '/ada.png': send(PNG) });
    const cwd = folder({
      'credits.yaml': source(server, '  a: { handle: ada }\n'),
      'avatars/ADA.webp': 'x',
    });
    const { code, stderr, files } = await avatars(cwd);
    expect({ code, stderr, files }).toEqual({
      code: 0,
      stderr: 'no pictures to fetch\n',
      files: ['ADA.webp'],
    });
    expect(server.requests).toEqual([]);
  });

  test('that exist are replaced with --refresh, also if the type changes', async () => {
    const server = await pictureServer({
      '/ada.png': send(PNG),
      '/bob.png': send(PNG),
      '/eve.png': (response) => response.writeHead(404).end(),
    });
    const people = '  a: { handle: ada }\n  b: { handle: bob }\n  e: { handle: eve }\n';
    const cwd = folder({
      'credits.yaml': source(server, people),
      'avatars/ada.jpg': JPEG,
      'avatars/ada.webp': WEBP,
      'avatars/bob.png': PNG,
      'avatars/eve.png': JPEG,
      'avatars/else.jpg': JPEG,
    });
    const before = statSync(`${cwd}/avatars/bob.png`).ino;
    const { code, stderr, files } = await avatars(cwd, { refresh: true });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^created avatars\/ada\.png\nremoved avatars\/ada\.jpg\nremoved avatars\/ada\.webp\ncredits/,
    );
    expect(files).toEqual(['ada.png', 'bob.png', 'else.jpg', 'eve.png']);
    // A file is not touched if it does not change, and kept if there is no other.
    expect(statSync(`${cwd}/avatars/bob.png`).ino).toBe(before);
    expect(readFileSync(`${cwd}/avatars/eve.png`)).toEqual(JPEG);
  });

  test('are written beside each of several sources', async () => {
    const server = await pictureServer({ '/ada.png': send(PNG), '/bob.png': send(PNG) });
    const cwd = folder({
      'a/credits.yaml': source(server, '  a: { handle: ada }\n'),
      'b/credits.yaml': source(server, '  a: { handle: bob }\n'),
    });
    const names = ['a', 'b/credits.yaml', 'a/credits.yaml'];
    const { code, stderr } = await avatars(cwd, {}, {}, names);
    expect(code).toBe(0);
    expect(stderr).toBe('created a/avatars/ada.png\ncreated b/avatars/bob.png\n');
    expect(server.requests).toHaveLength(2);
  });
});

describe('a server', () => {
  test.each<[string, Answer, string]>([
    [
      '404',
      (response) => response.writeHead(404).end(),
      'avatar-missing  no picture of @bad: http://… does not exist (404)',
    ],
    [
      '403',
      (response) => response.writeHead(403).end(),
      'avatar-missing  no picture of @bad: http://… refused the request (403)',
    ],
    [
      'a long wait',
      (response) => response.writeHead(429, { 'retry-after': '11' }).end(),
      'avatar-missing  no picture of @bad: http://… is not available (429) and asks to wait 11 seconds',
    ],
    [
      'HTML',
      send(Buffer.from('<!doctype html>'), 'text/html; charset=utf-8'),
      'avatar-content  no picture of @bad: the server sent text/html, not a PNG, JPEG or WebP picture',
    ],
    [
      'SVG',
      send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      'avatar-content  no picture of @bad: the server sent image/png, not a PNG, JPEG or WebP picture',
    ],
    [
      'nothing',
      send(Buffer.from('')),
      'avatar-content  no picture of @bad: the server sent nothing, not a PNG, JPEG or WebP picture',
    ],
    [
      'a redirect to nowhere',
      (response) => response.writeHead(302, { location: 'ftp://x' }).end(),
      'avatar-missing  no picture of @bad: "ftp://x" is not a web URL',
    ],
  ])('that sends %s is asked once, and the rest goes on', async (_, answer, message) => {
    const answers = { '/bad.png': answer, '/good.png': send(PNG) };
    const { code, stderr, files, requests } = await fetchAll(answers, ['bad', 'good']);
    expect({ code, files }).toEqual({ code: 1, files: ['good.png'] });
    const [found, another] = diagnosticsIn(stderr.replaceAll(/http:\/\/127\S+/g, 'http://…'));
    expect(found).toBe(`4:17 warning ${message}`);
    expect(another).toBeUndefined();
    expect(requests.sort()).toEqual(['/bad.png', '/good.png']);
  });

  test.each<[string, Answer, string]>([
    ['500', (response) => response.writeHead(500).end(), 'is not available (500)'],
    [
      '429',
      (response) => response.writeHead(429, { 'retry-after': '0' }).end(),
      'is not available (429)',
    ],
    [
      'a reset',
      (response) => response.socket?.resetAndDestroy(),
      '127.0.0.1:0 closed the connection',
    ],
    [
      'too little',
      (response) => {
        response.writeHead(200, { 'content-length': PNG.length }).write(PNG.subarray(0, 40));
        response.socket?.end();
      },
      'closed the connection',
    ],
    ['a truncated PNG', send(PNG.subarray(0, -4)), 'the picture is truncated'],
    ['a truncated JPEG', send(JPEG.subarray(0, -1)), 'the picture is truncated'],
    ['a truncated WebP', send(WEBP.subarray(0, -1)), 'the picture is truncated'],
  ])('that sends %s is asked three times', async (_, answer, reason) => {
    const { code, stderr, files, requests } = await fetchAll({ '/bad.png': answer }, ['bad']);
    expect({ code, files }).toEqual({ code: 1, files: [] });
    expect(stderr.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:0')).toContain(reason);
    expect(requests).toHaveLength(3);
  });

  test('that sends nothing or half of a picture and hangs is left', async () => {
    const answers: Record<string, Answer> = {
      '/nothing.png': () => {},
      '/half.png': (response) => response.writeHead(200).write(PNG.subarray(0, 40)),
    };
    const handles = ['nothing', 'half'];
    const { code, stderr, files, requests } = await fetchAll(answers, handles, {}, shortLimits);
    expect({ code, files }).toEqual({ code: 1, files: [] });
    for (const handle of handles) {
      expect(stderr.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:0')).toContain(
        `no picture of @${handle}: 127.0.0.1:0 did not answer in 1 seconds`,
      );
      expect(requests.filter((path) => path === `/${handle}.png`)).toHaveLength(2);
    }
  });

  test('is asked again after the time that it names', async () => {
    const times: number[] = [];
    const answer: Answer = (response, count) => {
      times.push(Date.now());
      if (count === 1) response.writeHead(429, { 'retry-after': '1' }).end();
      else if (count === 2)
        response.writeHead(503, { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' }).end();
      else response.end(PNG);
    };
    const { code, files } = await fetchAll({ '/a.png': answer }, ['a']);
    expect({ code, files }).toEqual({ code: 0, files: ['a.png'] });
    const [first = 0, second = 0] = times;
    expect(times).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  test.each([true, false])(
    'that sends 50 MB (with a length: %s) is left early',
    async (withLength) => {
      let sent = 0;
      const answer: Answer = (response) => {
        response.writeHead(200, withLength ? { 'content-length': 50_000_000 } : {});
        const chunk = Buffer.concat([PNG, Buffer.alloc(1_000_000 - PNG.length)]);
        const more = () => {
          if (response.destroyed || sent >= 50_000_000) return;
          sent += chunk.length;
          response.write(chunk, more);
        };
        more();
      };
      const { code, stderr, files, requests } = await fetchAll({ '/a.png': answer }, ['a']);
      expect({ code, files, requests }).toEqual({ code: 1, files: [], requests: ['/a.png'] });
      expect(stderr).toContain('avatar-content  no picture of @a: the picture is larger than 5 MB');
      expect(sent).toBeLessThan(25_000_000);
    },
  );

  test('may redirect to itself, but not to another host, and not in a circle', async () => {
    const redirect =
      (location: (origin: string) => string): Answer =>
      (response, _, { headers }) => {
        response.writeHead(302, { location: location(headers.host ?? '') }).end('x');
      };
    const { code, stderr, files, requests } = await fetchAll(
      {
        '/a.png': redirect(() => '/there'),
        '/there': send(PNG),
        '/b.png': redirect((host) => `http://${host.replace('127.0.0.1', 'localhost')}/foreign`),
        '/foreign': send(PNG),
        '/c.png': redirect(() => '/c.png'),
      },
      ['a', 'b', 'c'],
    );
    expect({ code, files }).toEqual({ code: 1, files: ['a.png'] });
    expect(requests).not.toContain('/foreign');
    expect(requests.filter((path) => path === '/c.png')).toHaveLength(6);
    expect(diagnosticsIn(stderr.replaceAll(/:\d{4,}/g, ':0'))).toEqual([
      '5:17 warning avatar-redirect  no picture of @b: http://127.0.0.1:0/b.png leads to another site, http://localhost:0',
      '6:17 warning avatar-missing  no picture of @c: http://127.0.0.1:0/c.png redirects more than 5 times',
    ]);
  });

  test('that does not exist is reported', async () => {
    const server = await pictureServer({});
    const cwd = folder({
      'credits.yaml': `title: x\npeople: { a: { handle: a, image: "http://127.0.0.1:1/a.png" }, b: { handle: b, image: "http://nowhere.invalid/" } }\n`,
    });
    const { code, stderr } = await avatars(cwd);
    expect(code).toBe(1);
    expect(stderr).toMatch(/no picture of @a: .*(?:bad port|refused)/);
    expect(stderr).toContain('no picture of @b: nowhere.invalid was not found');
    expect(server.requests).toEqual([]);
  });
});

describe('a handle', () => {
  test('that cannot be a file name is reported, and not requested', async () => {
    const { code, stderr, files, requests, cwd } = await fetchAll({ '/a.png': send(PNG) }, [
      '../x',
      'a',
      'con',
    ]);
    expect({ code, files, requests }).toEqual({ code: 1, files: ['a.png'], requests: ['/a.png'] });
    expect(diagnosticsIn(stderr)).toEqual([
      '4:17 warning avatar-handle  no picture of @../x: the handle cannot be the name of a file',
      '6:17 warning avatar-handle  no picture of @con: the handle cannot be the name of a file',
    ]);
    expect(readdirSync(cwd).sort()).toEqual(['avatars', 'credits.yaml']);
  });

  test.each([
    'ada',
    'ada-l',
    'a.b_c',
    'dependabot[bot]',
    'ada@example.org',
    'é',
    '王芳',
    '-a',
    'a b',
    'console',
  ])('%s is a file name', (handle) => {
    expect(isFileName(handle)).toBe(true);
  });

  test.each([
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    '.a',
    'a.',
    'a ',
    'a:b',
    'a*',
    'a?',
    'a|b',
    '"a"',
    '<a>',
    'nul',
    'COM1',
    'lpt9.x',
    'a\0',
    'a\n',
    'a'.repeat(61),
  ])('%j is not a file name', (handle) => {
    expect(isFileName(handle)).toBe(false);
  });

  test('is percent-encoded in a URL', () => {
    const handles = {
      url: 'https://x.example/{handle}',
      avatar: 'https://x.example/{handle}/{handle}.png',
    };
    expect(requestForHandle(handles, 'a b?', 96)).toEqual({
      url: 'https://x.example/a%20b%3F/a%20b%3F.png',
    });
    expect(requestForHandle('github', 'a/b', 192)).toEqual({
      url: 'https://github.com/a%2Fb.png?size=192',
    });
    expect(requestForHandle('codeberg', 'ada', 192)).toEqual({
      url: 'https://codeberg.org/user/avatar/ada/192',
    });
    expect(requestForHandle({ url: 'https://x.example/{handle}' }, 'a', 96)).toBeUndefined();
    expect(requestForHandle(undefined, 'a', 96)).toBeUndefined();
  });

  test('of GitLab is looked up with its API', () => {
    const request = requestForHandle('gitlab', 'ada', 192);
    expect(request?.url).toBe('https://gitlab.com/api/v4/users?username=ada');
    const pictureUrl = (avatar_url: unknown) =>
      request?.pictureUrlIn?.(JSON.stringify([{ username: 'ada', avatar_url }]));
    expect(pictureUrl('https://gitlab.com/uploads/-/system/user/avatar/1/avatar.png')).toBe(
      'https://gitlab.com/uploads/-/system/user/avatar/1/avatar.png?width=192',
    );
    expect(pictureUrl('https://secure.gravatar.com/avatar/0?s=80&d=identicon')).toBe(
      'https://secure.gravatar.com/avatar/0?s=192&d=identicon',
    );
    for (const nothing of [null, 1, 'http://']) {
      expect(() => pictureUrl(nothing)).toThrow('the user "ada" of gitlab.com has no picture');
    }
    for (const answer of ['[]', '{}', 'null', '<html>']) {
      expect(() => request?.pictureUrlIn?.(answer)).toThrow('gitlab.com has no user "ada"');
    }
  });
});

test.each([
  ['', 192],
  ['style: { layout: gallery }\n', 192],
  ['style: { layout: gallery, size: 40 }\n', 80],
  [
    'style: { size: 200 }\nsections: [{ style: { layout: gallery, size: 120 }, credits: [b] }]\n',
    240,
  ],
])('the size that is requested with %j is %i', async (style, size) => {
  const stdin = `title: x\nhandles: github\ncredits: [{ person: "@ada" }]\n${style}`;
  await runIn({ cwd: folder(), stdin }, async (process) => {
    const { content } = await checkSourceFile('-', { process });
    const [wanted] = content ? wantedAvatars(content) : [];
    expect(wanted?.request?.url).toBe(`https://github.com/ada.png?size=${size}`);
    return 0;
  });
});

test.each([
  ['https://github.com/a.png', 'https://avatars.githubusercontent.com/u/1', true],
  ['https://avatars.githubusercontent.com/u/1', 'https://github.com/', true],
  ['https://gitlab.com/x', 'https://secure.gravatar.com/x', true],
  ['https://x.example/', 'https://x.example/y', true],
  ['http://x.example/', 'https://x.example/', true],
  ['https://x.example/', 'http://x.example/', false],
  ['https://x.example/', 'https://www.x.example/', false],
  ['https://x.example/', 'https://github.com/', false],
  ['https://github.com/', 'https://evilgithubusercontent.com/', false],
  ['https://github.com/', 'https://github.com.evil.example/', false],
  ['https://github.com/', 'https://gitlab.com/', false],
])('a redirect from %s to %s is followed: %s', (from, to, isFollowed) => {
  expect(isWithinSite(new URL(to), new URL(from))).toBe(isFollowed);
});

test('the end of a picture is found', () => {
  for (const bytes of [PNG, JPEG, WEBP]) {
    const type = pictureTypeOf(bytes);
    expect(type).toBeDefined();
    if (!type) continue;
    expect(isWholePicture(bytes, type)).toBe(true);
    expect(isWholePicture(Buffer.concat([bytes, Buffer.from('more')]), type)).toBe(true);
    for (let length = 12; length < bytes.length; length += 1) {
      expect(isWholePicture(bytes.subarray(0, length), type)).toBe(false);
    }
  }
  expect(pictureTypeOf(Buffer.from('GIF89a'))).toBeUndefined();
});

describe('the source', () => {
  test.each([
    [
      '',
      '2:14 warning avatar-source  the source does not say where the pictures of @a and 1 more are',
    ],
    [
      'handles: { url: "https://x.example/{handle}" }\n',
      '3:10 warning avatar-source  the source does not say where the pictures of @a and 1 more are',
    ],
  ])('without URLs of pictures is reported once: %j', async (handles, message) => {
    const people = 'people: { a: "@a", b: { handle: b } }\n';
    const cwd = folder({ 'credits.yaml': `title: x\n${people}${handles}` });
    const { code, stderr, files } = await avatars(cwd);
    expect({ code, files }).toEqual({ code: 0, files: [] });
    expect(diagnosticsIn(stderr)).toEqual([message]);
  });

  test('that is invalid is an error, and nothing is fetched', async () => {
    const server = await pictureServer({ '/a.png': send(PNG) });
    const cwd = folder({
      'a.yaml': source(server, '  a: { handle: a }\n'),
      'b.yaml': 'titel: x\n',
    });
    const { code, stderr, files } = await avatars(cwd, {}, {}, ['a.yaml', 'b.yaml']);
    expect({ code, files }).toEqual({ code: 2, files: [] });
    expect(stderr).toContain('b.yaml:1:1 error unknown-key');
    expect(server.requests).toEqual([]);
  });

  test('is read from standard input', async () => {
    const server = await pictureServer({ '/a.png': send(PNG) });
    const stdin = source(server, '  a: { handle: a }\n');
    const { code, files } = await avatars(folder(), {}, { stdin }, ['-']);
    expect({ code, files }).toEqual({ code: 0, files: ['a.png'] });
  });

  test('can ignore a picture, and a build does not call the comment unused', async () => {
    const server = await pictureServer({});
    const people =
      '  # starlight-credits-ignore avatar-missing: the account is gone\n  a: { handle: a }\n';
    const cwd = folder({ 'credits.yaml': source(server, people) });
    expect(await avatars(cwd)).toMatchObject({ code: 0, stderr: '' });
    expect(await cli(['--strict'], { cwd })).toMatchObject({ code: 0 });
    writeFileSync(
      `${cwd}/credits.yaml`,
      source(server, '  a: { handle: a }\n', 'rules: { avatar-missing: off }\n'),
    );
    expect(await avatars(cwd)).toMatchObject({ code: 0, stderr: '' });
  });
});

describe.skipIf(process.platform === 'win32')('a link', () => {
  test.each(['outside', 'inside'])(
    'in place of the folder, which leads %s, is an error',
    async (where) => {
      const server = await pictureServer({ '/a.png': send(PNG) });
      const other = where === 'outside' ? folder() : undefined;
      const cwd = folder({ 'credits.yaml': source(server, '  a: { handle: a }\n') });
      const path = other ?? `${cwd}/pictures`;
      if (!other) mkdirSync(path);
      symlinkSync(path, `${cwd}/avatars`);
      const { code, stderr } = await avatars(cwd);
      expect(code).toBe(2);
      expect(stderr).toContain(
        'error avatar-unwritable  could not write the picture of @a: a symbolic link',
      );
      expect(readdirSync(path)).toEqual([]);
    },
  );

  test('in place of a file is an error', async () => {
    const server = await pictureServer({ '/a.png': send(PNG) });
    const cwd = folder({
      'credits.yaml': source(server, '  a: { handle: a }\n'),
      'logo.png': 'mine',
      'avatars/x.txt': '',
    });
    symlinkSync('../logo.png', `${cwd}/avatars/a.png`);
    const { code } = await avatars(cwd, { refresh: true });
    expect(code).toBe(2);
    expect(readFileSync(`${cwd}/logo.png`, 'utf8')).toBe('mine');
  });
});

describe('the output', () => {
  const bad = { '/a.png': send(PNG) };

  test('with the reporter json is an array of diagnostics', async () => {
    const { code, stdout, stderr } = await fetchAll(bad, ['a', 'b'], { reporter: 'json' });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'avatar-missing', line: 5, column: 17 }]);
  });

  test('with --quiet is what could not be fetched', async () => {
    expect((await fetchAll(bad, ['a'], { quiet: true })).stderr).toBe('');
    const { code, stderr } = await fetchAll(bad, ['a', 'b'], { quiet: true });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^credits\.yaml:5:17 warning avatar-missing/);
  });

  test.each([{}, { NO_COLOR: '1' }])('on a terminal has a progress bar %j', async (env) => {
    const server = await pictureServer({ '/a.png': send(PNG), '/b.png': send(PNG) });
    const cwd = folder({
      'credits.yaml': source(server, '  a: { handle: a }\n  b: { handle: b }\n'),
    });
    const { stderr } = await avatars(cwd, {}, { terminal: true, env });
    expect(stderr).toContain('\r\x1b[K[------------------------] 0 of 2 pictures');
    expect(stderr).toContain('\r\x1b[K[############------------] 1 of 2 pictures');
    expect(stderr).toMatch(/\r\x1b\[K\[#{24}\] 2 of 2 pictures\r\x1b\[Kcreated avatars\/a\.png\n/);
    expect(stderr).not.toMatch(/\x1b\[\d/);
  });

  test.each<[string, AvatarsOptions, Partial<Setting>]>([
    ['without a terminal', {}, { terminal: false }],
    ['with --quiet', { quiet: true }, {}],
    ['with the reporter json', { reporter: 'json' }, {}],
    ['in CI', {}, { env: { CI: 'true' } }],
    ['on a terminal that cannot erase a line', {}, { env: { TERM: 'dumb' } }],
  ])('%s has no progress bar', async (_, options, setting) => {
    const server = await pictureServer(bad);
    const cwd = folder({ 'credits.yaml': source(server, '  a: { handle: a }\n') });
    const { stderr, files } = await avatars(cwd, options, { terminal: true, ...setting });
    expect(files).toEqual(['a.png']);
    expect(stderr).not.toContain('\r');
  });

  test('is the same from the command line', async () => {
    const server = await pictureServer(bad);
    const cwd = folder({ 'credits.yaml': source(server, '  a: { handle: a }\n') });
    const { code, stderr } = await cli(['avatars', '--no-color'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'created avatars/a.png\n' });
    const again = await cli(['avatars', 'credits.yaml', '--refresh', '--quiet'], { cwd });
    expect(again).toMatchObject({ code: 0, stderr: '', stdout: '' });
    expect(server.requests).toHaveLength(2);
  });
});
