/** The forges that npm has short forms of. */
const FORGES: Record<string, string> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  bitbucket: 'https://bitbucket.org',
  gist: 'https://gist.github.com',
};

/**
 * Returns the URL of a repository in a short form of npm: `ada/engine`, `gitlab:ada/engine` or `gist:1f3`.
 * What follows `#` is dropped.
 *
 * @returns `undefined` if a text is not a short form
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json#repository
 */
export function hostedRepository(text: string): string | undefined {
  const [, forge = 'github', path] =
    /^(?:(github|gitlab|bitbucket|gist):)?([\w-][\w./-]*?)(?:\.git)?\/?(?:#.*)?$/i.exec(text) ?? [];
  const lower = forge.toLowerCase();
  const count = path?.split('/').length ?? 0;
  // Only GitLab has groups in groups.
  const isPath = lower === 'gist' || count === 2 || (lower === 'gitlab' && count > 2);
  return isPath ? `${FORGES[lower]}/${path}` : undefined;
}
