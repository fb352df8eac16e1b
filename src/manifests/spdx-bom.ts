import { arrayOf, recordOf } from '../text/json-values.ts';
import type { Person } from '../types.ts';
import { archiveRepository } from './archive-repository.ts';
import type { Bom, Component } from './cyclonedx-bom.ts';
import { pageOf, textOf } from './manifest-values.ts';
import { readContacts } from './read-contacts.ts';

const DOCUMENT = 'SPDXRef-DOCUMENT';

/** Purposes of packages that nobody credits. */
const NOT_CREDITED = /^(?:FILE|OPERATING-SYSTEM|DEVICE|ARCHIVE)$/;

/**
 * Reads an SPDX document.
 *
 * @see https://spdx.github.io/spdx-spec/v2.3/
 */
export function spdxBom(content: Record<string, unknown>): Bom {
  const roots = new Set(arrayOf(content.documentDescribes).filter((id) => typeof id === 'string'));
  const dependsOn = new Map<string, string[]>();
  const contains = new Map<string, string[]>();
  const add = (edges: Map<string, string[]>, from: string, to: string) => {
    const known = edges.get(from);
    if (known) known.push(to);
    else edges.set(from, [to]);
  };
  for (const each of arrayOf(content.relationships)) {
    const { spdxElementId: from, relationshipType, relatedSpdxElement: to } = recordOf(each);
    if (typeof from !== 'string' || typeof to !== 'string') continue;
    const type = String(relationshipType);
    if (type === 'DESCRIBES' && from === DOCUMENT) roots.add(to);
    else if (type === 'DESCRIBED_BY' && to === DOCUMENT) roots.add(from);
    else if (/^(?:DEPENDS_ON|HAS_PREREQUISITE|(?:STATIC|DYNAMIC)_LINK)$/.test(type))
      add(dependsOn, from, to);
    // `DEV_DEPENDENCY_OF`, `OPTIONAL_DEPENDENCY_OF` and similar.
    else if (/DEPENDENCY_OF$/.test(type) || type === 'PREREQUISITE_FOR') add(dependsOn, to, from);
    else if (type === 'CONTAINS') add(contains, from, to);
    else if (type === 'CONTAINED_BY') add(contains, to, from);
  }
  const components = arrayOf(content.packages)
    .map((each) => componentOf(recordOf(each)))
    .filter((each) => each !== undefined)
    .filter(({ id }) => !roots.has(id));
  // An element that contains everything, as in documents of Syft, has no direct dependencies.
  const hasDependencies = [...roots].some((root) => dependsOn.has(root));
  return {
    roots: [...roots],
    components,
    dependsOn: hasDependencies ? dependsOn : contains,
  };
}

function componentOf(entry: Record<string, unknown>): Component | undefined {
  const [id, name] = [textOf(entry.SPDXID), textOf(entry.name)];
  if (id === undefined || name === undefined) return;
  if (NOT_CREDITED.test(String(entry.primaryPackagePurpose))) return;
  const purl = arrayOf(entry.externalRefs)
    .map(recordOf)
    .filter(({ referenceType }) => referenceType === 'purl')
    .map(({ referenceLocator }) => textOf(referenceLocator))
    .find((each) => each !== undefined);
  return {
    id,
    // Older documents of GitHub have the registry before the name.
    name: name.replace(/^(?:actions|cargo|composer|go|maven|npm|nuget|pip|rubygems|rust):/, ''),
    purl,
    repository: repositoryAt(textOf(entry.downloadLocation)),
    homepage: pageOf(entry.homepage),
    license: licenseOf(entry.licenseDeclared) ?? licenseOf(entry.licenseConcluded),
    people: peopleOf(entry.originator),
    isGroup: false,
  };
}

/**
 * Returns the repository of a download location: `git+https://…/repository.git@revision#folder`.
 *
 * @see https://spdx.github.io/spdx-spec/v2.3/package-information/#77-package-download-location-field
 */
function repositoryAt(location: string | undefined): string | undefined {
  const [, address] =
    /^((?:git|hg|svn|bzr)(?:\+[a-z]+)?:\/\/(?:[^/@]*@)?[^@#]*)/i.exec(location ?? '') ?? [];
  return address ?? (location && archiveRepository(location));
}

/** Returns a license, unless it is partly unknown or only has a meaning in its document. */
function licenseOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text && !/\b(?:NOASSERTION|NONE)\b|\b(?:Document|License)Ref-/.test(text)
    ? text
    : undefined;
}

/** Reads `Person: Ada Lovelace (ada@example.org)` or `Organization: Analytical Engines`. */
function peopleOf(value: unknown): Person[] {
  const [, name] =
    /^(?:Person|Organization):\s*(.*?)\s*(?:\([^()]*\))?$/.exec(textOf(value) ?? '') ?? [];
  return readContacts([name]);
}
