import { posix } from 'node:path';
import { arrayOf, isRecord, recordOf } from '../text/json-values.ts';
import { foldersAbove } from './folders-above.ts';
import { ManifestError, type ManifestFiles } from './manifest.ts';
import { textOf } from './manifest-values.ts';
import { type ParsedToml, parseToml } from './parse-toml.ts';

/** A `Cargo.toml` and its path. */
export interface Crate extends ParsedToml {
  path: string;
}

/** Finds the workspace that a crate belongs to, which may be its own file. */
export function workspaceOf(crate: Crate, files: ManifestFiles): Crate | undefined {
  if (isRecord(crate.value.workspace)) return crate;
  const named = textOf(recordOf(crate.value.package).workspace);
  const [own = '.', ...above] = foldersAbove(crate.path);
  if (named !== undefined) return readCrate(posix.join(own, named, 'Cargo.toml'), files);
  for (const folder of above) {
    const path = posix.join(folder, 'Cargo.toml');
    // A parent that is broken and not a workspace does not concern this crate.
    const text = files.read(path);
    if (text === undefined || !/^\s*\[\s*workspace\b/m.test(text)) continue;
    return readCrate(path, files);
  }
}

/**
 * Returns the members of a workspace: those that it names, and each crate in its folder that another one
 * depends on by path.
 *
 * @see https://doc.rust-lang.org/cargo/reference/workspaces.html#the-members-and-exclude-fields
 */
export async function workspaceMembers(root: Crate, files: ManifestFiles): Promise<Crate[]> {
  const folder = posix.dirname(root.path);
  const { members, exclude, dependencies } = recordOf(root.value.workspace);
  const excluded = new Set(texts(exclude).map((path) => posix.join(folder, path, '.')));
  const isExcluded = (path: string): boolean => {
    const parent = posix.dirname(path);
    return excluded.has(parent) || (parent !== path && isExcluded(parent));
  };
  const found: string[] = [];
  for (const pattern of texts(members)) {
    const path = posix.join(folder, pattern, 'Cargo.toml');
    found.push(...(/[*?[]/.test(path) ? (await files.list(path)).sort() : [path]));
  }
  const crates = new Map<string, Crate>();
  const queue = found.filter((path) => !isExcluded(path));
  const follow = (crate: Crate) => {
    for (const path of pathsOf(crate, recordOf(dependencies), folder)) {
      const isInside = folder === '.' ? !path.startsWith('..') : path.startsWith(`${folder}/`);
      if (isInside && !isExcluded(path)) queue.push(path);
    }
  };
  follow(root);
  for (const path of queue) {
    if (path === root.path || crates.has(path)) continue;
    const crate = readCrate(path, files);
    if (!crate) continue;
    crates.set(path, crate);
    follow(crate);
  }
  return [...crates.values()];
}

/** Returns the paths of the crates that a crate depends on by path. */
function pathsOf(crate: Crate, inherited: Record<string, unknown>, root: string): string[] {
  const folder = posix.dirname(crate.path);
  return dependencyTables(crate.value).flatMap(({ entries }) =>
    Object.entries(entries).flatMap(([key, entry]) => {
      const isInherited = recordOf(entry).workspace === true;
      const path = textOf(recordOf(isInherited ? inherited[key] : entry).path);
      return path === undefined
        ? []
        : [posix.join(isInherited ? root : folder, path, 'Cargo.toml')];
    }),
  );
}

/** The dependencies of one group, with the path of their table. */
export interface DependencyTable {
  group: string;
  at: readonly string[];
  entries: Record<string, unknown>;
}

/** The groups of a `Cargo.toml`. */
export const CARGO_GROUPS = ['dependencies', 'dev-dependencies', 'build-dependencies'];

/** Returns the tables of dependencies of a `Cargo.toml`, those of targets included. */
export function dependencyTables(value: Record<string, unknown>): DependencyTable[] {
  const targets = Object.entries(recordOf(value.target));
  const owners: [readonly string[], Record<string, unknown>][] = [
    [[], value],
    ...targets.map(([name, target]): [string[], Record<string, unknown>] => [
      ['target', name],
      recordOf(target),
    ]),
  ];
  return owners.flatMap(([at, owner]) =>
    CARGO_GROUPS.flatMap((group) => [
      { group, at: [...at, group], entries: recordOf(owner[group]) },
      // An older form, which Cargo still reads.
      ...(group.includes('-') ? [group.replace('-', '_')] : []).map((old) => ({
        group,
        at: [...at, old],
        entries: recordOf(owner[old]),
      })),
    ]),
  );
}

/**
 * Reads another `Cargo.toml`, or returns `undefined` if it does not exist.
 *
 * @throws {ManifestError} without an offset, which is one of the manifest itself
 */
function readCrate(path: string, files: ManifestFiles): Crate | undefined {
  const text = files.read(path);
  if (text === undefined) return;
  try {
    return { path, ...parseToml(text) };
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    const line = text.slice(0, error.offset).split('\n').length;
    throw new ManifestError(`${path}:${line}: ${error.message}`);
  }
}

function texts(value: unknown): string[] {
  return arrayOf(value).filter((each) => typeof each === 'string');
}
