/**
 * Text and leaf directives. Starlight writes them as text, with quotes around their attributes and with
 * the Markdown of their labels. In a source, this text is escaped.
 */
import type { Nodes, Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';
import { endOf, startOf } from '../markdown/markdown-page.ts';
import { stringify } from '../stringify/stringify.ts';
import type { Format } from '../types.ts';
import { parseRendered } from './rendered-page.ts';
import { type Change, changed } from './text-changes.ts';

/** What may be a directive that is more than its name, which would be the same text. */
const DIRECTIVE = /:[\p{L}_][\p{L}\p{N}_-]*[[{]/u;

/** Escapes the directives of a body that Starlight writes as text. */
export function escapeDirectives(body: string, format: Format): string {
  const tree = DIRECTIVE.test(body) ? parsed(body, format) : undefined;
  if (!tree) return body;
  const changes: Change[] = [];
  visit(tree, (node) => {
    if (node.type !== 'textDirective' && node.type !== 'leafDirective') return;
    const [start, end] = [startOf(node), endOf(node)];
    if (DIRECTIVE.test(body.slice(start, end)))
      changes.push({ start, end, by: escaped(node, format) });
    return SKIP;
  });
  return changed(body, changes);
}

/** The start of a container that is not an aside. */
const CONTAINER = /^[ \t>]*:{3,}(?!(?:note|tip|caution|danger)(?![\w-]))\p{L}/mu;

/** Returns the names of the containers that are not asides. Starlight displays their content alone. */
export function containerNames(body: string, format: Format): string[] {
  const tree = CONTAINER.test(body) ? parsed(body, format) : undefined;
  const names = new Set<string>();
  if (tree) visit(tree, 'containerDirective', ({ name }) => void names.add(name));
  return [...names].filter((name) => CONTAINER.test(`:::${name}`));
}

/** The tree of a body, or `undefined` if it is not well-formed MDX. */
function parsed(body: string, format: Format): Root | undefined {
  try {
    return parseRendered(body, format);
  } catch {
    return undefined;
  }
}

function escaped(directive: Nodes, format: Format): string {
  const value = toMarkdown(directive, { extensions: [directiveToMarkdown()] }).trimEnd();
  const text = stringify([{ type: 'paragraph', children: [{ type: 'text', value }] }], format);
  // The label of a link can contain it.
  return text.trimEnd().replace(/(?<!\\)\]/g, '\\]');
}
