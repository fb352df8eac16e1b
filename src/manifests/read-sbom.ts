import { isRecord } from '../text/json-values.ts';
import { type Bom, type Component, cyclonedxBom } from './cyclonedx-bom.ts';
import { COVER_OTHER, type Dependency, type Manifest, ManifestError } from './manifest.ts';
import { presentValues } from './manifest-values.ts';
import { packageAtRegistry } from './package-at-registry.ts';
import { parseJsonManifest } from './parse-json-manifest.ts';
import { spdxBom } from './spdx-bom.ts';

/**
 * Reads what the root of an SBOM depends on, or everything in it if it does not say that. GitHub wraps an
 * SBOM in `{"sbom": …}`.
 *
 * @throws {ManifestError} if it is neither CycloneDX 1 nor SPDX 2.2 or 2.3
 */
export async function readSbom(_path: string, text: string): Promise<Manifest> {
  const { value } = await parseJsonManifest(text);
  const content = isRecord(value) && isRecord(value.sbom) ? value.sbom : value;
  const bom = isRecord(content) ? bomOf(content) : undefined;
  if (!bom)
    throw new ManifestError('it is neither a CycloneDX 1 nor an SPDX 2 document', 0, COVER_OTHER);
  const isGroup = (component: Component) => component.isGroup && bom.dependsOn.has(component.id);
  const all = bom.components.filter((each) => !isGroup(each));
  const direct = directComponents(bom, isGroup);
  const isKnown = direct.length > 0 && direct.length < all.length;
  const dependencies = new Map<string, Dependency>();
  for (const component of isKnown ? direct : all) {
    const dependency = dependencyOf(component);
    const key = dependency.purl ?? dependency.name;
    if (!dependencies.has(key)) dependencies.set(key, dependency);
  }
  return {
    dependencies: [...dependencies.values()],
    groups: [],
    ...(!isKnown &&
      all.length > 0 && { incomplete: 'it does not say which dependencies are direct' }),
  };
}

function bomOf(content: Record<string, unknown>): Bom | undefined {
  const { bomFormat, specVersion, spdxVersion } = content;
  if (bomFormat === 'CycloneDX') {
    return /^1\./.test(String(specVersion)) ? cyclonedxBom(content) : undefined;
  }
  return /^SPDX-2\.[23]$/.test(String(spdxVersion)) ? spdxBom(content) : undefined;
}

/**
 * Returns what the roots depend on. What stands for a file with dependencies, such as a lock file, is not
 * a dependency itself: those in it are.
 */
function directComponents(
  { roots, components, dependsOn }: Bom,
  isGroup: (component: Component) => boolean,
): Component[] {
  const byId = new Map(components.map((each) => [each.id, each]));
  const direct = new Set<Component>();
  const visited = new Set<string>();
  const queue = [...roots];
  for (const id of queue) {
    if (visited.has(id)) continue;
    visited.add(id);
    for (const target of dependsOn.get(id) ?? []) {
      const component = byId.get(target);
      if (!component) continue;
      if (isGroup(component)) queue.push(target);
      else direct.add(component);
    }
  }
  return [...direct];
}

function dependencyOf(component: Component): Dependency {
  const { name, purl, people, license, homepage } = component;
  const known = purl === undefined ? undefined : packageAtRegistry(purl);
  return presentValues({
    ...(known ?? { name, aliases: component.aliases }),
    kind: 'sbom',
    group: 'dependencies',
    repository: component.repository ?? known?.repository,
    homepage,
    license,
    people: people.length > 0 ? people : undefined,
  });
}
