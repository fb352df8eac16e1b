import type { Dependency } from '../manifests/manifest.ts';
import { type Address, addressOf, repositoryAddress } from '../model/address.ts';
import { registryPage } from '../model/registry-page.ts';
import type { ClaimIndex } from './claim-index.ts';
import { urlsOf } from './claim-index.ts';
import type { Claim } from './claims.ts';
import { registryKind } from './registry-kind.ts';

/** Whether a section credits a dependency. */
export interface Match {
  state: 'credited' | 'missing' | 'moved';
  /** The claims that credit it. */
  claims: readonly Claim[];
  /** The repository that the credit links to, and that of the dependency, if they differ. */
  moved?: { from: string; to: string };
}

const MISSING: Match = { state: 'missing', claims: [] };

/**
 * Finds what credits a dependency: a link to its repository, its name, or a link to its homepage or its page
 * at the registry. A person is found by a handle, or otherwise by a name.
 */
export function matchDependency(dependency: Dependency, index: ClaimIndex): Match {
  if (dependency.kind === 'git') return credited(claimsOfPerson(dependency, index));
  const repository = dependencyRepository(dependency);
  const byRepository = repository ? index.at(repository.key) : [];
  if (byRepository.length > 0) return credited(byRepository);
  const named = namesOf(dependency)
    .flatMap((name) => index.named(name))
    .concat(claimsWithShortName(dependency, index))
    .filter((claim) => isMeant(claim, dependency));
  if (named.length > 0) return matchByName(named, repository);
  return credited(claimsOfPages(dependency, index));
}

function credited(claims: readonly Claim[]): Match {
  return claims.length > 0 ? { state: 'credited', claims } : MISSING;
}

/** A credit of the same name with a link to another repository credits a dependency that has moved. */
function matchByName(named: readonly Claim[], repository: Address | undefined): Match {
  const other = (claim: Claim) => {
    const address = claim.url === undefined ? undefined : addressOf(claim.url);
    return repository?.isRepository && address?.isRepository ? address : undefined;
  };
  const fitting = named.filter((claim) => !other(claim));
  if (fitting.length > 0) return credited(fitting);
  const from = other(named[0] as Claim) as Address;
  return {
    state: 'moved',
    claims: named,
    moved: { from: from.url, to: (repository as Address).url },
  };
}

/** Returns the repository of a dependency, as its metadata or its purl says. */
export function dependencyRepository({ repository, purl }: Dependency): Address | undefined {
  if (repository !== undefined) return repositoryAddress(repository);
  const [, host, path] = /^pkg:(github|bitbucket)\/([^?#@]+)/.exec(purl ?? '') ?? [];
  return path === undefined ? undefined : repositoryAddress(`${host}:${path}`);
}

function namesOf({ name, aliases = [] }: Dependency): string[] {
  return [name, ...aliases];
}

/** A Go module is often only named by the end of its path. Then, nothing else may contradict it. */
function claimsWithShortName(dependency: Dependency, index: ClaimIndex): Claim[] {
  if (registryKind(dependency) !== 'go') return [];
  const short = namesOf(dependency).map((name) => name.replace(/\/v\d+$/, '').replace(/^.*\//, ''));
  return short
    .flatMap((name) => index.named(name))
    .filter((claim) => urlsOf(claim).every((url) => !addressOf(url)?.isRepository));
}

/** Whether no link beside a name shows that it is a package of another kind. */
function isMeant(claim: Claim, dependency: Dependency): boolean {
  const kinds = urlsOf(claim).flatMap((url) => registryPage(url)?.kind ?? []);
  const kind = registryKind(dependency);
  return kinds.length === 0 || kind === undefined || kinds.includes(kind);
}

/** Returns the claims that link to the homepage of a dependency or to its page at the registry. */
function claimsOfPages(dependency: Dependency, index: ClaimIndex): Claim[] {
  const { homepage, registry } = dependency;
  const pages = [homepage, registry].flatMap((url) => (url === undefined ? [] : [addressOf(url)]));
  const kind = registryKind(dependency);
  return [
    ...pages.flatMap((address) => index.at(address?.key)),
    ...namesOf(dependency).flatMap((name) => (kind ? index.atRegistry({ kind, name }) : [])),
    // The path of a module is also an address.
    ...(kind === 'go' ? namesOf(dependency).flatMap((name) => index.at(name.toLowerCase())) : []),
  ];
}

function claimsOfPerson(dependency: Dependency, index: ClaimIndex): Claim[] {
  const { name, aliases = [], people = [] } = dependency;
  const byPeople = people.flatMap((person) => index.ofPerson(person));
  if (byPeople.length > 0) return byPeople;
  return [name, ...aliases].flatMap((each) =>
    index.ofPerson(each.startsWith('@') ? { handle: each.slice(1) } : { name: each }),
  );
}
