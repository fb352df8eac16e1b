import type { Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, type Handle, type Options, type State } from 'mdast-util-to-markdown';
import remarkStringify, { type Options as Settings } from 'remark-stringify';
import { unified } from 'unified';
import { defaultMarkdown } from '../model/markdown-defaults.ts';
import type { Format } from '../types.ts';
import { installAttentionInWords, markedText } from './attention-in-words.ts';
import { emphasis, strong } from './handle/attention.ts';
import { blockquote } from './handle/blockquote.ts';
import { code } from './handle/code.ts';
import { image } from './handle/image.ts';
import { link } from './handle/link.ts';
import { mdxParagraph } from './handle/mdx-paragraph.ts';
import { text } from './handle/text.ts';
import { thematicBreak } from './handle/thematic-break.ts';
import { yaml } from './handle/yaml.ts';
import { FAST_PATH_NODES, installListItemFastPath } from './list-item-fast-path.ts';
import { adjustUnsafe } from './unsafe.ts';

/** The options of MDX, which has neither autolinks nor indented code. */
const MDX: Settings = { resourceLink: true, fences: true };

/** GFM without literal autolinks. The escapes that they require are in `unsafe.ts`. */
const gfm = [
  gfmFootnoteToMarkdown(),
  gfmStrikethroughToMarkdown(),
  withoutTable(gfmTableToMarkdown()),
  gfmTaskListItemToMarkdown(),
];

const handlers = {
  blockquote,
  code,
  emphasis,
  image,
  link,
  markedText,
  strong,
  thematicBreak,
  yaml,
};

/**
 * Serializes the nodes of a page. A large page is split at headings, so that there is never a tree of
 * the whole page. With 100,000 credits, that lowers the peak memory from 480 to 370 MB on Node 20, and from
 * 455 to 420 MB on Node 24.
 */
export function stringify(
  nodes: Iterable<RootContent>,
  format: Format,
  settings: Settings = {},
  extensions: readonly Options[] = [],
): string {
  const parts: string[] = [];
  for (const children of partsOf(nodes)) {
    parts.push(stringifyTree({ type: 'root', children }, format, settings, extensions));
  }
  return parts.join('\n');
}

/** The number of nodes of a part, in the top level and the one below. */
const PART = 300;

function* partsOf(nodes: Iterable<RootContent>): Generator<RootContent[]> {
  let part: RootContent[] = [];
  let size = 0;
  for (const node of nodes) {
    if (node.type === 'heading' && size > PART) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(node);
    size += 'children' in node ? node.children.length : 1;
  }
  yield part;
}

/**
 * Serializes a tree in one piece, as the extensions of plugins may need all of it.
 *
 * @param settings options for the whole page, except those that MDX overrides
 * @param extensions serializers for nodes that few pages have (`directiveToMarkdown`,
 *   `tableToMarkdown`, `mdxToMarkdown`) and the extensions of unified plugins. Later ones take
 *   precedence over earlier ones, and the handlers here over all of them
 * @throws {Error} if no handler exists for a node
 */
export function stringifyTree(
  tree: Root,
  format: Format,
  settings: Settings = {},
  extensions: readonly Options[] = [],
): string {
  const isFast = [settings, ...extensions].every(allowsFastPath);
  // No option removes a default unsafe pattern or writes list items, but the state of a serializer can
  // be changed before it writes the first node.
  const root: Handle = (node, parent, state, info) => {
    adjustUnsafe(state, format);
    installAttentionInWords(state, format);
    separateLists(state);
    if (isFast) installListItemFastPath(state);
    return defaultHandlers.root(node, parent, state, info);
  };
  return unified()
    .data('toMarkdownExtensions', [...extensions, ...gfm])
    .use(remarkStringify, {
      ...defaultMarkdown,
      ...settings,
      ...(format === 'mdx' && MDX),
      handlers: {
        ...handlers,
        root,
        ...(format === 'mdx' && { paragraph: mdxParagraph }),
        ...(isFast && { text }),
        ...settings.handlers,
      },
    })
    .stringify(tree);
}

/**
 * Lets lists in different containers have the same bullet, as they are not adjacent. mdast-util-to-markdown
 * only forgets the last bullet after the container.
 */
function separateLists(state: State): void {
  const containerFlow = state.containerFlow.bind(state);
  state.containerFlow = (parent, info) => {
    state.bulletLastUsed = undefined;
    return containerFlow(parent, info);
  };
}

/** Whether options change neither the nodes that the fast path writes nor the text in them. */
function allowsFastPath({ extensions, handlers, join, unsafe }: Options): boolean {
  const isReplaced = FAST_PATH_NODES.some((type) => handlers && type in handlers);
  return !extensions && !join && !unsafe && !isReplaced;
}

/** Leaves out the handler of tables, which would take precedence over `tableToMarkdown`. */
function withoutTable(options: Options): Options {
  const { table: _, ...handlers } = options.handlers as Record<string, Handle>;
  return { ...options, handlers };
}
