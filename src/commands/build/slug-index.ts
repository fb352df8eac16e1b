import { basename, dirname, join } from 'node:path';
import { slug } from 'github-slugger';
import { type FolderNames, listFolder } from '../../file/list-folder.ts';
import { realPath } from '../../file/paths.ts';
import { readIfPossible } from '../../file/read-file.ts';
import { findFrontMatter } from '../../text/find-front-matter.ts';

/** The file names of pages that Starlight loads. */
const PAGE = /^(.+)\.(?:markdown|mdown|mkdn|mkd|mdwn|mdx?|mdoc)$/;

/** The names in a folder, by slug. */
interface NamesBySlug {
  files: Map<string, string[]>;
  folders: Map<string, string[]>;
}

/** Finds pages that would have the same slug, as `credits.md`, `credits.mdx` and `credits/index.md`. */
export class SlugIndex {
  readonly #listed = new Map<string, NamesBySlug>();
  /** What a build writes, by folder. */
  readonly #planned = new Map<string, FolderNames>();

  /** @param planned the paths of the pages that a build writes, without symbolic links */
  constructor(planned: Iterable<string>) {
    for (const path of planned) {
      this.#plannedIn(dirname(path)).files.push(basename(path));
      // The folder of an index may be new as well.
      const folder = dirname(path);
      if (slugOf(basename(path)) === 'index')
        this.#plannedIn(dirname(folder)).folders.push(basename(folder));
    }
  }

  #plannedIn(folder: string): FolderNames {
    const names = this.#planned.get(folder) ?? { files: [], folders: [] };
    this.#planned.set(folder, names);
    return names;
  }

  /**
   * Returns the paths of other pages that would have the same slug.
   *
   * @param path the path of a page, without symbolic links
   */
  find(path: string): string[] {
    const folder = dirname(path);
    const slug = slugOf(basename(path));
    const isIndex = slug === 'index';
    const own = isIndex ? slugOf(`${basename(folder)}.md`) : slug;
    const parent = isIndex ? dirname(folder) : folder;
    const { files, folders } = this.#list(parent);
    const beside = (files.get(own) ?? []).map((name) => join(parent, name));
    const inside = (folders.get(own) ?? []).flatMap((name) => {
      const inner = join(parent, name);
      return (this.#list(inner).files.get('index') ?? []).map((file) => join(inner, file));
    });
    return [...beside, ...inside].filter((other) => realPath(other) !== path);
  }

  #list(folder: string): NamesBySlug {
    const known = this.#listed.get(folder);
    if (known) return known;
    const existing = listFolder(folder);
    const planned = this.#plannedIn(folder);
    const listed = {
      files: bySlug([...existing.files, ...planned.files].filter((name) => PAGE.test(name))),
      folders: bySlug([...existing.folders, ...planned.folders]),
    };
    this.#listed.set(folder, listed);
    return listed;
  }
}

function bySlug(names: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const slug = slugOf(name);
    index.set(slug, [...(index.get(slug) ?? []), name]);
  }
  return index;
}

/** Returns a part of the slug that Astro gives to a file or a folder. */
function slugOf(name: string): string {
  const stem = PAGE.exec(name)?.[1] ?? name;
  return /^[\w-]+$/.test(stem) ? stem.toLowerCase() : slug(stem);
}

/** Whether the front matter of an existing page sets its slug. */
export function hasSlug(path: string): boolean {
  return /^slug[ \t]*:/m.test(findFrontMatter(readIfPossible(path) ?? '')?.yaml ?? '');
}
