import type { Range } from '../diagnostics/report.ts';
import { rangeOf } from '../source/source.ts';
import { plain } from './plain-text.ts';
import type { Shape } from './shape.ts';
import type { Style } from './style-shape.ts';

/** The language of a page. */
export type Format = 'md' | 'mdx';

/** What of a page is shown in one place, and how. */
export interface Display {
  /** Whether the page has front matter. */
  frontmatter: boolean;
  /** Where the title stands: in the front matter, as a heading of level 1, or nowhere. */
  title: 'frontmatter' | 'heading' | 'none';
  /** The region of the file that is all that is written. */
  region?: string;
  /** The titles of the sections to show; all of them by default. */
  sections?: string[];
  /** How the credits look, where that is not as the page says. */
  style?: Style;
}

/** Where a page goes, and what of it is shown there. */
export interface View extends Display {
  /** Relative to the source file, with `/`. */
  path: string;
  /** Where the path is written. */
  range: Range;
}

/** A page with all that belongs to one. */
export const WHOLE: Display = { frontmatter: true, title: 'frontmatter' };

/** The format of a page by the name of its file; nothing for another kind of file. */
export function formatOf(path: string): Format | undefined {
  return /\.(mdx?)$/.exec(path)?.[1] as Format | undefined;
}

const text = plain();

/** A path, and where it is written. */
export const outputPath: Shape<{ path: string; range: Range }> = {
  ...text,
  noun: 'a path',
  read(node, scope) {
    const path = text.read(node, scope);
    if (path === undefined) return;
    const range = rangeOf(node);
    if (!formatOf(path)) scope.report('output-extension', range, { path });
    return { path, range };
  },
  schema: () => ({
    type: 'string',
    pattern: '\\.mdx?[ \\t\\r\\n]*$',
    patternErrorMessage: 'A path that ends in .md or .mdx.',
  }),
};

/** A path where the page goes, all of it. */
export const wholeView: Shape<View[]> = {
  ...outputPath,
  read(node, scope) {
    const at = outputPath.read(node, scope);
    return at && [{ ...at, ...WHOLE }];
  },
};
