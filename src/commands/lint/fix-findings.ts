import { VFile } from 'vfile';
import { checkFile, type SourceContent } from '../check-source-file.ts';
import { findInSource } from './find-in-source.ts';
import { fixSource } from './fix-source.ts';

/** The maximum number of rounds. */
const ROUNDS = 3;

/**
 * Fixes the findings of the rules in a source. One fix may make another one possible, so it repeats: removing
 * an unused person makes an id available for another person.
 */
export async function fixFindings(
  text: string,
  content: SourceContent,
): Promise<{ text: string; fixed: number; isValid: boolean }> {
  let result = { text, fixed: 0, isValid: true };
  let current = content;
  for (let round = 0; round < ROUNDS; round += 1) {
    // No rule about pictures has a fix.
    const edited = fixSource(
      result.text,
      findInSource(current, () => undefined),
    );
    if (edited.fixed === 0) break;
    result = { text: edited.text, fixed: result.fixed + edited.fixed, isValid: false };
    if (edited.isCostly) break;
    const { cwd, path } = content.file;
    const after = await checkFile(new VFile({ cwd, path, value: edited.text }));
    if (!after.content) break;
    current = after.content;
    result.isValid = true;
  }
  return result;
}
