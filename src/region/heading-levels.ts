import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range, Report } from '../diagnostics/report.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import { FIRST_LEVEL, LAST_LEVEL } from '../model/section-levels.ts';
import { walkSections } from '../model/walk-sections.ts';
import type { Locate } from '../schema/read-page.ts';
import type { Markdown, Section } from '../types.ts';
import type { Region } from './find-region.ts';
import type { ParsedRegionFile } from './parse-region-file.ts';

/** Returns the highest heading level of content: that of its sections, or a higher one in a field. */
export function highestLevel(content: Section, fields: FieldContent): number {
  const headings = [...walkSections(content)].flatMap((part) =>
    'field' in part ? headingsIn(part.field, fields) : [],
  );
  return Math.min(FIRST_LEVEL, ...headings.map(({ depth }) => depth));
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
 * Returns the heading level one below the heading above a region, or `undefined` if there is none.
 * Headings in other regions do not count.
 */
export function levelBelow(
  { start }: Region,
  { headings, markers }: ParsedRegionFile,
): number | undefined {
  const isOwn = (at: number) =>
    !markers.some((opened) => {
      if (opened.side !== 'start' || opened.start > at) return false;
      const closed = markers.find(
        (marker) =>
          marker.name === opened.name && marker.side === 'end' && marker.start > opened.start,
      );
      return closed !== undefined && at < closed.start && closed.start < start;
    });
  const above = headings.findLast(({ at }) => at < start && isOwn(at));
  return above && above.value + 1;
}

/**
 * Reports the headings that would be too deep in a region.
 *
 * @param level the heading level of the page's own sections in the region
 * @param path the path of the region's file, for messages
 */
export function checkLevels(
  content: Section,
  level: number,
  path: string,
  fields: FieldContent,
  locate: Locate,
  report: Report,
): void {
  const check = (depth: number, range: Range | undefined) => {
    if (depth > LAST_LEVEL) report('heading-depth', range, { depth, path });
  };
  // What is inside a section whose heading is too deep is not reported as well.
  const deepest = Math.max(level, LAST_LEVEL + 1);
  for (const part of walkSections(content, level)) {
    if (part.level > deepest) continue;
    if ('title' in part) check(part.level, locate(part.section, 'title'));
    if ('field' in part) {
      for (const heading of headingsIn(part.field, fields)) {
        check(heading.depth + level - FIRST_LEVEL, locate(part.field));
      }
    }
  }
}
