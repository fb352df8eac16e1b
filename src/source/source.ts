import type { Node } from 'yaml';
import type { Range } from '../diagnostics/report.ts';

/** A parsed source: well-formed YAML whose aliases all have a target. */
export interface Source {
  /** The root of the document; absent in an empty source. */
  root: Node | null;
  /** The node itself, or what it stands for where it is an alias. */
  resolve(node: Node): Node;
  /** The text as it was written, without a byte order mark. */
  text: string;
}

/** Where a node stands in the text. */
export function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
