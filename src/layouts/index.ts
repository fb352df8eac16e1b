/** The layouts of credits. */
import type { RootContent } from 'mdast';
import type { Report } from '../diagnostics/report.ts';
import type { ProseContent } from '../markdown/parse-fields.ts';
import type { Content } from '../model/select-content.ts';
import { creditLists } from '../model/walk-sections.ts';
import type { Credit } from '../schema/credit-shape.ts';
import type { Format } from '../schema/output-shape.ts';
import type { Locate } from '../schema/read-page.ts';
import { type Style, wholeStyle } from '../schema/style-shape.ts';
import { cards } from './cards/write.ts';
import type { Context, Layout } from './layout.ts';
import { list } from './list/write.ts';
import { names } from './names/write.ts';
import { sorted } from './sort-credits.ts';
import { table } from './table/write.ts';

const layouts: Record<NonNullable<Style['layout']>, Layout> = { list, names, table, cards };

/** The credits of a section, as its style wants them. */
export function creditNodes(credits: readonly Credit[], context: Context): RootContent[] {
  const { layout, sort } = context.style;
  const ordered = sort === 'name' ? sorted(credits, context.prose) : credits;
  return layouts[layout].nodes(ordered, context);
}

/** Reports what the layouts of a page cannot show in a language. */
export function checkLayouts(
  content: Content,
  format: Format,
  prose: ProseContent,
  locate: Locate,
  report: Report,
): void {
  for (const { credits, styles } of creditLists(content)) {
    const style = wholeStyle(styles);
    if (style.layout === 'cards' && format === 'md') {
      const chosen = styles.findLast(({ layout }) => layout !== undefined) as Style;
      report('layout-cards', locate(chosen, 'layout'), {});
    } else {
      layouts[style.layout].check?.(credits, { style, format, prose }, locate, report);
    }
  }
}
