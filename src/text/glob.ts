/**
 * Globs: `*` matches any characters but `/`, `**` any characters, `?` one character but `/`, `[a-z]` one of
 * several, `{a,b}` either alternative, and a backslash makes a character literal. A regular expression could
 * backtrack for exponential time, so an automaton follows all ways to match at once.
 */
import { GlobError } from './glob-error.ts';

/** A state of the automaton of a glob. Without a test, the next states are reached without a character. */
interface State {
  test?: (character: string) => boolean;
  next: State[];
}

/** States after some characters. */
type States = ReadonlySet<State>;

/** A character, a test of one, any number of those that pass a test, or alternatives. */
type Part = string | State['test'] | { many: State['test'] } | { any: Part[][] };

/** The maximum length of a glob. A longer one matches nothing. */
const MAX_LENGTH = 2000;

/** The maximum number of steps of the globs of one list: a few seconds. */
const MAX_STEPS = 40_000_000;

const TOKEN = /\\.|(?<![^/{,])(?:\*\*\/)+|\/\*\*$|\*\*+|\[[!^]?(?:\\.|[^\\\]])+\]|./gsu;

const isAny = () => true;
const isNoSlash = (character: string) => character !== '/';

/** Counts the steps of several globs. */
export class GlobSteps {
  #steps = 0;

  /** @throws {GlobError} if there are too many */
  add(count: number, glob: string): void {
    this.#steps += count;
    if (this.#steps > MAX_STEPS) throw new GlobError(glob);
  }
}

/** A compiled glob. Texts can be compared part by part. */
export class Glob {
  /** The characters before the first wildcard. */
  readonly prefix: string;
  /** Whether there is no wildcard. */
  readonly isLiteral: boolean;
  readonly #glob: string;
  readonly #parts: Part[];
  readonly #steps: GlobSteps;
  readonly #end: State = { next: [] };
  #start: States | undefined;

  constructor(glob: string, steps: GlobSteps) {
    this.#glob = glob;
    this.#steps = steps;
    this.#parts = glob.length > MAX_LENGTH ? [() => false] : parse(glob);
    const wildcard = this.#parts.findIndex((part) => typeof part !== 'string');
    this.isLiteral = wildcard < 0;
    this.prefix = (this.isLiteral ? this.#parts : this.#parts.slice(0, wildcard)).join('');
  }

  /** The states before the first character. */
  get start(): States {
    this.#start ??= withNext(new Set(), connect(this.#parts, this.#end));
    return this.#start;
  }

  /** Returns the states after more characters. If there are none, no continuation of the text matches. */
  follow(from: States, text: string): States {
    let states = from;
    for (const character of text) {
      if (states.size === 0) break;
      const after = new Set<State>();
      for (const { test, next } of states) {
        if (test?.(character)) for (const state of next) withNext(after, state);
      }
      this.#steps.add(states.size, this.#glob);
      states = after;
    }
    return states;
  }

  /** Whether a text with these states matches. */
  isEnd(states: States): boolean {
    return states.has(this.#end);
  }

  matches(text: string): boolean {
    this.#steps.add(1, this.#glob);
    if (!text.startsWith(this.prefix)) return false;
    return this.isLiteral ? text === this.prefix : this.isEnd(this.follow(this.start, text));
  }
}

/** Returns a function that returns the values of the globs that match a text. */
export function globMatcher<T>(
  entries: readonly (readonly [glob: string, value: T])[],
): (text: string) => T[] {
  const steps = new GlobSteps();
  const literal = new Map<string, T[]>();
  const others: { glob: Glob; value: T }[] = [];
  for (const [written, value] of entries) {
    const glob = new Glob(written, steps);
    const known = literal.get(glob.prefix);
    if (!glob.isLiteral) others.push({ glob, value });
    else if (known) known.push(value);
    else literal.set(glob.prefix, [value]);
  }
  return (text) => [
    ...(literal.get(text) ?? []),
    ...others.filter(({ glob }) => glob.matches(text)).map(({ value }) => value),
  ];
}

/** Adds a state, and those that it reaches without a character. */
function withNext(states: Set<State>, state: State): Set<State> {
  if (states.has(state)) return states;
  states.add(state);
  if (!state.test) for (const each of state.next) withNext(states, each);
  return states;
}

/** Returns the first state of parts whose last one leads to `end`. */
function connect(parts: readonly Part[], end: State): State {
  let first = end;
  for (const part of parts.toReversed()) {
    const next = [first];
    if (typeof part === 'string') first = { test: (character) => character === part, next };
    else if (typeof part === 'function') first = { test: part, next };
    else if (part && 'any' in part)
      first = { next: part.any.map((each) => connect(each, next[0] as State)) };
    else if (part?.many) {
      first = { next };
      next.push({ test: part.many, next: [first] });
    }
  }
  return first;
}

function parse(glob: string): Part[] {
  /** The alternatives of each open brace, the innermost last. The first are the whole glob. */
  const open: Part[][][] = [[[]]];
  const add = (...parts: Part[]) =>
    open
      .at(-1)
      ?.at(-1)
      ?.push(...parts);
  const close = () => open.pop() ?? [];
  for (const [token] of glob.matchAll(TOKEN)) {
    if (token === '{') open.push([[]]);
    else if (token === ',' && open.length > 1) open.at(-1)?.push([]);
    else if (token === '}' && open.length > 1) add({ any: close() });
    else if (token === '*') add({ many: isNoSlash });
    else if (token === '/**') add({ any: [[], ['/', { many: isAny }]] });
    else if (token.startsWith('**/')) add({ any: [[], [{ many: isAny }, '/']] });
    else if (token.startsWith('**')) add({ many: isAny });
    else if (token === '?') add(isNoSlash);
    else if (token.length > 2 && token.startsWith('[')) add(classTest(token.slice(1, -1)));
    else add(token.replace(/^\\(?=.)/s, ''));
  }
  while (open.length > 1) {
    // Braces that are not closed are literal.
    const [first = [], ...others] = close();
    add('{', ...first);
    for (const each of others) add(',', ...each);
  }
  return open[0]?.[0] ?? [];
}

/** Returns the test of a character class, given without its brackets. */
function classTest(content: string): State['test'] {
  const isNegated = /^[!^]/.test(content);
  const ranges = [...content.slice(isNegated ? 1 : 0).matchAll(/\\?(.)(?:-\\?(.))?/gsu)];
  return (character) =>
    isNoSlash(character) &&
    isNegated !== ranges.some(([, from = '', to = from]) => from <= character && character <= to);
}
