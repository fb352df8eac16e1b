import { posix } from 'node:path';
import { arrayOf, recordOf } from '../text/json-values.ts';
import { foldersAbove } from './folders-above.ts';
import { ManifestError, type ManifestFiles } from './manifest.ts';
import { textOf } from './manifest-values.ts';
import { parseToml } from './parse-toml.ts';
import { normalizedName } from './python-requirement.ts';

const NAME = 'pyproject.toml';

/**
 * Returns the paths of the other projects in the uv workspace whose root is in a folder.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/workspaces/
 */
export async function uvMembers(folder: string, files: ManifestFiles): Promise<string[]> {
  const text = files.read(posix.join(folder, NAME));
  // Most projects are not the root of a workspace.
  if (text === undefined || !text.includes('workspace')) return [];
  const { uv } = recordOf(contentOf(text).tool);
  const { members, exclude } = recordOf(recordOf(uv).workspace);
  const found = async (globs: unknown) => {
    const paths = new Set<string>();
    for (const glob of arrayOf(globs)) {
      if (typeof glob !== 'string') continue;
      const path = posix.join(folder, glob, NAME);
      for (const each of /[*?[{]/.test(path) ? await files.list(path) : [path]) paths.add(each);
    }
    return paths;
  };
  const excluded = await found(exclude);
  return [...(await found(members))].filter((path) => !excluded.has(path));
}

/** Returns the names of the projects in the uv workspace that a `pyproject.toml` belongs to. */
export async function uvPackages(path: string, files: ManifestFiles): Promise<Set<string>> {
  for (const folder of foldersAbove(path)) {
    const members = await uvMembers(folder, files);
    if (members.length > 0) {
      const names = [posix.join(folder, NAME), ...members].flatMap((member) => {
        const { project } = contentOf(files.read(member) ?? '');
        return textOf(recordOf(project).name) ?? [];
      });
      return new Set(names.map(normalizedName));
    }
  }
  return new Set();
}

/** Returns the content of another `pyproject.toml`, or an empty object if it cannot be parsed. */
function contentOf(text: string): Record<string, unknown> {
  try {
    return parseToml(text).value;
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    return {};
  }
}
