import type { Dependency } from '../manifests/manifest.ts';
import { globMatcher } from '../text/glob.ts';
import type { Coverage, IgnoredEntry } from '../types.ts';
import type { ClaimIndex } from './claim-index.ts';
import { type Match, matchDependency } from './match-dependency.ts';

/** An entry of a covered manifest, and what became of it. */
export interface AuditedEntry extends Omit<Match, 'state'> {
  dependency: Dependency;
  state: Match['state'] | 'ignored';
}

/** The entries of a covered manifest, in their order. */
export interface AuditedCoverage {
  entries: readonly AuditedEntry[];
  /** The number of entries that each `ignore` hides. */
  hidden: ReadonlyMap<IgnoredEntry, number>;
}

/**
 * Compares what a manifest names with what a section credits.
 *
 * @param dependencies those of all manifests that the coverage names
 */
export function auditCoverage(
  dependencies: readonly Dependency[],
  { ignore = [] }: Pick<Coverage, 'ignore'>,
  index: ClaimIndex,
): AuditedCoverage {
  const hidden = new Map(ignore.map((ignored) => [ignored, 0]));
  const match = globMatcher(
    ignore.map((ignored) => {
      // Only `*` is a wildcard.
      const glob = ignored.name.replace(/[\\?[{]/g, '\\$&').replace(/\*+/g, '*');
      return [glob.toLowerCase(), ignored];
    }),
  );
  const entries = distinctDependencies(dependencies).map((dependency): AuditedEntry => {
    const names = new Set(ignorableNames(dependency).map((name) => name.toLowerCase()));
    const ignoring = new Set([...names].flatMap(match));
    for (const ignored of ignoring) hidden.set(ignored, (hidden.get(ignored) as number) + 1);
    const matched = matchDependency(dependency, index);
    return { ...matched, dependency, state: ignoring.size > 0 ? 'ignored' : matched.state };
  });
  return { entries, hidden };
}

/** Returns each dependency once: several manifests may name it. */
function distinctDependencies(dependencies: readonly Dependency[]): Dependency[] {
  const byName = new Map<string, Dependency>();
  for (const dependency of dependencies) {
    const key = `${dependency.kind} ${dependency.purl ?? dependency.name}`;
    const known = byName.get(key);
    byName.set(key, known ? { ...dependency, ...known } : dependency);
  }
  return [...byName.values()];
}

/** Returns the names of a dependency that an `ignore` may have; those of a person with the handles. */
function ignorableNames({ name, aliases = [], kind, people = [] }: Dependency): string[] {
  const names = [name, ...aliases];
  if (kind !== 'git') return names;
  const handles = people.flatMap(({ handle }) => (handle === undefined ? [] : [handle]));
  const known = people.flatMap((person) => person.name ?? []);
  const bare = names.map((each) => each.replace(/^@/, ''));
  return [...names, ...bare, ...known, ...handles, ...handles.map((handle) => `@${handle}`)];
}
