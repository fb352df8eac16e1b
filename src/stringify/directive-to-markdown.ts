import {
  type ContainerDirective,
  directiveToMarkdown as defaultDirectiveToMarkdown,
} from 'mdast-util-directive';
import type { Handle, Options, State } from 'mdast-util-to-markdown';

/**
 * Returns an extension that serializes directives: the asides of Starlight, and whatever the unified
 * plugins of others add. Its unsafe patterns are left out, because text must not become a directive
 * whether a page has one or not: see `unsafe.ts`.
 */
export function directiveToMarkdown(): Options {
  const { containerDirective, ...handlers } = defaultDirectiveToMarkdown().handlers as Record<
    'containerDirective' | 'leafDirective' | 'textDirective',
    Handle
  >;
  return { handlers: { ...handlers, containerDirective: asideHandler(containerDirective) } };
}

/**
 * Content that starts or ends with anything but a paragraph is separated from the colons by a blank
 * line, so that Prettier does not take them for a part of it.
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
    // Lists in an aside are not adjacent to those outside.
    bulletLastUsed: undefined,
    // The label is phrasing, but mdast-util-directive does not enter that construct.
    containerPhrasing(...args) {
      const exit = state.enter('phrasing');
      const text = state.containerPhrasing(...args);
      exit();
      return text;
    },
  };
}
