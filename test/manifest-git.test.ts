/** The people in the history of a repository. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readHistory } from '../src/commands/audit/read-history.ts';
import { isBot } from '../src/manifests/is-bot.ts';
import { profileFromEmail } from '../src/manifests/profile-from-email.ts';
import { readGitLog } from '../src/manifests/read-git-log.ts';
import { folder } from './helpers/cli.ts';

/** A commit: the author, and the lines of the message. */
type Commit = readonly [author: string, ...message: string[]];

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });

/** Makes a repository with commits. */
function repository(commits: readonly Commit[], files: Record<string, string> = {}): string {
  const cwd = folder(files);
  git(cwd, 'init', '-q', '-b', 'main');
  const stream = commits.map(([author, ...message], index) => {
    const text = message.join('\n') || 'Change it';
    const when = `${1_700_000_000 + index} +0000`;
    return `commit refs/heads/main\nauthor ${author} ${when}\ncommitter C <c@x.org> ${when}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  });
  execFileSync('git', ['fast-import', '--quiet'], { cwd, input: stream.join('') });
  return cwd;
}

async function peopleIn(cwd: string) {
  const manifest = await readHistory(cwd);
  if (typeof manifest === 'string') throw new Error(manifest);
  return manifest.dependencies.map(({ people = [] }) =>
    [people[0]?.name, people[0]?.handle && `@${people[0].handle}`].filter(Boolean).join(' '),
  );
}

test('authors and co-authors are read, in the order of their first contributions', async () => {
  const cwd = repository([
    ['Ada Lens <ada@x.org>'],
    ['Bo Tube <bo@x.org>', 'Change', '', 'Co-authored-by: Cy Ring <cy@x.org>'],
    [
      'Ada Lens <ada@x.org>',
      'Change',
      '',
      'co-authored-by: Di Dome <di@x.org>',
      'Co-Authored-By: Ed Äther <ed@x.org>',
    ],
    ['Fé Ünïcödé <fe@x.org>', 'No trailer: Co-authored-by: Nobody <nobody@x.org>', '', 'Text'],
  ]);
  expect(await peopleIn(cwd)).toEqual([
    ...['Ada Lens', 'Bo Tube', 'Cy Ring', 'Di Dome', 'Ed Äther', 'Fé Ünïcödé'],
  ]);
});

test('the mailmap counts for authors and co-authors', async () => {
  const cwd = repository(
    [
      ['ada <ada@old.org>'],
      ['Bo Tube <bo@x.org>', 'Change', '', 'Co-authored-by: Cy <cy@old.org>', 'Co-authored-by: X'],
      ['Bo Tube <bo@x.org>', 'Change', '', 'Co-authored-by: Cy <cy@old.org>'],
    ],
    { '.mailmap': 'Ada Lens <ada@x.org> <ada@old.org>\nCy Ring <cy@x.org> <cy@old.org>\n' },
  );
  expect(await peopleIn(cwd)).toEqual(['Ada Lens', 'Bo Tube', 'Cy Ring', 'X']);
  mkdirSync(`${cwd}/docs`);
  expect(await peopleIn(`${cwd}/docs`)).toEqual(await peopleIn(cwd));
});

test('a handle in an address of a forge is kept if the mailmap replaces the address', async () => {
  const coAuthor = 'Co-authored-by: Cy <cy-ring@users.noreply.github.com>';
  const cwd = repository(
    [
      ['ada <12+ada-lens@users.noreply.github.com>'],
      ['Bo <12+bo@users.noreply.github.com>', 'Change', '', coAuthor],
    ],
    {
      '.mailmap': `Ada Lens <ada@x.org> <12+ada-lens@users.noreply.github.com>
Bo Tube <tube@users.noreply.github.com> <12+bo@users.noreply.github.com>
Cy Ring <cy@x.org> <cy-ring@users.noreply.github.com>
`,
    },
  );
  expect(await peopleIn(cwd)).toEqual(['Ada Lens @ada-lens', 'Bo Tube @tube', 'Cy Ring @cy-ring']);
});

test('the settings of a user do not matter', async () => {
  const coAuthor = 'Co-authored-by: Cy Tube <cy@x.org>';
  const cwd = repository([['Ada Lens <ada@x.org>'], ['Bo Tube <bo@x.org>', 'x', '', coAuthor]], {
    '.mailmap': 'Ada Ring <ada@x.org>\n',
  });
  const settings = {
    'log.showSignature': 'true',
    'log.mailmap': 'false',
    'mailmap.file': `${cwd}/other`,
    'log.decorate': 'full',
    'color.ui': 'always',
    'format.pretty': 'raw',
    'i18n.logOutputEncoding': 'UTF-16',
    'trailer.separators': '%',
  };
  writeFileSync(`${cwd}/other`, 'Bo Ring <bo@x.org>\nCy Ring <cy@x.org>\n');
  for (const [key, value] of Object.entries(settings)) git(cwd, 'config', key, value);
  expect(await peopleIn(cwd)).toEqual(['Ada Ring', 'Bo Tube', 'Cy Tube']);
});

test('a shallow clone does not say everything', async () => {
  const origin = repository([['Ada Lens <ada@x.org>'], ['Bo Tube <bo@x.org>']]);
  const parent = folder();
  git(parent, 'clone', '-q', '--depth=1', `file://${origin}`, 'clone');
  const manifest = await readHistory(`${parent}/clone`);
  expect(manifest).toMatchObject({ incomplete: 'the clone is shallow: it lacks commits' });
  git(`${parent}/clone`, 'worktree', 'add', '-q', '../tree');
  expect(await readHistory(`${parent}/tree`)).toHaveProperty('incomplete');
  expect(await readHistory(origin)).not.toHaveProperty('incomplete');
});

test('a history that cannot be read has a reason', async () => {
  expect(await readHistory(folder())).toMatch(/^not a git repository/);
  const broken = folder();
  git(broken, 'init', '-q');
  writeFileSync(`${broken}/.git/HEAD`, 'nonsense');
  expect(typeof (await readHistory(broken))).toBe('string');
});

test('a repository without commits has no people', async () => {
  const cwd = folder();
  git(cwd, 'init', '-q');
  expect(await peopleIn(cwd)).toEqual([]);
});

/** Reads people from authors, which `|` separates from co-authors. */
const read = (...commits: string[]) =>
  readGitLog(new Set(commits.map((commit) => commit.replaceAll('|', '\x1f')))).dependencies.map(
    ({ name, aliases, people }) => ({ name, aliases, person: people?.[0] }),
  );

test('one person under several addresses is one', () => {
  expect(
    read(
      'ada <ada@home.example>',
      'Bo Tube <bo@x.org>',
      'Ada Lens <ADA@home.example>',
      'Áda  LENS <ada@work.example>',
      'ada-lens <12+ada-lens@users.noreply.github.com>|Ada Lens <ada-lens@users.noreply.github.com>',
    ),
  ).toEqual([
    {
      name: 'Áda  LENS',
      aliases: ['ada', 'Ada Lens', 'ada-lens', '@ada-lens'],
      person: { name: 'Áda  LENS', handle: 'ada-lens', url: 'https://github.com/ada-lens' },
    },
    { name: 'Bo Tube', aliases: undefined, person: { name: 'Bo Tube' } },
  ]);
});

test('people who turn out to be one are at the first contribution of all of them', () => {
  const people = read(
    'A <a@x.org>',
    'B C <b@x.org>',
    'D <d@x.org>',
    'B C <a@x.org>',
    'D <a@x.org>',
  );
  expect(people.map(({ name }) => name)).toEqual(['B C']);
});

test.each([
  [
    'ada <1+ada@users.noreply.github.com>',
    { name: '@ada', person: { handle: 'ada', url: 'https://github.com/ada' } },
  ],
  [
    'Ada Lens <7-ada@users.noreply.gitlab.com>',
    { person: { name: 'Ada Lens', handle: 'ada', url: 'https://gitlab.com/ada' } },
  ],
  ['ada@x.org <ada@x.org>', { name: 'ada', person: { name: 'ada' } }],
  ['"Ada Lens" <ada@x.org>', { person: { name: 'Ada Lens' } }],
  ['@ada <ada@x.org>', { person: { handle: 'ada' } }],
  ['Ada', { person: { name: 'Ada' } }],
])('the person in %j', (line, expected) => {
  expect(read(line)).toMatchObject([expected]);
});

test('nobody has no name and no handle', () => {
  expect(read(' <>', ' <x@x.org>', '')).toEqual([]);
});

test('several people may be in one trailer', () => {
  const people = read('A B <a@x.org>|C D <c@x.org>, E F <e@x.org> & G H <g@x.org>');
  expect(people.map(({ name }) => name)).toEqual(['A B', 'C D', 'E F', 'G H']);
});

test('addresses that people have in common do not make them one', () => {
  expect(read('Ada Lens <you@example.com>', 'Bo Tube <you@example.com>')).toHaveLength(2);
});

test.each([
  'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
  'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>',
  'Renovate Bot <bot@renovateapp.com>',
  'github-actions <41898282+github-actions[bot]@users.noreply.github.com>',
  'GitHub Action <action@github.com>',
  'GitHub <noreply@github.com>',
  'semantic-release-bot <semantic-release-bot@martynus.net>',
  'Crowdin Bot <support+bot@crowdin.com>',
  'Hosted Weblate <hosted@weblate.org>',
  'Weblate (bot) <hosted@weblate.org>',
  'Kubernetes Prow Robot <k8s-ci-robot@users.noreply.github.com>',
  'R. Ryantm <ryantm-bot@ryantm.com>',
  'project_42_bot <project42_bot_0a1b@noreply.gitlab.com>',
  'The Gitter Badger <badger@gitter.im>',
  'Claude <noreply@anthropic.com>',
  'Claude Opus 4.5 <noreply@anthropic.com>',
  'Copilot <175728472+Copilot@users.noreply.github.com>',
  'Copilot <copilot@github.com>',
  'Cursor <cursoragent@cursor.com>',
  'Devin AI <158243242+devin-ai-integration[bot]@users.noreply.github.com>',
  'Codex <noreply@openai.com>',
  'aider (gpt-4o) <aider@aider.chat>',
  'gemini-code-assist[bot] <176961590+gemini-code-assist[bot]@users.noreply.github.com>',
  'google-labs-jules[bot] <161369871+google-labs-jules[bot]@users.noreply.github.com>',
])('%s is a bot or an AI assistant', (line) => {
  expect(read(line, `Ada Lens <ada@x.org>|${line}`)).toHaveLength(1);
});

test.each([
  ['Jan Bot', 'jan@bot.nl'],
  ['Claude Shannon', 'claude@x.org'],
  ['Claude', 'claude@x.org'],
  ['Devin Lens', '1+devin@users.noreply.github.com'],
  ['Abbott', 'abbott@x.org'],
  ['Robot Maker', 'maker@x.org'],
  ['Ada Lens', 'ada@anthropic.com'],
  ['Ada Lens', 'ada@github.com'],
  ['Amber', 'amber@google.com'],
])('%s <%s> is a person', (name, email) => {
  expect(isBot({ name, email })).toBe(false);
});

test.each([
  ['12+ada@users.noreply.github.com', 'ada', 'https://github.com/ada'],
  ['ada-lens@users.noreply.github.com', 'ada-lens', 'https://github.com/ada-lens'],
  ['12-ada-lens@users.noreply.gitlab.com', 'ada-lens', 'https://gitlab.com/ada-lens'],
  ['12-ada@users.noreply.gitlab.gnome.org', 'ada', 'https://gitlab.gnome.org/ada'],
  ['ada@noreply.codeberg.org', 'ada', 'https://codeberg.org/ada'],
  ['ada@github.com', undefined, undefined],
  ['noreply@github.com', undefined, undefined],
])('the handle in %s', (address, handle, url) => {
  expect(profileFromEmail(address)).toEqual(handle === undefined ? {} : { handle, url });
});
