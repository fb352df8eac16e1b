import type { ReadManifest } from './manifest.ts';
import { readCargoToml } from './read-cargo-toml.ts';
import { readFlakeLock } from './read-flake-lock.ts';
import { readGoMod } from './read-go-mod.ts';
import { readPackageJson } from './read-package-json.ts';
import { readPyprojectToml } from './read-pyproject-toml.ts';
import { readRequirementsTxt } from './read-requirements-txt.ts';
import { readSbom } from './read-sbom.ts';

/** Readers by the path of a file. The first pattern that matches wins. */
const READERS: readonly (readonly [RegExp, ReadManifest])[] = [
  [/(?:^|\/)package\.json$/, readPackageJson],
  [/(?:^|\/)flake\.lock$/, readFlakeLock],
  [/(?:^|\/)Cargo\.toml$/, readCargoToml],
  // `requirements-dev.txt`, `test-requirements.txt`, `requirements/dev.txt`, and the sources of pip-tools.
  [/requirements(?:[^/]*|\/[^/]+)\.(?:txt|in)$/, readRequirementsTxt],
  [/(?:^|\/)pyproject\.toml$/, readPyprojectToml],
  [/(?:^|\/)go\.mod$/, readGoMod],
  [/\.json$/, readSbom],
];

/** Returns the reader of a manifest by its path, or `undefined` if none can read it. */
export function manifestReader(path: string): ReadManifest | undefined {
  return READERS.find(([pattern]) => pattern.test(path))?.[1];
}
