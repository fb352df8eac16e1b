import type { RootContent } from 'mdast';
import type { Report } from '../diagnostics/report.ts';
import type { ProseContent } from '../markdown/parse-fields.ts';
import type { Credit } from '../schema/credit-shape.ts';
import type { Format } from '../schema/output-shape.ts';
import type { Locate } from '../schema/read-page.ts';
import type { WholeStyle } from '../schema/style-shape.ts';

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
