/** Returns nodes of a page as the Markdown of a field. */
import type {
  Definition,
  Heading,
  Link,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Strong,
  TableCell,
} from 'mdast';
import { visit } from 'unist-util-visit';
import type { ImportedField } from '../model/imported-page.ts';
import { isDefinition, keyOf } from './definition-key.ts';
import { endOf, type MarkdownPage, referencedKeysIn, sliceOf, startOf } from './markdown-page.ts';

/**
 * Returns the Markdown of blocks with the definitions that they refer to. Definitions that only other
 * blocks refer to are left out.
 */
export function blocksField(blocks: readonly RootContent[], page: MarkdownPage): ImportedField {
  const used = referencedKeysIn(blocks, page.definitions);
  const nodes = blocks.filter((block) => {
    return !isDefinition(block) || used.has(keyOf(block)) || !page.referencedKeys.has(keyOf(block));
  });
  const slices = adjacentRuns(nodes, page).map(([first, last]) =>
    trimMarkdownEnd(page.body.slice(lineStart(startOf(first), page.body), endOf(last))),
  );
  const defined = new Set<string>();
  for (const node of nodes) {
    visit(node, (inner) => {
      if (isDefinition(inner)) defined.add(keyOf(inner));
    });
  }
  const missing = [...used].filter((key) => !defined.has(key));
  const added = missing
    .map((key) => page.definitions.get(key))
    .filter((node) => node !== undefined);
  return {
    markdown: [...slices, ...added.map((node) => sliceOf(node, page.body))].join('\n\n'),
    nodes,
  };
}

/** Groups blocks that are adjacent on the page. Returns the first and last block of each group. */
function adjacentRuns(
  nodes: readonly RootContent[],
  { tree }: MarkdownPage,
): [RootContent, RootContent][] {
  const runs: [RootContent, RootContent][] = [];
  let next: RootContent | undefined;
  for (const node of nodes) {
    const run = runs.at(-1);
    if (run && node === next) run[1] = node;
    else runs.push([node, node]);
    const index = tree.children.indexOf(node);
    next = index < 0 ? undefined : tree.children[index + 1];
  }
  return runs;
}

/**
 * Returns the start of the line if only white space precedes an offset, as indentation may be
 * significant, or otherwise the offset.
 */
function lineStart(offset: number, body: string): number {
  const start = body.lastIndexOf('\n', offset - 1) + 1;
  return body.slice(start, offset).trim() === '' ? start : offset;
}

/** A node with inline content that is a line of a page, or a part of it. */
export type InlineParent = Paragraph | Heading | TableCell | Strong | Link;

export function inlineField(line: InlineParent, page: MarkdownPage): string {
  return trimMarkdown(
    childSlices(line, page)
      .map(({ markdown }) => markdown)
      .join(''),
  );
}

/** Trims spaces, tabs and line breaks. To Markdown, other white space is text. */
export function trimMarkdown(text: string): string {
  return trimMarkdownEnd(text).replace(/^[ \t\n]+/, '');
}

function trimMarkdownEnd(text: string): string {
  return text.replace(/(?<![ \t\n])[ \t\n]+$/, '');
}

/** Returns the Markdown of each child of a line, and the child itself unless it is text. */
export function childSlices(
  line: InlineParent,
  page: MarkdownPage,
): { markdown: string; node: PhrasingContent | undefined }[] {
  return line.children.map((node) => ({
    markdown: inlineSlice(node, page),
    node: node.type === 'text' ? undefined : node,
  }));
}

/**
 * Returns the Markdown of inline content on one line, except hard breaks, with references as inline
 * links.
 */
export function inlineSlice(node: PhrasingContent, page: MarkdownPage): string {
  const markdown = sliceOf(node, page.body);
  if (node.type === 'linkReference' || node.type === 'imageReference') {
    const definition = sliceOf(page.definitions.get(keyOf(node)) as Definition, page.body);
    const destination = definition
      .slice(definition.indexOf(']:') + 2)
      .trim()
      .replace(/(?<!\s)\s*\n\s*/g, ' ');
    // `[label][]` and `[label][identifier]` have another pair of brackets after the label.
    const label =
      node.referenceType === 'shortcut' ? markdown : markdown.slice(0, markdown.lastIndexOf('['));
    return `${label}(${destination})`;
  }
  if ('children' in node && node.children.some(containsReference)) {
    // The markers around the children do not change.
    const [first, last] = [node.children[0] as Nodes, node.children.at(-1) as Nodes];
    const before = page.body.slice(startOf(node), startOf(first));
    const after = page.body.slice(endOf(last), endOf(node));
    return before + node.children.map((child) => inlineSlice(child, page)).join('') + after;
  }
  return node.type === 'break' ? markdown : markdown.replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ');
}

function containsReference(node: Nodes): boolean {
  return (
    node.type === 'linkReference' ||
    node.type === 'imageReference' ||
    ('children' in node && node.children.some(containsReference))
  );
}
