import { posix } from 'node:path';
import { stripBom } from '../text/strip-bom.ts';
import { foldersAbove } from './folders-above.ts';
import { goRepository, withoutMajorVersion } from './go-repository.ts';
import { type Dependency, type Manifest, ManifestError, type ManifestFiles } from './manifest.ts';
import { presentValues } from './manifest-values.ts';

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
    return { ...statement, module };
  });
  const modules = new Set(required.map(({ module }) => module));
  const lengths = [...new Set([...modules].map(({ length }) => length))].sort((a, b) => b - a);
  const tools = new Set(
    of('tool').map(({ words: [tool = ''] }) => {
      const isModule = (length: number) =>
        '/'.includes(tool.charAt(length)) && modules.has(tool.slice(0, length));
      return tool.slice(0, lengths.find(isModule));
    }),
  );
  const dependencies = new Map<string, Dependency & { aliases: string[] }>();
  for (const { module, isIndirect } of required) {
    const replacement = replaced.get(module);
    if ((isIndirect && !tools.has(module)) || own.has(module) || replacement === 'local') continue;
    const name = withoutMajorVersion(module);
    const known = dependencies.get(name) ?? { ...dependencyOf(module, replacement), aliases: [] };
    dependencies.set(name, known);
    if (module !== name) known.aliases.push(module);
  }
  return {
    dependencies: Array.from(dependencies.values(), ({ aliases, ...dependency }) => ({
      ...dependency,
      ...(aliases.length > 0 && { aliases: [...new Set(aliases)] }),
    })),
    groups: [],
  };
}

function dependencyOf(module: string, replacement: string | undefined): Dependency {
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
  });
}

/** Returns the modules that are replaced: by the path of another one, or by `local` files. */
function replacements(statements: readonly Statement[]): Map<string, string> {
  const replaced = new Map<string, string>();
  for (const { words, start } of statements) {
    const arrow = words.indexOf('=>');
    const [from, to] = [words[0], words[arrow + 1]];
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
  for (const folder of foldersAbove(path)) {
    const workspace = files.read(posix.join(folder, 'go.work'));
    for (const module of goWorkModules(folder, files)) {
      const text = files.read(module);
      if (text !== undefined) own.add(moduleOf(lenientStatements(text)));
    }
    if (workspace !== undefined) break;
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
    verb === 'use' && used ? [posix.join(folder, used, 'go.mod')] : [],
  );
}

function moduleOf(statements: readonly Statement[]): string | undefined {
  return statements.find(({ verb }) => verb === 'module')?.words[0];
}

/** Returns the statements of another file, or none if it is broken. */
function lenientStatements(text: string): Statement[] {
  try {
    return [...statementsIn(text)];
  } catch {
    return [];
  }
}

/** A line with a directive, or a line in the block of one. */
interface Statement {
  verb: string;
  words: readonly string[];
  start: number;
  isIndirect: boolean;
}

/** The directives of `go.mod` and `go.work`. */
const VERBS = /^(?:module|go|toolchain|godebug|require|exclude|replace|retract|tool|ignore|use)$/;

/** @throws {ManifestError} at a line that is not valid */
function* statementsIn(text: string): Generator<Statement> {
  let block: { verb: string; start: number } | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const words = wordsIn(line);
    const [verb, ...rest] = words;
    if (verb === undefined) continue;
    const start = index + line.search(/\S/);
    const isIndirect = /\/\/\s*indirect(?:;|\s*$)/.test(line);
    if (block) {
      if (verb === ')') block = undefined;
      else yield { verb: block.verb, words, start, isIndirect };
      continue;
    }
    if (!VERBS.test(verb)) throw new ManifestError(`unknown directive "${verb}"`, start);
    if (rest[0] === '(') {
      block = rest[1] === ')' ? undefined : { verb, start };
    } else {
      yield { verb, words: rest, start, isIndirect };
    }
  }
  if (block) throw new ManifestError(`the block of "${block.verb}" is not closed`, block.start);
}

function wordsIn(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/\/\/.*|"[^"]*"|`[^`]*`|[()]|(?:(?!\/\/)[^\s()"`])+/g)) {
    if (word.startsWith('//')) break;
    words.push(/^["`]/.test(word) ? word.slice(1, -1) : word);
  }
  return words;
}
