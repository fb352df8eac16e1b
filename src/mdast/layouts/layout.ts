import type { RootContent } from 'mdast';
import type { Report } from '../../diagnostics/report.ts';
import type { Credit } from '../../model/credit.ts';
import type { Format } from '../../model/output.ts';
import type { Locate } from '../../model/read.ts';
import type { WholeStyle } from '../../model/style.ts';
import type { ProseContent } from '../../prose/parse.ts';

/** What a layout has to know besides the credits. */
export interface Context {
  style: WholeStyle;
  format: Format;
  prose: ProseContent;
}

/** A way to show the credits of a section. */
export interface Layout {
  nodes(credits: readonly Credit[], context: Context): RootContent[];
  /** Reports what cannot be shown this way. */
  check?(credits: readonly Credit[], context: Context, locate: Locate, report: Report): void;
}
