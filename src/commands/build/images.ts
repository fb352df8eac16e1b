/** The pictures of a source: their files, and their URLs in pages. Only sources with pictures load it. */

import { basename, dirname, join, posix, resolve } from 'node:path';
import { nearestFinder } from '../../diagnostics/nearest.ts';
import type { Report } from '../../diagnostics/report.ts';
import { filesBelow, filesIn } from '../../file/list-folder.ts';
import { defaultOutput, exists, realPath, relativePath } from '../../file/paths.ts';
import { isPictureName, namesIn, pictureProblem } from '../../file/picture-file.ts';
import { type Boundary, boundaryOf, hasDrive, Target } from '../../file/target.ts';
import type { fieldImages, ReadSource } from '../../pipeline.ts';
import { isRelativePath } from '../../text/is-relative-path.ts';
import { percentDecode } from '../../text/percent-decode.ts';
import type { Range } from '../../text/range.ts';
import { lacksScheme } from '../../text/url-scheme.ts';
import type { Image, Page } from '../../types.ts';
import { creditsWithHandle } from './credits-with-handle.ts';
import { isWritable, type Output } from './outputs.ts';

/** Reports pictures that do not exist, are outside the repository, or are not pictures. */
export function checkImages({ images, locate }: ReadSource, folder: string, report: Report): void {
  const boundary = boundaryOf(folder);
  const names = memoized(namesIn);
  const context = {
    ...{ folder, boundary, report },
    problemOf: memoized((path) => pictureProblem(path, names)),
    nearIn: memoized((each) => nearestFinder(filesIn(each).filter(isPictureName))),
    elsewhere: pictureFinder(boundary),
  };
  for (const image of images) {
    for (const [key, path] of pathsOf(image)) {
      checkFile(path, locate(image, key) ?? locate(image), context);
    }
  }
}

