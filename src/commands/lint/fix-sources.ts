import { VFile } from 'vfile';
import type { CommandProcess } from '../../file/command-process.ts';
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

/** Fixes what can only be fixed in one way in sources, or prints the diffs. */
export async function fixSources(
  names: readonly string[],
  { check, color, report }: { check?: boolean; color?: boolean; report?: LinkReport | undefined },
  process: CommandProcess,
): Promise<Fixed> {
  let code: ExitCode = DONE;
  let count = 0;
  for (const name of names) {
    let fixed = 0;
    const result = await editSource(
      name,
      async (text, content) => {
        const links = report ? await fixLinks(text, content, report) : { text, fixed: 0, content };
        const edited = await fixFindings(links.text, links.content);
        fixed = Math.max(fixed, links.fixed + edited.fixed);
        return edited;
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

/** Applies the new addresses of links first, as these may make people equal. */
async function fixLinks(text: string, content: SourceContent, report: LinkReport) {
  const { linkFindings, linkPlaces } = await import('./link-findings.ts');
  const edited = fixSource(text, linkFindings(await linkPlaces([content]), report));
  if (edited.fixed === 0) return { text, fixed: 0, content };
  const { cwd, path } = content.file;
  const after = await checkFile(new VFile({ cwd, path, value: edited.text }));
  return after.content ? { ...edited, content: after.content } : { text, fixed: 0, content };
}
