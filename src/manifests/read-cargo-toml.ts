import { isRecord, recordOf } from '../text/json-values.ts';
import {
  CARGO_GROUPS,
  type Crate,
  type DependencyTable,
  dependencyTables,
  workspaceMembers,
  workspaceOf,
} from './cargo-workspace.ts';
import { type Dependency, type Manifest, ManifestError, type ManifestFiles } from './manifest.ts';
import { presentValues, textOf } from './manifest-values.ts';
import { parseToml } from './parse-toml.ts';

/**
 * Reads the direct dependencies of a `Cargo.toml`, and of the members of the workspace that it is the
 * root of. A crate that several of them use is one dependency in each group.
 *
 * @throws {ManifestError} if it cannot be read
 * @see https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html
 */
export async function readCargoToml(
  path: string,
  text: string,
  files: ManifestFiles,
): Promise<Manifest> {
  const crate = { path, ...parseToml(text) };
  const workspace = workspaceOf(crate, files);
  const members = workspace ? await workspaceMembers(workspace, files) : [];
  const own = new Set(
    [crate, workspace, ...members].map((each) => textOf(recordOf(each?.value.package).name)),
  );
  const inherited = recordOf(recordOf(workspace?.value.workspace).dependencies);
  const dependencies = new Map<string, Dependency>();
  for (const each of workspace === crate ? [crate, ...members] : [crate]) {
    for (const table of dependencyTables(each.value)) {
      for (const [key, entry] of Object.entries(entriesOf(table, each, crate))) {
        const isInherited = recordOf(entry).workspace === true;
        const source = sourceOf(key, isInherited ? (inherited[key] ?? '*') : entry);
        if (source === undefined) {
          const problem = `the dependency "${key}" is neither a version nor a table`;
          throw invalidAt([...table.at, key], problem, each, crate);
        }
        if (source === 'own' || own.has(source.name)) continue;
        const { group } = table;
        const id = `${group} ${source.repository ?? ''} ${source.name}`;
        const known = dependencies.get(id);
        const aliases = new Set([...(known?.aliases ?? []), ...(source.aliases ?? [])]);
        dependencies.set(id, {
          ...source,
          kind: 'cargo',
          group,
          ...known,
          ...(aliases.size > 0 && { aliases: [...aliases] }),
        });
      }
    }
  }
  return { dependencies: [...dependencies.values()], groups: CARGO_GROUPS };
}

/** @throws {ManifestError} if a table of dependencies is not a table */
function entriesOf({ at, entries }: DependencyTable, from: Crate, crate: Crate) {
  let value: unknown = from.value;
  for (const key of at) value = recordOf(value)[key];
  if (value === undefined || isRecord(value)) return entries;
  throw invalidAt(at, `"${at.join('.')}" is not a table`, from, crate);
}

/** An error in a crate; it has an offset if the crate is the manifest itself. */
function invalidAt(at: readonly string[], problem: string, from: Crate, crate: Crate) {
  return from === crate
    ? new ManifestError(problem, crate.rangeOf(at)?.start)
    : new ManifestError(`${from.path}: ${problem}`);
}

type Source = Pick<Dependency, 'name' | 'aliases' | 'repository' | 'registry' | 'purl'>;

/** Returns what an entry refers to: `own` for a path, and `undefined` if it is not valid. */
function sourceOf(key: string, entry: unknown): Source | 'own' | undefined {
  if (typeof entry !== 'string' && !isRecord(entry)) return;
  const { path, git, registry, 'registry-index': index, package: renamed } = recordOf(entry);
  if (path !== undefined) return 'own';
  const name = textOf(renamed) ?? key;
  const repository = textOf(git);
  const otherSource = repository ?? registry ?? index;
  return presentValues({
    name,
    aliases: name === key ? undefined : [key],
    repository,
    registry: otherSource === undefined ? `https://crates.io/crates/${name}` : undefined,
    purl: otherSource === undefined ? `pkg:cargo/${name}` : undefined,
  });
}
