import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/report.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import { FIRST_LEVEL, LAST_LEVEL } from '../model/section-levels.ts';
import { walkSections } from '../model/walk-sections.ts';
import type { Locate } from '../schema/read-page.ts';
import type { Range } from '../text/range.ts';
import type { Markdown, Section } from '../types.ts';
import type { Region } from './find-region.ts';
import type { ParsedRegionFile, RegionMarker } from './parse-region-file.ts';

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
  const ends = endsOfRegions(markers);
  let level: number | undefined;
  let next = 0;
  let otherEnd = 0;
  for (const { at, value } of headings) {
    if (at >= start) break;
    for (; next < markers.length && (markers[next] as RegionMarker).start <= at; next += 1) {
      const end = ends[next] ?? 0;
      if (end < start) otherEnd = Math.max(otherEnd, end);
    }
    if (at >= otherEnd) level = value;
  }
  return level === undefined ? undefined : level + 1;
}

/** Returns where the region of each start marker ends, or `undefined` for other markers. */
function endsOfRegions(markers: readonly RegionMarker[]): (number | undefined)[] {
  const nextEnds = new Map<string, number>();
  const ends: (number | undefined)[] = [];
  for (const { name, side, start } of markers.toReversed()) {
    ends.push(side === 'start' ? nextEnds.get(name) : undefined);
    if (side === 'end') nextEnds.set(name, start);
  }
  return ends.reverse();
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
