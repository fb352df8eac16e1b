import { foldLineEnds } from '../text/fold-line-ends.ts';
import type { Range } from '../text/range.ts';
import type { ParsedRegionFile, RegionMarker } from './parse-region-file.ts';
import { markerOf } from './region-markers.ts';

/** A region of a file: the range of its lines, without the markers. */
export interface Region extends Range {
  name: string;
  /** The line end after its start marker. */
  lineEnd: string;
}

interface Problem {
  range: Range;
  message: string;
  help: string;
}

/** A region, `undefined` if it has no markers, or the problems of its markers. */
export type Found = { problems: Problem[] } | { region: Region | undefined };

export function findRegion(file: ParsedRegionFile, name: string): Found {
  const own = file.markers.filter((marker) => marker.name === name);
  if (own.length === 0) return { region: undefined };
  const problems = problemsOf(own, file);
  const [start, end] = own;
  if (problems.length > 0 || !start || !end) return { problems };
  const lineEnd = /^(?:\r\n|\n|\r)/.exec(file.text.slice(start.end))?.[0] ?? '\n';
  return { region: { name, start: start.end + lineEnd.length, end: end.start, lineEnd } };
}

function problemsOf(markers: readonly RegionMarker[], file: ParsedRegionFile): Problem[] {
  const { format } = file;
  const name = markers[0]?.name ?? '';
  const [start, end] = [markerOf(name, 'start', format), markerOf(name, 'end', format)];
  const problems: Problem[] = [];
  const report = (range: Range, message: string, help: string) =>
    problems.push({ range, message, help });
  const first: { start?: RegionMarker; end?: RegionMarker } = {};
  const lines: { start?: number; end?: number } = {};
  for (const marker of markers) {
    const before = first[marker.side];
    if (before) {
      lines[marker.side] ??= lineOf(before, file);
      const line = lines[marker.side];
      const written = marker.side === 'start' ? start : end;
      report(marker, `"${written}" is already on line ${line}`, 'keep one of the two');
      continue;
    }
    first[marker.side] = marker;
    if (marker.side === 'end' && !first.start) {
      const isReversed = markers.some(({ side }) => side === 'start');
      report(
        marker,
        `"${end}" has no "${start}" above it`,
        isReversed ? 'swap the two markers' : `add "${start}" above it, on a line of its own`,
      );
    }
  }
  if (first.start && !first.end) {
    const help = `add "${end}" below it, on a line of its own`;
    report(first.start, `"${start}" has no "${end}" below it`, help);
  }
  if (problems.length > 0 || !first.start || !first.end) return problems;
  if (first.start.parent !== first.end.parent) {
    const help = 'put both in the same element, or both outside';
    report(first.end, `"${end}" is not in the same element as "${start}"`, help);
  }
  const { start: opened, end: closed } = first;
  const inside = file.markers.find(
    (marker) => marker.name !== name && marker.start > opened.start && marker.start < closed.start,
  );
  if (inside) {
    const written = markerOf(inside.name, inside.side, format);
    const help = `move it above "${start}" or below "${end}"`;
    report(inside, `"${written}" is inside the region "${name}", whose lines are replaced`, help);
  }
  return problems;
}

function lineOf({ start }: Range, { text }: ParsedRegionFile): number {
  return foldLineEnds(text.slice(0, start)).split('\n').length;
}
