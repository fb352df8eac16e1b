/** The layouts of credits. */
import type { RootContent } from 'mdast';
import type { Report } from '../../diagnostics/report.ts';
import type { Content } from '../../model/content.ts';
import type { Credit } from '../../model/credit.ts';
import { creditLists } from '../../model/credit-lists.ts';
import type { Format } from '../../model/output.ts';
import type { Locate } from '../../model/read.ts';
import { type Style, wholeStyle } from '../../model/style.ts';
import type { ProseContent } from '../../prose/parse.ts';
import { sorted } from '../sort.ts';
import { cards } from './cards.ts';
import type { Context, Layout } from './layout.ts';
import { list } from './list.ts';
import { names } from './names.ts';
import { table } from './table.ts';

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
