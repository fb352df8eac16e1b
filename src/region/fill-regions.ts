import { bindingsIn } from '../markdown/esm-bindings.ts';
import type { ParsingBudget } from '../markdown/markdown-limits.ts';
import type { MarkdownParser } from '../markdown/markdown-parser.ts';
import { pageText } from '../pipeline.ts';
import { foldLineEnds } from '../text/fold-line-ends.ts';
import type { Format } from '../types.ts';
import { findRegion, type Region } from './find-region.ts';
import { type ParsedRegionFile, parseRegionFile } from './parse-region-file.ts';
import type { FoundRegionPage } from './region-file.ts';

/** A file with filled regions. */
export interface FilledFile {
  text: string;
  /** The lines of each region before and after. */
  regions: { name: string; before: string; after: string }[];
}

/** Fills the regions of a file. Reports regions that could not be found again. */
export function fillRegions(
  parsed: ParsedRegionFile,
  pages: readonly FoundRegionPage[],
  budget: ParsingBudget,
): FilledFile {
  const bound = boundOutside(
    parsed,
    pages.map(({ region }) => region),
  );
  const contents = new Map<Region, string>();
  for (const page of pages) {
    const { region, level, checked, place } = page;
    const content = pageText(checked, { ...place, around: { level, bound } });
    contents.set(region, content);
    if (place.format === 'mdx') {
      if (isTooMuch(content, page, budget)) return { text: parsed.text, regions: [] };
      for (const name of bindingsIn(checked.tools.parsers.mdx(content).children)) bound.add(name);
    }
  }
  const text = withRegions(parsed.text, contents);
  const [first] = pages;
  if (first && text !== parsed.text && !isTooMuch(text, first, budget)) {
    checkKept(text, first, pages, contents);
  }
  const regions = [...contents].map(([{ name, start, end }, after]) => ({
    name,
    before: parsed.text.slice(start, end),
    after,
  }));
  return { text, regions };
}

/** Whether a text would take too long to parse, which is reported. */
function isTooMuch(
  text: string,
  { range, report, place }: FoundRegionPage,
  budget: ParsingBudget,
): boolean {
  const reason = budget.add(text, place.format);
  if (reason !== undefined) report('markdown-too-long', range, { reason });
  return reason !== undefined;
}

/** Returns the names that the ESM of a file declares outside some of its regions. */
function boundOutside({ bindings }: ParsedRegionFile, regions: readonly Region[]): Set<string> {
  const outside = bindings.filter(
    ({ at }) => !regions.some(({ start, end }) => start <= at && at < end),
  );
  return new Set(outside.map(({ value }) => value));
}

/** Replaces the content of regions, except of those that differ only in line ends. */
function withRegions(text: string, contents: ReadonlyMap<Region, string>): string {
  const inOrder = [...contents].sort(([a], [b]) => a.start - b.start);
  const pieces: string[] = [];
  let at = 0;
  for (const [region, content] of inOrder) {
    const lines = paddedLines(content, region);
    if (foldLineEnds(text.slice(region.start, region.end)) === foldLineEnds(lines)) continue;
    pieces.push(text.slice(at, region.start), lines);
    at = region.end;
  }
  return [...pieces, text.slice(at)].join('');
}

/** Returns the content of a region between blank lines, with its line ends. */
function paddedLines(content: string, { lineEnd }: Region): string {
  return (content === '' ? '\n' : `\n${content}\n`).replaceAll('\n', lineEnd);
}

/** Reports regions that would not be found again after they were filled. */
function checkKept(
  text: string,
  { place, checked }: FoundRegionPage,
  pages: readonly FoundRegionPage[],
  contents: ReadonlyMap<Region, string>,
): void {
  const filled = parsedOrNothing(text, place.format, checked.tools.parsers[place.format]);
  for (const { region, path, range, report } of pages) {
    const found = filled && findRegion(filled, region.name);
    const kept = found && 'region' in found ? found.region : undefined;
    const lines = kept && foldLineEnds(text.slice(kept.start, kept.end)).trim();
    if (lines !== contents.get(region)?.trim()) report('region-content', range, { path });
  }
}

function parsedOrNothing(
  text: string,
  format: Format,
  parse: MarkdownParser,
): ParsedRegionFile | undefined {
  try {
    return parseRegionFile(text, format, parse);
  } catch {
    return;
  }
}
