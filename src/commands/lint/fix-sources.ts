import { VFile } from 'vfile';
import { firstError } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import type { SourceOutputs } from '../build/outputs.ts';
import { checkFile, type SourceContent } from '../check-source-file.ts';
import { editSource } from '../edit-source.ts';
import { DONE, type ExitCode, FAILED } from '../exit-code.ts';
import { fixFindings } from './fix-findings.ts';
import { fixSource } from './fix-source.ts';
import type { LinkReport } from './link-report.ts';

/** The result of fixing sources. */
export interface Fixed {
  /** `NEGATIVE` if differences were printed. */
  code: ExitCode;
  /** The number of findings that were fixed. */
  count: number;
}

/**
 * Fixes what can only be fixed in one way in sources, or prints the diffs.
 *
 * @param loaded what was read of each of them
 */
export async function fixSources(
  names: readonly string[],
  loaded: readonly SourceOutputs[],
  { check, color, report }: { check?: boolean; color?: boolean; report?: LinkReport | undefined },
  process: CommandProcess,
): Promise<Fixed> {
  let code: ExitCode = DONE;
  let count = 0;
  for (const [index, name] of names.entries()) {
    const { source: file, outputs: places, ...content } = loaded[index] as SourceOutputs;
    // A source with an error by its rules is not changed.
    const known = firstError(file) ? undefined : { ...content, file, places };
    let fixed = 0;
    const result = await editSource(
      name,
      async (text, content) => {
        const links = report ? await fixLinks(text, content, report) : { text, fixed: 0, content };
        const edited = await fixFindings(links.text, links.content);
        fixed = Math.max(fixed, links.fixed + edited.fixed);
        return edited;
      },
      { check, color, known },
      process,
    );
    if (result === FAILED) return { code: FAILED, count };
    code = Math.max(code, result) as ExitCode;
    count += fixed;
  }
  return { code, count };
}

/** Applies the new addresses of links first, as these may make people equal. */
async function fixLinks(text: string, content: SourceContent, report: LinkReport) {
  const { linkFindings, linkPlaces } = await import('./link-findings.ts');
  const edited = fixSource(text, linkFindings(await linkPlaces([content]), report));
  if (edited.fixed === 0) return { text, fixed: 0, content };
  const { cwd, path } = content.file;
  const after = await checkFile(new VFile({ cwd, path, value: edited.text }));
  return after.content ? { ...edited, content: after.content } : { text, fixed: 0, content };
}
