import { posix } from 'node:path';
import type { Range } from '../diagnostics/report.ts';
import { stripBom } from '../text/strip-bom.ts';
import { goRepository, withoutMajorVersion } from './go-repository.ts';
import { type Dependency, type Manifest, ManifestError, type ManifestFiles } from './manifest.ts';
import { presentValues } from './manifest-values.ts';

/** Folders above a module that are searched for a workspace: far more than a repository has. */
const DEPTH = 30;

/**
 * Reads the direct dependencies of a `go.mod`: those that are not `// indirect`, and those that its tools
 * are in.
 *
 * @throws {ManifestError} if it cannot be read
 * @see https://go.dev/ref/mod#go-mod-file
 */
export function readGoMod(path: string, text: string, files: ManifestFiles): Manifest {
  const statements = [...statementsIn(stripBom(text))];
  const of = (verb: string) => statements.filter((each) => each.verb === verb);
  const replaced = replacements(of('replace'));
  const own = ownModules(path, statements, files);
  const required = of('require').map((statement) => {
    const [module, version] = statement.words;
    if (module === undefined || version === undefined || statement.words.length > 2) {
      throw new ManifestError(`expected a module and its version after "require"`, statement.start);
    }
    return { ...statement, module: module.text, range: module.range };
  });
  const tools = of('tool').flatMap(({ words }) => {
    const tool = words[0]?.text ?? '';
    const around = required.filter(
      ({ module }) => tool === module || tool.startsWith(`${module}/`),
    );
    return around.sort((a, b) => b.module.length - a.module.length).slice(0, 1);
  });
  const dependencies = new Map<string, Dependency>();
  for (const each of required) {
    const { module, range, isIndirect } = each;
    const replacement = replaced.get(module);
    if ((isIndirect && !tools.includes(each)) || own.has(module) || replacement === 'local')
      continue;
    const name = withoutMajorVersion(module);
    const known = dependencies.get(name);
    const aliases = [...new Set([...(known?.aliases ?? []), ...(module === name ? [] : [module])])];
    dependencies.set(name, {
      ...(known ?? dependencyOf(module, replacement, range)),
      ...(aliases.length > 0 && { aliases }),
    });
  }
  return { dependencies: [...dependencies.values()], groups: [] };
}

function dependencyOf(module: string, replacement: string | undefined, range: Range): Dependency {
  const name = withoutMajorVersion(module);
  const repository = goRepository(name);
  const other = replacement === undefined ? undefined : goRepository(replacement);
  return presentValues({
    name,
    kind: 'go',
    group: 'dependencies',
    repository: other ?? repository,
    // A credit of the original also credits its fork.
    homepage: other === undefined || other === repository ? undefined : repository,
    registry: `https://pkg.go.dev/${module}`,
    purl: `pkg:golang/${module.toLowerCase()}`,
    range,
  });
}

/** Returns the modules that are replaced: by the path of another one, or by `local` files. */
function replacements(statements: readonly Statement[]): Map<string, string> {
  const replaced = new Map<string, string>();
  for (const { words, start } of statements) {
    const texts = words.map(({ text }) => text);
    const arrow = texts.indexOf('=>');
    const [from, to] = [texts[0], texts[arrow + 1]];
    if (arrow < 1 || from === undefined || to === undefined) {
      throw new ManifestError('expected a module, "=>" and its replacement after "replace"', start);
    }
    const isLocal = /^\.{0,2}[\\/]|^\.{1,2}$|^[a-z]:[\\/]/i.test(to);
    replaced.set(from, isLocal ? 'local' : withoutMajorVersion(to));
  }
  return replaced;
}

/** Returns the path of the module, and those of the modules in its workspace. */
function ownModules(
  path: string,
  statements: readonly Statement[],
  files: ManifestFiles,
): Set<string | undefined> {
  const own = new Set([moduleOf(statements)]);
  let folder = posix.dirname(path);
  for (let level = 0; level < DEPTH; level++) {
    const workspace = files.read(posix.join(folder, 'go.work'));
    for (const module of goWorkModules(folder, files)) {
      const text = files.read(module);
      if (text !== undefined) own.add(moduleOf(lenientStatements(text)));
    }
    const parent = posix.join(folder, '..');
    if (workspace !== undefined || parent === folder) break;
    folder = parent;
  }
  return own;
}

/**
 * Returns the paths of the modules in the workspace that a folder is the root of.
 *
 * @see https://go.dev/ref/mod#go-work-file
 */
export function goWorkModules(folder: string, files: Pick<ManifestFiles, 'read'>): string[] {
  const text = files.read(posix.join(folder, 'go.work'));
  return (text === undefined ? [] : lenientStatements(text)).flatMap(({ verb, words: [used] }) =>
    verb === 'use' && used ? [posix.join(folder, used.text, 'go.mod')] : [],
  );
}

function moduleOf(statements: readonly Statement[]): string | undefined {
  return statements.find(({ verb }) => verb === 'module')?.words[0]?.text;
}

/** Returns the statements of another file, or none if it is broken. */
function lenientStatements(text: string): Statement[] {
  try {
    return [...statementsIn(text)];
  } catch {
    return [];
  }
}

interface Word {
  text: string;
  range: Range;
}

/** A line with a directive, or a line in the block of one. */
interface Statement {
  verb: string;
  words: readonly Word[];
  start: number;
  isIndirect: boolean;
}

/** The directives of `go.mod` and `go.work`. */
const VERBS = /^(?:module|go|toolchain|godebug|require|exclude|replace|retract|tool|ignore|use)$/;

/** @throws {ManifestError} at a line that is not valid */
function* statementsIn(text: string): Generator<Statement> {
  let block: { verb: string; start: number } | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const words = wordsIn(line, index);
    const [first, ...rest] = words;
    if (!first) continue;
    const { start } = first.range;
    const isIndirect = /\/\/\s*indirect(?:;|\s*$)/.test(line);
    if (block) {
      if (first.text === ')') block = undefined;
      else yield { verb: block.verb, words, start, isIndirect };
      continue;
    }
    const verb = first.text;
    if (!VERBS.test(verb)) throw new ManifestError(`unknown directive "${verb}"`, start);
    if (rest[0]?.text === '(') {
      block = rest[1]?.text === ')' ? undefined : { verb, start };
    } else {
      yield { verb, words: rest, start, isIndirect };
    }
  }
  if (block) throw new ManifestError(`the block of "${block.verb}" is not closed`, block.start);
}

function wordsIn(line: string, offset: number): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of line.matchAll(
    /\/\/.*|"[^"]*"|`[^`]*`|[()]|(?:(?!\/\/)[^\s()"`])+/g,
  )) {
    if (word.startsWith('//')) break;
    const start = offset + index;
    const text = /^["`]/.test(word) ? word.slice(1, -1) : word;
    words.push({ text, range: { start, end: start + word.length } });
  }
  return words;
}
