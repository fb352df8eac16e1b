import type { Report } from '../diagnostics/report.ts';
import type { Node, ScalarNode } from '../source/nodes.ts';
import type { Markdown, Person } from '../types.ts';

/** What the shapes know of the source around the node that they read. */
export interface Scope {
  /** The text of the source. */
  text: string;
  report: Report;
  /** The people of the page, by id. */
  people: ReadonlyMap<string, Person>;
  /** Returns the id of `people` that a text is nearly equal to, or `undefined` if there is none. */
  nearPersonId(text: string): string | undefined;
  /** The level that the heading of a section would have here. */
  level: number;
  /** The Markdown fields that have been read, in source order. */
  fields: MarkdownField[];
  /** The node that each object of the model was read from. */
  nodes: Map<object, Node>;
}

/** A Markdown field, and where it is written. */
export interface MarkdownField {
  markdown: Markdown;
  /** Whether it is a single paragraph, or may hold blocks. */
  isInline: boolean;
  node: ScalarNode;
}
