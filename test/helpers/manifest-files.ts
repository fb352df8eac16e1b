import { manifestReader } from '../../src/manifests/index.ts';
import { type Dependency, type Manifest, ManifestError } from '../../src/manifests/manifest.ts';
import { Glob, GlobSteps } from '../../src/text/glob.ts';

/** Files by path, or their content as JSON. */
export type Files = Record<string, unknown>;

/** Reads a manifest among other files. */
export async function readManifest(path: string, files: Files): Promise<Manifest> {
  const read = manifestReader(path);
  const text = textOf(files[path]);
  if (!read || text === undefined) throw new Error(`no reader or no text for ${path}`);
  return read(path, text, {
    read: (other) => textOf(files[other]),
    list: async (glob) => {
      const pattern = new Glob(glob, new GlobSteps());
      return Object.keys(files).filter((other) => pattern.matches(other));
    },
  });
}

/** Reads the dependencies of one group. */
export async function dependenciesOf(path: string, files: Files, group: string) {
  const { dependencies } = await readManifest(path, files);
  return dependencies.filter((each) => each.group === group);
}

/** Returns the names of dependencies. */
export const namesOf = (dependencies: readonly Dependency[]) =>
  dependencies.map(({ name }) => name);

/** Returns the message and the place (`line:column`, from 1) of the error of a manifest. */
export async function errorOf(path: string, files: Files): Promise<string> {
  try {
    const { invalid } = await readManifest(path, files);
    for (const error of invalid?.values() ?? []) throw error;
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    const before = (textOf(files[path]) ?? '').slice(0, error.offset).split('\n');
    return `${before.length}:${(before.at(-1) ?? '').length + 1} ${error.message}`;
  }
  return 'no error';
}

function textOf(file: unknown): string | undefined {
  return file === undefined || typeof file === 'string' ? file : JSON.stringify(file, null, 2);
}
