import type { Dependency } from '../manifests/manifest.ts';
import type { RegistryKind } from '../model/registry-page.ts';

/** The registries of the types of purl. */
const PURL_KINDS: Record<string, RegistryKind> = {
  npm: 'npm',
  cargo: 'cargo',
  pypi: 'pypi',
  golang: 'go',
};

/**
 * Returns the kind of registry that a dependency is at, or `undefined` if it is unknown. That of a component
 * in an SBOM is in its purl.
 */
export function registryKind({ kind, purl }: Dependency): RegistryKind | undefined {
  if (kind === 'git') return;
  if (kind !== 'sbom') return kind;
  const type = /^pkg:([^/]+)\//.exec(purl ?? '')?.[1];
  return type === undefined ? undefined : (PURL_KINDS[type] ?? 'other');
}
