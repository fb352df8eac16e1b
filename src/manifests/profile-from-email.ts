import type { Person } from '../types.ts';

/**
 * Addresses that forges give to their users: `123+ada` at GitHub, `123-ada` at GitLab, and `ada` at both of
 * them earlier, and at Forgejo. The groups are the handle and the host of the forge.
 *
 * @see https://docs.github.com/en/account-and-profile/reference/email-addresses-reference
 * @see https://docs.gitlab.com/user/profile/#use-an-automatically-generated-private-commit-email
 */
const PRIVATE_ADDRESSES = [
  /^(?:\d+\+)?(.+)@users\.noreply\.(github\.com)$/i,
  /^(?:\d+-)?(.+)@users\.noreply\.(gitlab\.(?:[a-z\d-]+\.)*[a-z]+)$/i,
  /^(.+)@noreply\.(codeberg\.org)$/i,
];

/** Returns the handle in a private address of a forge and the URL of its profile, or an empty object. */
export function profileFromEmail(address: string): Pick<Person, 'handle' | 'url'> {
  for (const pattern of PRIVATE_ADDRESSES) {
    const [, handle, host] = pattern.exec(address.trim()) ?? [];
    if (handle !== undefined) return { handle, url: `https://${host}/${handle}` };
  }
  return {};
}
