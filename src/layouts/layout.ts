import type { RootContent } from 'mdast';
import type { Report } from '../diagnostics/report.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { Locate } from '../schema/read-page.ts';
import type { ResolvedStyle } from '../schema/style-shape.ts';
import type { Credit, Format } from '../types.ts';

/** What a layout has to know besides the credits. */
export interface Context {
  style: ResolvedStyle;
  format: Format;
  fields: FieldContent;
}

/** A way to show the credits of a section. */
export interface Layout {
  nodes(credits: readonly Credit[], context: Context): RootContent[];
  /** Reports what cannot be shown this way. */
  check?(credits: readonly Credit[], context: Context, locate: Locate, report: Report): void;
}
