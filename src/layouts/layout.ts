import type { RootContent } from 'mdast';
import type { Report } from '../diagnostics/report.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { ResolvedStyle } from '../model/style.ts';
import type { Locate } from '../schema/read-page.ts';
import type { Credit, Format, Style } from '../types.ts';

export type LayoutName = ResolvedStyle['layout'];

export interface WriteContext {
  style: ResolvedStyle;
  format: Format;
  fields: FieldContent;
  /** Returns the URL of a picture in the page. */
  imageUrl(src: string): string;
}

export type WriteLayout = (credits: readonly Credit[], context: WriteContext) => RootContent[];

interface CheckContext extends Omit<WriteContext, 'imageUrl'> {
  /** The styles of the page, of its sections and of the section, of which `style` is the result. */
  styles: readonly Style[];
  locate: Locate;
  report: Report;
}

/** Reports content that a layout cannot show. */
export type CheckLayout = (credits: readonly Credit[], context: CheckContext) => void;
