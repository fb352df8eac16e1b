/** The only code that starts another process. It is only loaded if it is needed. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import process from 'node:process';
import { gitFolderOf } from './paths.ts';

/** Whether Git has the content of a file, or why it does not. */
export type GitState =
  | 'committed'
  | 'changed'
  | 'untracked'
  | 'ignored'
  | 'no-repository'
  | 'no-git'
  | 'unknown';

/**
 * Asks Git about a file.
 *
 * @param path absolute, without symbolic links
 * @returns the state and, if it is unknown, what Git has printed
 */
export function gitStateOf(path: string): { state: GitState; problem?: string } {
  const program = findGit();
  if (program === undefined) return { state: 'no-git' };
  const git = (...args: string[]) =>
    spawnSync(program, [...args, '--', basename(path)], {
      cwd: dirname(path),
      env: environment(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
      windowsHide: true,
    });
  const status = git('--no-optional-locks', 'status', '--porcelain', '-z', '--ignored', '-uall');
  if (status.status !== 0) {
    const [problem = ''] = (status.stderr ?? '').replace(/^fatal: /, '').split('\n');
    return /^not a git repository/.test(problem)
      ? { state: 'no-repository' }
      : { state: 'unknown', problem };
  }
  if (status.stdout.startsWith('??')) return { state: 'untracked' };
  if (status.stdout.startsWith('!!')) return { state: 'ignored' };
  if (status.stdout !== '') return { state: 'changed' };
  // Status skips files that the user has marked as unchanged, and names of another case.
  const [tag] = git('--no-optional-locks', 'ls-files', '-v').stdout ?? '';
  if (tag === undefined) return { state: 'untracked' };
  return { state: tag === 'H' ? 'committed' : 'changed' };
}

/**
 * Runs Git in a folder, and passes each line that it prints to a function while it runs.
 *
 * @param input what Git reads
 * @returns `undefined`, or why Git failed
 */
export async function readGitLines(
  folder: string,
  args: readonly string[],
  onLine: (line: string) => void,
  input = '',
): Promise<string | undefined> {
  const program = findGit();
  if (program === undefined) return 'git is not installed';
  const git = spawn(program, ['--no-optional-locks', ...args], {
    cwd: folder,
    // By default, Git writes each commit on its own to a pipe, and a partial clone fetches what it lacks.
    env: { ...environment(), GIT_FLUSH: '0', GIT_NO_LAZY_FETCH: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let rest = '';
  git.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) onLine(line);
  });
  let problem = '';
  git.stderr.setEncoding('utf8').on('data', (text: string) => {
    problem += text;
  });
  // Git may end before it has read everything.
  git.stdin.on('error', () => {}).end(input);
  return new Promise((resolve) => {
    git.on('error', ({ message }) => resolve(message));
    git.on('close', (code) => {
      if (rest !== '') onLine(rest);
      const [first = ''] = problem.split('\n');
      resolve(code === 0 ? undefined : first.replace(/^fatal: /, '') || 'git failed');
    });
  });
}

/** Whether a repository has a file with the names of the people in its history. */
export function hasMailmap(root: string): boolean {
  return existsSync(join(root, '.mailmap'));
}

/**
 * Whether the history of a repository is cut off. Git would need a process to say it.
 *
 * @param root the folder with `.git`
 * @see https://git-scm.com/docs/gitrepository-layout
 */
export function isShallowClone(root: string): boolean {
  const folder = gitFolderOf(root);
  try {
    // In that of a worktree, a file names that of the repository.
    const common = join(folder, 'commondir');
    const git = existsSync(common) ? resolve(folder, readFileSync(common, 'utf8').trim()) : folder;
    return existsSync(join(git, 'shallow'));
  } catch {
    return false;
  }
}

/**
 * Returns the path of Git's program. It is not taken from the current folder, which may be somebody
 * else's: Windows would look there first.
 */
function findGit(): string | undefined {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const folders = (inherited().PATH ?? '').split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

/**
 * The environment, without the variables of Git: in a hook, they name the repository and the index that
 * the hook is about. A monitor of the file system is a program that the repository names.
 */
function environment(): Record<string, string | undefined> {
  const entries = Object.entries(inherited()).filter(([name]) => !/^GIT_/i.test(name));
  return {
    ...Object.fromEntries(entries),
    LC_ALL: 'C',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.fsmonitor',
    GIT_CONFIG_VALUE_0: 'false',
  };
}

function inherited(): NodeJS.ProcessEnv {
  // biome-ignore lint/style/noProcessEnv: Git needs the whole environment, also in the plugin.
  return process.env;
}
