import { dirname, join, posix, resolve } from 'node:path';
import { VFile } from 'vfile';
import type { Args } from '../../diagnostics/codes.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { reportTo } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { displayPath } from '../../file/display-path.ts';
import type { GlobCache } from '../../file/expand-glob.ts';
import { filesIn } from '../../file/list-folder.ts';
import {
  isFolder,
  isInside,
  realPath,
  relativePath,
  repositoryOf,
  targetExists,
} from '../../file/paths.ts';
import { readIfPossible, readTextFile } from '../../file/read-file.ts';
import { reasonOf } from '../../file/system-error.ts';
import { manifestReader } from '../../manifests/index.ts';
import {
  COVER_OTHER,
  type Dependency,
  type Manifest,
  ManifestError,
  type ManifestFiles,
} from '../../manifests/manifest.ts';
import { normalizedName } from '../../manifests/python-requirement.ts';
import { isVisible } from '../../text/visible-text.ts';
import { splitGroup } from './split-group.ts';

/** The people in the history, in place of a manifest. */
export const HISTORY = 'git';

/** The group of a manifest with groups that is covered if none is named. */
const DEFAULT_GROUP = 'dependencies';

type ProblemCode = 'manifest-missing' | 'manifest-invalid' | 'audit-incomplete';

/** Reports a problem of a manifest where it is covered. */
export type ReportProblem = <C extends ProblemCode>(code: C, args: Args<C>) => void;

/** Reads the manifests that sections cover, each file once. */
export class ManifestLoader {
  /** The manifests that cannot be read, with messages. */
  readonly broken: VFile[] = [];
  readonly #reported = new Set<ManifestError>();
  readonly #process: CommandProcess;
  readonly #globs: GlobCache = {};
  readonly #repositories = new Map<string, RepositoryFiles>();
  readonly #histories = new Map<string, Promise<Manifest | string>>();
  readonly #manifests = new Map<string, Promise<Manifest | string | undefined>>();

  constructor(process: CommandProcess) {
    this.#process = process;
  }

