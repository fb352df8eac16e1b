/**
 * The credits as plain data: what `creditsData` returns and `file.data.credits` holds. Each value
 * survives `JSON.stringify` and `JSON.parse`. The types are written out rather than derived from the
 * schema, so that users of the library need no other types.
 */

/** The format of a page: Markdown or MDX. */
export type Format = 'md' | 'mdx';

/** The place where a page is read, which decides what its Markdown may contain. */
export type Flavor = 'starlight' | 'github';

/** A page, as its source describes it. Keys that the source does not set are absent. */
export interface Page extends Section {
  /** Plain text. Absent only if no view shows a title. */
  title?: string;
  /** Plain text: the `description` in the front matter. */
  description?: string;
  /**
   * Further front matter, with the values that js-yaml reads. Dates and numbers that JSON lacks are
   * strings, as written in the source.
   */
  frontmatter?: JsonMap;
  /**
   * Where the page goes: one view or more.
   *
   * @default `src/content/docs/credits.md` if `src/content/docs` exists, otherwise `credits.md`, beside
   * the source
   */
  output?: View[];
  /**
   * The comment at the top that says that the page is generated: `true` for the standard text, or
   * other plain text.
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
  /**
   * The URL where the site is published: `http:` or `https:`, as in Astro's configuration. In GitHub
   * views, root-relative URLs such as `/docs/` are resolved against it. They contain the `base` of the
   * site already.
   *
   * @see https://docs.astro.build/en/reference/configuration-reference/#site
   */
  site?: string;
  /** People who are named more than once, by their ids. */
  people?: { [id: string]: Person };
  /**
   * What handles link to: profiles on a forge, or on another site.
   *
   * @default handles are text
   */
  handles?: 'github' | 'gitlab' | 'codeberg' | HandleTemplates;
  /**
   * The tags of the languages of the page (BCP 47), the default first. All strings are in one of them.
   *
   * @default none: the page is in one language
   */
  languages?: string[];
  /** How the Markdown of the page is formatted. */
  markdown?: MarkdownOptions;
  /** The severities of diagnostics that differ from the defaults, by code. */
  rules?: { [code: string]: 'off' | 'info' | 'warning' | 'error' };
  /** Which URLs are left out when links are checked. */
  links?: LinkOptions;
}

/** Options for checking the links of a page. */
export interface LinkOptions {
  /**
   * Globs of URLs that `data --urls` leaves out. `*` matches any characters but `/`, `**` also matches
   * those, and `{a,b}` matches either. All other characters match themselves.
   */
  exclude?: string[];
}

/** A section of a page, or of another section. Its parts are shown in this order. */
export interface Section {
  /** Plain text: the heading. A section without a title has no heading. */
  title?: string;
  /** Markdown before the credits. It may contain blocks, such as lists and headings. */
  intro?: Markdown;
  /** The credits, in the order of the source. */
  credits?: Credit[];
  /**
   * Subsections. Their headings are one level below the heading of this section; those of the page's
   * own sections are level 2. The deepest level is 6.
   */
  sections?: Section[];
  /** Markdown after everything else. It may contain blocks, such as lists and headings. */
  outro?: Markdown;
  /** How the credits look. Subsections inherit it, key by key. */
  style?: Style;
  /**
   * Manifests whose entries this section, its subsections included, is meant to credit. The command
   * `audit` reports those that it does not. Pages do not show it.
   *
   * @default nothing
   */
  covers?: Coverage[];
}

/** A manifest whose entries a section is meant to credit. */
export interface Coverage {
  /**
   * The path of a manifest, or a glob, relative to the source, with `/`, and after `#`, the group of
   * entries, as in `package.json#devDependencies`; or `git` for the people in the history.
   */
  manifest: string;
  /**
   * The entries that are not credited.
   *
   * @default none
   */
  ignore?: IgnoredEntry[];
}

/** Entries of a manifest that are not credited. */
export interface IgnoredEntry {
  /** The name, or in the history a name or handle. `*` matches any characters but `/`. */
  name: string;
  /** Plain text: why they are not credited. Pages do not show it. */
  reason: string;
}

/** A credit: a map with a name or a person, or a line of Markdown. */
export type Credit = Entry | Markdown;

/** A credit with a name. */
export interface Entry extends NestedEntry {
  /** Credits that belong to this one. They cannot be nested any deeper. */
  credits?: (NestedEntry | Markdown)[];
}

