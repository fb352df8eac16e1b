/** Strong text directly in emphasis in a word: `これは***重要***です`. */
import type { Nodes, Paragraph, Parents, PhrasingContent, Strong } from 'mdast';
import type { Handle, State } from 'mdast-util-to-markdown';
import { unicodePattern } from '../text/unicode-pattern.ts';

/** Three markers as one, which mdast-util-to-markdown does not take apart. */
interface StrongEmphasis {
  type: 'strongEmphasis';
  children: Strong['children'];
}

/**
 * Writes strong text in emphasis with three markers if a letter touches it. mdast-util-to-markdown would
 * write that letter as a character reference, as it does not see that the markers are one run, and
 * Prettier would then change the markers.
 *
 * @see https://spec.commonmark.org/0.31.2/#delimiter-run
 */
export function installStrongEmphasis(state: State): void {
  const containerPhrasing = state.containerPhrasing.bind(state);
  state.containerPhrasing = (parent, info) => {
    const isInside = state.stack.includes('emphasis') || state.stack.includes('strong');
    if (isInside || (state.options.strong ?? '*') !== '*' || !parent.children.some(isEmphasis)) {
      return containerPhrasing(parent, info);
    }
    const siblings = parent.children as PhrasingContent[];
    const children = siblings.map((node, index) =>
      merged(node, siblings[index - 1], siblings[index + 1]),
    );
    return containerPhrasing({ ...parent, children } as Paragraph, info);
  };
}

export const strongEmphasis: Handle = Object.assign(
  (node: StrongEmphasis, _: Parents | undefined, state: State, info: Parameters<Handle>[3]) => {
    const exits = [state.enter('emphasis'), state.enter('strong')];
    const strong: Strong = { type: 'strong', children: node.children };
    const text = state.containerPhrasing(strong, { ...info, before: '*', after: '*' });
    for (const exit of exits.reverse()) exit();
    return `***${text}***`;
  },
  { peek: () => '*' },
);

function isEmphasis({ type }: Nodes): boolean {
  return type === 'emphasis';
}

const LETTER = '[\\p{L}\\p{N}]';
const LETTER_OR_MARK = '[\\p{L}\\p{N}\\p{M}]';

/** Returns emphasis with strong text as one node, if nothing else can pair with its markers. */
function merged(
  node: PhrasingContent,
  before: PhrasingContent | undefined,
  after: PhrasingContent | undefined,
): PhrasingContent {
  const [strong, more] = node.type === 'emphasis' ? node.children : [];
  if (strong?.type !== 'strong' || more || !isText(before) || !isText(after)) return node;
  const [text, another] = strong.children;
  if (text?.type !== 'text' || another) return node;
  const [starts, ends] = [unicodePattern(`^${LETTER}`), unicodePattern(`${LETTER_OR_MARK}$`)];
  if (!starts.test(text.value) || !ends.test(text.value)) return node;
  const touches = ends.test(textIn(before)) || starts.test(textIn(after));
  const whole: StrongEmphasis = { type: 'strongEmphasis', children: strong.children };
  return touches ? (whole as unknown as PhrasingContent) : node;
}

function isText(node: PhrasingContent | undefined): boolean {
  return node === undefined || node.type === 'text';
}

function textIn(node: PhrasingContent | undefined): string {
  return node?.type === 'text' ? node.value : '';
}
