/** The command `lint` and its rules. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isSpdxExpression, spdxAnswers } from '../src/lint/spdx-answers.ts';
import { cli, folder } from './helpers/cli.ts';

interface Found {
  file: string;
  line: number;
  column: number;
  severity: string;
  code: string;
  message: string;
  help: string;
}

type Files = Record<string, string | Uint8Array>;

async function lint(
  source: string,
  { args = [], files = {} }: { args?: string[]; files?: Files } = {},
) {
  const cwd = folder({ '.git/HEAD': '', ...files, 'credits.yaml': `title: Credits\n${source}` });
  const { code, stdout } = await cli(['lint', '--reporter', 'json', ...args], { cwd });
  const all = JSON.parse(stdout) as Found[];
  return {
    code,
    all,
    places: all.map(({ line, column, code: found }) => `${line}:${column} ${found}`),
  };
}

/** Fixes a source, and returns what follows its title. */
async function fixed(source: string): Promise<string> {
  const cwd = folder({ 'credits.yaml': `title: Credits\n${source}` });
  await cli(['lint', '--fix'], { cwd });
  const text = readFileSync(`${cwd}/credits.yaml`, 'utf8');
  await cli(['lint', '--fix'], { cwd });
  expect(readFileSync(`${cwd}/credits.yaml`, 'utf8')).toBe(text);
  return text.replace('title: Credits\n', '');
}

describe('license-spdx', () => {
  test.each([
    ...['MIT', 'MIT OR Apache-2.0', '(MIT AND ISC) OR BSD-3-Clause', 'GPL-3.0', 'GPL-3.0+'],
    ...['GPL-2.0-only WITH Classpath-exception-2.0', 'LicenseRef-Fonts', 'UNLICENSED'],
    ...[
      'SEE LICENSE IN LICENSE.md',
      'Public domain',
      'All rights reserved',
      'DocumentRef-a:LicenseRef-b',
    ],
  ])('%s is right', async (license) => {
    expect((await lint(`credits: [{ name: a, license: ${license} }]\n`)).places).toEqual([]);
  });

  test.each([
    ['mit', 'MIT'],
    ['The MIT License (MIT)', 'MIT'],
    ['Apache 2', 'Apache-2.0'],
    ['Apache License, Version 2.0', 'Apache-2.0'],
    ['apache2', 'Apache-2.0'],
    ['BSD 3-Clause "New" or "Revised" License', 'BSD-3-Clause'],
    ['2-clause BSD', 'BSD-2-Clause'],
    ['CC0', 'CC0-1.0'],
    ['CC BY-SA 4.0', 'CC-BY-SA-4.0'],
    ['Creative Commons Attribution 4.0 International', 'CC-BY-4.0'],
    ['SIL Open Font License 1.1', 'OFL-1.1'],
    ['Mozilla Public License 2.0', 'MPL-2.0'],
    ['The Unlicense', 'Unlicense'],
    ['GPL v3 or later', 'GPL-3.0-or-later'],
    ['GPLv2+', 'GPL-2.0-or-later'],
    ['GNU General Public License v2.0 only', 'GPL-2.0-only'],
    ['MIT or Apache 2', 'MIT OR Apache-2.0'],
    ['Apache 2.0 with LLVM exception', 'Apache-2.0 WITH LLVM-exception'],
    ['(mit AND isc)', '(MIT AND ISC)'],
  ])('%s can only be %s', (text, answer) => {
    expect(isSpdxExpression(text)).toBe(false);
    expect(spdxAnswers(text)).toEqual([answer]);
  });

  test.each([
    ['MIT/Apache-2.0', 'MIT OR Apache-2.0', 'MIT AND Apache-2.0'],
    ['MIT, ISC, Zlib', 'MIT OR ISC OR Zlib', 'MIT AND ISC AND Zlib'],
    ['GPLv3', 'GPL-3.0-only', 'GPL-3.0-or-later'],
    ['GNU LGPL 2.1', 'LGPL-2.1-only', 'LGPL-2.1-or-later'],
    ['BSD', 'BSD-2-Clause', 'BSD-3-Clause'],
    ['OFL', 'OFL-1.0', 'OFL-1.1'],
    ['CC BY'],
    ['LLVM exception'],
    ['toString'],
    ['free for personal use'],
    ['+'],
  ])('%s has no single answer', async (text, ...answers) => {
    expect(spdxAnswers(text)).toEqual(answers);
    const source = `credits: [{ name: a, license: "${text}" }]\n`;
    const { all, code } = await lint(source);
    expect(code).toBe(1);
    expect(all.map((each) => each.code)).toEqual(['license-spdx']);
    for (const answer of answers) expect(all[0]?.help).toContain(`"${answer}"`);
    expect(await fixed(source)).toBe(source);
  });

  test('only the license is changed', async () => {
    const source = (one: string, other: string) =>
      `credits:\n  # Why\n  - name:    a\n    license: ${one} # see README\n  - { name: b, license:  ${other} }\n`;
    expect(await fixed(source(' Apache 2', "'mit'"))).toBe(source(' Apache-2.0', 'MIT'));
  });
});
