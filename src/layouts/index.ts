/** The layouts of credits. */
import type { RootContent } from 'mdast';
import type { Report } from '../diagnostics/report.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import { type Content, walkSections } from '../model/walk-sections.ts';
import type { Locate } from '../schema/read-page.ts';
import { resolveStyle } from '../schema/style-shape.ts';
import type { Credit, Format, Style } from '../types.ts';
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
  const ordered = sort === 'name' ? sorted(credits, context.fields) : credits;
  return layouts[layout].nodes(ordered, context);
}

/** Reports what the layouts of some content cannot show in a format. */
export function checkLayouts(
  content: Content,
  format: Format,
  fields: FieldContent,
  locate: Locate,
  report: Report,
): void {
  for (const { section, styles } of walkSections(content)) {
    const { credits = [] } = section;
    if (credits.length === 0) continue;
    const style = resolveStyle(styles);
    if (style.layout === 'cards' && format === 'md') {
      const chosen = styles.findLast(({ layout }) => layout !== undefined) as Style;
      report('layout-cards', locate(chosen, 'layout'), {});
    } else {
      layouts[style.layout].check?.(credits, { style, format, fields }, locate, report);
    }
  }
}
