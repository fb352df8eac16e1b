/** starlight-credits as a pair of unified plugins, and the credits as data. */
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { VFile } from 'vfile';
import { firstError } from './diagnostics/report.ts';
import { type Place, placesInSource } from './model/place.ts';
import { wholeDisplay } from './model/view.ts';
import { type CheckedPage, loadPageSync, pageTree } from './pipeline.ts';
import { stringify } from './stringify/stringify.ts';
import { syncLanguages } from './sync-languages.ts';
import type { Format, Page } from './types.ts';

export type * from './types.ts';

declare module 'vfile' {
  interface DataMap {
    /** The page that a source describes. */
    credits: Page;
  }
}

/** Options of both plugins. */
export interface Options {
  /** The format of the page. @default 'md' */
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
export const creditsParse: Plugin<[Options?], string, Root> = function ({ format = 'md' } = {}) {
  this.parser = (_, file) => {
    const placeOf = (page: Page) => ({ display: wholeDisplay(page), format });
    const checked = checkedOrThrow(file, (page) => [placeOf(page)]);
    file.data.credits = checked.page;
    return pageTree(checked, placeOf(checked.page));
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
  return checkedOrThrow(new VFile(yaml), placesInSource).page;
}

function checkedOrThrow(file: VFile, placesOf: (page: Page) => readonly Place[]): CheckedPage {
  const checked = loadPageSync(file, placesOf, syncLanguages);
  const error = firstError(file);
  if (!checked || error) throw error;
  return checked;
}
