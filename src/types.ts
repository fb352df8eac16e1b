/**
 * The credits as plain data: what `creditsData` returns and `file.data.credits` holds. Each value
 * survives `JSON.stringify` and `JSON.parse`. The types are written out rather than derived from the
 * schema, so that users of the library need no other types.
 */

/** The format of a page: Markdown or MDX. */
export type Format = 'md' | 'mdx';

/** A page, as its source describes it. */
export interface Page extends Content {
  /** Plain text. Absent only if no view shows a title. */
  title?: string;
  /** Plain text: the `description` in the front matter. */
  description?: string;
  /** Further front matter. A date is a string, as written in the source. */
  frontmatter?: JsonMap;
  /** Where the page goes. Without it, the command uses its default path. */
  output?: View[];
  /**
   * Whether a comment says that the page is generated: `true` for the standard text, or its text.
   *
   * @default no comment
   */
  notice?: true | string;
  /**
   * Whether Markdown fields may contain raw HTML. In an `.mdx` page, they are then MDX.
   *
   * @default false
   */
  html?: boolean;
  /** People who are named more than once, by their ids. */
  people?: { [id: string]: Person };
  /** How the Markdown of the page is formatted. */
  markdown?: MarkdownOptions;
}

/** A section of a page, or of another section. */
export interface Section extends Content {
  /** Plain text: the heading. Without it, the section has none. */
  title?: string;
}

/** What pages and sections contain, in the order in which it is shown. */
interface Content {
  /** Markdown before the credits. It may contain blocks such as lists, and headings. */
  intro?: Markdown;
  credits?: Credit[];
  /** Subsections. Their headings are one level deeper than the heading of this section. */
  sections?: Section[];
  /** Markdown after everything else. It may contain blocks as well. */
  outro?: Markdown;
  /** How the credits look. Subsections inherit it, key by key. */
  style?: Style;
}

/** A credit: a map with a name, or a line of Markdown. */
export type Credit = Entry | Markdown;

/** A credit with a name. */
export interface Entry extends NestedEntry {
  /** Credits that belong to this one. They cannot be nested any deeper. */
  credits?: (NestedEntry | Markdown)[];
}

/** A credit with a name, without nested credits. */
export interface NestedEntry {
  /** Plain text: what is credited. */
  name: string;
  /** The URL that the name links to: `http:`, `https:`, `mailto:` or relative. */
  url?: string;
  /** Who made it. Ids of `people` are resolved. */
  by?: Person[];
  /** Inline Markdown. */
  description?: Markdown;
  /** Plain text, as written in the source: `1.10` stays `1.10`. */
  version?: string;
  /**
   * Plain text, an SPDX expression if there is one.
   *
   * @see https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/
   */
  license?: string;
  /** Further links, shown after the description. */
  links?: Link[];
}

/** A further link of a credit. */
export interface Link {
  /** Plain text: the text of the link. */
  label: string;
  /** `http:`, `https:`, `mailto:` or relative. */
  url: string;
}

/** A person or a group. At least one of `name` and `handle` is present. */
export interface Person {
  /** Plain text. */
  name?: string;
  /** Plain text, without the leading `@`. */
  handle?: string;
  /** The URL that the name links to, or the handle if there is no name. */
  url?: string;
}

/** The value of a Markdown field. */
export interface Markdown {
  /** GitHub Flavored Markdown, or MDX in an `.mdx` page with `html: true`. */
  markdown: string;
}

/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonMap;

/** A JSON object. */
export interface JsonMap {
  /** A member of the object. */
  [key: string]: Json;
}

/** Where a page goes, and what it shows there. */
export interface View {
  /** A path that ends in `.md` or `.mdx`, relative to the source, with `/`. */
  path: string;
  /** Whether the page has front matter. */
  frontmatter: boolean;
  /** Where the title is shown: in the front matter, as a heading of level 1, or nowhere. */
  title: 'frontmatter' | 'heading' | 'none';
  /** The name of the region to write. Without it, the page is the whole file. */
  region?: string;
  /** The titles of the sections to show. Without it, everything is shown. */
  sections?: string[];
  /** A style that is merged into the style of the page. Styles of sections take precedence. */
  style?: Style;
}

/**
 * How the credits of a section look. A key that is absent is inherited from the section around it,
 * and finally from the defaults below.
 */
