/**
 * Addresses that forges give to their users, without the domain: `123+ada` at GitHub, `123-ada` at GitLab,
 * and `ada` at both of them earlier, and at Forgejo.
 *
 * @see https://docs.github.com/en/account-and-profile/reference/email-addresses-reference
 * @see https://docs.gitlab.com/user/profile/#use-an-automatically-generated-private-commit-email
 */
const PRIVATE_ADDRESSES = [
  /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/i,
  /^(?:\d+-)?(.+)@users\.noreply\.gitlab\.(?:[a-z\d-]+\.)*[a-z]+$/i,
  /^(.+)@noreply\.codeberg\.org$/i,
];

/** Returns the handle in a private address of a forge, or `undefined` if an address is not one. */
export function handleFromEmail(address: string): string | undefined {
  for (const pattern of PRIVATE_ADDRESSES) {
    const handle = pattern.exec(address.trim())?.[1];
    if (handle !== undefined) return handle;
  }
}
