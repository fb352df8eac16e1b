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

  /**
   * Returns the path of another page that would have the same slug, or `undefined` if there is none. A
   * page that sets its slug itself does not count.
   *
   * @param path the path of a page, without symbolic links
   */
  find(path: string): string | undefined {
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
    return [...beside, ...inside].find((other) => realPath(other) !== path && !hasSlug(other));
  }

  #list(folder: string) {
    const known = this.#listed.get(folder);
    if (known) return known;
    const listed = {
      files: bySlug(filesIn(folder).filter((name) => PAGE.test(name))),
      folders: bySlug(foldersIn(folder)),
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

/** Whether the front matter of a page sets its slug. */
function hasSlug(path: string): boolean {
  return /^slug[ \t]*:/m.test(findFrontMatter(readIfPossible(path) ?? '')?.yaml ?? '');
}
