/** Other programs that change a file while it is edited. */
import {
  appendFileSync,
  closeSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { editFiles, type FileEdit } from '../src/file/edit-files.ts';
import { openTarget } from '../src/file/target.ts';
import { carryOver } from '../src/text/carry-over.ts';
import { folder } from './helpers/cli.ts';
import { race } from './helpers/race.ts';

const BEFORE = 'top\n[old]\nend\n';

/** Replaces what is between brackets. */
function fill(text: string | undefined): string {
  if (!text || !/\[.*\]/.test(text)) throw new Error('no brackets');
  return text.replace(/\[.*\]/, '[new]');
}

interface Step {
  path: string;
  /** Replaces the file by a changed copy, like an editor. */
  replace(change: (text: string) => string): void;
}

interface Scene {
  /** Called after the file was read, with how often that was. */
  whileEditing?(step: Step, count: number): void;
  /** Called after the file was replaced, with how often it was waited for. */
  afterwards?(step: Step, count: number): void;
  options?: Partial<FileEdit>;
  text?: string;
}

/** Edits a file, with another program at the same time. */
async function edit({ whileEditing, afterwards, options, text = BEFORE }: Scene) {
  const cwd = folder({ 'x.md': text });
  const path = `${cwd}/x.md`;
  const step: Step = {
    path,
    replace(change) {
      writeFileSync(`${cwd}/draft`, change(readFileSync(path, 'utf8')));
      renameSync(`${cwd}/draft`, path);
    },
  };
  let [edits, waits] = [0, 0];
  const results = await editFiles(
    [
      {
        target: openTarget(path, cwd),
        isPart: true,
        ...options,
        edit(current) {
          const filled = (options?.edit ?? fill)(current);
          edits += 1;
          whileEditing?.(step, edits);
          return filled;
        },
      },
    ],
    async () => {
      waits += 1;
      afterwards?.(step, waits);
    },
  );
  expect(readdirSync(cwd)).toEqual(['x.md']);
  return { result: results[0], text: readFileSync(path, 'utf8'), edits, waits };
}

/** Opens a file before it is edited, like a program that writes to it late. */
function opened(cwd: { path: string }, flags = 'a') {
  const descriptor = openSync(cwd.path, flags);
  onTestFinished(() => closeSync(descriptor));
  return descriptor;
}

describe('before the file is replaced', () => {
  test('a line that is added is kept', async () => {
    const edited = await edit({
      whileEditing({ path }, count) {
        if (count <= 3) appendFileSync(path, `${count}\n`);
      },
    });
    expect(edited.text).toBe('top\n[new]\nend\n1\n2\n3\n');
    expect(edited.result).toEqual({ change: 'updated' });
  });

  test('a copy that replaces it is kept', async () => {
    const edited = await edit({
      whileEditing({ replace }, count) {
        if (count <= 3) replace((text) => `${count}\n${text}`);
      },
    });
    expect(edited.text).toBe('3\n2\n1\ntop\n[new]\nend\n');
  });

  test('a change of the same length in the same moment is noticed', async () => {
    const edited = await edit({
      whileEditing({ path }, count) {
        if (count === 1) writeFileSync(path, BEFORE.replace('top', 'pot'));
      },
    });
    expect(edited.text).toBe('pot\n[new]\nend\n');
  });

  test('a change that makes the edit impossible is kept, and reported', async () => {
    const edited = await edit({
      whileEditing: ({ path }) => writeFileSync(path, 'other'),
    });
    expect(edited).toMatchObject({ text: 'other', result: { error: new Error('no brackets') } });
  });

  test('the same edit by another program is not written again', async () => {
    const edited = await edit({
      whileEditing: ({ replace }, count) => count === 1 && replace(fill),
    });
    expect(edited).toMatchObject({
      text: 'top\n[new]\nend\n',
      result: { change: 'none' },
      waits: 0,
    });
  });

  test('a file that is removed is not created again', async () => {
    const cwd = folder({ 'x.md': BEFORE });
    const [result] = await editFiles([
      {
        target: openTarget(`${cwd}/x.md`, cwd),
        edit(text) {
          rmSync(`${cwd}/x.md`, { force: true });
          return fill(text);
        },
      },
    ]);
    expect(result).toEqual({ error: new Error('no brackets') });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('a file that is created is read', async () => {
    const cwd = folder();
    const seen: (string | undefined)[] = [];
    const [result] = await editFiles([
      {
        target: openTarget(`${cwd}/x.md`, cwd),
        edit(text) {
          seen.push(text);
          writeFileSync(`${cwd}/x.md`, 'theirs');
          return `${text} and ours`;
        },
      },
    ]);
    expect(seen).toEqual([undefined, 'theirs']);
    expect(result).toEqual({ change: 'updated' });
    expect(readFileSync(`${cwd}/x.md`, 'utf8')).toBe('theirs and ours');
  });

  test('a program that adds lines all the time does not prevent the edit', async () => {
    const edited = await edit({
      whileEditing: ({ path }, count) => count <= 30 && appendFileSync(path, `${count}\n`),
    });
    const [, part, , ...lines] = edited.text
      .trimEnd()
      .split('\n')
      .map((line) => Number(line) || line);
    expect(part).toBe('[new]');
    expect(new Set(lines)).toEqual(new Set(Array.from({ length: 30 }, (_, index) => index + 1)));
    expect(lines.length).toBe(30);
  });

  test('a program that never stops replacing the file is an error', async () => {
    const edited = await edit({
      whileEditing: ({ replace }, count) => replace((text) => `${text}${count}`),
    });
    expect(edited.result).toEqual({ error: new Error('another program keeps changing it') });
    expect(edited.text).toContain('[old]');
  });
});

describe('after the file was replaced', () => {
  test('a line of a program that had opened it is carried over', async () => {
    let descriptor = 0;
    const edited = await edit({
      whileEditing(step, count) {
        if (count === 1) descriptor = opened(step);
      },
      afterwards(_, count) {
        if (count <= 2) writeSync(descriptor, `${count}\n`);
      },
    });
    expect(edited.text).toBe('top\n[new]\nend\n1\n2\n');
  });

  test('such a line is carried over to a file that has changed as well', async () => {
    let descriptor = 0;
    const edited = await edit({
      whileEditing(step, count) {
        if (count === 1) descriptor = opened(step);
      },
      afterwards({ path, replace }, count) {
        if (count > 1) return;
        writeSync(descriptor, 'late\n');
        replace((text) => `first\n${text}`);
        appendFileSync(path, 'last\n');
      },
    });
    expect(edited.text).toBe('first\ntop\n[new]\nend\nlast\nlate\n');
  });

  test('an edit that another program has undone is made again', async () => {
    const edited = await edit({
      afterwards({ replace }, count) {
        if (count === 1) replace(() => `${BEFORE}theirs\n`);
      },
    });
    expect(edited.text).toBe('top\n[new]\nend\ntheirs\n');
  });

  test('a program that is writing is waited for', async () => {
    const edited = await edit({
      afterwards({ path }, count) {
        if (count === 1) writeFileSync(path, '');
        if (count === 2) writeFileSync(path, 'top\n[o');
        if (count === 3) writeFileSync(path, `${BEFORE}theirs\n`);
      },
    });
    expect(edited).toMatchObject({
      text: 'top\n[new]\nend\ntheirs\n',
      result: { change: 'updated' },
    });
  });

  test('a program that had opened it and writes all of it is waited for', async () => {
    let descriptor = 0;
    const edited = await edit({
      whileEditing(step, count) {
        if (count === 1) descriptor = opened(step, 'r+');
      },
      afterwards(_, count) {
        if (count === 1) ftruncateSync(descriptor);
        if (count === 2) writeSync(descriptor, '1\ntop\n[old]\n2\n', 0);
      },
    });
    expect(edited.text).toBe('1\ntop\n[new]\n2\n');
  });

  test('a late text that makes the edit impossible is kept, and reported', async () => {
    let descriptor = 0;
    const edited = await edit({
      whileEditing(step, count) {
        if (count === 1) descriptor = opened(step, 'r+');
      },
      afterwards(_, count) {
        if (count > 1) return;
        ftruncateSync(descriptor);
        writeSync(descriptor, 'theirs', 0);
      },
    });
    expect(edited).toMatchObject({ text: 'theirs', result: { error: new Error('no brackets') } });
  });

  test('a file that is removed is left alone', async () => {
    const cwd = folder({ 'x.md': BEFORE });
    const target = openTarget(`${cwd}/x.md`, cwd);
    const [result] = await editFiles([{ target, edit: fill, isPart: true }], async () =>
      rmSync(`${cwd}/x.md`),
    );
    expect(result).toEqual({ change: 'updated' });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('a program that edits the same part again and again is an end', async () => {
    const edited = await edit({
      afterwards({ replace }, count) {
        replace((text) => text.replace('[new]', `[${count}]`));
      },
    });
    expect(edited.waits).toBeLessThan(100);
  });

  test('a whole page is not waited for', async () => {
    const edited = await edit({ options: { isPart: false, edit: () => 'page' } });
    expect(edited).toMatchObject({ text: 'page', waits: 0 });
  });
});

describe('several files', () => {
  test('are all left alone if one of them cannot be edited', async () => {
    const cwd = folder({ 'a.md': BEFORE, 'b.md': 'b', 'c.md': BEFORE });
    const edits = ['a.md', 'b.md', 'c.md'].map((name) => ({
      target: openTarget(`${cwd}/${name}`, cwd),
      edit: fill,
    }));
    const error = new Error('no brackets');
    expect(await editFiles(edits)).toEqual([undefined, { error }, undefined]);
    expect(readFileSync(`${cwd}/a.md`, 'utf8')).toBe(BEFORE);
    expect(readdirSync(cwd)).toEqual(['a.md', 'b.md', 'c.md']);
  });
});

test.each([
  ['abc', 'abcd', 'Xabc', 'Xabcd'],
  ['abc', 'abcd', 'abcX', 'abcdX'],
  ['abc', 'zabc', 'abX', 'zabX'],
  ['abc', 'aXc', 'abcd', 'aXcd'],
  ['abc', 'aXc', 'zabc', 'zaXc'],
  ['abc', 'ac', 'abcd', 'acd'],
  ['aa', 'aaa', 'Xaa', 'Xaaa'],
  ['', 'a', 'b', 'ab'],
  ['abc', 'aXc', 'zabcd', undefined],
])('the change from %j to %j in %j is %j', (before, after, other, expected) => {
  expect(carryOver(before, after, other)).toBe(expected);
});

describe('nothing is lost if', () => {
  test('a line is added while a region is built', async () => {
    expect(await race('append', 4)).toEqual([]);
  }, 60_000);

  test('an editor replaces the file while a region is built', async () => {
    expect(await race('replace', 4)).toEqual([]);
  }, 60_000);

  test('two regions of a file are built', async () => {
    expect(await race('build', 4)).toEqual([]);
  }, 60_000);
});
