import { handleUrl } from '../../model/handle-url.ts';
import type { Page, Person } from '../../types.ts';

/** The people of a page, by name and handle. */
export class KnownPeople {
  readonly #ids = new Map<string, string>();

  constructor({ people = {} }: Page) {
    for (const [id, { name, handle }] of Object.entries(people)) {
      if (name !== undefined) this.#ids.set(name, id);
      if (handle !== undefined) this.#ids.set(`@${handle.toLowerCase()}`, id);
    }
  }

  /** Returns the id of a person with the same handle or, without a handle, with the same name. */
  idOf({ name, handle }: Person): string | undefined {
    return this.#ids.get(handle === undefined ? (name as string) : `@${handle.toLowerCase()}`);
  }
}

/** Whether a handle from a URL would link to another host, where it may belong to somebody else. */
export function linksToOtherHost(
  handle: string | undefined,
  address: string | undefined,
  { handles }: Page,
): boolean {
  const link = typeof handles === 'string' ? handleUrl(handle, handles) : undefined;
  if (link === undefined || address === undefined) return false;
  const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, '');
  return hostOf(link) !== hostOf(address);
}
