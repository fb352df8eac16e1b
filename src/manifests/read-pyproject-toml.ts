import { posix } from 'node:path';
import { arrayOf, isRecord, recordOf } from '../text/json-values.ts';
import { type Dependency, type Manifest, ManifestError, type ManifestFiles } from './manifest.ts';
import { textOf } from './manifest-values.ts';
import { type ParsedToml, parseToml } from './parse-toml.ts';
import {
  isLocal,
  normalizedName,
  type PythonRequirement,
  parseRequirement,
  pythonDependency,
} from './python-requirement.ts';
import { readRequirementsTxt } from './read-requirements-txt.ts';
import { uvPackages } from './uv-workspace.ts';

const DEFAULT = 'dependencies';

/** The maximum number of entries of all groups with those that they include: about a second. */
const MAX_STEPS = 500_000;

/**
 * Reads the dependencies of a `pyproject.toml`: those of the project, its extras (PEP 621), its dependency
 * groups (PEP 735), and those of Poetry.
 *
 * @throws {ManifestError} if it cannot be read
 * @see https://packaging.python.org/en/latest/specifications/pyproject-toml/
 */
export async function readPyprojectToml(
  path: string,
  text: string,
  files: ManifestFiles,
): Promise<Manifest> {
  const toml = parseToml(text);
  return new PyprojectReader(path, toml, files, await uvPackages(path, files)).read();
}

type Path = readonly (string | number)[];

/** What a group consists of: dependencies, other groups that it includes, and errors in it. */
type Item = PythonRequirement | { includes: string; at: Path } | ManifestError;

/** Returns the items of a group, or the error in it: only groups that are used need to be valid (PEP 735). */
function itemsOrError(read: () => Item[]): Item[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof ManifestError) return [error];
    throw error;
  }
}

class PyprojectReader {
  readonly #path: string;
  readonly #toml: ParsedToml;
  readonly #files: ManifestFiles;
  readonly #project: Record<string, unknown>;
  readonly #tool: Record<string, unknown>;
  readonly #own: string | undefined;
  #steps = 0;
  /** The names of the projects in the same workspace. */
  readonly #siblings: ReadonlySet<string>;
  /** Where packages come from, by name: `undefined` in the project itself. */
  readonly #sources = new Map<string, string | undefined>();

