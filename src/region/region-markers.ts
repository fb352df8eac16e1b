/** The comments that a region stands between. */
import type { Format } from '../types.ts';

/** What a marker says of a region. */
export type Side = 'start' | 'end';

/** A marker as it is written. */
export function markerOf(name: string, side: Side, format: Format): string {
  return format === 'md' ? `<!-- ${name}:${side} -->` : `{/* ${name}:${side} */}`;
}

const MARKERS: Record<Format, RegExp> = {
  md: /^ {0,3}<!--[ \t]*([^\s:<>]+):(start|end)[ \t]*-->[ \t]*$/,
  mdx: /^[ \t]*\{\s*\/\*[ \t]*([^\s:*]+):(start|end)[ \t]*\*\/\s*\}[ \t]*$/,
};

/** The region and the side that a line is a marker of, if it is one. */
export function readMarker(line: string, format: Format): { name: string; side: Side } | undefined {
  const [, name, side] = MARKERS[format].exec(line) ?? [];
  return name === undefined ? undefined : { name, side: side as Side };
}