export interface Style {
  /**
   * A list, the names in one paragraph, a table, or Starlight's cards. Cards need an `.mdx` page.
   *
   * @default 'list'
   */
  layout?: 'list' | 'names' | 'table' | 'cards';
  /**
   * Whether names are bold, in lists and tables.
   *
   * @default true
   */
  bold?: boolean;
  /**
   * Plain text between a credit and its description.
   *
   * @default ' - '
   */
  separator?: string;
  /**
   * The word before the people. It is left out if empty.
   *
   * @default 'by'
   */
  by?: string;
  /**
   * The word before the last of several people.
   *
   * @default 'and'
   */
  and?: string;
  /**
   * The columns of a table, in order.
   *
   * @default the columns that have content, in the order of `Column`
   */
  columns?: Column[];
  /**
   * The headings of the columns of a table.
   *
   * @default 'Name', 'By', 'Description', 'Version', 'License' and 'Links'
   */
  labels?: { [column in Column]?: string };
  /**
   * `'name'` sorts credits by name, ignoring case and accents, and nested credits within theirs.
   * `'none'` keeps the order of the source.
   *
   * @default 'none'
   */
  sort?: 'none' | 'name';
}

/** A column of a table: the key of a credit that it shows. */
export type Column = 'name' | 'by' | 'description' | 'version' | 'license' | 'links';

/**
 * How the Markdown of a page is formatted: options of remark-stringify. The defaults of `bullet`,
 * `emphasis`, `resourceLink` and `rule` differ from its own.
 *
 * @see https://github.com/remarkjs/remark/tree/main/packages/remark-stringify#options
 */
export interface MarkdownOptions {
  /**
   * The marker of list items.
   *
   * @default '-'
   */
  bullet?: '-' | '*' | '+';
  /**
   * The marker of a list directly after another list. It must differ from `bullet`.
   *
   * @default '*', or '-' if `bullet` is '*'
   */
  bulletOther?: '-' | '*' | '+';
  /**
   * The character after the number of an ordered list item.
   *
   * @default '.'
   */
  bulletOrdered?: '.' | ')';
  /**
   * Whether ATX headings end with as many `#` as they start with.
   *
   * @default false
   */
  closeAtx?: boolean;
  /**
   * The marker of emphasis.
   *
   * @default '_'
   */
  emphasis?: '_' | '*';
  /**
   * The marker of fenced code.
   *
   * @default '`'
   */
  fence?: '`' | '~';
  /**
   * Whether code is always fenced. With `false`, code without a language is indented.
   *
   * @default true
   */
  fences?: boolean;
  /**
   * Whether the numbers of ordered list items increase. With `false`, all are the first number.
   *
   * @default true
   */
  incrementListMarker?: boolean;
  /**
   * The indentation of list items: the width of the marker and one space (`'one'`), the next multiple
   * of 4 columns (`'tab'`), or `'one'` for tight lists and `'tab'` for loose ones (`'mixed'`).
   *
   * @default 'one'
   */
  listItemIndent?: 'one' | 'tab' | 'mixed';
  /**
   * The quotation mark around titles of links and images.
   *
   * @default '"'
   */
  quote?: '"' | "'";
  /**
   * Whether a link whose text is its URL is written as `[text](url)`. With `false`, it is an autolink
   * (`<url>`) if possible.
   *
   * @default true
   */
  resourceLink?: boolean;
  /**
   * The marker of thematic breaks.
   *
   * @default '-'
   */
  rule?: '-' | '*' | '_';
  /**
   * The number of markers in a thematic break: an integer, 3 or more.
   *
   * @default 3
   */
  ruleRepetition?: number;
  /**
   * Whether there are spaces between the markers of a thematic break.
   *
   * @default false
   */
  ruleSpaces?: boolean;
  /**
   * Whether headings of level 1 and 2 are underlined with `=` and `-` (setext) instead of starting
   * with `#`.
   *
   * @default false
   */
  setext?: boolean;
  /**
   * The marker of strong text. Each is doubled: `'*'` gives `**text**`.
   *
   * @default '*'
   */
  strong?: '*' | '_';
  /**
   * Whether there is no blank line between definitions.
   *
   * @default false
   */
  tightDefinitions?: boolean;
}
