/** What a manifest of a project says about the things that the project uses. */
import type { Person } from '../types.ts';

/** Something that a project uses, as a manifest names it. */
export interface Dependency {
  /** As credited: `@types/node`, `serde`, `golang.org/x/net`, `nixpkgs`. Normalized (PEP 503). */
  name: string;
  /** Other names that it is known by: the renamed crate, the import path of a vanity URL. */
  aliases?: readonly string[];
  kind: 'npm' | 'cargo' | 'pypi' | 'go' | 'flake' | 'sbom' | 'git';
  /** `dependencies`, `dev-dependencies`, the name of an extra … */
  group: string;
  /** The repository, as written in the metadata. */
  repository?: string;
  homepage?: string;
  /** The page at the registry. */
  registry?: string;
  people?: readonly Person[];
  license?: string;
  /** purl type and name where there is one (https://github.com/package-url/purl-spec), without version. */
  purl?: string;
}

export interface Manifest {
  dependencies: readonly Dependency[];
  /** The groups that the file can have; an unknown group is an error. */
  groups: readonly string[];
  /** Names of both a dependency group and an extra. They are not in `groups`. */
  ambiguous?: readonly string[];
  /** Errors in groups that cannot be read, by group. */
  invalid?: ReadonlyMap<string, ManifestError>;
  /** Why it is incomplete: an SBOM without direct dependencies, a shallow clone. */
  incomplete?: string;
}

/** Reads other files of the repository. Paths are relative to the same folder as the manifest's, with `/`. */
export interface ManifestFiles {
  read(path: string): string | undefined;
  list(glob: string): Promise<string[]>;
}

/** @throws {ManifestError} with the offset at which the text is broken */
export type ReadManifest = (
  path: string,
  text: string,
  files: ManifestFiles,
) => Manifest | Promise<Manifest>;

/** What to do with a file that is not a manifest. */
export const COVER_OTHER =
  'cover a package.json, Cargo.toml or another manifest that audit can read';

/** A manifest that cannot be read. */
export class ManifestError extends Error {
  override name = 'ManifestError';
  /** From 0, in the text of the manifest. */
  readonly offset: number | undefined;
  /** What to do instead of fixing the manifest. */
  readonly remedy: string | undefined;

  constructor(message: string, offset?: number, remedy?: string) {
    super(message);
    this.offset = offset;
    this.remedy = remedy;
  }
}
