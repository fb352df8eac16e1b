import type { Node } from 'yaml';
import type { Report } from '../diagnostics/report.ts';
import type { MarkdownField } from './markdown-field.ts';
import type { Person } from './person-shape.ts';

/** What the reading of a value may need to know of the source around it. */
export interface Scope {
  /** The text of the source. */
  text: string;
  report: Report;
  /** The node itself, or what it stands for where it is an alias. */
  resolve(node: Node): Node;
  /** The line of a node, from 1. */
  lineOf(node: Node): number;
  /** The people of the page, by id. */
  people: ReadonlyMap<string, Person>;
  /** Returns the id of `people` that a text is nearly equal to, or `undefined` if there is none. */
  nearPersonId(text: string): string | undefined;
  /** The level of the heading that a section here would have. */
  level: number;
  /** Every Markdown field that has been read, in source order. */
  prose: MarkdownField[];
  /** What each map that has been read was written as. */
  nodes: Map<object, Node>;
}
