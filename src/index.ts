/** starlight-credits as a pair of unified plugins, and the credits as data. */
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { VFile } from 'vfile';
import { firstError } from './diagnostics/report.ts';
import { pageData } from './model/page-data.ts';
import { checkPage, pageTree, shownWhole } from './pipeline.ts';
import { stringify } from './stringify/stringify.ts';
import type { Format, Page } from './types.ts';

export type * from './types.ts';

declare module 'vfile' {
  interface DataMap {
    /** The page that a source describes. */
    credits: Page;
  }
}

/** What both plugins take. */
export interface Options {
  /** The language of the page. @default 'md' */
  format?: Format;
}

/**
 * A parser from credits YAML to mdast.
 *
 * All that is wrong with a source is on `file.messages`: `ruleId` is the code, `place` points into
 * the YAML, `note` says what helps. The page as data is on `file.data.credits`.
 *
 * @throws {VFileMessage} the first error of an invalid source
 */
export const creditsParse: Plugin<[Options?], string, Root> = function (options = {}) {
  this.parser = (_, file) => {
    const { format = 'md' } = options;
    const shownIn = (page: Parameters<typeof shownWhole>[0]) => [shownWhole(page, format)];
    const checked = checkPage(file, { shownIn });
    if (!checked) throw firstError(file);
    file.data.credits = pageData(checked.page);
    return pageTree(checked, shownWhole(checked.page, format));
  };
};

/**
 * A compiler from mdast to the Markdown or MDX of a Starlight page: remark-stringify, with the
 * options that the source sets and the extensions that other plugins bring.
 */
export const creditsStringify: Plugin<[Options?], Root, string> = function (options = {}) {
  this.compiler = (tree, file) =>
    stringify(
      tree as Root,
      options.format ?? 'md',
      { ...this.data('settings'), ...file.data.credits?.markdown },
      this.data('toMarkdownExtensions'),
    );
};

/**
 * What credits YAML says, as plain data for those who show it themselves: an Astro component, or an
 * endpoint that answers with JSON.
 *
 * @throws {VFileMessage} the first error of an invalid source
 */
export function creditsData(yaml: string): Page {
  const file = new VFile(yaml);
  const checked = checkPage(file);
  if (!checked) throw firstError(file);
  return pageData(checked.page);
}
