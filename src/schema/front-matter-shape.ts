/**
 * The keys of front matter that Starlight 0.42 knows, with the values that its schema accepts. All
 * other keys belong to the site and are accepted.
 *
 * @see https://starlight.astro.build/reference/frontmatter/
 */
import { nearest } from '../diagnostics/nearest.ts';
import { iconNames } from '../model/starlight-icons.ts';
import { frontMatterData } from '../source/front-matter-data.ts';
import type { Node } from '../source/nodes.ts';
import type { JsonMap } from '../types.ts';
import { optional, required } from './field.ts';
import { checkFrontMatter } from './front-matter-keys.ts';
import { boolean, date, nothing, number, oneOf, string, stringThat } from './scalar-shapes.ts';
import type { Scope } from './scope.ts';
import { named, refine, type Shape } from './shape.ts';
import { byKind } from './shapes/by-kind.ts';
import { list } from './shapes/list.ts';
import { map } from './shapes/map.ts';
import { record } from './shapes/record.ts';
import { union } from './shapes/union.ts';
import { unsuggested } from './unsuggested.ts';

/** Starlight ignores most unknown keys, and rejects keys without a value. */
const STARLIGHT = { unknown: 'warning', blank: 'error' } as const;

/** Reports a name that Starlight 0.42 does not know. A newer version may know it. */
function reportUnknownName(
  kind: string,
  name: string,
  known: readonly string[],
  node: Node,
  { report }: Scope,
): void {
  if (known.includes(name)) return;
  const near = nearest(name, known);
  report('frontmatter-unknown', node, { kind, name, known, ...(near && { near }) });
}

/** A string that Starlight expects to be one of some values. */
function listed(kind: string, known: readonly string[]): Shape<string> {
  return refine(
    stringThat(`the name of a Starlight ${kind}`, () => true),
    {
      read(node, scope, read) {
        const name = read(node, scope);
        if (name !== undefined) reportUnknownName(kind, name, known, node, scope);
        return name;
      },
      // Editors complete the known values, and accept others.
      schema: (schema) => ({ anyOf: [{ ...schema, enum: [...known] }, unsuggested(schema)] }),
    },
  );
}

const icon = refine(
  stringThat('the name of a Starlight icon, or an <svg>', () => true),
  {
    read(node, scope, read) {
      const name = read(node, scope);
      if (name !== undefined && !name.startsWith('<svg')) {
        reportUnknownName('icon', name, iconNames(), node, scope);
      }
      return name;
    },
  },
);

const absoluteUrl = stringThat('an absolute URL', URL.canParse, {
  pattern: '^[\\u0000- ]*[A-Za-z][A-Za-z0-9+.-]*:',
  patternErrorMessage: 'An absolute URL.',
});

const badge = byKind('text or a badge', {
  scalar: string,
  map: map(
    'a badge',
    {
      text: required(string, 'The text of the badge.'),
      variant: optional(
        listed('badge variant', ['note', 'danger', 'success', 'caution', 'tip', 'default']),
        'Its color.',
      ),
      class: optional(string, 'Its CSS classes.'),
    },
    STARLIGHT,
  ),
});

const neighbor = byKind('true, false, a string or a link', {
  scalar: union<boolean | string>('true, false or a string', [boolean, string]),
  map: map(
    'a link',
    {
      link: optional(string, 'Where the link goes.'),
      label: optional(string, 'The text of the link.'),
    },
    STARLIGHT,
  ),
});

const headingLevel = number({ min: 1, max: 6, integer: true });

const tableOfContentsMap = map(
  'a table of contents',
  {
    minHeadingLevel: optional(headingLevel, 'The highest level that is shown.', { default: 2 }),
    maxHeadingLevel: optional(headingLevel, 'The deepest level that is shown.', { default: 3 }),
  },
  STARLIGHT,
);

const tableOfContents = byKind('true, false or a map', {
  scalar: boolean,
  map: refine(tableOfContentsMap, {
    read(node, scope, read) {
      const value = read(node, scope);
      const { minHeadingLevel = 2, maxHeadingLevel = 3 } = value ?? {};
      if (minHeadingLevel > maxHeadingLevel) {
        scope.report('bad-value', node, {
          message: `minHeadingLevel (${minHeadingLevel}) is greater than maxHeadingLevel (${maxHeadingLevel})`,
          help: 'set both, with the smaller one as minHeadingLevel',
        });
      }
      return value;
    },
  }),
});

const headTag = map(
  'a tag of the head',
  {
    tag: required(
      oneOf(['title', 'base', 'link', 'style', 'meta', 'script', 'noscript', 'template']),
      'The element.',
    ),
    attrs: optional(
      record(
        'a map of attributes',
        union<string | boolean>('a string, true or false', [string, boolean]),
      ),
      'Its attributes.',
    ),
    content: optional(string, 'Its content.'),
  },
  STARLIGHT,
);

