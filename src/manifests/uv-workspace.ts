import { posix } from 'node:path';
import { arrayOf, recordOf } from '../text/json-values.ts';
import { ManifestError, type ManifestFiles } from './manifest.ts';
import { textOf } from './manifest-values.ts';
import { parseToml } from './parse-toml.ts';
import { normalizedName } from './python-requirement.ts';

const NAME = 'pyproject.toml';

/** Folders above a project that are searched for a workspace: far more than a repository has. */
const DEPTH = 30;

/**
 * Returns the paths of the other projects in the workspace of uv that a folder is the root of.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/workspaces/
 */
export function uvMembers(folder: string, files: ManifestFiles): string[] {
  const text = files.read(posix.join(folder, NAME));
  // Most projects are not the root of a workspace.
  if (text === undefined || !text.includes('workspace')) return [];
  const { uv } = recordOf(contentOf(text).tool);
  const { members, exclude } = recordOf(recordOf(uv).workspace);
  const found = (globs: unknown) =>
    arrayOf(globs).flatMap((glob) => {
      if (typeof glob !== 'string') return [];
      const path = posix.join(folder, glob, NAME);
      return /[*?[{]/.test(path) ? files.list(path) : [path];
    });
  const excluded = new Set(found(exclude));
  return [...new Set(found(members))].filter((path) => !excluded.has(path));
}

/** Returns the names of the projects in the workspace of uv that a `pyproject.toml` belongs to. */
export function uvPackages(path: string, files: ManifestFiles): Set<string> {
  let folder = posix.dirname(path);
  for (let level = 0; level < DEPTH; level++) {
    const members = uvMembers(folder, files);
    if (members.length > 0) {
      const names = [posix.join(folder, NAME), ...members].flatMap((member) => {
        const { project } = contentOf(files.read(member) ?? '');
        return textOf(recordOf(project).name) ?? [];
      });
      return new Set(names.map(normalizedName));
    }
    const parent = posix.join(folder, '..');
    if (parent === folder) break;
    folder = parent;
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
