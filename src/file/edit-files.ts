import type { Buffer } from 'node:buffer';
import { carryOver } from '../text/carry-over.ts';
import { decodeExactly, readPageFile } from './read-file.ts';
import {
  removeStaleTemporaryFiles,
  type TemporaryFile,
  writeTemporaryFile,
} from './replace-file.ts';
import { Snapshot } from './snapshot.ts';
import type { Target } from './target.ts';

export interface FileEdit {
  target: Target;
  /**
   * Returns the new text of the file, which is its current text if there is nothing to do. It is called
   * again if another program changes the file before it is replaced. If it throws, the file is not
   * changed.
   *
   * @param text `undefined` if there is no file
   */
  edit(text: string | undefined): string | Promise<string>;
  /**
   * Whether it only changes a part of the file. Bytes that are not UTF-8 are then an error, and
   * what other programs write to the rest of the file is kept, even if they had opened the file before
   * it was replaced. An edit must return a text that already contains it unchanged.
   */
  isPart?: boolean;
}

export type Change = 'created' | 'updated' | 'none';

/** What happened to a file, or the error that `edit` has thrown or the file system has reported. */
export type EditResult = { change: Change } | { error: unknown };

/**
 * The number of milliseconds after which a file that was replaced is checked again. A program that
 * had opened or read it before writes to it by then, even on a busy machine.
 */
const GRACE = 50;

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Edits files. Each is replaced atomically and keeps its mode; missing folders are created. If one of
 * the edits fails before the first file is replaced, no file is.
 *
 * There are no locks, as other programs would ignore them. A file is read again right before it is
 * replaced, and the edit is made again if it has changed. With `isPart`, it is also read a little later:
 * the edit is made again if another program has replaced the file by an older text, and what another
 * program has written to the file that was replaced is carried over. What remains is a program that
 * replaces the file in the microseconds between the last look and the rename.
 *
 * @param wait waits until other programs have written what they are writing
 * @returns the results, in the order of the edits; `undefined` for an edit that was not made because
 *   another one failed
 */
export async function editFiles(
  edits: readonly FileEdit[],
  wait: () => Promise<void> = () => pause(GRACE),
): Promise<(EditResult | undefined)[]> {
  const pending = edits.map((edit) => new PendingEdit(edit));
  try {
    const failed = await inOrder(pending, (each) => failureOf(each.prepare()));
    if (failed.some((failure) => failure)) return failed;
    const replaced = await inOrder(pending, async (each) => {
      const failure = await failureOf(each.replace());
      return failure ?? { change: each.change };
    });
    return await Promise.all(
      pending.map(async (each, index) => (await failureOf(each.settle(wait))) ?? replaced[index]),
    );
  } finally {
    for (const each of pending) each.close();
  }
}

/**
 * Edits one file, like `editFiles`.
 *
 * @throws what `edit` throws, or {NodeJS.ErrnoException} if the file cannot be read or written
 */
export async function editFile(edit: FileEdit): Promise<Change> {
  const [result] = await editFiles([edit]);
  if (!result || 'error' in result) throw result?.error;
  return result.change;
}

