import { join } from 'node:path';
import type { Change } from '../../file/edit-files.ts';
import { filesIn } from '../../file/list-folder.ts';
import { realPath } from '../../file/paths.ts';
import { type Boundary, boundaryOf, Target } from '../../file/target.ts';
import { removeFile, writeBytes } from '../../file/write-bytes.ts';
import type { FetchedPicture } from './fetch-picture.ts';
import { extensions } from './picture-type.ts';

/** A file, and what happened to it. */
interface FileChange {
  /** Absolute. */
  path: string;
  change: Change | 'removed';
}

/** The folder `avatars` beside a source, with a picture for each handle. */
export class AvatarFolder {
  readonly #path: string;
  readonly #realPath: string;
  readonly #boundary: Boundary;

  /** @param folder the folder of the source */
  constructor(folder: string) {
    this.#path = join(folder, 'avatars');
    this.#realPath = join(realPath(folder), 'avatars');
    this.#boundary = boundaryOf(folder);
  }

  /** Returns the names of the pictures of a handle. File systems may ignore case. */
  filesOf(handle: string): string[] {
    const names = extensions.map((extension) => `${handle}.${extension}`.toLowerCase());
    return filesIn(this.#path).filter((name) => names.includes(name.toLowerCase()));
  }

  /**
   * Writes the picture of a handle, and removes its pictures of other types.
   *
   * @throws {Error} if it cannot be written; a picture that exists is then unchanged
   */
  save(handle: string, { bytes, extension }: FetchedPicture): FileChange[] {
    const wanted = `${handle}.${extension}`;
    const files = this.filesOf(handle);
    const name = files.find((file) => file.toLowerCase() === wanted.toLowerCase()) ?? wanted;
    const target = this.#targetOf(name);
    const others = files.filter((file) => file !== name).map((file) => this.#targetOf(file));
    const change = writeBytes(target, bytes);
    for (const other of others) removeFile(other);
    return [
      { path: target.path, change },
      ...others.map(({ path }) => ({ path, change: 'removed' as const })),
    ];
  }

  /** @throws {Error} if it is not a file in the folder itself */
  #targetOf(name: string): Target {
    const target = Target.at(join(this.#path, name), this.#boundary);
    if (target instanceof Target && target.realPath === join(this.#realPath, name)) return target;
    throw new Error('a symbolic link leads elsewhere');
  }
}
