import { isMap, isScalar } from 'yaml';
import { nearlyEqualFinder } from '../diagnostics/nearest.ts';
import {
  type FrontMatter,
  frontMatterSchema,
  readFrontMatter,
} from '../frontmatter/starlight-front-matter.ts';
import { checkTitles } from '../model/section-titles.ts';
import { rangeOf } from '../source/source.ts';
import { valueUnder } from './map-entries.ts';
import { markdownOptions } from './markdown-options-shape.ts';
import { notice } from './notice-shape.ts';
import { type Display, type View, wholeView } from './output-shape.ts';
import { peopleById } from './people-shape.ts';
import type { Person } from './person-shape.ts';
import { plain } from './plain-text.ts';
import { boolean } from './scalar-shapes.ts';
import { contentFields, sections } from './section-shape.ts';
import {
  type InferFields,
  type JsonSchema,
  map,
  optional,
  type Shape,
  wrongType,
} from './shape.ts';
import { readViews, viewsSchema } from './view-shape.ts';

const frontMatter: Shape<FrontMatter> = {
  noun: 'front matter',
  read: readFrontMatter,
  schema: frontMatterSchema,
};

/** Most sources name a path, or nothing; what more there is to read is elsewhere. */
const output: Shape<View[]> = {
  noun: 'a path, a view or a list of these',
  read(node, scope) {
    const read = isScalar(scope.resolve(node)) ? wholeView.read : readViews;
    return read(node, scope);
  },
  schema: viewsSchema,
};

const pageFields = {
  title: optional(plain(), "The page's title.", { alias: ['name', 'heading'] }),
  description: optional(plain(), "The page's description, in its front matter."),
  frontmatter: optional<FrontMatter>(frontMatter, 'Further front matter, written as it is.', {
    alias: ['front-matter', 'frontMatter', 'meta'],
    snippet: { sidebar: { order: '$1' } },
  }),
  output: optional(output, 'Where the page goes: a path, a view with a path, or a list of these.'),
  notice: optional(notice, 'A comment that says that the page is generated: true, or its text.'),
  html: optional(
    boolean,
    'Whether Markdown fields may contain raw HTML, and JSX in an .mdx page.',
    {
      default: false,
    },
  ),
  people: optional(
    peopleById,
    'People who are named more than once: a map from an id to a person.',
    {
      alias: ['persons', 'authors', 'contributors'],
      snippet: { $1: '$2' },
    },
  ),
  markdown: optional(markdownOptions, "How the Markdown is written: remark-stringify's options."),
  ...contentFields,
  sections,
};

/** A page: what a source says. */
export type Page = InferFields<typeof pageFields>;

const peopleRead: Shape<ReadonlyMap<string, Person>> = {
  ...peopleById,
  read: (_, scope) => scope.people,
};

/** Whether no view shows the title. */
export function isTitleless(views: readonly Display[] = []): boolean {
  return views.length > 0 && views.every(({ title }) => title === 'none');
}

/** The schema of a view that does not show the title. Editors would tell of an `anyOf` in hovers. */
const TITLELESS: JsonSchema = {
  type: 'object',
  if: { required: ['region'], properties: { region: { not: { type: 'null' } } } },
  else: { required: ['title'], properties: { title: { const: 'none' } } },
};

const pageMap = map(
  'a page',
  { ...pageFields, people: { ...pageFields.people, shape: peopleRead } },
  { needs: ({ output }) => (isTitleless(output) ? [] : ['title']) },
);

export const page: Shape<Page> = {
  ...pageMap,
  read(node, scope) {
    if (isScalar(node) && /^\w+:\S/.test(String(node.value))) {
      const reason = 'missing space after the colon of a key';
      scope.report('yaml-syntax', rangeOf(node), { reason });
      return;
    }
    if (!isMap(node)) return wrongType(node, 'a page: a map with a "title"', scope);
    const peopleNode = valueUnder(node, 'people', scope);
    const known = peopleNode && peopleById.read(peopleNode, scope);
    const people = known ?? scope.people;
    const nearPersonId = nearlyEqualFinder(people.keys());
    const read = pageMap.read(node, { ...scope, people, nearPersonId });
    for (const view of read?.output ?? []) {
      if (view.sections) checkTitles(view, read?.sections ?? [], scope);
    }
    return read;
  },
  schema: (definitions) => ({
    ...pageMap.schema(definitions),
    if: {
      required: ['output'],
      properties: {
        output: {
          if: { type: 'array' },
          // biome-ignore lint/suspicious/noThenProperty: It is a keyword of JSON Schema.
          then: { type: 'array', minItems: 1, items: TITLELESS },
          else: TITLELESS,
        },
      },
    },
    else: { required: ['title'] },
  }),
};
