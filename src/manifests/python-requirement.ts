import { archiveRepository } from './archive-repository.ts';
import type { Dependency } from './manifest.ts';
import { presentValues } from './manifest-values.ts';

/** A requirement of a Python package. */
export interface PythonRequirement {
  /** Normalized (PEP 503). */
  name: string;
  extras: readonly string[];
  /** Where it is, if that is not an index of packages. */
  url?: string;
}

/**
 * Parses `requests[socks] >=2.8.1 ; python_version < "3"` or `pip @ https://…`.
 *
 * @returns `undefined` if a text is not a requirement
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
export function parseRequirement(text: string): PythonRequirement | undefined {
  const [, name, extras = '', rest = ''] =
    /^([a-z\d](?:[\w.-]*[a-z\d])?)\s*(?:\[([^\]]*)\])?\s*((?:@|[<>=!~(;]).*)?$/is.exec(
      text.trim().replace(/\s+/g, ' '),
    ) ?? [];
  if (name === undefined) return;
  const url = /^@\s*(\S+)/.exec(rest)?.[1];
  if (rest.startsWith('@') && url === undefined) return;
  return presentValues({
    name: normalizedName(name),
    extras: extras.split(',').map(normalizedName).filter(Boolean),
    url,
  });
}

/** @see https://peps.python.org/pep-0503/#normalized-names */
export function normalizedName(name: string): string {
  return name
    .trim()
    .replace(/[-_.]+/g, '-')
    .toLowerCase();
}

/** Whether a URL or path is that of a folder or file of the project. */
export function isLocal(url: string): boolean {
  return /^file:/i.test(url) || !/^[a-z][\w+.-]+:|^[\w.-]+@[\w.-]+:/i.test(url);
}

/** Returns the dependency that a requirement is. */
export function pythonDependency({ name, url }: PythonRequirement, group: string): Dependency {
  const known = { name, kind: 'pypi' as const, group };
  if (url !== undefined) return presentValues({ ...known, repository: repositoryOf(url) });
  return { ...known, registry: `https://pypi.org/project/${name}/`, purl: `pkg:pypi/${name}` };
}

/** Returns the repository of a URL as pip takes it: `git+https://…/repository@revision#egg=name`. */
function repositoryOf(url: string): string | undefined {
  const address = /^(?:git|hg|bzr|svn|ssh)\b[^/]*\/\/(?:[^/@]*@)?[^@#]*/i.exec(url)?.[0];
  return address ?? archiveRepository(url.replace(/#.*/, ''));
}