/** A credit with a name, without nested credits. */
export interface NestedEntry {
  /** Plain text: what is credited. For a person, the name, or `@` and the handle if there is no name. */
  name: string;
  /** The person who is credited. Ids of `people` are resolved. Without it, something else is credited. */
  person?: Person;
  /**
   * The URL that the name links to: `http:`, `https:`, `mailto:` or relative. For a person, that of the
   * credit, or otherwise that of the person.
   */
  url?: string;
  /**
   * A picture, such as a logo. For a person, that of the credit, or otherwise that of the person. The
   * layouts `list` and `names` do not show it.
   */
  image?: Image;
  /** The people behind it. Ids of `people` are resolved. Absent if the credit is a person. */
  by?: Person[];
  /** Inline Markdown. */
  description?: Markdown;
  /** Plain text, as written in the source: `1.10` is `'1.10'`. */
  version?: string;
  /**
   * Plain text: an SPDX expression if possible.
   *
   * @see https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/
   */
  license?: string;
  /** Further links, after the description. */
  links?: Link[];
}

/** A further link of a credit. */
export interface Link {
  /** Plain text: the text of the link. */
  label: string;
  /** The URL of the link: `http:`, `https:`, `mailto:` or relative. */
  url: string;
}

/** URLs that handles stand for. In each, `{handle}` is replaced with the percent-encoded handle. */
export type HandleTemplates = {
  /** The URL of a profile: `http:`, `https:`, `mailto:` or relative. */
  url: string;
  /** The URL of a picture. */
  avatar?: string;
};

/** A person or a group. At least one of `name` and `handle` is present. */
export interface Person {
  /** Plain text: the full name. */
  name?: string;
  /** Plain text: the user name, without the leading `@`. */
  handle?: string;
  /** The URL that the name links to, or the handle if there is no name. */
  url?: string;
  /** A picture of the person, or the logo of the group. */
  image?: Image;
}

/**
 * A picture, or one for each color scheme of the reader. Paths and URLs are as written in the source:
 * `http:`, `https:`, a URL that starts with `/`, or a path relative to the source, which is not
 * percent-encoded.
 */
export type Image = SingleImage | ThemedImage;

/** A picture for both color schemes. */
export interface SingleImage extends Alternative {
  /** The path or URL. */
  src: string;
}

/** A picture for each color scheme. */
export interface ThemedImage extends Alternative {
  /** The path or URL of the picture on a light background. */
  light: string;
  /** The path or URL of the picture on a dark background. */
  dark: string;
}

/** The alternative text of a picture. */
interface Alternative {
  /**
   * Plain text for readers who do not see the picture. It may be empty, as the name is beside it.
   *
   * @default ''
   */
  alt?: string;
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
  [key: string]: Json;
}

/** Where a page goes, and what it shows there. Defaults are filled in. */
export interface View {
  /** A path that ends in `.md` or `.mdx`, relative to the source, with `/`. */
  path: string;
  /**
   * Whether the page has front matter.
   *
   * @default true, or false in a region
   */
  frontmatter: boolean;
  /**
   * Further front matter of this view. Its keys replace those in the front matter of the page.
   *
   * @default nothing
   */
  addedFrontmatter?: JsonMap;
  /**
   * Where the title is shown: in the front matter, as a heading of level 1, or nowhere.
   *
   * @default 'frontmatter', 'heading' without front matter, or 'none' in a region
   */
  title: 'frontmatter' | 'heading' | 'none';
  /**
   * The name of the region to write, without white space, and without ASCII punctuation except `-`,
   * `.` and `_`.
   *
   * @default none: the page is the whole file
   */
  region?: string;
  /**
   * The titles of the sections to show, at any level and in the default language: one or more.
   *
   * @default the whole page
   */
  sections?: string[];
  /** A style that is merged into the style of the page. Styles of sections take precedence. */
  style?: Style;
  /**
   * The language of the page: one of its `languages`.
   *
   * @default the first of `languages`
   */
  lang?: string;
  /**
   * Where the page is read. On GitHub, asides are alerts, root-relative URLs are resolved against
   * `site`, and cards are a list. An `.mdx` page is always read in Starlight.
   *
   * @default 'github' for an `.md` file outside `src/content` that is a region or has no front matter,
   * otherwise 'starlight'
   */
  flavor?: Flavor;
}

/**
 * How the credits of a section look. A key that is absent is inherited from the section around it,
 * and finally from the page. If none of them sets it, the default below applies.
 */