  constructor(path: string, toml: ParsedToml, files: ManifestFiles, siblings: ReadonlySet<string>) {
    this.#path = path;
    this.#toml = toml;
    this.#files = files;
    this.#project = recordOf(toml.value.project);
    this.#tool = recordOf(toml.value.tool);
    const name = textOf(this.#project.name) ?? textOf(recordOf(this.#tool.poetry).name);
    this.#own = name && normalizedName(name);
    this.#siblings = siblings;
    const { sources } = recordOf(this.#tool.uv);
    for (const [source, value] of Object.entries(recordOf(sources))) this.#addSource(source, value);
  }

  read(): Manifest {
    const direct = itemsOrError(() => [
      ...this.#projectDependencies(),
      ...this.#poetryDependencies(),
    ]);
    const extras = this.#extras();
    const groups = this.#groups();
    const all = new Map<string, readonly Item[]>([[DEFAULT, direct], ...extras, ...groups]);
    const names = new Map<string, string>();
    for (const name of all.keys()) names.set(normalizedName(name), name);
    const [inGroups, inExtras] = [groups, extras].map(
      (part) => new Set([...part.keys()].map(normalizedName)),
    );
    const isAmbiguous = (name: string) =>
      [inGroups, inExtras].every((part) => part?.has(normalizedName(name)));
    const ambiguous = [...all.keys()].filter(isAmbiguous);
    const known = [...all.keys()].filter((name) => !isAmbiguous(name));
    const invalid = new Map<string, ManifestError>();
    const dependencies = known.flatMap((group) => {
      try {
        return this.#dependenciesOf(group, all, names);
      } catch (error) {
        if (!(error instanceof ManifestError)) throw error;
        invalid.set(group, error);
        return [];
      }
    });
    return {
      dependencies,
      groups: known,
      ...(ambiguous.length > 0 && { ambiguous }),
      invalid,
      ...this.#incomplete(),
    };
  }

  /**
   * Returns the dependencies of a group, those of the groups that it includes too, each once.
   *
   * @throws {ManifestError} if one of them is not valid
   */
  #dependenciesOf(
    group: string,
    all: ReadonlyMap<string, readonly Item[]>,
    names: ReadonlyMap<string, string>,
  ): Dependency[] {
    const dependencies = new Map<string, Dependency>();
    const added = new Set<string>();
    const add = (name: string, path: readonly string[]) => {
      // Groups that include each other twice would take exponential time.
      if (added.has(name)) return;
      const items = all.get(name) ?? [];
      this.#steps += items.length + path.length;
      if (this.#steps > MAX_STEPS) {
        throw new ManifestError('its groups include each other too often');
      }
      for (const item of items) {
        if (item instanceof ManifestError) throw item;
        if ('includes' in item) {
          const included = names.get(normalizedName(item.includes));
          if (included === undefined) {
            throw this.#invalid(`the group "${item.includes}" does not exist`, item.at);
          }
          if (path.includes(included)) {
            const cycle = [...path, included].join(' → ');
            throw this.#invalid(`the group "${included}" includes itself: ${cycle}`, item.at);
          }
          add(included, [...path, included]);
          continue;
        }
        for (const extra of item.name === this.#own ? item.extras : []) {
          const included = names.get(extra);
          if (included !== undefined && !path.includes(included))
            add(included, [...path, included]);
        }
        const dependency = this.#dependency(item, group);
        if (dependency && !dependencies.has(item.name)) dependencies.set(item.name, dependency);
      }
      added.add(name);
    };
    add(group, [group]);
    return [...dependencies.values()];
  }

  /** Returns the dependency of an entry, or `undefined` if it belongs to the project. */
  #dependency(requirement: PythonRequirement, group: string): Dependency | undefined {
    const { name } = requirement;
    const hasSource = this.#sources.has(name);
    const url = requirement.url ?? this.#sources.get(name);
    if (name === this.#own || this.#siblings.has(name)) return;
    if (hasSource && url === undefined) return;
    if (url !== undefined && isLocal(url)) return;
    const located = { ...requirement, ...(url !== undefined && { url }) };
    return pythonDependency(located, group);
  }

  #projectDependencies(): Item[] {
    const { dependencies } = this.#project;
    return [
      ...this.#requirements(dependencies, ['project', 'dependencies']),
      ...(this.#isDynamic('dependencies') ? this.#requirementFiles(['dependencies']) : []),
    ];
  }

  #extras(): Map<string, Item[]> {
    const extras = new Map<string, Item[]>();
    const at = ['project', 'optional-dependencies'];
    for (const [name, value] of this.#entriesAt(at)) {
      extras.set(
        name,
        itemsOrError(() => this.#requirements(value, [...at, name])),
      );
    }
    const dynamic = ['tool', 'setuptools', 'dynamic', 'optional-dependencies'];
    for (const [name] of this.#entriesAt(dynamic)) {
      extras.set(
        name,
        itemsOrError(() => this.#requirementFiles(['optional-dependencies', name])),
      );
    }
    const entries = new Map(
      this.#poetryEntries(['tool', 'poetry', 'dependencies']).map((each) => [each.name, each]),
    );
    const poetry = ['tool', 'poetry', 'extras'];
    for (const [name, value] of this.#entriesAt(poetry)) {
      const items = itemsOrError(() => this.#requirements(value, [...poetry, name])).map((item) =>
        'extras' in item ? (entries.get(item.name) ?? item) : item,
      );
      extras.set(name, [...(extras.get(name) ?? []), ...items]);
    }
    return extras;
  }

  #groups(): Map<string, Item[]> {
    const groups = new Map<string, Item[]>();
    const written = new Map<string, string>();
    const add = (name: string, read: () => Item[]) => {
      const items = itemsOrError(read);
      const known = written.get(normalizedName(name)) ?? name;
      written.set(normalizedName(name), known);
      groups.set(known, [...(groups.get(known) ?? []), ...items]);
    };
    const at = ['dependency-groups'];
    for (const [name, value] of this.#entriesAt(at))
      add(name, () => this.#requirements(value, [...at, name]));
    const poetry = ['tool', 'poetry', 'group'];
    for (const [name, value] of this.#entriesAt(poetry)) {
      add(name, () => this.#poetryEntries([...poetry, name, 'dependencies']));
      const { 'include-groups': includes } = recordOf(value);
      add(name, () =>
        arrayOf(includes).flatMap((each, index) =>
          typeof each === 'string'
            ? [{ includes: each, at: [...poetry, name, 'include-groups', index] }]
            : [],
        ),
      );
    }
    const older = ['tool', 'poetry', 'dev-dependencies'];
    if (this.#valueAt(older) !== undefined) add('dev', () => this.#poetryEntries(older));
    const uv = ['tool', 'uv', 'dev-dependencies'];
    if (this.#valueAt(uv) !== undefined)
      add('dev', () => this.#requirements(this.#valueAt(uv), uv));
    const pdm = ['tool', 'pdm', 'dev-dependencies'];
    for (const [name, value] of this.#entriesAt(pdm))
      add(name, () => this.#requirements(value, [...pdm, name]));
    return groups;
  }

  /** Reads an array of requirements, in which other groups may be included. */
  #requirements(value: unknown, at: Path): Item[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.#invalid(`"${at.join('.')}" is not an array`, at);
    return value.flatMap((each, index): Item[] => {
      const path = [...at, index];
      const includes = textOf(recordOf(each)['include-group']);
      if (includes !== undefined) return [{ includes, at: path }];
      // PDM has options of pip in its groups: packages of the project.
      if (typeof each === 'string' && each.startsWith('-e')) return [];
      const requirement = typeof each === 'string' ? parseRequirement(each) : undefined;
      if (requirement) return [requirement];
      const problem =
        typeof each === 'string'
          ? `"${each}" is not a requirement`
          : `an item of "${at.join('.')}" is not a string`;
      throw this.#invalid(problem, path);
    });
  }

  /** Returns Poetry's dependencies that are always installed. */
  #poetryDependencies(): Item[] {
    const at = ['tool', 'poetry', 'dependencies'];
    const optional = new Set(
      this.#entriesAt(at).flatMap(([name, value]) =>
        [value].flat().every((each) => recordOf(each).optional === true)
          ? [normalizedName(name)]
          : [],
      ),
    );
    return this.#poetryEntries(at).filter(({ name }) => !optional.has(name));
  }

  /** @see https://python-poetry.org/docs/dependency-specification/ */
  #poetryEntries(at: readonly string[]): PythonRequirement[] {
    return this.#entriesAt(at).flatMap(([key, value]) => {
      const name = normalizedName(key);
      const [first] = [value].flat();
      if (name === 'python') return [];
      if (typeof first !== 'string' && !isRecord(first)) {
        throw this.#invalid(`the dependency "${key}" is neither a version nor a table`, [
          ...at,
          key,
        ]);
      }
      if (isRecord(first)) this.#addSource(key, first);
      return [{ name, extras: [] }];
    });
  }

  /** Notes where a package comes from, in the forms of Poetry and uv. */
  #addSource(name: string, value: unknown): void {
    const [source] = [value].flat().map(recordOf);
    if (!source) return;
    const url = textOf(source.git) ?? textOf(source.url);
    if (url !== undefined || source.path !== undefined || source.workspace === true) {
      this.#sources.set(normalizedName(name), url);
    }
  }

