/**
 * Text and leaf directives. Starlight renders them as text: their Markdown, with normalized formatting.
 * A source contains this text, escaped.
 */
import type { Nodes, Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';
import { ParsingBudget } from '../markdown/markdown-limits.ts';
import { endOf, startOf } from '../markdown/markdown-page.ts';
import { stringify } from '../stringify/stringify.ts';
import { applyEdits, type TextEdit } from '../text/text-edits.ts';
import type { Format } from '../types.ts';
import { parseWithDirectives } from './parse-with-directives.ts';

/** A possible directive with a label or attributes. One without them is already the rendered text. */
const DIRECTIVE = /:[\p{L}_][\p{L}\p{N}_-]*[[{]/u;

/** Replaces the text and leaf directives of a body with the text that Starlight renders. */
export function escapeDirectives(body: string, format: Format): string {
  const tree = DIRECTIVE.test(body) ? tryParse(body, format) : undefined;
  if (!tree) return body;
  const edits: TextEdit[] = [];
  visit(tree, (node) => {
    if (node.type !== 'textDirective' && node.type !== 'leafDirective') return;
    const [start, end] = [startOf(node), endOf(node)];
    if (DIRECTIVE.test(body.slice(start, end))) {
      edits.push({ start, end, replacement: escapedText(node, format) });
    }
    return SKIP;
  });
  return applyEdits(body, edits);
}

/** The start of a container directive that is not an aside. */
const CONTAINER = /^[ \t>]*:{3,}(?!(?:note|tip|caution|danger)(?![\w-]))\p{L}/mu;

/** Returns the names of container directives that are not asides. Starlight only renders their content. */
export function containerNames(body: string, format: Format): string[] {
  const tree = CONTAINER.test(body) ? tryParse(body, format) : undefined;
  const names = new Set<string>();
  if (tree) visit(tree, 'containerDirective', ({ name }) => void names.add(name));
  return [...names].filter((name) => CONTAINER.test(`:::${name}`));
}

/** Parses a body, or returns `undefined` if it is not valid MDX or would take too long. */
function tryParse(body: string, format: Format): Root | undefined {
  try {
    return parseWithDirectives(body, format, new ParsingBudget());
  } catch {
    return undefined;
  }
}

function escapedText(directive: Nodes, format: Format): string {
  const value = toMarkdown(directive, { extensions: [directiveToMarkdown()] }).trimEnd();
  const escaped = stringify([{ type: 'paragraph', children: [{ type: 'text', value }] }], format);
  // The directive may be in the label of a link.
  return escaped.trimEnd().replace(/(?<!\\)\]/g, '\\]');
}
