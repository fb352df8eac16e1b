import { posix } from 'node:path';
import { projectFromUrl } from '../model/project-from-url.ts';
import { type Dependency, type Manifest, ManifestError, type ManifestFiles } from './manifest.ts';
import {
  isLocal,
  normalizedName,
  type PythonRequirement,
  parseRequirement,
  pythonDependency,
} from './python-requirement.ts';

const GROUP = 'dependencies';

/**
 * Reads a requirements file of pip, and the files that it includes with `-r`. Constraints (`-c`) only
 * say where a package comes from, as they install nothing.
 *
 * @throws {ManifestError} if it cannot be read
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function readRequirementsTxt(path: string, text: string, files: ManifestFiles): Manifest {
  const found: PythonRequirement[] = [];
  const constraints: PythonRequirement[] = [];
  collect({ path, text, files, into: found, constraints, visited: new Set([path]), isTop: true });
  const urls = new Map(constraints.map(({ name, url }) => [name, url]));
  const dependencies = new Map<string, Dependency>();
  for (const requirement of found) {
    const url = requirement.url ?? urls.get(requirement.name);
    if (url !== undefined && isLocal(url)) continue;
    const located = { ...requirement, ...(url !== undefined && { url }) };
    const dependency = pythonDependency(located, GROUP);
    const known = dependencies.get(requirement.name);
    dependencies.set(requirement.name, { ...dependency, ...known });
  }
  return { dependencies: [...dependencies.values()], groups: [] };
}

interface Collection {
  path: string;
  text: string;
  files: ManifestFiles;
  into: PythonRequirement[];
  constraints: PythonRequirement[];
  /** The files that are read: a file may include itself. */
  visited: Set<string>;
  isTop: boolean;
}

function collect(collection: Collection): void {
  const { path, text, into, isTop } = collection;
  for (const { line, start } of logicalLines(text)) {
    const fail = (problem: string) =>
      isTop
        ? new ManifestError(problem, start)
        : new ManifestError(`${path}:${text.slice(0, start).split('\n').length}: ${problem}`);
    const [, option, value = ''] =
      /^(--?[a-z][a-z-]*?)(?:\s*=\s*|\s+|(?<=^-[a-z]))(.*)$/i.exec(line) ?? [];
    if (option === '-r' || option === '--requirement') {
      include(value, { ...collection, into }, fail);
    } else if (option === '-c' || option === '--constraint') {
      include(value, { ...collection, into: collection.constraints }, fail);
    } else if (option === '-e' || option === '--editable' || !line.startsWith('-')) {
      const content = option === undefined ? line : value;
      const requirement = requirementIn(content);
      if (requirement === undefined) throw fail(`"${content}" is not a requirement`);
      if (requirement !== 'own') into.push(requirement);
    }
  }
}

/** @throws {ManifestError} if there is no such file */
function include(name: string, collection: Collection, fail: (problem: string) => ManifestError) {
  const { files, visited } = collection;
  // Files in the network are not read.
  if (/^[a-z][\w+.-]+:/i.test(name)) return;
  const path = posix.join(posix.dirname(collection.path), name.replace(/^(["'])(.*)\1$/, '$2'));
  if (visited.has(path)) return;
  visited.add(path);
  const text = files.read(path);
  if (text === undefined) throw fail(`the file "${name}" does not exist`);
  collect({ ...collection, path, text, isTop: false });
}

/** Returns the requirement in a line: `own` for a file of the project, `undefined` if it is not valid. */
function requirementIn(line: string): PythonRequirement | 'own' | undefined {
  // Hashes and other options follow a requirement.
  const text = line.replace(/\s--?[a-z].*$/is, '').trim();
  const requirement = parseRequirement(text);
  const isPath = requirement?.url === undefined && isLocal(text);
  const isFile = isPath && /\.(?:whl|zip|tar\.(?:gz|bz2|xz)|tgz)$/i.test(text);
  if (requirement && !isFile) {
    return requirement.url !== undefined && isLocal(requirement.url) ? 'own' : requirement;
  }
  const url = text.replace(/;.*$/s, '').trimEnd();
  if (isFile || (/^[./~]|[\\/]|^\w:/.test(url) && isLocal(url))) return 'own';
  if (isLocal(url)) return;
  const name = nameInUrl(url);
  return name === undefined ? undefined : { name, extras: [], url };
}

/** Returns the name that a URL gives in `#egg=`, that of a wheel, or that of the repository. */
function nameInUrl(url: string): string | undefined {
  const egg = /[#&]egg=([\w.-]+)/.exec(url)?.[1];
  const wheel = /\/([\w.]+)-[^/]+\.whl$/.exec(url)?.[1];
  const address = url
    .replace(/#.*$/, '')
    .replace(/^\w+\+(?=\w+:)/, '')
    .replace(/^(\w+:\/\/(?:[^/@]*@)?[^@]*)@.*$/, '$1');
  const name =
    egg ?? wheel ?? (URL.canParse(address) ? projectFromUrl(new URL(address)).name : undefined);
  return name === undefined ? undefined : normalizedName(name);
}

/** Returns the lines without comments, those that end in `\` joined, and where each starts. */
function* logicalLines(text: string): Generator<{ line: string; start: number }> {
  for (const match of text.matchAll(/(?:\\\r?\n|[^\n])+/g)) {
    const joined = match[0].replace(/\\\r?\n/g, ' ');
    const line = joined.replace(/(?:^|\s)#.*$/s, '');
    const content = line.trim();
    const indent = line.length - line.trimStart().length;
    if (content !== '') yield { line: content, start: match.index + indent };
  }
}
