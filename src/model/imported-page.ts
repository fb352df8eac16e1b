/** What `import` reads from a page, before it is written as YAML. */
import type { RootContent } from 'mdast';
import type { Link, MarkdownOptions, Person, Style } from '../types.ts';

/** The Markdown of a field, and the nodes that it comes from. */
export interface ImportedField {
  markdown: string;
  nodes: readonly RootContent[];
}

export interface ImportedEntry {
  name: string;
  url?: string;
  version?: string;
  by?: Person[];
  license?: string;
  /** Inline Markdown. */
  description?: string;
  links?: Link[];
  credits?: ImportedCredit[];
}

/** A credit, or a string credit. */
export type ImportedCredit = ImportedEntry | string;

/** A list of credits, and the style that reproduces it. */
export interface ImportedCredits {
  credits: ImportedCredit[];
  /** The keys of the style that make a difference to these credits. */
  style: Style;
  /** Keys of the style that have the default value. */
  unneeded?: readonly (keyof Style)[];
  /** Their nodes on the page. */
  nodes: readonly RootContent[];
  /** Their lines as Markdown, if they can be string credits. */
  lines?: string[];
}

export interface ImportedSection {
  title?: string;
  intro?: ImportedField;
  credits?: ImportedCredits;
  sections: ImportedSection[];
  outro?: ImportedField;
}

/** Returns the lists of credits in a section and all sections inside it, in the order of the page. */
export function creditLists({ credits, sections }: ImportedSection): ImportedCredits[] {
  return [...(credits ? [credits] : []), ...sections.flatMap(creditLists)];
}

export interface ImportedPage extends ImportedSection {
  /** YAML comments of the title and the description. */
  comments: Partial<Record<'title' | 'description', KeyComments>>;
  description?: string;
  /** Further front matter, key by key. */
  frontMatter: FrontMatterEntry[];
  notice?: true | string;
  output: { path: string; frontmatter?: false; title?: 'heading' | 'none' };
  html?: boolean;
  markdown?: MarkdownOptions;
}

/** YAML comments around a key and its value, without the `#`. */
export interface KeyComments {
  above: string[];
  /** On the same line. */
  beside?: string;
  below?: string[];
}

/** A key of front matter and its value, as lines of YAML. */
export interface FrontMatterEntry {
  key: string;
  lines: string[];
  /** The reason, if Starlight rejects it. */
  refused?: string;
}
