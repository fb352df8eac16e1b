import { addressOf } from './address.ts';

/** The registries of a language, or `other` for languages whose packages no manifest names. */
export type RegistryKind = 'npm' | 'cargo' | 'pypi' | 'go' | 'flake' | 'other';

/** A page at a registry. */
export interface RegistryPage {
  kind: RegistryKind;
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

/** Returns the package whose page at a registry a URL is, or `undefined` if it is not one. */
export function registryPage(url: string): RegistryPage | undefined {
  const { key = '', path = '' } = addressOf(url) ?? {};
  const registry = REGISTRIES[key.replace(/\/.*/s, '')];
  const name = registry?.[1].exec(path)?.[1];
  return registry && name !== undefined ? { kind: registry[0], name } : undefined;
}
