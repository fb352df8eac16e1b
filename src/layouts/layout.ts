import type { RootContent } from 'mdast';
import type { Report } from '../diagnostics/report.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { ResolvedStyle } from '../model/style.ts';
import type { Locate } from '../schema/read-page.ts';
import type { Credit, Flavor, Format, Page } from '../types.ts';

export type LayoutName = ResolvedStyle['layout'];

interface LayoutContext {
  style: ResolvedStyle;
  format: Format;
  flavor: Flavor;
  fields: FieldContent;
}

export interface WriteContext extends LayoutContext {
  /** Whether the text of the page is written from right to left. */
  isRightToLeft: boolean;
  /** What handles link to. */
  handles: Page['handles'];
  /** Returns the URL of a picture in the page. */
  imageUrl(src: string): string;
}

/** Returns the layout that shows credits in a format: cards need components, which only MDX has. */
export function layoutIn(layout: LayoutName, format: Format): LayoutName {
  return layout === 'cards' && format === 'md' ? 'list' : layout;
}

export type WriteLayout = (credits: readonly Credit[], context: WriteContext) => RootContent[];

interface CheckContext extends LayoutContext {
  locate: Locate;
  report: Report;
}

/** Reports content that a layout cannot show. */
export type CheckLayout = (credits: readonly Credit[], context: CheckContext) => void;
