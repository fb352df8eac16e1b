/** Writes and checks the layouts of credits. `readers.ts` recognizes them in a page. */
import type { RootContent } from 'mdast';
import type { Report } from '../diagnostics/report.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { Place } from '../model/place.ts';
import { walkSections } from '../model/walk-sections.ts';
import type { Locate } from '../schema/read-page.ts';
import type { Credit, Section } from '../types.ts';
import type { CardContext } from './cards/card-component.ts';
import { gridComponents, importStatement } from './cards/imports.ts';
import { writeCards } from './cards/write.ts';
import { checkGallery } from './gallery/check.ts';
import { writeGallery } from './gallery/write.ts';
import {
  type CheckLayout,
  type LayoutName,
  layoutIn,
  type WriteContext,
  type WriteLayout,
} from './layout.ts';
import { writeList } from './list/write.ts';
import { checkNames } from './names/check.ts';
import { writeNames } from './names/write.ts';
import { sortCredits } from './sort-credits.ts';
import { checkTable } from './table/check.ts';
import { writeTable } from './table/write.ts';

const writers: Record<LayoutName, WriteLayout> = {
  list: writeList,
  names: writeNames,
  table: writeTable,
  cards: writeCards,
  gallery: writeGallery,
};

const checks: Partial<Record<LayoutName, CheckLayout>> = {
  names: checkNames,
  table: checkTable,
  gallery: checkGallery,
};

/** The Starlight components that a layout shows credits with. */
const components: Partial<
  Record<LayoutName, (credits: readonly Credit[], context: CardContext) => string[]>
> = {
  cards: gridComponents,
};

/** Returns the nodes of the credits of a section, in the order and layout of its style. */
export function creditNodes(credits: readonly Credit[], context: WriteContext): RootContent[] {
  const { layout, sort } = context.style;
  const ordered = sort === 'name' ? sortCredits(credits, context.fields) : credits;
  return writers[layoutIn(layout, context.format)](ordered, context);
}

/** Reports content that the layouts of credits cannot show in a place. */
export function checkLayouts(
  { content, format, flavor }: Place,
  fields: FieldContent,
  locate: Locate,
  report: Report,
): void {
  for (const part of walkSections(content)) {
    if (!('credits' in part)) continue;
    const { credits, style } = part;
    const context = { style, format, flavor, fields, locate, report };
    checks[layoutIn(style.layout, format)]?.(credits, context);
  }
}

/**
 * Returns the import of the Starlight components that some content needs in an `.mdx` page, unless
 * they are declared.
 *
 * @param bound the names that the file of a region declares
 */
export function layoutImports(
  content: Section,
  context: Pick<WriteContext, 'fields' | 'handles'>,
  bound: ReadonlySet<string> = new Set(),
): RootContent[] {
  const parts = [...walkSections(content)];
  const used = parts.flatMap((part) => {
    if (!('credits' in part)) return [];
    const { credits, style } = part;
    return components[style.layout]?.(credits, { ...context, style }) ?? [];
  });
  if (used.length === 0) return [];
  const own = context.fields.bindings(parts.flatMap((part) => ('field' in part ? part.field : [])));
  const names = [...new Set(used)].filter((name) => !own.has(name) && !bound.has(name)).sort();
  return names.length > 0 ? [{ type: 'mdxjsEsm', value: importStatement(names) }] : [];
}
