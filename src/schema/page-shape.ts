import { nearest, nearlyEqualFinder } from '../diagnostics/nearest.ts';
import { needsTitle } from '../model/view.ts';
import { type MapNode, type Node, valueOfKey } from '../source/nodes.ts';
import type { Page, Person } from '../types.ts';
import { reportKeyWithoutSpace } from './common-mistakes.ts';
import { optional } from './field.ts';
import { frontMatter, starlightFields } from './front-matter-shape.ts';
import { handles } from './handles-shape.ts';
import { ifThen } from './if-then.ts';
import { languageHints } from './language-hints.ts';
import { languages } from './languages-shape.ts';
import { linkOptions } from './link-options-shape.ts';
import { markdownFields, markdownOptions } from './markdown-options-shape.ts';
import { moveInto } from './misplaced-keys.ts';
import { notice } from './notice-shape.ts';
import { peopleById } from './people-shape.ts';
import { rules } from './rules-shape.ts';
import { boolean } from './scalar-shapes.ts';
import { contentElsewhere, contentFields, sections } from './section-shape.ts';
import { type JsonSchema, refine, type Shape } from './shape.ts';
import { map } from './shapes/map.ts';
import { site } from './site-shape.ts';
import { translatedText } from './text-shape.ts';
import { unsuggestedKey } from './unsuggested.ts';
import { checkSectionTitles, output, viewFields } from './view-shape.ts';
import { wrongType } from './wrong-type.ts';

/** The people of the page. They are read first, as credits refer to them by their ids. */
const peopleOfScope: Shape<Record<string, Person>> = refine(peopleById, {
  read: (_, scope) => Object.fromEntries(scope.people),
});

export const pageFields = {
  title: optional(translatedText, 'The title of the page.', {
    alias: ['name', 'heading', 'header'],
  }),
  description: optional(translatedText, 'The description in the front matter.', {
    alias: ['subtitle', 'tagline'],
  }),
  frontmatter: optional(frontMatter, 'Further front matter. Its formatting is preserved.', {
    alias: ['meta'],
    snippet: { sidebar: { order: '$1' } },
  }),
  output: optional(output, 'Where the page goes: a path, a view, or a list of these.', {
    alias: ['out', 'outputs', 'file', 'page', 'destination', 'target', 'to', 'views'],
  }),
  notice: optional(notice, 'A comment that says the page is generated: true, or another text.'),
  html: optional(boolean, 'Whether Markdown may contain HTML, and JSX in an .mdx page.', {
    default: false,
  }),
  site: optional(
    site,
    'The URL of the site, as in the configuration of Astro. Pages on GitHub link to it.',
    { alias: ['base', 'baseurl', 'siteurl', 'homepage', 'website', 'origin'] },
  ),
  people: optional(peopleOfScope, 'People who are named more than once, by id.', {
    alias: ['persons', 'authors', 'contributors', 'maintainers'],
    snippet: { $1: '$2' },
  }),
  handles: optional(handles, 'What handles link to: a forge, or a map with the URL of profiles.', {
    alias: ['forge', 'profiles', 'accounts'],
  }),
  markdown: optional(markdownOptions, 'How Markdown is formatted: options of remark-stringify.'),
  languages: optional(
    languages,
    'The languages of the page, the default first. Each text may then be a map, by language.',
    { alias: ['language', 'lang', 'langs', 'locales', 'locale', 'translations'] },
  ),
  rules: optional(rules, 'The severities of diagnostics, by code.', {
    snippet: { $1: '$2' },
  }),
  links: optional(linkOptions, 'Which URLs are not checked.', {
    snippet: { exclude: ['$1'] },
  }),
  ...contentFields,
  sections,
};

/** The schema of a view without the title. It is not an `anyOf`, which editors show in hovers. */
const TITLELESS: JsonSchema = {
  type: 'object',
  if: { required: ['region'], properties: { region: unsuggestedKey({ not: { type: 'null' } }) } },
  else: { required: ['title'], properties: { title: unsuggestedKey({ const: 'none' }) } },
};

const pageMap: Shape<Page> = map('a page', pageFields, {
  elsewhere: (entry) =>
    contentElsewhere(entry) ??
    moveInto('frontmatter', starlightFields, entry) ??
    moveInto('markdown', markdownFields, entry) ??
    moveInto('output', viewFields, entry),
  // A title in the front matter is reported there.
  needs: ({ output, frontmatter = {} }) =>
    needsTitle(output) && !Object.hasOwn(frontmatter, 'title') ? ['title'] : [],
});

/** Returns the value of a key that is probably a misspelled `people`. */
function misspelledPeople({ entries }: MapNode): Node | undefined {
  const unknown = entries.filter(({ key }) => !Object.hasOwn(pageFields, key));
  return unknown.find(({ key }) => nearest(key, ['people']) !== undefined)?.value;
}

export const page: Shape<Page> = refine(pageMap, {
  read(node, scope, read) {
    if (reportKeyWithoutSpace(node, scope)) return;
    if (node.kind !== 'map') {
      const help =
        node.kind === 'list' ? 'add "title: Credits", and "credits:" above the list' : undefined;
      return wrongType(node, 'a page: a map with a "title"', scope, help);
    }
    const people = valueOfKey(node, 'people') ?? misspelledPeople(node);
    const known = (people && peopleById.read(people, scope)) ?? scope.people;
    const nearPersonId = nearlyEqualFinder(known.keys());
    const page = read(node, { ...scope, people: known, nearPersonId });
    // Views name sections by their titles in the default language.
    if (page?.output && scope.lang === scope.languages[0]) {
      checkSectionTitles(page.output, page.sections ?? [], scope);
    }
    return page;
  },
  schema: (schema, definitions) => ({
    ...schema,
    allOf: [...(schema.allOf as JsonSchema[]), languageHints(definitions)],
    if: {
      required: ['output'],
      properties: {
        output: ifThen(
          { type: 'array' },
          { type: 'array', minItems: 1, items: TITLELESS },
          TITLELESS,
        ),
      },
    },
    else: { required: ['title'] },
  }),
});