/** Reports relative images in fields whose files do not exist: Astro fails, or shows an empty page. */
export function checkFieldImages(
  { path, displayPath }: Output,
  images: ReturnType<typeof fieldImages>,
  report: Report,
): void {
  for (const { url, rangeOf } of images) {
    // `@/`, `~/` and `$lib/` may be aliases of the site.
    if (!isRelativePath(url) || /^[@~$]/.test(url)) continue;
    const file = resolve(dirname(path), percentDecode(url.replace(/[?#].*$/s, '')));
    if (exists(file)) continue;
    const problem = `does not exist, relative to ${posix.dirname(displayPath)}/`;
    report('url-invalid', rangeOf(), {
      url,
      problem,
      fix: 'write a path relative to the page, or a URL',
    });
  }
}

/** Returns the folders of the pictures of a source, which may not exist. */
export function imageFolders({ images }: ReadSource, folder: string): string[] {
  const paths = images.flatMap(pathsOf).map(([, path]) => path);
  return [join(folder, 'avatars'), ...paths.map((path) => dirname(resolve(folder, path)))];
}

/**
 * Gives people the pictures `avatars/<handle>` beside the source, unless they have the path of another
 * picture. A file takes precedence over a URL.
 *
 * @param folder the folder of the source
 */
export function addAvatars(page: Page, folder: string): void {
  const findAvatar = avatarFinder(folder);
  for (const credit of creditsWithHandle(page)) {
    const { person: { handle = '', image: own } = {}, image } = credit;
    const isOwn = image === undefined || image === own;
    const src = findAvatar(handle);
    if (!src || !isOwn || (own && pathsOf(own).length > 0)) continue;
    credit.image = { src, ...(own?.alt !== undefined && { alt: own.alt }) };
  }
}

/**
 * Returns a function that returns the path of the picture of a handle, if it exists. Case is ignored, as
 * it is when pictures are fetched.
 *
 * @param folder the folder of the source
 */
export function avatarFinder(folder: string): (handle: string) => string | undefined {
  const names = filesIn(join(folder, 'avatars')).sort();
  const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]));
  const exact = new Set(names);
  return (handle) => {
    const file = ['png', 'jpg', 'webp']
      .map((type) => `${handle}.${type}`)
      .flatMap((name) => (exact.has(name) ? name : (byLowerCase.get(name.toLowerCase()) ?? [])))[0];
    return file && `avatars/${file}`;
  };
}

/** Returns the paths of a picture, by their keys. URLs are left out. */
function pathsOf(image: Image): [key: string, path: string][] {
  const { alt: _, ...sources } = image;
  return Object.entries(sources).filter(([, src]) => isRelativePath(src));
}

interface CheckContext {
  folder: string;
  boundary: Boundary;
  /** Returns why a path does not lead to a picture. */
  problemOf(path: string): ReturnType<typeof pictureProblem>;
  /** Returns a function that returns the most similar name of a picture in a folder. */
  nearIn(folder: string): (name: string) => string | undefined;
  elsewhere: ReturnType<typeof pictureFinder>;
  report: Report;
}

/**
 * Returns a function that returns the absolute path of the only picture in the repository that has a name,
 * in any case.
 */
function pictureFinder({ root, hasGit }: Boundary): (name: string) => string | undefined {
  let paths: Map<string, string | undefined> | undefined;
  return (name) => {
    if (!paths) {
      paths = new Map();
      for (const path of hasGit ? filesBelow(root).filter(isPictureName) : []) {
        const key = posix.basename(path).toLowerCase();
        paths.set(key, paths.has(key) ? undefined : join(root, path));
      }
    }
    return paths.get(name.toLowerCase());
  };
}

function checkFile(
  path: string,
  range: Range | undefined,
  { folder, boundary, problemOf, nearIn, elsewhere, report }: CheckContext,
): void {
  const target = hasDrive(path) ? 'outside' : Target.at(resolve(folder, path), boundary);
  if (target === 'outside') {
    report('image-outside', range, { path, hasGit: boundary.hasGit });
    return;
  }
  if (!(target instanceof Target)) {
    const reason = target === 'git' ? 'it is inside the folder .git' : 'it is a device';
    report('image-invalid', range, { path, reason, remedy: 'write the path of a picture' });
    return;
  }
  const problem = problemOf(target.path);
  if (problem === 'missing') {
    const name = basename(path);
    const found = elsewhere(name);
    const near = nearIn(dirname(target.path))(name);
    report('image-missing', range, {
      path,
      ...(near !== undefined && { near: posix.join(posix.dirname(path), near) }),
      ...(found !== undefined && { near: relativePath(folder, found) }),
      ...(/^\s*<(?:svg|\?xml)/i.test(path) && { isSvg: true }),
      ...(lacksScheme(path) && { url: `https://${path}` }),
    });
  } else if (problem) report('image-invalid', range, { path, ...problem });
}

/**
 * Returns a function that returns the URL of a picture in a page.
 *
 * @param folder the folder of the source
 * @param isPrinted whether the page goes to standard output. Its URLs are those of the page that the
 *   source names
 */
export function imageUrlIn(
  output: Output,
  folder: string,
  isPrinted: boolean,
): (src: string) => string {
  return imageUrlFrom(dirname(isPrinted ? pathInSource(output, folder) : pathOf(output)), folder);
}

/** Returns a function that returns the URL of a picture in a page, given the folders of page and source. */
export function imageUrlFrom(pageFolder: string, folder: string): (src: string) => string {
  const from = realPath(pageFolder);
  return memoized((src) => {
    if (!isRelativePath(src)) return src;
    const path = pathToPicture(resolve(folder, src), from);
    // Astro decodes URLs with `decodeURI`, so that only what has to be encoded may be encoded.
    const url = path.replace(/[%?#]/g, encodeURIComponent);
    // Without a dot, Astro takes the name of a file for that of a package.
    return url.startsWith('../') ? url : `./${url}`;
  });
}

/** Returns a function that remembers its results, as a picture may be used many times. */
function memoized<T>(compute: (path: string) => T): (path: string) => T {
  const results = new Map<string, T>();
  return (path) => {
    if (!results.has(path)) results.set(path, compute(path));
    return results.get(path) as T;
  };
}

/** Returns a function that returns the path of a picture in a source, given its URL in a page. */
export function imageSourceFrom(pageFolder: string, folder: string): (url: string) => string {
  const [start, from] = [realPath(pageFolder), realPath(folder)];
  return (url) =>
    isRelativePath(url) ? pathToPicture(resolve(start, percentDecode(url)), from) : url;
}

/** Returns the path to a picture from a folder without symbolic links. The picture itself may be a link. */
function pathToPicture(file: string, from: string): string {
  return relativePath(from, join(realPath(dirname(file)), basename(file)));
}

function pathOf(output: Output): string {
  return isWritable(output) ? output.target.realPath : output.path;
}

function pathInSource({ display: { path } }: Output, folder: string): string {
  return path === undefined ? defaultOutput(folder) : resolve(folder, path);
}
