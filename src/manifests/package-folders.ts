import { posix } from 'node:path';
import { arrayOf, isRecord, recordOf } from '../text/json-values.ts';
import { foldersAbove } from './folders-above.ts';
import type { ManifestFiles } from './manifest.ts';

/** The folders of a package, its workspace, and the names of the packages in it. */
export interface PackageFolders {
  /** The folders with a `package.json`, where packages can be installed: that of the package first. */
  installed: readonly string[];
  /** The names of the project's own packages. */
  own: ReadonlySet<string>;
}

/** The own packages by the folder of the workspace, as every package of a workspace needs them. */
const workspaces = new WeakMap<ManifestFiles, Map<string, ReadonlySet<string>>>();

/** Finds the folders where the dependencies of a `package.json` may be installed, and its workspace. */
export async function packageFolders(path: string, files: ManifestFiles): Promise<PackageFolders> {
  const installed: string[] = [];
  let workspace: { folder: string; patterns: string[] } | undefined;
  for (const folder of foldersAbove(path)) {
    const text = files.read(posix.join(folder, 'package.json'));
    if (text !== undefined) {
      installed.push(folder);
      const patterns = workspace ? [] : await workspacePatterns(folder, text, files);
      if (patterns.length > 0) workspace = { folder, patterns };
    }
  }
  const own = new Set<string>(
    workspace && (await ownPackages(workspace.folder, workspace.patterns, files)),
  );
  return { installed, own };
}

/** Returns the globs of a workspace: of npm, Yarn and Bun, of pnpm, or of older versions of Lerna. */
export async function workspacePatterns(
  folder: string,
  text: string,
  files: ManifestFiles,
): Promise<string[]> {
  const { workspaces } = packageOf(text);
  const pnpm = files.read(posix.join(folder, 'pnpm-workspace.yaml'));
  const lerna = files.read(posix.join(folder, 'lerna.json'));
  const patterns = [
    ...arrayOf(isRecord(workspaces) ? workspaces.packages : workspaces),
    ...arrayOf(pnpm === undefined ? [] : (await yamlOf(pnpm)).packages),
    ...arrayOf(lerna === undefined ? [] : packageOf(lerna).packages),
  ];
  return patterns.filter((pattern) => typeof pattern === 'string');
}

async function ownPackages(
  folder: string,
  patterns: readonly string[],
  files: ManifestFiles,
): Promise<ReadonlySet<string>> {
  const known = workspaces.get(files) ?? new Map<string, ReadonlySet<string>>();
  workspaces.set(files, known);
  const names =
    known.get(folder) ?? namesOf(await workspacePackages(folder, patterns, files), files);
  known.set(folder, names);
  return names;
}

/** Returns the paths of the `package.json` files of a workspace, that of its root first. */
async function workspacePackages(
  folder: string,
  patterns: readonly string[],
  files: ManifestFiles,
): Promise<Set<string>> {
  const paths = new Set([posix.join(folder, 'package.json')]);
  for (const pattern of patterns) {
    const isExcluded = pattern.startsWith('!');
    const found = await files.list(posix.join(folder, pattern.replace(/^!/, ''), 'package.json'));
    for (const path of found) {
      if (isExcluded) paths.delete(path);
      else paths.add(path);
    }
  }
  return paths;
}

function namesOf(paths: Iterable<string>, files: ManifestFiles): Set<string> {
  const names = Array.from(paths, (path) => packageOf(files.read(path) ?? '').name);
  return new Set(names.filter((name) => typeof name === 'string'));
}

/** Returns the content of another `package.json`, or an empty object if it cannot be parsed. */
export function packageOf(text: string): Record<string, unknown> {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Collections that are nested this deeply at one place take long to parse. */
const NESTED = /(?:[[{]\s*|-\s+){100}/;

async function yamlOf(text: string): Promise<Record<string, unknown>> {
  if (NESTED.test(text)) return {};
  const { parse } = await import('yaml');
  try {
    return recordOf(parse(text, { uniqueKeys: false }));
  } catch {
    return {};
  }
}
