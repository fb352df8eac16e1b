import type { RootContent } from 'mdast';
import type { Report } from '../diagnostics/report.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { ResolvedStyle } from '../model/style.ts';
import type { Locate } from '../schema/read-page.ts';
import type { Credit, Format, Page, Style } from '../types.ts';

export type LayoutName = ResolvedStyle['layout'];

interface LayoutContext {
  style: ResolvedStyle;
  format: Format;
  fields: FieldContent;
}

export interface WriteContext extends LayoutContext {
  /** What handles link to. */
  handles: Page['handles'];
  /** Returns the URL of a picture in the page. */
  imageUrl(src: string): string;
}

export type WriteLayout = (credits: readonly Credit[], context: WriteContext) => RootContent[];

interface CheckContext extends LayoutContext {
  /** The styles of the page, of its sections and of the section, of which `style` is the result. */
  styles: readonly Style[];
  locate: Locate;
  report: Report;
}

/** Reports content that a layout cannot show. */
export type CheckLayout = (credits: readonly Credit[], context: CheckContext) => void;
