/** The content that `import` reads from a page, before it becomes a source. */
import type { RootContent } from 'mdast';
import type { Flavor, Image, Link, MarkdownOptions, Page, Person, Style } from '../types.ts';

/** How the pictures of a page are related to the files beside its source. */
export interface PagePictures {
  /** Returns the URL in the page of a picture in the source. */
  urlOf(src: string): string;
  /** Returns the path or URL in the source of a picture in the page. */
  sourceOf(url: string): string;
  /** Returns the path of the picture that a build finds by the handle of a person, if there is one. */
  avatarOf(handle: string): string | undefined;
  /** Adds the pictures that a build finds by handles. */
  addAvatars(page: Page): void;
}

/** The Markdown of a field. */
export interface ImportedField {
  markdown: string;
  /** The nodes of the page that the field was read from. */
  nodes: readonly RootContent[];
}

export interface ImportedEntry {
  /** For a person, the name, or `@` and the handle if there is no name. */
  name: string;
  /** The person who is credited. The URL and the picture are those of the person. */
  person?: Person;
  url?: string;
  /** The picture of a credit that is not a person. */
  image?: Image;
  version?: string;
  by?: Person[];
  license?: string;
  /** Inline Markdown. */
  description?: string;
  links?: Link[];
  credits?: ImportedCredit[];
}

/** The parts of a credit after its name. */
export type LineParts = Omit<ImportedEntry, 'name' | 'person' | 'url' | 'credits'>;

/** A credit; a string is a string credit, in Markdown. */
export type ImportedCredit = ImportedEntry | string;

/** A list of credits, and the style that reproduces it. */
export interface ImportedCredits {
  credits: ImportedCredit[];
  /** The keys that affect these credits. */
  style: Style;
  /** Keys of the style that need not be set, as they have the value that is the default for the credits. */
  optionalKeys?: readonly (keyof Style)[];
  /** The nodes of the page that the credits were read from. */
  nodes: readonly RootContent[];
  /** Whether no layout reproduces the nodes, so that the page looks different on purpose. */
  isRedesigned?: true;
  /** Whether only a view for GitHub reproduces the nodes. */
  isForGitHub?: true;
  /** Whether the built page shows the parts of cards in another arrangement. */
  isRearranged?: boolean;
  /** The Markdown of each credit, if the credits can be string credits. */
  lines?: string[];
}

export interface ImportedSection {
  title?: string;
  intro?: ImportedField;
  credits?: ImportedCredits;
  sections: ImportedSection[];
  outro?: ImportedField;
}

/** Returns the lists of credits in a section and its subsections, in the order of the page. */
export function creditLists({ credits, sections }: ImportedSection): ImportedCredits[] {
  const inSections = sections.flatMap(creditLists);
  return credits ? [credits, ...inSections] : inSections;
}

/** Returns the people in a credit, including nested credits. */
export function peopleOfCredit(credit: ImportedCredit): Person[] {
  if (typeof credit === 'string') return [];
  const { person, by = [], credits = [] }: ImportedEntry = credit;
  return [...(person ? [person] : []), ...by, ...credits.flatMap(peopleOfCredit)];
}

export interface ImportedPage extends ImportedSection {
  /** The YAML comments around the title and the description. */
  comments: Partial<Record<'title' | 'description', KeyComments>>;
  description?: string;
  /** The other keys of the front matter. */
  frontMatter: FrontMatterEntry[];
  notice?: true | string;
  /** Absent if the page goes to the default path. */
  output?: { path: string; frontmatter?: false; title?: 'heading' | 'none'; flavor?: Flavor };
  html?: boolean;
  handles?: Page['handles'];
  /** People whose ids are known. Others get one if they are named more than once. */
  people?: ReadonlyMap<string, Person>;
  markdown?: MarkdownOptions;
}

/** YAML comments around a key and its value, without `#`. */
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
  /** The reason why Starlight rejects it, if it does. */
  rejection?: string;
}