export interface Style {
  /**
   * How the credits are laid out: a bulleted list, their names in one paragraph, a table,
   * Starlight's cards, or a grid of pictures with names. In an `.md` page, cards are a list.
   *
   * @default 'list'
   */
  layout?: 'list' | 'names' | 'table' | 'cards' | 'gallery';
  /**
   * Whether the names of credits are bold. Applies to lists and tables.
   *
   * @default true
   */
  bold?: boolean;
  /**
   * Plain text between a credit and its description, with the spaces around it. Runs of white space
   * are folded to one space. It may be empty. Applies to lists.
   *
   * @default ' - '
   */
  separator?: string;
  /**
   * Plain text: the word before the people, such as `by` in `remark by Ada`. If it is empty, a space
   * separates the people from the text before them: `remark Ada`. Applies to lists and cards.
   *
   * @default 'by'
   */
  by?: string;
  /**
   * Plain text: the word before the last of several people, such as `and` in `Ada, Bob and Carol`. If
   * it is empty, a comma is in its place. Applies to lists, tables and cards.
   *
   * @default 'and'
   */
  and?: string;
  /**
   * The width of the pictures of a gallery in CSS pixels: an integer from 16 to 512.
   *
   * @default 96
   */
  size?: number;
  /**
   * The columns of a table, in order: one or more, each at most once.
   *
   * @default `name` and each other column that has content, in the order of `Column`
   */
  columns?: Column[];
  /**
   * Plain text: the headings of the columns of a table. Each heading is inherited on its own.
   *
   * @default 'Image', 'Name', 'By', 'Description', 'Version', 'License' and 'Links'
   */
  labels?: { [column in Column]?: string };
  /**
   * The order of credits: `'none'` for that of the source, or `'name'` to sort them by name,
   * character by character, ignoring case and accents. Nested credits are sorted within their parent.
   *
   * @default 'none'
   */
  sort?: 'none' | 'name';
}

/** A column of a table, named after the key of a credit that it shows. */
export type Column = 'image' | 'name' | 'by' | 'description' | 'version' | 'license' | 'links';

/**
 * How the Markdown of a page is formatted: options of remark-stringify. The defaults of `bullet`,
 * `emphasis`, `resourceLink` and `rule` differ from those of remark-stringify. In an `.mdx` page,
 * `fences` and `resourceLink` are always `true`.
 *
 * @see https://github.com/remarkjs/remark/tree/main/packages/remark-stringify#options
 */
export interface MarkdownOptions {
  /**
   * The marker of bulleted list items.
   *
   * @default '-'
   */
  bullet?: '-' | '*' | '+';
  /**
   * The marker of a bulleted list directly after another one. It must differ from `bullet`.
   *
   * @default '-' if `bullet` is '*', otherwise '*'
   */
  bulletOther?: '-' | '*' | '+';
  /**
   * The character after the number of an ordered list item. An ordered list directly after another
   * one uses the other character.
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
   * The marker of emphasis. Inside a word, it is always `*`, as `_` would be text.
   *
   * @default '_'
   */
  emphasis?: '_' | '*';
  /**
   * The marker of fenced code. A fence has 3 markers, or more if the code contains a fence.
   *
   * @default '`'
   */
  fence?: '`' | '~';
  /**
   * Whether code blocks are always fenced. With `false`, those without a language are indented if
   * possible: not at the start of a page, nor inside lists and other blocks.
   *
   * @default true
   */
  fences?: boolean;
  /**
   * Whether the numbers of an ordered list increase by 1. With `false`, all items have the number of
   * the first one.
   *
   * @default true
   */
  incrementListMarker?: boolean;
  /**
   * The indentation of the content of list items, in columns: the width of the marker and one space
   * (`'one'`), the next multiple of 4 (`'tab'`), or `'one'` in tight lists and `'tab'` in loose ones
   * (`'mixed'`).
   *
   * @default 'one'
   */
  listItemIndent?: 'one' | 'tab' | 'mixed';
  /**
   * The quotation mark around the titles of links and images. The other one is used for a title that
   * contains only this one.
   *
   * @default '"'
   */
  quote?: '"' | "'";
  /**
   * Whether a link whose text is its URL is written as `[url](url)`. With `false`, it is written as
   * `<url>` if possible.
   *
   * @default true
   */
  resourceLink?: boolean;
  /**
   * The marker of thematic breaks. At the start of a page it is always `*`, as `---` would be front
   * matter.
   *
   * @default '-'
   */
  rule?: '-' | '*' | '_';
  /**
   * The number of markers in a thematic break: an integer from 3 to 1,000.
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
   * Whether headings of level 1 and 2 are underlined with `=` and `-` (setext headings) instead of
   * starting with `#` (ATX headings).
   *
   * @default false
   */
  setext?: boolean;
  /**
   * The marker of strong text, which is doubled: `'*'` gives `**text**`. Inside a word, it is always
   * `*`, as `_` would be text.
   *
   * @default '*'
   */
  strong?: '*' | '_';
  /**
   * Whether there are no blank lines between link definitions. A page only has definitions if a
   * plugin adds them, as Markdown fields are written with inline links.
   *
   * @default false
   */
  tightDefinitions?: boolean;
}
