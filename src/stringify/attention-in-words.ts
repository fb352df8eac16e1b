/** Emphasis, strong and deleted text that touches letters or other marks: `これは***重要***です`. */
import type { Delete, Emphasis, Nodes, Parents, PhrasingContent, Strong } from 'mdast';
import type { Handle, State } from 'mdast-util-to-markdown';
import { unicodePattern } from '../text/unicode-pattern.ts';
import type { Format } from '../types.ts';
import { areReadByPrettier, formPairs, type Marker } from './delimiter-runs.ts';

/** Emphasis, strong or deleted text with a fixed marker. */
interface MarkedText {
  type: 'markedText';
  marker: string;
  children: PhrasingContent[];
}

type Attention = Delete | Emphasis | Strong;
type ContainerPhrasing = State['containerPhrasing'];

/** A character that no text contains. It separates markers from the text in them. */
const EDGE = '\ufffe';

/** The maximum number of nodes for which every combination of markers is tried. */
const MAX_VARIED = 6;

/** The maximum number of nodes whose markers are checked. */
const MAX_NODES = 200;

/** A character reference that mdast-util-to-markdown writes. */
const REFERENCES = /&#x[\dA-F]+;/g;

/** A character reference, or markers of strong text that Prettier changes. */
const ODD = /&#x[\dA-F]+;|__/;

/**
 * Writes emphasis and strong text with other markers if mdast-util-to-markdown needs character references
 * beside them, or `__`. It does not see that markers next to each other are one run, and Prettier would
 * then change the markers.
 */
export function installAttentionInWords(state: State, format: Format): void {
  const containerPhrasing: ContainerPhrasing = state.containerPhrasing.bind(state);
  state.containerPhrasing = (parent, info) => {
    const usual = containerPhrasing(parent, info);
    const isChecked = (parent as Nodes | MarkedText).type !== 'markedText' && ODD.test(usual);
    if (!isChecked || usual.includes(EDGE) || (state.options.strong ?? '*') !== '*') return usual;
    const places = attentionIn(parent);
    if (places.length === 0 || places.length > MAX_NODES) return usual;
    const edges = edgesIn(parent);
    for (const markers of markersToTry(places, state)) {
      const written = containerPhrasing(withMarkers(parent, markers) as typeof parent, info);
      const text = written.replaceAll(EDGE, '');
      if (countReferences(text) > countReferences(usual)) return usual;
      if (isWellFormed(written, edges, { markers, format, ...info })) return text;
    }
    return usual;
  };
}

export const markedText: Handle = Object.assign(
  (node: MarkedText, _: Parents | undefined, state: State, info: Parameters<Handle>[3]) => {
    const { marker } = node;
    const exit = state.enter(constructOf(marker));
    const text = state.containerPhrasing(node as never, { ...info, before: marker, after: marker });
    exit();
    return `${marker}${EDGE}${text}${EDGE}${marker}`;
  },
  { peek: ({ marker }: MarkedText) => marker.charAt(0) },
);

function constructOf(marker: string): 'emphasis' | 'strong' | 'strikethrough' {
  if (marker.startsWith('~')) return 'strikethrough';
  return marker.length === 1 ? 'emphasis' : 'strong';
}

function countReferences(text: string): number {
  return text.match(REFERENCES)?.length ?? 0;
}

function isAttention(node: Nodes): node is Attention {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';
}

/** Emphasis, and what is beside it. */
interface Occurrence {
  node: Attention;
  isNested: boolean;
  touchesWord: boolean;
}

/** Returns the emphasis, strong and deleted text in a node, each before its content. */
function attentionIn(parent: Nodes, isNested = false): Occurrence[] {
  const children = ('children' in parent ? parent.children : []) as PhrasingContent[];
  return children.flatMap((node, index) => {
    if (!isAttention(node)) return [];
    const touchesWord =
      'inWord' in (node.data ?? {}) ||
      endsInWord(children[index - 1], LETTER_LAST) ||
      endsInWord(children[index + 1], LETTER_FIRST);
    const inside = isNested || node.type === 'emphasis';
    return [{ node, isNested, touchesWord }, ...attentionIn(node, inside)];
  });
}

/** The inner edge of a marker. */
interface Edge {
  node: Attention;
  isOpening: boolean;
}

function edgesIn(parent: Nodes): Edge[] {
  const children = ('children' in parent ? parent.children : []) as PhrasingContent[];
  return children
    .filter(isAttention)
    .flatMap((node) => [{ node, isOpening: true }, ...edgesIn(node), { node, isOpening: false }]);
}

const LETTER_FIRST = '^[\\p{L}\\p{N}]';
const LETTER_LAST = '[\\p{L}\\p{N}\\p{M}]$';

function endsInWord(node: PhrasingContent | undefined, pattern: string): boolean {
  return node?.type === 'text' && unicodePattern(pattern).test(node.value);
}

/** Returns the markers of each node to try: first those that Prettier prefers. */
function* markersToTry(
  places: readonly Occurrence[],
  state: State,
): Generator<Map<Attention, string>> {
  const preferred = places.map(({ node, isNested, touchesWord }) => {
    if (node.type !== 'emphasis') return node.type === 'delete' ? '~~' : '**';
    return touchesWord || isNested ? '*' : (state.options.emphasis ?? '*');
  });
  const numberOfSets = places.length > MAX_VARIED ? 1 : 2 ** places.length;
  const sets = Array.from({ length: numberOfSets }, (_, bits) =>
    preferred.map((marker, index) => ((bits >> index) % 2 ? otherMarker(marker) : marker)),
  );
  const distance = (set: readonly string[]) =>
    set.filter((marker, index) => marker !== preferred[index]).length;
  for (const set of sets.sort((a, b) => distance(a) - distance(b))) {
    yield new Map(places.map(({ node }, index) => [node, set[index] as string]));
  }
}

function otherMarker(marker: string): string {
  if (marker.startsWith('~')) return marker;
  return marker.replace(/./g, marker.startsWith('*') ? '_' : '*');
}

function withMarkers(parent: Nodes, markers: Map<Attention, string>): Nodes {
  const children = ('children' in parent ? parent.children : []) as PhrasingContent[];
  const marked = children.map((node) => {
    if (!isAttention(node)) return node;
    const inside = withMarkers(node, markers) as Attention;
    return { type: 'markedText', marker: markers.get(node), children: inside.children };
  });
  return { ...parent, children: marked } as Nodes;
}

interface MarkedPlace {
  markers: Map<Attention, string>;
  format: Format;
  before: string;
  after: string;
}

/** Whether the markers in a text form what they should. */
function isWellFormed(
  written: string,
  edges: readonly Edge[],
  { markers, format, before, after }: MarkedPlace,
): boolean {
  const parts = written.split(EDGE);
  // Emphasis without content is not written.
  if (parts.length !== edges.length + 1) return false;
  let at = before.length;
  const found = edges.map(({ node, isOpening }, index): Marker => {
    at += parts[index]?.length ?? 0;
    const marker = markers.get(node) as string;
    return { written: marker, start: isOpening ? at - marker.length : at, owner: node, isOpening };
  });
  if (format === 'mdx' && !areReadByPrettier(found)) return false;
  return formPairs(found, before + parts.join('') + after);
}
