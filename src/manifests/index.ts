import type { ReadManifest } from './manifest.ts';

type LoadReader = () => Promise<ReadManifest>;

/** Readers by the path of a file, which are only loaded if they are needed. The first pattern that matches wins. */
const READERS: readonly (readonly [RegExp, LoadReader])[] = [
  [/(?:^|\/)package\.json$/, async () => (await import('./read-package-json.ts')).readPackageJson],
  [/(?:^|\/)flake\.lock$/, async () => (await import('./read-flake-lock.ts')).readFlakeLock],
  [/(?:^|\/)Cargo\.toml$/, async () => (await import('./read-cargo-toml.ts')).readCargoToml],
  // `requirements-dev.txt`, `test-requirements.txt`, `requirements/dev.txt`, and the sources of pip-tools.
  [
    /requirements(?:[^/]*|\/[^/]+)\.(?:txt|in)$/,
    async () => (await import('./read-requirements-txt.ts')).readRequirementsTxt,
  ],
  [
    /(?:^|\/)pyproject\.toml$/,
    async () => (await import('./read-pyproject-toml.ts')).readPyprojectToml,
  ],
  [/(?:^|\/)go\.mod$/, async () => (await import('./read-go-mod.ts')).readGoMod],
  [/\.json$/, async () => (await import('./read-sbom.ts')).readSbom],
];

/** Returns a function that loads the reader of a manifest by its path, or `undefined` if none can read it. */
export function manifestReader(path: string): LoadReader | undefined {
  return READERS.find(([pattern]) => pattern.test(path))?.[1];
}
