import type { CommandProcess } from '../../file/command-process.ts';
import { editSource } from '../edit-source.ts';
import { DONE, type ExitCode, FAILED } from '../exit-code.ts';
import { findInSource } from './find-in-source.ts';
import { fixSource } from './fix-source.ts';

/** The result of fixing sources. */
export interface Fixed {
  /** `NEGATIVE` if differences were printed. */
  code: ExitCode;
  /** The number of findings that were fixed. */
  count: number;
}

/** Fixes what has one right answer in sources, or prints the differences. */
export async function fixSources(
  names: readonly string[],
  { check, color }: { check?: boolean; color?: boolean },
  process: CommandProcess,
): Promise<Fixed> {
  let code: ExitCode = DONE;
  let count = 0;
  for (const name of names) {
    let fixed = 0;
    const result = await editSource(
      name,
      (text, content) => {
        // No rule about pictures has a fix.
        const edited = fixSource(
          text,
          findInSource(content, () => undefined),
        );
        fixed = Math.max(fixed, edited.fixed);
        return edited.text;
      },
      { check, color },
      process,
    );
    if (result === FAILED) return { code: FAILED, count };
    code = Math.max(code, result) as ExitCode;
    count += fixed;
  }
  return { code, count };
}
