import { basename, dirname, join } from 'node:path';
import { slug } from 'github-slugger';
import { filesIn, foldersIn } from '../../file/list-files.ts';
import { realPath } from '../../file/paths.ts';
import { readIfPossible } from '../../file/read-file.ts';
import { findFrontMatter } from '../../text/find-front-matter.ts';

/** The file names of pages that Starlight loads. */
const PAGE = /^(.+)\.(?:markdown|mdown|mkdn|mkd|mdwn|mdx?|mdoc)$/;

/** Finds pages that would have the same slug, as `credits.md`, `credits.mdx` and `credits/index.md`. */
export class SlugIndex {
  /** The files and folders in each folder that was listed, by slug. */
  readonly #listed = new Map<string, { files: NameIndex; folders: NameIndex }>();
  /** The names in each folder of the pages that a build writes. */
  readonly #planned = new Map<string, Set<string>>();

  /** @param planned the paths of the pages that a build writes, without symbolic links */
  constructor(planned: Iterable<string>) {
    for (const path of planned) {
      this.#plan(path);
      // The folder of an index may be new as well.
      if (slugOf(basename(path)) === 'index') this.#plan(dirname(path));
    }
  }

  #plan(path: string): void {
    const names = this.#planned.get(dirname(path)) ?? new Set();
    this.#planned.set(dirname(path), names.add(basename(path)));
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

  #list(folder: string) {
    const known = this.#listed.get(folder);
    if (known) return known;
    const planned = [...(this.#planned.get(folder) ?? [])];
    const namesOf = (existing: string[]) => [...new Set([...existing, ...planned])];
    const listed = {
      files: bySlug(namesOf(filesIn(folder)).filter((name) => PAGE.test(name))),
      folders: bySlug(namesOf(foldersIn(folder))),
    };
    this.#listed.set(folder, listed);
    return listed;
  }
}

type NameIndex = Map<string, string[]>;

function bySlug(names: readonly string[]): NameIndex {
  const index: NameIndex = new Map();
  for (const name of names) {
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
