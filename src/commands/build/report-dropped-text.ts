import { basename, dirname } from 'node:path';
import { reportTo } from '../../diagnostics/report.ts';
import { gitStateOf } from '../../file/git.ts';
import { repositoryOf } from '../../file/paths.ts';
import { shellCommand, shellWords } from '../shell-command.ts';
import type { ReplacedText } from './dropped-text.ts';
import type { OutputFile } from './output-file.ts';

export interface ReplaceOptions {
  /** The current folder. */
  cwd: string;
  /** How to replace any text, for a hint. */
  forceHint: string;
}

/** Reports texts that a build would drop: a warning if Git can restore them, or otherwise an error. */
export function reportDroppedText(
  { file, target: { realPath } }: OutputFile,
  dropped: readonly ReplacedText[],
  { cwd, forceHint }: ReplaceOptions,
): void {
  const { state, problem } = gitStateOf(realPath);
  const report = reportTo(file);
  const path = file.path ?? '';
  const importCommand = shellCommand(['import', path, '-o', '-'], { cwd: () => cwd });
  for (const { region } of dropped) {
    const place = { path, ...(region !== undefined && { region }), importCommand };
    if (state === 'committed') {
      report('output-replaced', undefined, {
        ...place,
        restoreCommand: restoreCommand(path, realPath, cwd),
      });
    } else report('output-overwrite', undefined, { ...place, state, problem, forceHint });
  }
}

/** Returns the command that restores a file. Git only finds files of the repository that it runs in. */
function restoreCommand(path: string, realPath: string, cwd: string): string {
  const folder = dirname(realPath);
  const isHere = repositoryOf(folder).root === repositoryOf(cwd).root;
  return shellWords(
    isHere ? ['git', 'restore', path] : ['git', '-C', folder, 'restore', basename(realPath)],
  );
}