  /**
   * Returns the entries of a manifest in the group that is named, or `undefined` if it cannot be read, which
   * is reported.
   *
   * @param written as in `covers`: a path or glob relative to the folder, with a group after `#`
   */
  async load(
    written: string,
    folder: string,
    report: ReportProblem,
  ): Promise<Dependency[] | undefined> {
    const { path, group } = splitGroup(written);
    if (path === HISTORY) {
      if (group === undefined) return this.#loadHistory(folder, report);
      reportGroup(path, group, [], report);
      return;
    }
    const { root, hasGit } = repositoryOf(folder);
    const isGlob = /[*?[{]/.test(path) && !targetExists(resolve(folder, path));
    const found = isGlob ? await expandIn(root, folder, path, this.#globs) : [path];
    if (found.length === 0) {
      const remedy =
        'check the pattern; in "covers", it is relative to the source, and ** skips node_modules';
      report('audit-incomplete', { manifest: path, reason: 'it matches no files', remedy });
      return [];
    }
    const manifests: Manifest[] = [];
    let isValid = true;
    for (const each of found) {
      const manifest = await this.#loadFile(each, { folder, root, hasGit }, report);
      if (!manifest) return;
      manifests.push(manifest);
      for (const [name, error] of manifest.invalid ?? []) {
        if (!isSameGroup(path, name, group ?? DEFAULT_GROUP)) continue;
        isValid = false;
        this.#reportBroken(resolve(folder, each), error);
      }
    }
    const groups = [...new Set(manifests.flatMap((manifest) => manifest.groups))];
    const isGroup = (name: string) => group !== undefined && isSameGroup(path, name, group);
    if (manifests.some(({ ambiguous = [] }) => ambiguous.some(isGroup))) {
      const reason = `"${group}" is the name of a dependency group and of an extra`;
      report('manifest-invalid', { manifest: path, reason, remedy: 'rename one of the two' });
      return;
    }
    if (group !== undefined && !groups.some(isGroup)) {
      reportGroup(path, group, groups, report);
      return;
    }
    for (const { incomplete } of manifests) {
      if (incomplete !== undefined)
        report('audit-incomplete', { manifest: path, reason: incomplete });
    }
    if (!isValid) return;
    return manifests
      .flatMap((manifest) =>
        group === undefined
          ? inDefaultGroup(manifest)
          : manifest.dependencies.filter((each) => isGroup(each.group)),
      )
      .filter(({ name }) => isVisible(name));
  }

  /** Returns a manifest, or `undefined` if it cannot be read, which is reported. */
  async #loadFile(
    path: string,
    { folder, root, hasGit }: { folder: string; root: string; hasGit: boolean },
    report: ReportProblem,
  ): Promise<Manifest | undefined> {
    const absolute = resolve(folder, path);
    const real = realPath(absolute);
    if (real !== realPath(root) && !isInside(real, realPath(root))) {
      const shown = displayPath(root, this.#process);
      const reason = hasGit
        ? `it is outside the repository, ${shown}`
        : `it is outside ${shown}, and no .git was found above the source`;
      const remedy = hasGit
        ? 'cover a manifest in the repository'
        : 'run git init in the folder of the project, or cover a manifest below the source';
      report('manifest-invalid', { manifest: path, reason, remedy });
      return;
    }
    let loading = this.#manifests.get(absolute);
    if (!loading) {
      loading = this.#parse(absolute, root);
      this.#manifests.set(absolute, loading);
    }
    const manifest = await loading;
    if (typeof manifest !== 'string') return manifest;
    if (targetExists(absolute) && !isFolder(absolute)) {
      report('manifest-invalid', { manifest: path, reason: manifest, remedy: COVER_OTHER });
    } else {
      const near = this.#near(path, folder, root);
      report('manifest-missing', { manifest: path, reason: manifest, ...(near && { near }) });
    }
    return;
  }

  /**
   * Returns the manifest at a path, a reason why there is none, or `undefined` if it is broken, which is
   * reported at its own line.
   */
  async #parse(absolute: string, root: string): Promise<Manifest | string | undefined> {
    const path = relativePath(root, absolute);
    let text: string;
    let invalidAt: number | undefined;
    try {
      ({ text, invalidAt } = readTextFile(absolute));
    } catch (error) {
      return reasonOf(error);
    }
    const readManifest = manifestReader(path);
    if (!readManifest) return 'it is not a kind of manifest that audit knows';
    try {
      if (invalidAt !== undefined) throw new ManifestError('it is not UTF-8', invalidAt);
      return await readManifest(path, text, this.#filesIn(root));
    } catch (error) {
      if (error instanceof RangeError)
        this.#reportBroken(absolute, new ManifestError('it is nested too deeply'));
      else if (error instanceof ManifestError) this.#reportBroken(absolute, error);
      else throw error;
      return;
    }
  }

  /** Reports an error in a manifest at its own line, once. */
  #reportBroken(absolute: string, error: ManifestError): void {
    if (this.#reported.has(error)) return;
    this.#reported.add(error);
    const manifest = displayPath(absolute, this.#process);
    const { text } = readTextFile(absolute);
    const file = new VFile({ cwd: this.#process.cwd(), path: manifest, value: text });
    const { offset: start, message: reason, remedy } = error;
    const range =
      start === undefined ? undefined : { start, end: Math.min(start + 1, text.length) };
    reportTo(file)('manifest-invalid', range, { manifest, reason, ...(remedy && { remedy }) });
    this.broken.push(file);
  }

  #filesIn(root: string): RepositoryFiles {
    const files = this.#repositories.get(root) ?? new RepositoryFiles(root, this.#globs);
    this.#repositories.set(root, files);
    return files;
  }

  /** Returns the path of a file that was probably meant: of a similar name, or in a folder above. */
  #near(path: string, folder: string, root: string): string | undefined {
    const absolute = resolve(folder, path);
    const name = absolute.slice(dirname(absolute).length).replace(/^[\\/]/, '');
    for (let at = folder; isInside(at, root); at = dirname(at)) {
      const above = join(dirname(at), name);
      if (targetExists(above)) return relativePath(folder, above);
    }
    const near = nearest(name, filesIn(dirname(absolute)));
    return near && path.slice(0, path.length - name.length) + near;
  }

  async #loadHistory(folder: string, report: ReportProblem): Promise<Dependency[] | undefined> {
    const { root } = repositoryOf(folder);
    const { readHistory } = await import('./read-history.ts');
    const loading = this.#histories.get(root) ?? readHistory(folder);
    this.#histories.set(root, loading);
    const history = await loading;
    if (typeof history === 'string') {
      const remedy = 'run audit in a clone of the repository, where the command git is installed';
      report('manifest-missing', { manifest: HISTORY, reason: history, remedy });
      return;
    }
    if (history.incomplete !== undefined) {
      const remedy = 'fetch the whole history, with "git fetch --unshallow" or "fetch-depth: 0"';
      report('audit-incomplete', { manifest: HISTORY, reason: history.incomplete, remedy });
    }
    return [...history.dependencies];
  }
}

/** The files of a repository, by their paths relative to it. */
class RepositoryFiles implements ManifestFiles {
  readonly #root: string;
  readonly #globs: GlobCache;
  readonly #texts = new Map<string, string | undefined>();
  /** Whether the folders of installed packages exist. */
  readonly #modules = new Map<string, boolean>();

  constructor(root: string, globs: GlobCache) {
    this.#root = root;
    this.#globs = globs;
  }

  read(path: string): string | undefined {
    if (isOutside(path) || !this.#hasModules(path)) return;
    if (this.#texts.has(path)) return this.#texts.get(path);
    const absolute = `${this.#root}/${path}`;
    const text = targetExists(absolute) ? readIfPossible(absolute) : undefined;
    this.#texts.set(path, text);
    return text;
  }

  /** Whether the `node_modules` of a path exists. If not, looking for each package in it would be slow. */
  #hasModules(path: string): boolean {
    const [modules] = /^.*node_modules(?=\/)/s.exec(path) ?? [];
    if (modules === undefined) return true;
    const known = this.#modules.get(modules) ?? isFolder(`${this.#root}/${modules}`);
    this.#modules.set(modules, known);
    return known;
  }

  async list(glob: string): Promise<string[]> {
    return isOutside(glob) ? [] : filesAt(glob, this.#root, this.#globs);
  }
}

/** Returns the files that a glob in a folder matches, relative to the folder. */
async function expandIn(
  root: string,
  folder: string,
  glob: string,
  cache: GlobCache,
): Promise<string[]> {
  const prefix = relativePath(root, folder);
  // Below the root, `**` skips the same folders everywhere.
  // On Windows, a backslash would be a separator.
  const literal = prefix.replace(/\\/g, '\\\\').replace(/[*?[{]/g, '[$&]');
  const pattern = posix.join(literal, glob);
  return isOutside(pattern)
    ? [glob]
    : (await filesAt(pattern, root, cache)).map((path) => posix.relative(prefix, path));
}

async function filesAt(glob: string, root: string, cache: GlobCache): Promise<string[]> {
  const { expandGlob } = await import('../../file/expand-glob.ts');
  return expandGlob(glob, root, cache).filter((path) => !isFolder(join(root, path)));
}

/** Whether a path relative to the root of a repository may lead out of it. */
function isOutside(path: string): boolean {
  return /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path);
}

function inDefaultGroup({ dependencies, groups }: Manifest): Dependency[] {
  const hasGroup = groups.includes(DEFAULT_GROUP);
  return dependencies.filter(({ group }) => !hasGroup || group === DEFAULT_GROUP);
}

/** Whether two names are of the same group: in Python, `Dev_Tools` is `dev-tools` (PEP 735). */
function isSameGroup(path: string, a: string, b: string): boolean {
  return a === b || (path.endsWith('pyproject.toml') && normalizedName(a) === normalizedName(b));
}

function reportGroup(
  manifest: string,
  group: string,
  groups: readonly string[],
  report: ReportProblem,
): void {
  const near = nearest(group, groups);
  const remedy =
    groups.length === 0
      ? 'remove "#" and what follows, as this kind of manifest has no groups'
      : near === undefined
        ? `use one of ${groups.join(', ')}`
        : `did you mean "${manifest}#${near}"?`;
  report('manifest-invalid', { manifest, reason: `it has no group "${group}"`, remedy });
}
