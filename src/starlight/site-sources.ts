import { join, resolve } from 'node:path';
import { findSources } from '../commands/find-sources.ts';
import { sourceIn } from '../commands/source-names.ts';
import { relativePath, repositoryOf, targetExists } from '../file/paths.ts';

/**
 * Returns the sources of a site: paths relative to its folder. A source that is not in this folder
 * may be in the root of the repository. If it is in neither, its path is one in the folder of the site.
 *
 * @param root the folder of the site
 * @param names paths of sources; if empty, the default names
 */
export async function siteSources(root: string, names: readonly string[]): Promise<string[]> {
  const top = repositoryOf(root).root;
  const fromRoot = (name: string) => relativePath(root, join(top, name));
  if (names.length === 0) {
    const name = sourceIn(root) ? undefined : sourceIn(top);
    return name ? [fromRoot(name)] : [];
  }
  const exists = async (name: string, folder: string) => {
    const found = await findSources([name], { cwd: () => folder });
    return found.some((path) => targetExists(resolve(folder, path)));
  };
  return Promise.all(
    names.map(async (name) =>
      !(await exists(name, root)) && (await exists(name, top)) ? fromRoot(name) : name,
    ),
  );
}
