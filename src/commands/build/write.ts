import { reporterOn } from '../../diagnostics/report.ts';
import { readPageFile, reasonOf } from '../../file/read.ts';
import { replaceFile } from '../../file/write.ts';
import { isCurrent, withLineEndsOf } from './compare.ts';
import type { BuiltPage } from './pages.ts';

/** Writes the pages that have changed, once all of those that exist could be read. */
export function writePages(pages: readonly BuiltPage[], say: (line: string) => void): void {
  const existing = pages.map((page) => attempt(page, () => readPageFile(page.path)));
  if (pages.some(({ file }) => file.messages.length > 0)) return;
  for (const [index, page] of pages.entries()) {
    const { path, file } = page;
    const old = existing[index];
    if (old !== undefined && isCurrent(old, String(file))) say(`${file.path} is up to date`);
    else {
      attempt(page, () => replaceFile(path, withLineEndsOf(old, String(file))));
      if (file.messages.length === 0) say(`${file.path} ${old === undefined ? 'made' : 'updated'}`);
    }
  }
}

/** Does something with a page's file; a failure is said on it. */
function attempt<T>({ file }: BuiltPage, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    reporterOn(file)('output-unwritable', undefined, { reason: reasonOf(error) });
    return;
  }
}
