import type { Range } from '../diagnostics/report.ts';
import { rangeOf } from '../source/source.ts';
import { valueUnder } from './node.ts';
import { boolean, oneOf } from './scalar.ts';
import { byKind, type InferFields, map, optional, required, type Shape } from './shape.ts';
import { plain } from './text.ts';

/** The language of a page. */
export type Format = 'md' | 'mdx';

/** Where a page goes, and what of it is shown there. */
export interface View {
  /** Relative to the source file, with `/`. */
  path: string;
  /** Where the path is written. */
  range: Range;
  /** Whether the page has front matter. */
  frontmatter: boolean;
  /** Where the title stands: in the front matter, as a heading of level 1, or nowhere. */
  title: 'frontmatter' | 'heading' | 'none';
}

/** The format of a page by the name of its file; nothing for another kind of file. */
export function formatOf(path: string): Format | undefined {
  return /\.(mdx?)$/.exec(path)?.[1] as Format | undefined;
}

const text = plain();

const path: Shape<{ path: string; range: Range }> = {
  ...text,
  noun: 'a path',
  read(node, scope) {
    const value = text.read(node, scope);
    if (value === undefined) return;
    const range = rangeOf(node);
    if (!formatOf(value)) scope.report('output-extension', range, { path: value });
    return { path: value, range };
  },
  schema: () => ({
    type: 'string',
    pattern: '\\.mdx?[ \\t\\r\\n]*$',
    patternErrorMessage: 'A path that ends in .md or .mdx.',
  }),
};

const viewFields = {
  path: required(path, 'A path that ends in .md or .mdx, relative to the source.', {
    alias: ['file', 'to'],
  }),
  frontmatter: optional(boolean, 'Whether the page has front matter.', { default: true }),
  title: optional(
    oneOf(['frontmatter', 'heading', 'none']),
    'Where the title stands. The default is "frontmatter", and "heading" where there is none.',
  ),
};

const viewMap = map('a view', viewFields);

const view: Shape<InferFields<typeof viewFields>> = {
  ...viewMap,
  read(node, scope) {
    const read = viewMap.read(node, scope);
    const title = valueUnder(node, 'title', scope);
    if (title && read?.title === 'frontmatter' && read.frontmatter === false) {
      scope.report('bad-value', rangeOf(title), {
        message: 'the title cannot be in the front matter where there is none',
        help: 'use "title: heading" or "title: none"',
      });
    }
    return read;
  },
  schema: (definitions) => ({
    ...viewMap.schema(definitions),
    if: { not: { required: ['frontmatter'], properties: { frontmatter: { const: false } } } },
    else: { properties: { title: { not: { const: 'frontmatter' } } } },
  }),
};

function complete({ path: at, frontmatter = true, title }: InferFields<typeof viewFields>): View {
  return { ...at, frontmatter, title: title ?? (frontmatter ? 'frontmatter' : 'heading') };
}

export const output: Shape<View> = byKind('a path or a view', {
  scalar: {
    ...path,
    read(node, scope) {
      const at = path.read(node, scope);
      return at && complete({ path: at });
    },
  },
  map: {
    ...view,
    read(node, scope) {
      const read = view.read(node, scope);
      return read?.path && complete(read);
    },
  },
});
