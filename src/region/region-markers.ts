import type { Format } from '../types.ts';

/** Whether a marker starts or ends a region. */
export type Side = 'start' | 'end';

/** Returns the text of a marker. */
export function markerOf(name: string, side: Side, format: Format): string {
  return format === 'md' ? `<!-- ${name}:${side} -->` : `{/* ${name}:${side} */}`;
}

const MARKERS: Record<Format, RegExp> = {
  md: /^ {0,3}<!--[ \t]*([^\s:<>]+):(start|end)[ \t]*-->[ \t]*$/,
  mdx: /^[ \t]*\{\s*\/\*[ \t]*([^\s:*]+):(start|end)[ \t]*\*\/\s*\}[ \t]*$/,
};

/** Parses a marker. Returns `undefined` if the line is not one. */
export function readMarker(line: string, format: Format): { name: string; side: Side } | undefined {
  const [, name, side] = MARKERS[format].exec(line) ?? [];
  return name === undefined ? undefined : { name, side: side as Side };
}