  /** Reads the files that setuptools takes dependencies from. */
  #requirementFiles(key: readonly string[]): Item[] {
    const at = ['tool', 'setuptools', 'dynamic', ...key];
    const { file } = recordOf(this.#valueAt(at));
    return [file].flat().flatMap((each) => {
      if (typeof each !== 'string') return [];
      const path = posix.join(posix.dirname(this.#path), each);
      const text = this.#files.read(path);
      if (text === undefined)
        throw this.#invalid(`the file "${each}" does not exist`, [...at, 'file']);
      const { dependencies } = this.#inFile(path, () =>
        readRequirementsTxt(path, text, this.#files),
      );
      return dependencies.map(({ name, repository }) => ({
        name,
        extras: [],
        ...(repository !== undefined && { url: repository }),
      }));
    });
  }

  /** Calls a function that reads another file; its errors have no offset in this one. */
  #inFile<T>(path: string, read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw error instanceof ManifestError ? new ManifestError(`${path}: ${error.message}`) : error;
    }
  }

  #isDynamic(field: string): boolean {
    return arrayOf(this.#project.dynamic).includes(field);
  }

  /** Dependencies that a program computes are unknown. */
  #incomplete(): Pick<Manifest, 'incomplete'> {
    const isKnown =
      !this.#isDynamic('dependencies') ||
      this.#valueAt(['tool', 'setuptools', 'dynamic', 'dependencies']) !== undefined ||
      this.#valueAt(['tool', 'poetry', 'dependencies']) !== undefined;
    return isKnown ? {} : { incomplete: 'its dependencies are dynamic: the build computes them' };
  }

  #valueAt(path: readonly string[]): unknown {
    return path.reduce<unknown>((value, key) => recordOf(value)[key], this.#toml.value);
  }

  /** @throws {ManifestError} if there is something else than a table */
  #entriesAt(path: readonly string[]): [string, unknown][] {
    const value = this.#valueAt(path);
    if (value === undefined) return [];
    if (!isRecord(value)) throw this.#invalid(`"${path.join('.')}" is not a table`, path);
    return Object.entries(value);
  }

  #invalid(problem: string, at: Path): ManifestError {
    return new ManifestError(problem, this.#toml.rangeOf(at)?.start);
  }
}
