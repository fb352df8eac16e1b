import {
  type ContainerDirective,
  directiveToMarkdown as defaultDirectiveToMarkdown,
} from 'mdast-util-directive';
import type { Handle, Options, State } from 'mdast-util-to-markdown';

/**
 * Returns an extension that serializes directives: the asides of Starlight, and those that unified
 * plugins add. The unsafe patterns of mdast-util-directive are left out: those in `unsafe.ts` also
 * apply to pages without directives.
 */
export function directiveToMarkdown(): Options {
  const { containerDirective, ...handlers } = defaultDirectiveToMarkdown().handlers as Record<
    'containerDirective' | 'leafDirective' | 'textDirective',
    Handle
  >;
  return { handlers: { ...handlers, containerDirective: asideHandler(containerDirective) } };
}

/**
 * Adds a blank line between the colons and content that does not start or end with a paragraph. Without
 * it, Prettier would treat the colons as part of the content.
 */
function asideHandler(handle: Handle): Handle {
  return (node: ContainerDirective, parent, state, info) => {
    const content = node.children.filter(
      (child) => !(child.type === 'paragraph' && child.data?.directiveLabel),
    );
    const [first, last] = [content[0], content.at(-1)];
    let text = handle(node, parent, withPhrasingLabel(state), info);
    if (first && first.type !== 'paragraph') text = text.replace('\n', '\n\n');
    if (last && last.type !== 'paragraph') text = text.replace(/\n(:+)$/, '\n\n$1');
    return text;
  };
}

function withPhrasingLabel(state: State): State {
  return {
    ...state,
    // The label is phrasing, but mdast-util-directive does not enter that construct.
    containerPhrasing(...args) {
      const exit = state.enter('phrasing');
      const text = state.containerPhrasing(...args);
      exit();
      return text;
    },
  };
}
