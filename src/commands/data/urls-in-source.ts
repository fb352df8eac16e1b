import { visit } from 'unist-util-visit';
import type { MarkdownParser } from '../../markdown/markdown-parser.ts';
import {
  urlsInField,
  urlsInSimpleField,
  urlsOfNode,
  type WrittenUrl,
} from '../../markdown/urls-in-field.ts';
import { handleUrl } from '../../model/handle-url.ts';
import { flattenCredits, walkSections } from '../../model/walk-sections.ts';
import { pageTree, type ReadSource } from '../../pipeline.ts';
import type { ScalarNode } from '../../source/nodes.ts';
import type { Format, Image, Markdown, Page } from '../../types.ts';
import type { SourceContent } from '../check-source-file.ts';
import { peopleInSource } from '../people-in-source.ts';

/**
 * Returns the URLs of the people, the credits, the pictures and the Markdown fields of a source, and those of
 * handles that a page links to, in the order of the source. Those of all languages are among them.
 */
export async function urlsInSource(content: SourceContent): Promise<WrittenUrl[]> {
  const { read } = content;
  const parts = [read, ...read.translations].map(({ page }) => partsOf(page));
  const fields = parts.flatMap((each) => each.fields);
  const found = [
    ...parts.flatMap(({ owners }) => [...owners].flatMap((owner) => urlsOfOwner(owner, read))),
    ...read.images.flatMap((image) => urlsOfImage(image, read)),
    ...linkedProfiles(content),
    ...(await urlsInFields(fields, content)),
  ];
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** What has a URL: a person, a credit or a link. */
type Owner = { url?: string };

interface FoundField {
  field: Markdown;
  isInline: boolean;
}

/** Returns the parts of a page that have URLs. A person of several credits is a single one. */
function partsOf(page: Page): { owners: ReadonlySet<Owner>; fields: readonly FoundField[] } {
  const owners = new Set<Owner>(Object.values(page.people ?? {}));
  const fields: FoundField[] = [];
  for (const part of walkSections(page)) {
    if ('field' in part) fields.push({ field: part.field, isInline: false });
    for (const credit of 'credits' in part ? flattenCredits(part.credits) : []) {
      if ('markdown' in credit) {
        fields.push({ field: credit, isInline: true });
        continue;
      }
      if (credit.description) fields.push({ field: credit.description, isInline: true });
      const people = [...(credit.person ? [credit.person] : []), ...(credit.by ?? [])];
      for (const owner of [credit, ...people, ...(credit.links ?? [])]) owners.add(owner);
    }
  }
  return { owners, fields };
}

function urlsOfOwner(owner: Owner, { locate }: ReadSource): WrittenUrl[] {
  const node = locate(owner, 'url');
  return owner.url !== undefined && node ? [{ url: owner.url, range: node, node }] : [];
}

function urlsOfImage(image: Image, { locate }: ReadSource): WrittenUrl[] {
  const { alt: _, ...sources } = image;
  return Object.entries(sources).flatMap(([key, url]) => {
    const node = locate(image, key) ?? locate(image);
    return node ? [{ url, range: node, node }] : [];
  });
}

/** Returns the URLs of profiles that handles link to in one of the pages. */
function linkedProfiles({ read, checked, places }: SourceContent): WrittenUrl[] {
  const { handles } = read.page;
  if (handles === undefined) return [];
  const linked = new Set<string>();
  for (const place of places) {
    visit(pageTree(checked, place), (node) => {
      for (const url of urlsOfNode(node)) linked.add(url);
    });
  }
  return [...peopleInSource(read)].flatMap(({ person, node }) => {
    const url = handleUrl(person.handle, handles);
    return url !== undefined && node && linked.has(url) ? [{ url, range: node }] : [];
  });
}

/**
 * What Markdown with a web URL contains; `&` and a backslash may start an escape in it. Most fields have
 * none, and with parsing all of them `lint` would take three times as long as a build.
 */
const MAY_HAVE_URL = /https?:|www\.|[&\\]/i;

async function loadParser(format: Format): Promise<MarkdownParser> {
  return format === 'md'
    ? (await import('../../markdown/parse-markdown.ts')).parseMarkdown
    : (await import('../../markdown/parse-mdx.ts')).parseMdx;
}

/** Returns the URLs in fields. In those without a web URL, relative ones are left out. */
async function urlsInFields(
  fields: readonly FoundField[],
  { read: { page, locate, text }, places }: SourceContent,
): Promise<WrittenUrl[]> {
  const formats = new Set<Format>(page.html ? places.map(({ format }) => format) : ['md']);
  const found: WrittenUrl[] = [];
  for (const { field: markdown, isInline } of fields) {
    if (!MAY_HAVE_URL.test(markdown.markdown)) continue;
    const field = { markdown, isInline, node: locate(markdown) as ScalarNode };
    const simple = urlsInSimpleField(field, text);
    if (simple) found.push(...simple);
    for (const format of simple ? [] : formats) {
      found.push(...urlsInField(field, await loadParser(format), text));
    }
  }
  return found;
}
