import { dirname } from 'node:path';
import type { PagePictures } from '../../model/imported-page.ts';
import { addAvatars, avatarFinder, imageSourceFrom, imageUrlFrom } from '../build/images.ts';

/**
 * Returns how the pictures of a page are related to the files beside its source.
 *
 * @param page the path of the page that the source builds
 * @param source the path of the source
 */
export function pagePictures(page: string, source: string): PagePictures {
  const [pageFolder, folder] = [dirname(page), dirname(source)];
  return {
    urlOf: imageUrlFrom(pageFolder, folder),
    sourceOf: imageSourceFrom(pageFolder, folder),
    avatarOf: avatarFinder(folder),
    addAvatars: (built) => addAvatars(built, folder),
  };
}
