import { repositoryOf } from '../../file/paths.ts';
import type { Manifest } from '../../manifests/manifest.ts';
import { contactsInLog, GIT_LOG, readGitLog } from '../../manifests/read-git-log.ts';

/** The arguments of Git that look up people in `.mailmap`, and not in a file of the user. */
const CHECK_MAILMAP = ['-c', 'mailmap.file=', 'check-mailmap', '--stdin'];

/**
 * Reads the people in the history of the repository that a folder is in.
 *
 * @returns the people, or the reason why they cannot be read
 */
export async function readHistory(folder: string): Promise<Manifest | string> {
  const { root } = repositoryOf(folder);
  const { hasMailmap, isShallowClone, readGitLines } = await import('../../file/git.ts');
  const lines = new Set<string>();
  const problem = await readGitLines(root, GIT_LOG, (line) => lines.add(line));
  // A branch without commits has no people.
  if (problem !== undefined && !/does not have any commits/.test(problem)) return problem;
  const mapped = new Map<string, string>();
  if (hasMailmap(root)) {
    const people = contactsInLog(lines);
    const pending = people.values();
    const onLine = (line: string) => mapped.set(pending.next().value as string, line);
    await readGitLines(root, CHECK_MAILMAP, onLine, people.map((each) => `${each}\n`).join(''));
  }
  const manifest = readGitLog(lines, mapped);
  return isShallowClone(root)
    ? { ...manifest, incomplete: 'the clone is shallow: it lacks commits' }
    : manifest;
}
