import type { ReadManifest } from './manifest.ts';

/** Readers by the base name of a file. The first pattern that matches wins. */
const READERS: readonly (readonly [RegExp, () => Promise<ReadManifest>])[] = [
  [/^package\.json$/, async () => (await import('./read-package-json.ts')).readPackageJson],
  [/^flake\.lock$/, async () => (await import('./read-flake-lock.ts')).readFlakeLock],
  [/^Cargo\.toml$/, async () => (await import('./read-cargo-toml.ts')).readCargoToml],
  [
    /requirements.*\.(?:txt|in)$/,
    async () => (await import('./read-requirements-txt.ts')).readRequirementsTxt,
  ],
  [/^pyproject\.toml$/, async () => (await import('./read-pyproject-toml.ts')).readPyprojectToml],
  [/^go\.mod$/, async () => (await import('./read-go-mod.ts')).readGoMod],
  [/\.json$/, async () => (await import('./read-sbom.ts')).readSbom],
];

/** Returns the reader of a manifest by the name of its file, or `undefined` if none can read it. */
export async function manifestReader(path: string): Promise<ReadManifest | undefined> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return READERS.find(([pattern]) => pattern.test(name))?.[1]();
}
