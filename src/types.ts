/**
 * What a source says, as the library tells it: plain data, which is the same when it has been JSON
 * in between. The types are written out, so that they need no parser's types.
 */

/** The language of a page. */
export type Format = 'md' | 'mdx';

/** A page: what a source says. */
export interface Page extends Content {
  title?: string;
  description?: string;
  /** The page's further front matter. A date is text, as it is written. */
  frontmatter?: JsonMap;
  /** Where the page goes. */
  output?: View[];
  /** What the page says of its making: something by itself, or a text. */
  notice?: true | string;
  /** Whether Markdown may hold raw HTML, and JSX in an `.mdx` page. */
  html?: boolean;
  /** People who are named more than once, by id. */
  people?: { [id: string]: Person };
  /** Options of remark-stringify. */
  markdown?: MarkdownOptions;
}

/** A part of a page. */
export interface Section extends Content {
  title?: string;
}

interface Content {
  /** Before the credits. */
  intro?: Markdown;
  credits?: Credit[];
  sections?: Section[];
  /** After all else. */
  outro?: Markdown;
  style?: Style;
}

/** Something that is credited. */
export type Credit = Entry | Markdown;

/** A credit that is more than a line of Markdown. */
export interface Entry extends NestedEntry {
  credits?: (NestedEntry | Markdown)[];
}

/** A credit inside of a credit. */
export interface NestedEntry {
  name: string;
  url?: string;
  /** With the ids of `people` resolved. */
  by?: Person[];
  /** A line of Markdown. */
  description?: Markdown;
  version?: string;
  license?: string;
  links?: Link[];
}

/** A further link of a credit. */
export interface Link {
  label: string;
  url: string;
}

/** Somebody who is thanked: at least a name or a handle. */
export interface Person {
  name?: string;
  /** Without the `@`. */
  handle?: string;
  url?: string;
}

/** The Markdown of one field. */
export interface Markdown {
  /** GitHub-flavoured Markdown; MDX where the page has `html` and is an `.mdx` page. */
  markdown: string;
}

/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | JsonMap;

export interface JsonMap {
  [key: string]: Json;
}

/** Where a page goes, and what of it is shown there. */
export interface View {
  /** Relative to the source file, with `/`. */
  path: string;
  /** Whether the page has front matter. */
  frontmatter: boolean;
  /** Where the title stands: in the front matter, as a heading of level 1, or nowhere. */
  title: 'frontmatter' | 'heading' | 'none';
  /** The region of the file that all is written into. */
  region?: string;
  /** The titles of the sections that alone are shown. */
  sections?: string[];
  /** How the credits look, where that is not as the page says. */
  style?: Style;
}

/** How the credits of a section look; what is absent is inherited. */
export interface Style {
  layout?: 'list' | 'names' | 'table' | 'cards';
  bold?: boolean;
  separator?: string;
  by?: string;
  and?: string;
  columns?: Column[];
  labels?: { [column in Column]?: string };
  sort?: 'none' | 'name';
}

/** A column of a table, by the key of a credit that it shows. */
export type Column = 'name' | 'by' | 'description' | 'version' | 'license' | 'links';

/** The options of remark-stringify that a source may set. */
export interface MarkdownOptions {
  bullet?: '-' | '*' | '+';
  bulletOther?: '-' | '*' | '+';
  bulletOrdered?: '.' | ')';
  closeAtx?: boolean;
  emphasis?: '_' | '*';
  fence?: '`' | '~';
  fences?: boolean;
  incrementListMarker?: boolean;
  listItemIndent?: 'one' | 'tab' | 'mixed';
  quote?: '"' | "'";
  resourceLink?: boolean;
  rule?: '-' | '*' | '_';
  ruleRepetition?: number;
  ruleSpaces?: boolean;
  setext?: boolean;
  strong?: '*' | '_';
  tightDefinitions?: boolean;
}
