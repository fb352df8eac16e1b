import { bindingsIn } from '../markdown/esm-bindings.ts';
import type { MarkdownParser } from '../markdown/parse-markdown.ts';
import { pageText } from '../pipeline.ts';
import { foldLineEnds } from '../text/fold-line-ends.ts';
import type { Format } from '../types.ts';
import { findRegion, type Region } from './find-region.ts';
import { type ParsedRegionFile, parseRegionFile } from './parse-region-file.ts';
import type { FoundRegionPage } from './region-file.ts';

/** Returns the text of a file with filled regions. Reports regions that could not be found again. */
export function fillRegions(parsed: ParsedRegionFile, pages: readonly FoundRegionPage[]): string {
  const bound = boundOutside(
    parsed,
    pages.map(({ region }) => region),
  );
  const contents = new Map<Region, string>();
  for (const { region, level, checked, place } of pages) {
    const content = pageText(checked, { ...place, around: { level, bound } });
    contents.set(region, content);
    if (place.format === 'mdx') {
      for (const name of bindingsIn(checked.tools.parsers.mdx(content).children)) bound.add(name);
    }
  }
  const text = withRegions(parsed.text, contents);
  if (text !== parsed.text) {
    for (const each of pages) checkKept(text, each, contents.get(each.region) ?? '');
  }
  return text;
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
  const inOrder = [...contents].sort(([a], [b]) => b.start - a.start);
  let result = text;
  for (const [region, content] of inOrder) {
    const lines = paddedLines(content, region);
    if (foldLineEnds(text.slice(region.start, region.end)) === foldLineEnds(lines)) continue;
    result = result.slice(0, region.start) + lines + result.slice(region.end);
  }
  return result;
}

/** Returns the content of a region between blank lines, with its line ends. */
function paddedLines(content: string, { lineEnd }: Region): string {
  return (content === '' ? '\n' : `\n${content}\n`).replaceAll('\n', lineEnd);
}

/** Reports a region that would not be found again after it was filled. */
function checkKept(text: string, filled: FoundRegionPage, content: string): void {
  const { region, place, checked, path, range, report } = filled;
  const found = regionIn(text, region.name, place.format, checked.tools.parsers[place.format]);
  const lines = found && foldLineEnds(text.slice(found.start, found.end)).trim();
  if (lines !== content.trim()) report('region-content', range, { path });
}

function regionIn(
  text: string,
  name: string,
  format: Format,
  parse: MarkdownParser,
): Region | undefined {
  try {
    const parsed = parseRegionFile(text, format, parse);
    const found = parsed && findRegion(parsed, name);
    return found && 'region' in found ? found.region : undefined;
  } catch {
    return;
  }
}
