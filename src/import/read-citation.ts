/**
 * Reads the authors and the references of a citation file.
 *
 * @see https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md
 */

import { inlineMarkdown } from '../layouts/shared/inline-markdown.ts';
import type { ImportedEntry, ImportedPage, ImportedSection } from '../model/imported-page.ts';
import type { Node } from '../source/nodes.ts';
import type { Link, Person } from '../types.ts';
import type { DataMap, DataReader } from './data-reader.ts';

/** The keys that are read, or that describe the file and not the work. */
const WORK_KEYS = new Set([
  ...['title', 'authors', 'references', 'preferred-citation'],
  ...['cff-version', 'message', 'type'],
]);

const REFERENCE_KEYS = new Set([
  ...['type', 'title', 'authors', 'url', 'doi', 'repository-code', 'repository'],
  ...['repository-artifact', 'version', 'license', 'identifiers'],
]);

const AUTHOR_KEYS = new Set([
  ...['family-names', 'given-names', 'name-particle', 'name-suffix', 'name', 'orcid'],
  ...['website', 'affiliation'],
]);

export function readCitation(root: Node | undefined, reader: DataReader): ImportedPage {
  const work: DataMap = reader.map(root, 'a map with "authors"') ?? new Map();
  reader.leaveOutKeys(work, WORK_KEYS, 'keys of the work');
  if (root?.kind === 'map' && !work.has('authors')) reader.missing(root, 'authors', 'this file');
  const authors = readAuthors(work.get('authors'), reader);
  const preferred = work.get('preferred-citation');
  const references = reader.list(work.get('references'), 'a list of references');
  const sections = [
    sectionOf('Authors', authors.map(authorCredit)),
    sectionOf('Preferred citation', preferred ? readReferences([preferred], reader) : []),
    sectionOf('References', readReferences(references, reader)),
  ];
  return {
    title: reader.text(work.get('title')) ?? 'Credits',
    comments: {},
    frontMatter: [],
    sections: completed(sections.filter(({ credits }) => credits && credits.credits.length > 0)),
  };
}

/** Adds the URL of a person wherever only the name is written. One file rarely has namesakes. */
function completed(sections: ImportedSection[]): ImportedSection[] {
  const credits = sections.flatMap(
    (section) => (section.credits?.credits ?? []) as ImportedEntry[],
  );
  const people = credits.flatMap(({ person, by = [] }) => [...(person ? [person] : []), ...by]);
  const urls = new Map<string | undefined, string>();
  for (const { name, url } of people) if (url !== undefined && !urls.has(name)) urls.set(name, url);
  for (const person of people) {
    const url = person.url ?? urls.get(person.name);
    if (url !== undefined) person.url = url;
  }
  return sections;
}

function sectionOf(title: string, credits: ImportedEntry[]): ImportedSection {
  return { title, credits: { credits, style: {}, nodes: [] }, sections: [] };
}

interface Author {
  person: Person;
  affiliation: string | undefined;
  links: Link[];
}

function readAuthors(node: Node | undefined, reader: DataReader): Author[] {
  return reader.list(node, 'a list of authors').flatMap((item) => readAuthor(item, reader) ?? []);
}

/** Reads a person, or an entity such as an institution. */
function readAuthor(node: Node, reader: DataReader): Author | undefined {
  const keys = reader.map(
    node,
    'an author',
    'write a map with "family-names" and "given-names", or a "name"',
  );
  if (!keys) return;
  const text = (key: string) => reader.text(keys.get(key));
  const parts = ['given-names', 'name-particle', 'family-names', 'name-suffix'].flatMap(
    (key) => text(key) ?? [],
  );
  const fullName = text('name') ?? parts.join(' ');
  const name = fullName || text('alias');
  // An alias is the name of a person without another one.
  const known = fullName ? AUTHOR_KEYS : new Set([...AUTHOR_KEYS, 'alias']);
  reader.leaveOutKeys(keys, known, 'keys of authors');
  if (name === undefined) return reader.missing(node, 'family-names', 'an author', { or: 'name' });
  const orcid = readOrcid(keys.get('orcid'), name, reader);
  const website = reader.url(keys.get('website'), `the website of ${name}`);
  const url = orcid ?? website;
  return {
    person: { name, ...(url !== undefined && { url }) },
    affiliation: text('affiliation'),
    links: orcid !== undefined && website !== undefined ? [{ label: 'website', url: website }] : [],
  };
}

