/** The positions of the entries of maps and the items of lists in a source. */
import { CST } from 'yaml';

export type Token = CST.Token;

/** A map or a list. */
export type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/** An entry of a map, or an item of a list. Offsets are in UTF-16 code units from 0. */
export interface Item {
  /** The key, if it is an entry of a map. */
  key?: string;
  /** The start of what belongs to it alone: its dash, key, anchor or tag. */
  start: number;
  /** The end of its value without the comment after it, or of the last comment in place of a value. */
  end: number;
  /** The end of its colon or dash, after which its value follows. */
  valueStart: number;
  /** Whether a key has a colon: in a flow collection, it may have none. */
  hasColon: boolean;
  /** `undefined` if there is nothing after the key or dash. */
  value: Token | undefined;
  /** The offsets of the comments before it. */
  comments: number[];
  /** The offsets of the comments between its key or dash and its value. */
  valueComments: number[];
}

export function isCollection(token: Token | undefined): token is Collection {
  return (
    token?.type === 'block-map' || token?.type === 'block-seq' || token?.type === 'flow-collection'
  );
}

export function isMap(token: Token | undefined): boolean {
  return (
    token?.type === 'block-map' || (token?.type === 'flow-collection' && token.start.source === '{')
  );
}

/** Returns the entries or items of a collection, in order. */
export function itemsOf(collection: Collection): Item[] {
  return collection.items.flatMap((token) => itemOf(token, collection) ?? []);
}

/** Returns the first entry or item of a collection. */
export function firstItemOf(collection: Collection): Item | undefined {
  for (const token of collection.items) {
    const item = itemOf(token, collection);
    if (item) return item;
  }
  return;
}

function itemOf(token: Collection['items'][number], collection: Collection): Item | undefined {
  const { key, value, start, sep = [] } = token;
  const own = start.filter(({ type }) => !SPACE.has(type) && type !== 'comma');
  const parts = [...own, ...(key ? [key] : []), ...sep.filter(({ type }) => !SPACE.has(type))];
  const [first] = parts;
  // After the last item there may be comments, and in a flow collection a comma.
  if (!first && !value) return;
  const before = parts.at(-1);
  const from = first ? first.offset : (value as Token).offset;
  return {
    ...(key || isMap(collection) ? { key: keyText(key) } : {}),
    start: from,
    end: value
      ? tokenEnd(value)
      : tokenEnd([...start, ...sep].findLast(isNoSpace) ?? (before as Token)),
    valueStart: before ? tokenEnd(before) : from,
    hasColon: sep.some(({ type }) => type === 'map-value-ind'),
    value,
    comments: commentsIn(start.filter(({ offset }) => offset < from)),
    valueComments: commentsIn([...start.filter(({ offset }) => offset > from), ...sep]),
  };
}

function commentsIn(tokens: readonly CST.SourceToken[]): number[] {
  return tokens.filter(({ type }) => type === 'comment').map(({ offset }) => offset);
}

function isNoSpace({ type }: CST.SourceToken): boolean {
  return type !== 'space' && type !== 'newline';
}

const SPACE = new Set(['space', 'newline', 'comment']);

function keyText(key: Token | null | undefined): string {
  return (key && CST.resolveAsScalar(key as CST.FlowScalar)?.value) ?? '';
}

/** Returns the end of a token, without comments and line breaks after it. */
export function tokenEnd(token: Token): number {
  if (token.type === 'flow-collection') {
    const last = token.end.find(({ type }) => type === 'flow-seq-end' || type === 'flow-map-end');
    return last ? last.offset + last.source.length : token.offset;
  }
  if (isCollection(token)) {
    for (const last of token.items.toReversed()) {
      const item = itemOf(last, token);
      if (item) return item.end;
    }
    return token.offset;
  }
  if (token.type === 'block-scalar') {
    const last = token.props.at(-1) as CST.SourceToken | undefined;
    const start = last ? last.offset + last.source.length : token.offset;
    return start + token.source.length;
  }
  return token.offset + (token as CST.SourceToken).source.length;
}
