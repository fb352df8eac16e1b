import { posix } from 'node:path';
import { isRecord, recordOf } from '../text/json-values.ts';
import type { Person } from '../types.ts';
import { archiveRepository } from './archive-repository.ts';
import { hostedRepository } from './hosted-repository.ts';
import { type Dependency, type Manifest, ManifestError, type ManifestFiles } from './manifest.ts';
import { pageOf, presentValues, textOf } from './manifest-values.ts';
import { packageFolders, packageOf } from './package-folders.ts';
import { parseJsonManifest } from './parse-json-manifest.ts';
import { readContacts } from './read-contacts.ts';

const GROUPS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/**
 * Reads the direct dependencies of a `package.json`, and their metadata where they are installed.
 *
 * @throws {ManifestError} if it cannot be read
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json
 */
export async function readPackageJson(
  path: string,
  text: string,
  files: ManifestFiles,
): Promise<Manifest> {
  const { value, invalid } = await parseJsonManifest(text);
  if (!isRecord(value)) throw new ManifestError('it is not an object', 0);
  const { installed, own } = await packageFolders(path, files);
  const places = installed.flatMap((folder) =>
    MODULES.map((modules) => posix.join(folder, modules)),
  );
  const dependencies: Dependency[] = [];
  for (const group of GROUPS) {
    const entries = value[group];
    if (entries === undefined || entries === null) continue;
    if (!isRecord(entries)) {
      throw await invalid(`"${group}" is not an object`, [group]);
    }
    for (const [key, specifier] of Object.entries(entries)) {
      if (typeof specifier !== 'string') {
        throw await invalid(`the version of "${key}" is not a string`, [group, key]);
      }
      const source = sourceOf(key, specifier.trim());
      if (!source || key === value.name || own.has(key) || own.has(source.name)) continue;
      const metadata = metadataOf(key, places, files);
      dependencies.push({
        ...source,
        kind: 'npm',
        group,
        ...metadata,
        ...(source.repository !== undefined && { repository: source.repository }),
      });
    }
  }
  return { dependencies, groups: GROUPS };
}

type Source = Pick<Dependency, 'name' | 'aliases' | 'repository' | 'registry' | 'purl'>;

/** Versions that name a package of the project itself, by a protocol or a path. */
const OWN = /^(?:(?:workspace|file|link|portal|exec):|\.{1,2}(?:[\\/]|$)|~?[\\/]|[a-z]:[\\/])/i;

/**
 * Returns what a dependency is and where it comes from, or `undefined` if it belongs to the project.
 *
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json#dependencies
 */
function sourceOf(key: string, specifier: string): Source | undefined {
  // Most are versions.
  if (/^[\w^~<>=*][\w.^~<>=* |-]*$/.test(specifier)) return atNpm(key);
  if (OWN.test(specifier)) return;
  const [, protocol, name = key] =
    /^(npm|jsr):((?:@[^/@]+\/)?[a-z_][^@/]*)?(?:@.*)?$/i.exec(specifier) ?? [];
  if (protocol === undefined) return gitSource(key, specifier) ?? atNpm(key);
  const [, scope, rest] = /^@jsr\/(.+?)__(.+)$/.exec(name) ?? [];
  const isJsr = protocol.toLowerCase() === 'jsr' || scope !== undefined;
  const real = scope === undefined ? name : `@${scope}/${rest}`;
  const source = isJsr ? { name: real, registry: `https://jsr.io/${real}` } : atNpm(real);
  return real === key ? source : { ...source, aliases: [key] };
}

function atNpm(name: string): Source {
  return {
    name,
    registry: `https://www.npmjs.com/package/${name}`,
    purl: `pkg:npm/${name.replace('@', '%40')}`,
  };
}

/** Returns a dependency that is not at a registry, or `undefined` if it is. */
function gitSource(name: string, specifier: string): Source | undefined {
  const [url = ''] = specifier.split('#');
  const isGit = /^(?:git\+|git:|ssh:)|^[\w.-]+@[\w.-]+:/i.test(url);
  const repository = isGit ? url : (hostedRepository(specifier) ?? archiveRepository(url));
  if (repository !== undefined) return { name, repository };
  // An archive at a registry is a package of it.
  if (/^https?:/i.test(url) && !/\/-\/[^/]+\.tgz$/.test(url)) return { name };
}

/** Folders of installed packages. pnpm installs peer dependencies that no `package.json` lists only in the second. */
const MODULES = ['node_modules', 'node_modules/.pnpm/node_modules'];

type Metadata = Pick<Dependency, 'repository' | 'homepage' | 'people' | 'license'>;

/** Returns what the `package.json` of an installed package says; an empty object if there is none. */
function metadataOf(name: string, places: readonly string[], files: ManifestFiles): Metadata {
  for (const place of places) {
    // `posix.join` is slow for many paths.
    const text = files.read(`${place}/${name}/package.json`);
    if (text !== undefined) return packageMetadata(packageOf(text));
  }
  return {};
}

function packageMetadata(content: Record<string, unknown>): Metadata {
  const people = peopleOf(content);
  return presentValues({
    repository: repositoryOf(content),
    homepage: pageOf(content.homepage),
    people: people.length > 0 ? people : undefined,
    license: licenseOf(content),
  });
}

/** Also old packages have a list of repositories. */
function repositoryOf({ repository, repositories }: Record<string, unknown>): string | undefined {
  const [first] = [repository ?? repositories].flat();
  const text = textOf(isRecord(first) ? first.url : first);
  return text === undefined ? undefined : (hostedRepository(text) ?? text);
}

/** The author; without one, those who contributed, or otherwise maintain it. */
function peopleOf({ author, contributors, maintainers }: Record<string, unknown>): Person[] {
  for (const values of [author, contributors, maintainers]) {
    const people = readContacts([values].flat());
    if (people.length > 0) return people;
  }
  return [];
}

function licenseOf({ license, licenses }: Record<string, unknown>): string | undefined {
  const all = [license ?? licenses].flat().map((each) => textOf(recordOf(each).type ?? each));
  const known = all.filter((each) => each !== undefined);
  return known.length > 0 ? known.join(' OR ') : undefined;
}
