/** Directives. Starlight has asides; others come from the plugins of unified's users. */
import {
  type ContainerDirective,
  directiveToMarkdown,
  type LeafDirective,
  type TextDirective,
} from 'mdast-util-directive';
import type { Handle, Info, State } from 'mdast-util-to-markdown';

const write = directiveToMarkdown().handlers?.containerDirective as Handle;

type Parent = Parameters<Handle>[1];

/** Writes `::name` and `:name`. */
export function directive(
  node: LeafDirective | TextDirective,
  parent: Parent,
  state: State,
  info: Info,
): string {
  return write(node, parent, state, info);
}

/**
 * Writes an aside. Its label is phrasing, which mdast-util-directive does not say. Where its
 * content starts or ends with anything but a paragraph, that stands apart from the colons, so that
 * Prettier does not take them for a part of it.
 */
export function aside(node: ContainerDirective, parent: Parent, state: State, info: Info): string {
  const content = node.children.filter(
    (child) => !(child.type === 'paragraph' && child.data?.directiveLabel),
  );
  const [first, last] = [content[0], content.at(-1)];
  const phrasing: State = {
    ...state,
    // The lists inside are no neighbours of those outside.
    bulletLastUsed: undefined,
    containerPhrasing(...args) {
      const exit = state.enter('phrasing');
      const text = state.containerPhrasing(...args);
      exit();
      return text;
    },
  };
  let text: string = write(node, parent, phrasing, info);
  if (first && first.type !== 'paragraph') text = text.replace('\n', '\n\n');
  if (last && last.type !== 'paragraph') text = text.replace(/\n(:+)$/, '\n\n$1');
  return text;
}
