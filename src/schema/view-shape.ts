/** A view: where a page goes that is not all there is, and what of it is shown there. */
import { isSeq, type Node } from 'yaml';
import { rangeOf } from '../source/source.ts';
import { valueUnder } from './map-entries.ts';
import { outputPath, type View, wholeView } from './output-shape.ts';
import { plain } from './plain-text.ts';
import { regionName } from './region-name-shape.ts';
import { boolean, oneOf } from './scalar-shapes.ts';
import type { Scope } from './scope.ts';
import {
  byKind,
  type InferFields,
  type JsonSchema,
  list,
  map,
  named,
  optional,
  required,
  type Shape,
} from './shape.ts';
import { style } from './style-shape.ts';

const viewFields = {
  path: required(outputPath, 'A path that ends in .md or .mdx, relative to the source.', {
    alias: ['file', 'to'],
  }),
  region: optional(
    regionName,
    'Only the lines between the comments "name:start" and "name:end" of a file that exists.',
    { alias: ['marker', 'markers', 'block'] },
  ),
  frontmatter: optional(boolean, 'Whether the page has front matter.', { default: true }),
  title: optional(
    oneOf(['frontmatter', 'heading', 'none']),
    'Where the title is shown. The default is "frontmatter", or "heading" without front matter.',
  ),
  sections: optional(
    atLeastOne(list('a list of section titles', plain()), {
      message: 'a view needs at least one section',
      help: 'add the title of a section, or remove "sections"',
    }),
    'The titles of the sections to show; all of them by default.',
    { alias: ['section', 'only'] },
  ),
  style: optional(style, 'How the credits look here; it adds to the style of the page.'),
};

const viewMap = map('a view', viewFields, { snippet: { path: '$1' } });

const view: Shape<View[]> = {
  ...viewMap,
  read(node, scope) {
    const read = viewMap.read(node, scope);
    if (!read) return;
    checkTitle(read, node, scope);
    if (!read.path) return;
    const complete = withDefaults(read);
    scope.nodes.set(complete, scope.resolve(node));
    return [complete];
  },
  schema: (definitions) => ({
    ...viewMap.schema(definitions),
    if: { not: { required: ['frontmatter'], properties: { frontmatter: { const: false } } } },
    else: { properties: { title: { not: { const: 'frontmatter' } } } },
    allOf: [
      {
        if: { not: { required: ['region'] } },
        else: {
          properties: { frontmatter: { not: { const: true } }, title: { enum: ['none', null] } },
        },
      },
    ],
  }),
};

/** Reports a title, or front matter, where there can be none. */
function checkTitle(read: InferFields<typeof viewFields>, node: Node, scope: Scope): void {
  const { region, frontmatter, title } = read;
  const at = (key: string) => {
    const value = valueUnder(node, key, scope);
    return value && rangeOf(value);
  };
  if (region !== undefined) {
    if (frontmatter) {
      scope.report('bad-value', at('frontmatter'), {
        message: 'a region cannot have front matter',
        help: 'remove "frontmatter"',
      });
    }
    if (title !== undefined && title !== 'none') {
      scope.report('bad-value', at('title'), {
        message: 'a region cannot have the title of the page',
        help: 'remove "title"',
      });
    }
  } else if (title === 'frontmatter' && frontmatter === false) {
    scope.report('bad-value', at('title'), {
      message: 'the title cannot be in the front matter, which this view does not have',
      help: 'use "title: heading" or "title: none"',
    });
  }
}

function withDefaults({ path: at, ...read }: InferFields<typeof viewFields>): View {
  if (read.region !== undefined) return { ...at, ...read, frontmatter: false, title: 'none' };
  const { frontmatter = true, title = frontmatter ? 'frontmatter' : 'heading' } = read;
  return { ...at, ...read, frontmatter, title };
}

const kinds = { scalar: wholeView, map: named('view', 'a view', () => view) };

const several = atLeastOne(list('a list of views', byKind('a path or a view', kinds)), {
  message: 'a list of views needs at least one',
  help: 'add a path or a view, or remove "output"',
});

const views: Shape<View[]> = byKind('a path, a view or a list of these', {
  ...kinds,
  list: { ...several, read: (node, scope) => several.read(node, scope)?.flat() },
});

/** Reads where a page goes: a path, a view or a list of these. */
export function readViews(node: Node, scope: Scope): View[] | undefined {
  return views.read(node, scope);
}

/** The schema of where a page goes. */
export function viewsSchema(definitions: Record<string, JsonSchema>): JsonSchema {
  return views.schema(definitions);
}

/** A list with something in it. */
function atLeastOne<T>(
  shape: Shape<T[]>,
  otherwise: { message: string; help: string },
): Shape<T[]> {
  return {
    ...shape,
    read(node, scope) {
      const target = scope.resolve(node);
      if (!isSeq(target) || target.items.length > 0) return shape.read(node, scope);
      scope.report('bad-value', rangeOf(node), otherwise);
      return;
    },
    schema: (definitions) => ({ ...shape.schema(definitions), minItems: 1 }),
  };
}
