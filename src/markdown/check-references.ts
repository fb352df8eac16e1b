/** Links and footnotes that have no target, and definitions that nothing uses. */
import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/report.ts';
import { isDefinition, isReference, keyOf } from './definition-key.ts';
import type { RangeIn } from './only-paragraph.ts';

/** Text that may be a reference, a definition, a link or bold. */
const MAYBE = /\]\s*[[(:]|\[\^|\)\[|\*\*/;

/** Nodes whose source is not text. */
const NOT_TEXT: ReadonlySet<Nodes['type']> = new Set([
  ...(['code', 'inlineCode', 'html', 'link', 'image', 'linkReference', 'imageReference'] as const),
  ...(['definition', 'footnoteReference', 'mdxJsxTextElement', 'mdxJsxFlowElement'] as const),
  ...(['mdxTextExpression', 'mdxFlowExpression', 'mdxjsEsm'] as const),
]);

/** `[label][name]` and `[label][]`. After a word, brackets are text, as in `matrix[i][j]`. */
const REFERENCE = /(?<![\w\])\\])!?\[((?:[^[\]\\]|\\.){1,300})\]\[((?:[^[\]\\]|\\.){0,300})\]/g;

/** `[^name]` */
const FOOTNOTE = /(?<!\\)\[\^([\w\u00aa-\uffff-]{1,100})\](?!:)/g;

/** `[label](https://a b)`, `[label] (https://e.co)` and `(label)[https://e.co]`. */
const LINK =
  /(?<![\w\\])\[(?:[^[\]\\]|\\.){1,300}\](?:\(<?https?:\/\/[^()\n<>]{1,300} [^()\n<>]{0,300}>?\)|[ \n]\(https?:\/\/[^()\s]{1,300}\))|(?<![\w\]\\])\([^()\n]{1,300}\)\[https?:\/\/[^[\]\s]{1,300}\]/g;

/**
 * `**Note:**text`: the asterisks are not beside white space or punctuation, as CommonMark requires. Text
 * in bold does not start with a comma or end with an opening bracket, as in `Ada**, Bob**` and
 * `f(**a) and g(**b)`.
 *
 * @see https://github.com/commonmark/commonmark-spec/issues/650
 */
const BOLD =
  /(?<![\\*])(\*{2,3})(?![\s*,.;:!?)\]}、。，；：！？）」』】])(?:[^*\\\n]|\\.){1,300}?(?<![\s([{（「『【])\1(?!\*)/g;

/** Reports references without a definition, definitions without a reference, links and bold that are text. */
export function checkReferences(
  tree: Root,
  { markdown, isInline }: { markdown: string; isInline: boolean },
  rangeIn: RangeIn,
  report: Report,
): void {
  if (!MAYBE.test(markdown)) return;
  // In an inline field, a definition without a paragraph is an error.
  if (!isInline || tree.children[0]?.type === 'paragraph') checkDefinitions(tree, rangeIn, report);
  const text = textOnly(tree, markdown);
  const find = (pattern: RegExp, onMatch: (match: RegExpExecArray) => void) => {
    for (const match of text.matchAll(pattern)) onMatch(match);
  };
  const rangeOf = ({ 0: { length }, index }: RegExpExecArray) => rangeIn(index, index + length);
  const sliceOf = ({ 0: { length }, index }: RegExpExecArray) =>
    markdown.slice(index, index + length);
  find(REFERENCE, (match) => {
    const [, label = '', name = ''] = match;
    // `[1][2]`, `[x][ ]`
    if (/^[\d\s]*$/.test(label) || /^\s+$/.test(name)) return;
    report('markdown-reference', rangeOf(match), { written: sliceOf(match), name: name || label });
  });
  find(FOOTNOTE, (match) => {
    const [written, name = ''] = match;
    // A class of a regular expression, as in `[^a-z]`.
    if (/^\w-\w/.test(name)) return;
    report('markdown-reference', rangeOf(match), { written, name: `^${name}`, isInline });
  });
  find(LINK, (match) => report('markdown-link', rangeOf(match), { written: sliceOf(match) }));
  visit(tree, 'text', ({ position }) => {
    const start = position?.start.offset;
    if (start === undefined) return;
    for (const { 0: written, index } of markdown.slice(start, position?.end.offset).matchAll(BOLD))
      report('markdown-bold', rangeIn(start + index, start + index + written.length), { written });
  });
}

/** Returns Markdown with everything that is not text replaced by as many characters. */
function textOnly(tree: Root, markdown: string): string {
  const parts: string[] = [];
  let at = 0;
  visit(tree, (node) => {
    const { start, end } = node.position ?? {};
    if (!NOT_TEXT.has(node.type) || start?.offset === undefined || end?.offset === undefined)
      return;
    if (start.offset < at) return;
    // The text of a link may be before a literal address.
    if (node.type === 'link' && !/[[<]/.test(markdown[start.offset] ?? '')) return;
    parts.push(markdown.slice(at, start.offset), 'x'.repeat(end.offset - start.offset));
    at = end.offset;
  });
  return parts.join('') + markdown.slice(at);
}

function checkDefinitions(tree: Root, rangeIn: RangeIn, report: Report): void {
  const used = new Set<string>();
  const defined = new Map<string, Definition | FootnoteDefinition>();
  const unused: (Definition | FootnoteDefinition)[] = [];
  visit(tree, (node) => {
    if (isReference(node)) used.add(keyOf(node));
    if (!isDefinition(node)) return;
    // `[//]: # (text)` is a comment.
    if (node.type === 'definition' && /^#?$/.test(node.url)) return;
    if (defined.has(keyOf(node))) unused.push(node);
    else defined.set(keyOf(node), node);
  });
  for (const [key, node] of defined) if (!used.has(key)) unused.push(node);
  for (const node of unused) {
    const { start, end } = node.position ?? {};
    const name = `${node.type === 'definition' ? '' : '^'}${node.label ?? node.identifier}`;
    const isRepeated = defined.get(keyOf(node)) !== node;
    report('markdown-unused', rangeIn(start?.offset, end?.offset), { name, isRepeated });
  }
}
