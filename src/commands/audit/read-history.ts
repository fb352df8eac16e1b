import type { Manifest } from '../../manifests/manifest.ts';
import { coAuthorsIn, GIT_LOG, readGitLog } from '../../manifests/read-git-log.ts';

/** Reads the people in the history of the repository of a folder, or returns why it cannot be read. */
export async function readHistory(folder: string): Promise<Manifest | string> {
  const { readGitLines } = await import('../../file/git.ts');
  const lines = new Set<string>();
  let isShallow = false;
  const shallow = ['rev-parse', '--is-shallow-repository'];
  const [problem] = await Promise.all([
    readGitLines(folder, GIT_LOG, (line) => lines.add(line)),
    readGitLines(folder, shallow, (line) => {
      isShallow = line === 'true';
    }),
  ]);
  // A branch without commits has no people.
  if (problem !== undefined && !/does not have any commits/.test(problem)) return problem;
  const coAuthors = coAuthorsIn(lines);
  const mapped: string[] = [];
  if (coAuthors.length > 0) {
    const input = `${coAuthors.join('\n')}\n`;
    await readGitLines(folder, ['check-mailmap', '--stdin'], (line) => mapped.push(line), input);
  }
  const manifest = readGitLog(
    lines,
    new Map(coAuthors.map((each, at) => [each, mapped[at] ?? each])),
  );
  return isShallow
    ? { ...manifest, incomplete: 'the clone is shallow: it lacks commits' }
    : manifest;
}