const head = list(
  'a list of tags',
  refine(headTag, {
    read(node, scope, read) {
      const value = read(node, scope);
      if (value?.tag === 'meta' && value.content !== undefined) {
        scope.report('bad-value', node, {
          message: 'a meta tag has no content, only a "content" attribute',
          help: 'move "content" to "attrs"',
        });
      }
      return value;
    },
  }),
);

const heroImage = union<unknown>('an image: a map with file, with dark and light, or with html', [
  map(
    'an image',
    {
      file: required(string, 'The path of the image.'),
      alt: optional(string, 'Its alternative text.'),
    },
    STARLIGHT,
  ),
  map(
    'an image',
    {
      dark: required(string, 'The path of the image in dark mode.'),
      light: required(string, 'The path of the image in light mode.'),
      alt: optional(string, 'Its alternative text.'),
    },
    STARLIGHT,
  ),
  map('an image', { html: required(string, 'The HTML of the image.') }, STARLIGHT),
]);

const attribute = union<string | number | boolean>('a string, a number, true or false', [
  string,
  number(),
  boolean,
]);

const hero = map(
  'a hero',
  {
    title: optional(string, 'Its large text. The default is the title of the page.'),
    tagline: optional(string, 'The line below it.'),
    image: optional(heroImage, 'Its image.'),
    actions: optional(
      list(
        'a list of actions',
        map(
          'an action',
          {
            text: required(string, 'The text of the button.'),
            link: required(string, 'The URL of the link.'),
            variant: optional(
              listed('action variant', ['primary', 'secondary', 'minimal']),
              'How it looks.',
            ),
            icon: optional(icon, 'An icon beside the text.'),
            attrs: optional(record('a map of attributes', attribute), 'Attributes of the link.'),
          },
          STARLIGHT,
        ),
      ),
      'Its buttons.',
    ),
  },
  STARLIGHT,
);

const sidebarAttribute = union<string | number | boolean | null>(
  'text, a number, true, false or null',
  [string, number(), boolean, nothing],
);

const sidebar = map(
  'an entry of the sidebar',
  {
    order: optional(number(), 'Its position in its group.'),
    label: optional(string, 'Its text. The default is the title of the page.'),
    hidden: optional(boolean, 'Whether generated groups leave it out.', { default: false }),
    badge: optional(badge, 'A badge beside it.'),
    attrs: optional(
      record('a map of attributes', sidebarAttribute, { nullable: true }),
      'Attributes of the link.',
    ),
  },
  STARLIGHT,
);

/** The keys that Starlight knows, except those that are keys of the page. */
export const starlightFields = {
  slug: optional(union<string | number>('text', [string, number()]), 'The path of the page.'),
  editUrl: optional(
    union<string | boolean>('an absolute URL, true or false', [boolean, absoluteUrl]),
    'The URL of the link "Edit page", or whether it is shown.',
  ),
  head: optional(head, 'Tags for the head of the page.'),
  tableOfContents: optional(tableOfContents, 'Which headings the table of contents shows.'),
  template: optional(listed('template', ['doc', 'splash']), 'The layout of the page.', {
    default: 'doc',
  }),
  hero: optional(hero, 'A hero at the top of the page.'),
  banner: optional(
    map('a banner', { content: required(string, 'Its HTML.') }, STARLIGHT),
    'An announcement at the top of the page.',
  ),
  lastUpdated: optional(
    union<unknown>('a date such as 2026-01-31, true or false', [date, boolean]),
    'When the page was last updated.',
  ),
  prev: optional(neighbor, 'The link to the previous page.'),
  next: optional(neighbor, 'The link to the next page.'),
  sidebar: optional(sidebar, 'The entry of the page in the sidebar.'),
  pagefind: optional(boolean, 'Whether the page is in the search index.', { default: true }),
  draft: optional(boolean, 'Whether the page is only built in development.', { default: false }),
};

const known = named('frontMatter', 'front matter', () =>
  map('front matter', starlightFields, {
    unknown: 'accept',
    blank: 'error',
    misplaced: { title: 'frontmatter-key', description: 'frontmatter-key' },
  }),
);

/** The further front matter of the page, with the values that Astro's parser reads. */
export const frontMatter: Shape<JsonMap> = refine(known, {
  read(node, scope, read) {
    if (!read(node, scope) || node.kind !== 'map') return;
    checkFrontMatter(node, scope);
    const data = frontMatterData(node);
    scope.nodes.set(data, node);
    return data;
  },
});