async function inOrder<T, U>(items: readonly T[], action: (item: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  for (const item of items) results.push(await action(item));
  return results;
}

async function failureOf(action: Promise<unknown>): Promise<{ error: unknown } | undefined> {
  try {
    await action;
    return;
  } catch (error) {
    return { error };
  }
}

/** The number of times that a file is read again because it keeps changing. */
const ATTEMPTS = 100;
/** The number of these after which it is replaced even if another program keeps adding to it. */
const PATIENCE = 20;
/** The number of times to wait until a file no longer changes: two seconds. */
const ROUNDS = 40;

class PendingEdit {
  change: Change = 'none';
  readonly #edit: FileEdit;
  /** The file when it was read. */
  #before: Snapshot | undefined;
  #newText = '';
  /** The new file, unless nothing changes. */
  #temporary: TemporaryFile | undefined;
  /** What another program has written to a file after it was replaced. */
  #late: LateChange | undefined;

  constructor(edit: FileEdit) {
    this.#edit = edit;
  }

  /** Reads the file, and writes the new one to a temporary file. */
  async prepare(): Promise<void> {
    const { target } = this.#edit;
    this.close();
    target.check();
    removeStaleTemporaryFiles(target);
    this.#before = Snapshot.of(target.realPath);
    const text = this.#before && this.#decode(this.#before);
    this.#newText = await (this.#late && text !== undefined
      ? this.#withLate(text, this.#late)
      : this.#edit.edit(text));
    if (this.#newText === text) return;
    this.#temporary = writeTemporaryFile(target, this.#newText, this.#before?.stats);
  }

  /** Replaces the file. If it has changed since it was read, `prepare` is called again first. */
  async replace(): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (!this.#temporary) return;
      if (this.#tryReplace(attempt >= PATIENCE)) return;
      await this.prepare();
    }
    throw new Error('another program keeps changing it');
  }

  /**
   * Replaces the file if it is still the one that was read.
   *
   * @param isImpatient whether its content may have changed, if that can be carried over later
   */
  #tryReplace(isImpatient: boolean): boolean {
    const { target, isPart } = this.#edit;
    const [before, temporary] = [this.#before, this.#temporary];
    target.check();
    if (!before) {
      if (!temporary?.createTarget()) return false;
      this.change = 'created';
      return true;
    }
    const isSame = isPart && isImpatient ? before.isInPlace : before.isCurrent;
    if (!isSame) return false;
    before.release();
    temporary?.replaceTarget();
    if (this.change === 'none') this.change = 'updated';
    return true;
  }

  /** Makes sure that neither the edit nor what another program has written at the same time is lost. */
  async settle(wait: () => Promise<void>): Promise<void> {
    if (!this.#edit.isPart || this.change !== 'updated') return;
    let seen = '';
    for (let round = 1; this.#temporary && this.#before; round += 1) {
      await wait();
      const written = this.#before.current();
      const isLate = !written.equals(this.#before.bytes);
      const now = readPageFile(this.#edit.target.realPath);
      if (!isLate && (now === this.#newText || (await this.#isMade(now)))) return;
      // Another program may be writing at this moment.
      const state = `${written.toString('latin1')}\n\n${now}`;
      if (state !== seen && round < ROUNDS) {
        seen = state;
        continue;
      }
      this.#late = isLate
        ? { before: this.#before.bytes, after: written, replacement: this.#newText }
        : undefined;
      await this.prepare();
      await this.replace();
      if (this.#late?.refusal) throw this.#late.refusal.error;
      this.#late = undefined;
      if (round >= ROUNDS) return;
    }
  }

  /** Removes the temporary file, and closes the file that it was to replace. */
  close(): void {
    this.#temporary?.remove();
    this.#temporary = undefined;
    this.#before?.close();
  }

  #decode({ bytes }: Snapshot): string {
    return this.#edit.isPart ? decodeExactly(bytes) : bytes.toString();
  }

  /** Whether a text already contains the edit. */
  async #isMade(text: string | undefined): Promise<boolean> {
    try {
      return text === undefined || (await this.#edit.edit(text)) === text;
    } catch {
      return false;
    }
  }

  /** Returns the new text of a file with a late change. */
  async #withLate(text: string, late: LateChange): Promise<string> {
    const [before, after] = [decodeExactly(late.before), decodeExactly(late.after)];
    const from = text === late.replacement ? after : carryOver(before, after, text);
    if (from === undefined) throw new Error('several programs change it at the same time');
    try {
      return await this.#edit.edit(from);
    } catch (error) {
      late.refusal = { error };
      return from;
    }
  }
}

/** What another program has written to a file after it was replaced. */
interface LateChange {
  before: Buffer;
  after: Buffer;
  /** The text that the file was replaced by. */
  replacement: string;
  /** The error of the edit for the text with the change, which is then written without the edit. */
  refusal?: { error: unknown };
}
