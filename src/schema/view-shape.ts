import { nearestFinder } from '../diagnostics/nearest.ts';
import { formatOf, pageNameFor, WHOLE } from '../model/view.ts';
import { walkSections } from '../model/walk-sections.ts';
import { type Node, valueOfKey } from '../source/nodes.ts';
import type { Section, View } from '../types.ts';
import { helpForStrings } from './common-mistakes.ts';
import { type InferFields, optional, required } from './field.ts';
import { frontMatter } from './front-matter-shape.ts';
import { language } from './languages-shape.ts';
import { regionName } from './region-name-shape.ts';
import { boolean, oneOf } from './scalar-shapes.ts';
import type { Scope } from './scope.ts';
import { type JsonSchema, named, refine, type Shape } from './shape.ts';
import { byKind } from './shapes/by-kind.ts';
import { list } from './shapes/list.ts';
import { map } from './shapes/map.ts';
import { style } from './style-shape.ts';
import { reportMissingSpace } from './suspicious-scalar.ts';
import { plain } from './text-shape.ts';
import { unsuggestedKey } from './unsuggested.ts';

const outputPath: Shape<string> = refine(plain({ markup: true }), {
  noun: 'a path',
  read(node, scope, read) {
    const path = read(node, scope);
    if (path === undefined) return;
    if (node.kind === 'scalar') {
      reportMissingSpace(node, { keys: ['path'], noun: 'a path' }, scope);
    }
    if (path.includes('\\')) scope.report('output-backslash', node, { path });
    if (path.startsWith('~/')) {
      const message = `"${path}" is not in your home folder, as "~" is the name of a folder here`;
      const help = 'write a path relative to the source, or use -o to write anywhere';
      scope.report('bad-value', node, { message, help });
    }
    if (!formatOf(path))
      scope.report('output-extension', node, { path, better: pageNameFor(path) });
    return path;
  },
  schema: () => ({
    type: 'string',
    pattern: '^(?!~/)[^\\\\]*\\.mdx?[ \\t\\r\\n]*$',
    patternErrorMessage: 'A path with "/" that ends in .md or .mdx.',
  }),
});

export const viewFields = {
  path: required(outputPath, 'A path that ends in .md or .mdx, relative to the source.', {
    alias: ['file', 'to', 'output', 'page'],
  }),
  region: optional(
    regionName,
    'The name of a region: the lines between two comments in an existing file.',
    { alias: ['marker', 'markers', 'block'] },
  ),
  frontmatter: optional(
    byKind('true, false or a map', { scalar: boolean, map: frontMatter }),
    'Whether the page has front matter, or a map that adds to it.',
  ),
  title: optional(
    oneOf({
      frontmatter: 'In the front matter, the default if there is any.',
      heading: 'As a heading, the default without front matter.',
      none: 'Nowhere.',
    }),
    'Where the title is shown.',
  ),
  sections: optional(
    atLeastOne(list('a list of section titles', plain({ markup: true }), helpForStrings), {
      message: 'a view needs at least one section',
      help: 'add the title of a section, or remove "sections"',
    }),
    'The titles of the sections to show. The default is all.',
    { alias: ['section', 'only'] },
  ),
  style: optional(style, 'A style that is merged into that of the page.'),
  lang: optional(language, 'One of the "languages" of the page. The default is the first.', {
    alias: ['language', 'locale'],
  }),
  flavor: optional(
    oneOf({
      starlight: 'In Starlight.',
      github:
        'On GitHub, the default for an .md file outside src/content that is a region or has no front matter.',
    }),
    'Where the page is read.',
    { alias: ['flavour', 'dialect', 'platform', 'host'] },
  ),
};

type ViewFields = InferFields<typeof viewFields>;

const viewMap: Shape<View[]> = refine(
  map('a view', viewFields, {
    translation: 'write a list with a view for each language: "- { path: …, lang: fr }"',
    snippets: { 'a view': { path: '$1', region: '$2' } },
  }),
  {
    read(node, scope, read) {
      const fields = read(node, scope);
      if (!fields) return;
      checkTitlePlacement(fields, node, scope);
      checkFlavor(fields, node, scope);
      if (!fields.path) return;
      // A region under a misspelled key is not looked up, as that could report a second error.
      const { region, ...others } = fields;
      const view = withDefaults(valueOfKey(node, 'region') ? fields : others);
      scope.nodes.set(view, node);
      return [view];
    },
    schema: (schema) => ({
      ...schema,
      if: { not: { required: ['frontmatter'], properties: { frontmatter: { const: false } } } },
      else: { properties: { title: unsuggestedKey({ not: { const: 'frontmatter' } }) } },
      allOf: [
        ...(schema.allOf as JsonSchema[]),
        {
          if: { not: { required: ['region'] } },
          else: {
            properties: {
              frontmatter: unsuggestedKey({ enum: [false, null] }),
              title: unsuggestedKey({ enum: ['none', null] }),
            },
          },
        },
        {
          if: { not: { required: ['flavor'], properties: { flavor: { const: 'github' } } } },
          else: {
            properties: {
              path: unsuggestedKey({ not: { type: 'string', pattern: '\\.mdx[ \\t\\r\\n]*$' } }),
            },
          },
        },
      ],
    }),
  },
);

