/** A source in the making: what a page says, before it is written as YAML. */
import type { RootContent } from 'mdast';
import type { Link, MarkdownOptions, Person, Style } from '../types.ts';

/** Markdown for a field, and the nodes that it was made of. */
export interface Field {
  markdown: string;
  nodes: readonly RootContent[];
}

export interface DraftEntry {
  name: string;
  url?: string;
  version?: string;
  by?: Person[];
  license?: string;
  /** Inline Markdown. */
  description?: string;
  links?: Link[];
  credits?: DraftCredit[];
}

/** A credit: what it consists of, or a line of Markdown. */
export type DraftCredit = DraftEntry | string;

/** Credits that stand together, and the style that shows them as they were. */
export interface DraftCredits {
  credits: DraftCredit[];
  /** What the page would not come back without; other keys of a style make no difference. */
  style: Style;
  /** Keys of it that hold by themselves where none is set. */
  unneeded?: readonly (keyof Style)[];
  /** What they were on the page. */
  nodes: readonly RootContent[];
  /** The same as Markdown, a line each, where they can be that. */
  lines?: string[];
}

export interface DraftSection {
  title?: string;
  intro?: Field;
  credits?: DraftCredits;
  sections: DraftSection[];
  outro?: Field;
}

export interface Draft extends DraftSection {
  /** YAML comments that stood with the title and the description. */
  comments: Partial<Record<'title' | 'description', KeyComments>>;
  description?: string;
  /** The lines of further front matter, each key with its own. */
  frontMatter: FrontMatterEntry[];
  notice?: true | string;
  output?: { path: string; frontmatter?: false; title?: 'heading' | 'none' };
  html?: boolean;
  markdown?: MarkdownOptions;
}

/** YAML comments around a key and its value, without their marks. */
export interface KeyComments {
  above: string[];
  /** On the same line. */
  beside?: string;
  below?: string[];
}

/** A key of front matter and its value, as they were written. */
export interface FrontMatterEntry {
  key: string;
  lines: string[];
  /** Why Starlight does not take it, if so. */
  refused?: string;
}
