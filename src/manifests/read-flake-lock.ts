import { arrayOf, isRecord, recordOf } from '../text/json-values.ts';
import { archiveRepository } from './archive-repository.ts';
import { type Dependency, type Manifest, ManifestError } from './manifest.ts';
import { presentValues, textOf } from './manifest-values.ts';
import { parseJsonManifest } from './parse-json-manifest.ts';

const GROUP = 'dependencies';

/** Repository names that mean nothing without their owner, as in `nix-systems/default`. */
const GENERIC = /^(?:default(?:-.*)?|flakes?)$/i;

/**
 * Reads the inputs of the root of a `flake.lock`. Inputs from the same repository are one dependency.
 *
 * @throws {ManifestError} if it cannot be read
 * @see https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake#lock-files
 */
export async function readFlakeLock(_path: string, text: string): Promise<Manifest> {
  const { value, invalid } = await parseJsonManifest(text);
  const { nodes, root = 'root' } = recordOf(value);
  if (!isRecord(nodes)) throw new ManifestError('it has no "nodes"', 0);
  if (typeof root !== 'string' || !isRecord(nodes[root])) {
    throw await invalid('the node that "root" names is missing', ['root']);
  }
  const inputs = nodes[root].inputs ?? {};
  if (!isRecord(inputs)) {
    throw await invalid('the inputs of the root are not an object', ['nodes', root, 'inputs']);
  }
  const dependencies = new Map<string, Dependency>();
  for (const [input, reference] of Object.entries(inputs)) {
    const id = nodeAt(reference, nodes, root);
    if (id === undefined) {
      const path = ['nodes', root, 'inputs', input];
      throw await invalid(`the input "${input}" leads to no node`, path);
    }
    const source = id === root ? undefined : sourceOf(recordOf(nodes[id]), input);
    if (!source) continue;
    const key = (source.repository ?? source.registry ?? source.name).toLowerCase();
    const known = dependencies.get(key);
    const name = known?.name ?? (GENERIC.test(source.name) ? input : source.name);
    const names = new Set([...(known?.aliases ?? []), source.name, input]);
    names.delete(name);
    dependencies.set(key, {
      ...source,
      ...known,
      name,
      ...(names.size > 0 && { aliases: [...names] }),
    });
  }
  return { dependencies: [...dependencies.values()], groups: [] };
}

/**
 * Returns the id of the node that an input refers to: an id, or the path of another input, from the
 * root, that it follows.
 */
function nodeAt(
  reference: unknown,
  nodes: Record<string, unknown>,
  root: string,
  followed: readonly string[] = [],
): string | undefined {
  if (typeof reference === 'string') return isRecord(nodes[reference]) ? reference : undefined;
  const path = JSON.stringify(reference);
  if (!Array.isArray(reference) || followed.includes(path)) return;
  let node: string | undefined = root;
  for (const name of arrayOf(reference)) {
    const inputs = node === undefined ? {} : recordOf(recordOf(nodes[node]).inputs);
    const next = Object.hasOwn(inputs, String(name)) ? inputs[String(name)] : undefined;
    node = nodeAt(next, nodes, root, [...followed, path]);
  }
  return node;
}

/** Returns the dependency that a node is, or `undefined` if it is a folder of the project. */
function sourceOf(node: Record<string, unknown>, input: string): Dependency | undefined {
  const original = recordOf(node.original);
  const locked = recordOf(node.locked);
  const isIndirect = original.type === 'indirect';
  // What the flake says; the registry of flakes says where an indirect input is.
  const reference = isIndirect || original.type === undefined ? locked : original;
  const location = locationOf(reference);
  if (location === 'own' && !isIndirect) return;
  const name = (isIndirect && textOf(original.id)) || input;
  if (location === 'own' || location === undefined) return { name, kind: 'flake', group: GROUP };
  return presentValues({ ...location, name: location.name ?? name, kind: 'flake', group: GROUP });
}

type Location = Partial<Pick<Dependency, 'name' | 'repository' | 'registry' | 'purl'>>;

/** URLs and paths of folders of the project. */
const LOCAL = /^(?:file:|[./~])/i;

/**
 * Returns where a flake is: `own` for a path, `undefined` if that is unknown.
 *
 * @see https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake#types
 */
function locationOf(reference: Record<string, unknown>): Location | 'own' | undefined {
  const [owner, repo, host] = ['owner', 'repo', 'host'].map((key) => textOf(reference[key]));
  const url = textOf(reference.url);
  switch (reference.type) {
    case 'path':
      return 'own';
    case 'github':
      if (!owner || !repo) return;
      return {
        name: repo,
        repository: `https://${host ?? 'github.com'}/${owner}/${repo}`,
        ...(host === undefined && { purl: `pkg:github/${owner}/${repo}`.toLowerCase() }),
      };
    case 'gitlab':
    case 'sourcehut': {
      if (!owner || !repo) return;
      const forge = host ?? (reference.type === 'gitlab' ? 'gitlab.com' : 'git.sr.ht');
      // Groups in groups have encoded slashes.
      return { name: repo, repository: `https://${forge}/${owner.replace(/%2f/gi, '/')}/${repo}` };
    }
    case 'git':
    case 'hg':
      if (url === undefined) return;
      if (LOCAL.test(url)) return 'own';
      return repositoryAt(url.replace(/[?#].*$/, ''));
    default:
      if (url === undefined) return;
      if (LOCAL.test(url)) return 'own';
      return archiveAt(url);
  }
}

function repositoryAt(repository: string): Location {
  const name = /(?<![^/:])([^/:]+?)(?:\.git)?\/*$/.exec(repository)?.[1];
  return name === undefined ? { repository } : { name, repository };
}

/** Returns what the URL of an archive says: forges have them in the folder of the repository. */
function archiveAt(url: string): Location | undefined {
  const [, project] =
    /^https:\/\/(?:api\.)?flakehub\.com\/f\/(?:pinned\/)?([^/]+\/[^/]+)\//i.exec(url) ?? [];
  if (project !== undefined) {
    const registry = `https://flakehub.com/flake/${project}`;
    return { name: project.split('/')[1] as string, registry };
  }
  const repository = archiveRepository(url);
  return repository === undefined ? undefined : repositoryAt(repository);
}
