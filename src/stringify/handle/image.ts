import type { Image, Parents } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { resource } from '../util/resource.ts';

/** Writes `![alt](url "title")`. */
export function image(node: Image, _: Parents | undefined, state: State, info: Info): string {
  return resource('![', node, (config) => state.safe(node.alt, config), state, info);
}

image.peek = (): string => '!';