/** Reports a title or front matter that the view cannot have. */
function checkTitlePlacement(
  { region, frontmatter, title }: ViewFields,
  node: Node,
  scope: Scope,
): void {
  if (region !== undefined) {
    if (frontmatter) {
      scope.report('bad-value', valueOfKey(node, 'frontmatter'), {
        message: 'a region cannot have front matter',
        help: 'remove "frontmatter"',
      });
    }
    if (title !== undefined && title !== 'none') {
      scope.report('bad-value', valueOfKey(node, 'title'), {
        message: 'a region cannot have the title of the page',
        help: 'remove "title"',
      });
    }
  } else if (title === 'frontmatter' && frontmatter === false) {
    scope.report('bad-value', valueOfKey(node, 'title'), {
      message: 'the title cannot be in the front matter, which this view does not have',
      help: 'use "title: heading" or "title: none"',
    });
  }
}

/** Reports a view for GitHub that GitHub does not show as Markdown. */
function checkFlavor({ path, flavor }: ViewFields, node: Node, { report }: Scope): void {
  if (flavor !== 'github' || path === undefined || formatOf(path) !== 'mdx') return;
  report('bad-value', valueOfKey(node, 'flavor'), {
    message: 'GitHub does not show an .mdx file as a page, so its flavor is always "starlight"',
    help: 'remove "flavor", or use a path that ends in .md',
  });
}

function withDefaults(fields: ViewFields): View {
  if (fields.region !== undefined) return { ...fields, frontmatter: false, title: 'none' };
  const { frontmatter: written = true } = fields;
  const frontmatter = written !== false;
  const { title = frontmatter ? 'frontmatter' : 'heading' } = fields;
  const added = typeof written === 'object' && { addedFrontmatter: written };
  return { ...fields, frontmatter, title, ...added };
}

/** A path, which is read as a view of the whole page. */
const wholeView: Shape<View[]> = refine(outputPath, {
  read(node, scope, read) {
    const path = read(node, scope);
    if (path === undefined) return;
    const view: View = { path, ...WHOLE };
    scope.nodes.set(view, node);
    return [view];
  },
});

const kinds = { scalar: wholeView, map: named('view', 'a view', () => viewMap) };

const severalViews = atLeastOne(list('a list of views', byKind('a path or a view', kinds)), {
  message: 'a list of views needs at least one',
  help: 'add a path or a view, or remove "output"',
});

/** The maximum number of views, and the maximum of their number times the length of the source. */
const MAX_VIEWS = 1000;
const MAX_TOTAL = 50_000_000;

/** Whether a list of views would make more pages than can be built in seconds. Reports it if so. */
function isTooMuch(node: Node, { text, report }: Scope): boolean {
  const count = node.kind === 'list' ? node.items.length : 0;
  const max = Math.min(MAX_VIEWS, Math.max(2, Math.floor(MAX_TOTAL / text.length)));
  if (count <= max) return false;
  report('bad-value', node, {
    message: `a source of this length can have at most ${max} views, and this one has ${count}`,
    help: 'split the source into several files',
  });
  return true;
}

/** Where a page goes: a path, a view or a list of these. */
export const output: Shape<View[]> = byKind('a path, a view or a list of these', {
  ...kinds,
  list: refine(severalViews, {
    read: (node, scope, read) => (isTooMuch(node, scope) ? undefined : read(node, scope)?.flat()),
  }),
});

/** Reports titles in the `sections` of views that are not titles of sections. */
export function checkSectionTitles(views: View[], sections: Section[], scope: Scope): void {
  const wanted = views.flatMap((view) => {
    const titles = valueOfKey(scope.nodes.get(view), 'sections');
    return titles?.kind === 'list' ? titles.items : [];
  });
  if (wanted.length === 0) return;
  const known = new Set<string>();
  for (const part of walkSections({ sections })) {
    if ('title' in part) known.add(part.title);
  }
  const names = [...known];
  const nearTitle = nearestFinder(names);
  const silent = { ...scope, report: () => {} };
  for (const item of wanted) {
    const title = plain().read(item, silent);
    if (title === undefined || known.has(title)) continue;
    const near = nearTitle(title);
    scope.report('view-section', item, {
      title,
      known: names,
      ...(near !== undefined && { near }),
    });
  }
}

function atLeastOne<T>(shape: Shape<T[]>, wording: { message: string; help: string }): Shape<T[]> {
  return refine(shape, {
    read(node, scope, read) {
      if (node.kind !== 'list' || node.items.length > 0) return read(node, scope);
      scope.report('bad-value', node, wording);
      return;
    },
    schema: (schema) => ({ ...schema, minItems: 1 }),
  });
}
