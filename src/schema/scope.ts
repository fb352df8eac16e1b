import type { Report } from '../diagnostics/report.ts';
import type { Node, ScalarNode } from '../source/nodes.ts';
import type { Range } from '../text/range.ts';
import type { Image, Markdown, Person, Section } from '../types.ts';

/** The context in which shapes read a node. */
export interface Scope {
  /** The text of the source. */
  text: string;
  /** Returns the number of the line that a range starts in, from 1. */
  lineOf(range: Range): number;
  report: Report;
  /** The people of the page, by id. */
  people: ReadonlyMap<string, Person>;
  /** Returns the id of `people` that a text is nearly equal to, or `undefined` if there is none. */
  nearPersonId(text: string): string | undefined;
  /** The languages of the page, the default first; none if the page has only one. */
  languages: readonly string[];
  /** The language that is read. */
  lang: string | undefined;
  /** The values that were read of maps from language to value. */
  chosen: Map<Node, Node>;
  /** The maps without a value in the language that is read. */
  untranslated: Node[];
  /** The titles in the default language of the sections that are read in another language. */
  defaultTitles: Map<Section, string>;
  /** The heading level of a section at this place. */
  level: number;
  /** The Markdown fields that have been read, in source order. */
  fields: MarkdownField[];
  /** The pictures that have been read. */
  images: Image[];
  /** The node that each object of the model was read from. */
  nodes: Map<object, Node>;
}

/** A Markdown field, and where it is written. */
export interface MarkdownField {
  markdown: Markdown;
  /** Whether it must be a single paragraph, without other blocks. */
  isInline: boolean;
  node: ScalarNode;
}