/** Returns an ORCID iD as a URL. Some files lack the start of the URL, which the schema requires. */
function readOrcid(node: Node | undefined, name: string, reader: DataReader): string | undefined {
  const text = reader.text(node, 'an ORCID iD');
  const [id] = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/i.exec(text ?? '') ?? [];
  return id === undefined ? reader.url(node, `the ORCID iD of ${name}`) : `https://orcid.org/${id}`;
}

function authorCredit({ person, affiliation, links }: Author): ImportedEntry {
  const description = affiliation && inlineMarkdown([{ text: affiliation }]);
  return {
    name: `${person.name}`,
    person,
    ...(description && { description }),
    ...(links.length > 0 && { links }),
  };
}

function readReferences(nodes: readonly Node[], reader: DataReader): ImportedEntry[] {
  return nodes.flatMap((node) => readReference(node, reader) ?? []);
}

function readReference(node: Node, reader: DataReader): ImportedEntry | undefined {
  const keys = reader.map(node, 'a reference', 'write a map with "authors" and a "title"');
  if (!keys) return;
  reader.leaveOutKeys(keys, REFERENCE_KEYS, 'keys of references');
  const name = reader.text(keys.get('title'));
  if (name === undefined) return reader.missing(node, 'title', 'a reference');
  const authors = readAuthors(keys.get('authors'), reader);
  if (authors.some(({ affiliation, links }) => affiliation !== undefined || links.length > 0)) {
    reader.leaveOut('affiliations and further websites of the authors of references');
  }
  const by = authors.map(({ person }) => person);
  const url = referenceUrl(keys, name, reader);
  const version = reader.text(keys.get('version'));
  const license = readLicense(keys.get('license'), reader);
  return {
    name,
    ...(url !== undefined && { url }),
    ...(version !== undefined && { version }),
    ...(by.length > 0 && { by }),
    ...(license !== undefined && { license }),
  };
}

/** Returns the first URL of a reference, and leaves out the others. A DOI is a URL as well. */
function referenceUrl(keys: DataMap, name: string, reader: DataReader): string | undefined {
  const url = (key: string) => reader.url(keys.get(key), `the "${key}" of ${name}`);
  const urls = {
    url: url('url'),
    doi: doiUrl(reader.text(keys.get('doi'))),
    'repository-code': url('repository-code'),
    repository: url('repository'),
    'repository-artifact': url('repository-artifact'),
    identifiers: identifierUrl(keys.get('identifiers'), name, reader),
  };
  const [used, first] = Object.entries(urls).find(([, each]) => each !== undefined) ?? [];
  const written = new Map([...keys].filter(([key]) => Object.hasOwn(urls, key)));
  reader.leaveOutKeys(
    written,
    new Set(used === undefined ? [] : [used]),
    'other URLs of references',
  );
  return first;
}

function identifierUrl(
  node: Node | undefined,
  name: string,
  reader: DataReader,
): string | undefined {
  const identifiers = reader.list(node, 'a list of identifiers');
  const urls = identifiers.map((item) => {
    const identifier = reader.map(item, 'an identifier', 'write a map with a "type" and a "value"');
    const value = identifier?.get('value');
    const type = reader.text(identifier?.get('type'));
    if (type === 'doi') return doiUrl(reader.text(value));
    return type === 'url' ? reader.url(value, `an identifier of ${name}`) : undefined;
  });
  return urls.find((url) => url !== undefined);
}

/** Returns the URL of a DOI, which may already be one. */
function doiUrl(doi: string | undefined): string | undefined {
  const word = doi?.split(/\s/).at(-1) ?? '';
  const [bare] = /10\.\d{4,9}(?:\.\d+){0,9}\/.+/.exec(word) ?? [];
  return bare === undefined ? undefined : `https://doi.org/${bare}`;
}

/** Returns a license. Of several licenses, any one applies. */
function readLicense(node: Node | undefined, reader: DataReader): string | undefined {
  const nodes = node?.kind === 'list' ? node.items : node ? [node] : [];
  const licenses = nodes.flatMap((item) => reader.text(item, 'a license') ?? []);
  return licenses.length > 0 ? licenses.join(' OR ') : undefined;
}
