import type { Image, Parents } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { attributeText, htmlAttributes } from '../util/html-link.ts';
import { resource } from '../util/resource.ts';

/** Writes `![alt](url "title")`, or HTML. */
export function image(node: Image, _: Parents | undefined, state: State, info: Info): string {
  const attributes = htmlAttributes(node);
  if (attributes !== undefined) {
    const html = `<img${attributes} alt="${attributeText(node.alt ?? '')}" />`;
    // In a table, a vertical bar would end the cell.
    return state.stack.includes('tableCell') ? html.replaceAll('|', '&#124;') : html;
  }
  return resource(
    '![',
    node,
    (config) => withoutDirectives(state.safe(node.alt, config)),
    state,
    info,
  );
}

/** Escapes the colons of directives, which Starlight turns back into text, but not in `alt`. */
function withoutDirectives(alt: string): string {
  return alt.replace(/\\.|:(?=[^\s!-/:-@[-`{-~])/g, (found) => (found === ':' ? '\\:' : found));
}

image.peek = (node: Image): string => (htmlAttributes(node) === undefined ? '!' : '<');
