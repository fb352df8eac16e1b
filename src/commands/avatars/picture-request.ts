import { HANDLE_PLACEHOLDER } from '../../model/handle-url.ts';
import type { Page } from '../../types.ts';
import { PictureError } from './picture-error.ts';

/** Where the picture of a person is. */
export interface PictureRequest {
  url: string;
  /**
   * Returns the URL of the picture, if `url` is not that of the picture itself.
   *
   * @param answer what is at `url`
   * @throws {PictureError} if there is no picture
   */
  pictureUrlIn?(answer: string): string;
}

/**
 * Returns where the picture of a handle is, or `undefined` if `handles` does not say so.
 *
 * @param size the width in pixels, for the forges that can scale pictures
 */
export function requestForHandle(
  handles: Page['handles'],
  handle: string,
  size: number,
): PictureRequest | undefined {
  const name = encodeURIComponent(handle);
  switch (handles) {
    case undefined:
      return;
    case 'github':
      return { url: `https://github.com/${name}.png?size=${size}` };
    case 'gitlab':
      return gitlabRequest(handle, size);
    case 'codeberg':
      // Forgejo also has `/{handle}.png`, but without a size.
      return { url: `https://codeberg.org/user/avatar/${name}/${size}` };
    default:
      return handles.avatar === undefined
        ? undefined
        : { url: handles.avatar.replaceAll(HANDLE_PLACEHOLDER, name) };
  }
}

/**
 * GitLab has no URL for the picture of a user name; its API returns it.
 *
 * @see https://docs.gitlab.com/api/users/
 */
function gitlabRequest(handle: string, size: number): PictureRequest {
  return {
    url: `https://gitlab.com/api/v4/users?username=${encodeURIComponent(handle)}`,
    pictureUrlIn(answer) {
      const user = firstUserIn(answer);
      const url = user?.avatar_url;
      if (typeof url !== 'string' || !URL.canParse(url, 'https://gitlab.com')) {
        const reason = user
          ? `the user "${handle}" of gitlab.com has no picture`
          : `gitlab.com has no user "${handle}", and only finds pictures of users, not of groups`;
        throw new PictureError('avatar-missing', reason);
      }
      const picture = new URL(url, 'https://gitlab.com');
      picture.searchParams.set(picture.host === 'gitlab.com' ? 'width' : 's', String(size));
      return picture.href;
    },
  };
}

/** Returns the first user in an answer of GitLab, or `undefined` if there is none. */
function firstUserIn(answer: string): { avatar_url?: unknown } | undefined {
  try {
    const [user] = JSON.parse(answer) as unknown[];
    return user ? Object(user) : undefined;
  } catch {
    return;
  }
}
