/** Changes to the diagnostics of a file: the `rules` of a source, and its comments that ignore some. */
import type { VFile } from 'vfile';
import type { Range } from '../text/range.ts';
import { type Code, isCode, isConfigurable, type Severity } from './codes.ts';

/** A severity that `rules` can set. */
export type Level = Severity | 'off';

export const levelNames = ['off', 'info', 'warning', 'error'] as const satisfies readonly Level[];

/** A comment that ignores a diagnostic in the entry below it. The range is that of the comment. */
export interface IgnoreComment extends Range {
  code: string;
  /** The entry, or `undefined` if there is none. */
  entry: Range | undefined;
  /** Whether the comment is on the line of a value, where it has no effect. */
  isBeside: boolean;
}

interface Settings {
  /** Severities other than the defaults. */
  levels: ReadonlyMap<Code, Level>;
  ignores: IgnoreIndex;
}

class IgnoreIndex {
  readonly #comments: readonly IgnoreComment[];
  readonly #used = new Set<IgnoreComment>();
  /** The comments that have an effect, by code. Their entries are in source order. */
  readonly #byCode = new Map<string, EffectiveComment[]>();

  constructor(comments: readonly IgnoreComment[]) {
    this.#comments = comments;
    for (const comment of comments) this.#add(comment);
  }

  #add(comment: IgnoreComment): void {
    const { code, entry, isBeside } = comment;
    if (!entry || isBeside || !isCode(code) || !isConfigurable(code)) return;
    const earlier = this.#byCode.get(code) ?? [];
    this.#byCode.set(code, earlier);
    let outer = earlier.at(-1);
    while (outer && outer.entry.end < entry.end) outer = outer.outer;
    earlier.push({ comment, entry, outer });
  }

  /** Whether a comment ignores a diagnostic at a range. If so, the comment counts as used. */
  ignores(code: Code, { start }: Range): boolean {
    const comments = this.#byCode.get(code);
    if (!comments) return false;
    let [low, high] = [0, comments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((comments[middle] as EffectiveComment).entry.start <= start) low = middle + 1;
      else high = middle;
    }
    let found = comments[low - 1];
    while (found && !isAt(start, found.entry)) found = found.outer;
    if (found) this.#used.add(found.comment);
    return found !== undefined;
  }

  get unused(): IgnoreComment[] {
    return this.#comments.filter((comment) => !this.#used.has(comment));
  }
}

/** Whether an offset is in a range. The start of an empty range is. */
function isAt(offset: number, { start, end }: Range): boolean {
  return offset === start || (offset > start && offset < end);
}

interface EffectiveComment {
  comment: IgnoreComment;
  entry: Range;
  /** The comment for the same code around the entry. */
  outer: EffectiveComment | undefined;
}

const DEFAULTS: Settings = { levels: new Map(), ignores: new IgnoreIndex([]) };

/** They are not in the `data` of the files, which belongs to users of the library. */
const settingsByFile = new WeakMap<VFile, Settings>();

/** Sets what `reportTo` changes in a file. */
export function configureReports(
  file: VFile,
  levels: ReadonlyMap<Code, Level>,
  comments: readonly IgnoreComment[],
): void {
  settingsByFile.set(file, { levels, ignores: new IgnoreIndex(comments) });
}

/** Sets the severities of a file that a source is built into. */
export function inheritLevels(file: VFile, source: VFile): void {
  configureReports(file, settingsOf(source).levels, []);
}

/** Returns the settings of a file. */
export function settingsOf(file: VFile): Settings {
  return settingsByFile.get(file) ?? DEFAULTS;
}
