import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/report.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import { FIRST_LEVEL, LAST_LEVEL } from '../model/section-levels.ts';
import { type Content, walkSections } from '../model/walk-sections.ts';
import type { Locate } from '../schema/read-page.ts';
import type { Markdown } from '../types.ts';

/** Returns the highest heading level of content: that of its sections, or a higher one in a field. */
export function highestLevel(content: Content, fields: FieldContent): number {
  const depths = [...walkSections(content)].flatMap(({ section: { intro, outro } }) =>
    [intro, outro].flatMap((field) =>
      field ? headingsIn(field, fields).map(({ depth }) => depth) : [],
    ),
  );
  return Math.min(FIRST_LEVEL, ...depths);
}

function headingsIn(field: Markdown, fields: FieldContent): Heading[] {
  const headings: Heading[] = [];
  for (const block of fields.blocks(field)) {
    visit(block, 'heading', (heading) => {
      headings.push(heading);
    });
  }
  return headings;
}

/**
 * Reports the headings that would be too deep in a region.
 *
 * @param level the heading level of the page's own sections in the region
 * @param path the path of the region's file, for messages
 */
export function checkLevels(
  content: Content,
  level: number,
  path: string,
  fields: FieldContent,
  locate: Locate,
  report: Report,
): void {
  const checkField = (field: Markdown) => {
    for (const heading of headingsIn(field, fields)) {
      const depth = heading.depth + level - FIRST_LEVEL;
      if (depth > LAST_LEVEL) report('heading-depth', locate(field), { depth, path });
    }
  };
  const checkContent = ({ intro, sections = [], outro }: Content, depth: number): void => {
    if (intro) checkField(intro);
    for (const section of sections) {
      if (section.title === undefined) checkContent(section, depth);
      else if (depth <= LAST_LEVEL) checkContent(section, depth + 1);
      else report('heading-depth', locate(section, 'title'), { depth, path });
    }
    if (outro) checkField(outro);
  };
  checkContent(content, level);
}
