import type { Dependency } from '../manifests/manifest.ts';
import { addressOf } from './address.ts';

/** Registries of other languages, whose packages no manifest names. */
type OtherKind = 'other';

/** A page at a registry. */
export interface RegistryPage {
  kind: Dependency['kind'] | OtherKind;
  name: string;
}

/** Paths of packages, by host. The first group is the name. */
const REGISTRIES: Record<string, readonly [RegistryPage['kind'], RegExp]> = {
  'npmjs.com': ['npm', /^(?:package\/)((?:@[^/]+\/)?[^/]+)/],
  'npmjs.org': ['npm', /^(?:package\/)((?:@[^/]+\/)?[^/]+)/],
  'registry.npmjs.org': ['npm', /^((?:@[^/]+\/)?[^/]+)/],
  'npm.im': ['npm', /^((?:@[^/]+\/)?[^/]+)/],
  'npmx.dev': ['npm', /^(?:package\/)?((?:@[^/]+\/)?[^/]+)/],
  'unpkg.com': ['npm', /^((?:@[^/]+\/)?[^/@]+)/],
  'yarnpkg.com': ['npm', /^(?:en\/)?package\/((?:@[^/]+\/)?[^/]+)/],
  'jsdelivr.com': ['npm', /^package\/npm\/((?:@[^/]+\/)?[^/]+)/],
  'jsr.io': ['npm', /^(@[^/]+\/[^/]+)/],
  'crates.io': ['cargo', /^crates\/([^/]+)/],
  'docs.rs': ['cargo', /^(?:crate\/)?([^/]+)/],
  'lib.rs': ['cargo', /^crates\/([^/]+)/],
  'pypi.org': ['pypi', /^(?:project|p)\/([^/]+)/],
  'pypi.python.org': ['pypi', /^pypi\/([^/]+)/],
  'pkg.go.dev': ['go', /^(?:mod\/)?([^@]+)/],
  'godoc.org': ['go', /^([^@]+)/],
  'flakehub.com': ['flake', /^flake\/([^/]+\/[^/]+)/],
  'rubygems.org': ['other', /^gems\/([^/]+)/],
  'packagist.org': ['other', /^packages\/([^/]+\/[^/]+)/],
  'hex.pm': ['other', /^packages\/([^/]+)/],
  'hackage.haskell.org': ['other', /^package\/([^/]+)/],
  'nuget.org': ['other', /^packages\/([^/]+)/],
  'pub.dev': ['other', /^packages\/([^/]+)/],
  'metacpan.org': ['other', /^(?:dist|release|pod)\/([^/]+)/],
  'central.sonatype.com': ['other', /^artifact\/([^/]+\/[^/]+)/],
  'mvnrepository.com': ['other', /^artifact\/([^/]+\/[^/]+)/],
};

/** Returns the package whose page at a registry a URL is, or `undefined` if it is none. */
export function registryPage(url: string): RegistryPage | undefined {
  const { key = '' } = addressOf(url) ?? {};
  const slash = key.indexOf('/');
  const registry = slash < 0 ? undefined : REGISTRIES[key.slice(0, slash)];
  const name = registry?.[1].exec(key.slice(slash + 1))?.[1];
  return registry && name !== undefined ? { kind: registry[0], name } : undefined;
}

/** The kinds of the types of purl. */
const PURL_KINDS: Record<string, Dependency['kind']> = {
  npm: 'npm',
  cargo: 'cargo',
  pypi: 'pypi',
  golang: 'go',
};

/** Returns the kind of registry that a dependency is at; that of a component in an SBOM by its purl. */
export function registryKind({ kind, purl }: Dependency): RegistryPage['kind'] {
  if (kind !== 'sbom') return kind;
  const type = /^pkg:([^/]+)\//.exec(purl ?? '')?.[1];
  return type === undefined ? kind : (PURL_KINDS[type] ?? 'other');
}
