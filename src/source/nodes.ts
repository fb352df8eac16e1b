/**
 * Nodes of YAML with no more to them than this project reads: `yaml` knows them by the same sign
 * as its own. Those are larger, and it takes longer to make one.
 *
 * @see https://eemeli.org/yaml/#identifying-node-types
 */
import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

const KIND = Symbol.for('yaml.node.type');

type Marked = { [KIND]: symbol };

class PlainScalar {
  readonly value: string;
  readonly type: Scalar.Type;
  readonly start: number;
  readonly end: number;

  constructor(value: string, type: Scalar.Type, start: number, end: number) {
    this.value = value;
    this.type = type;
    this.start = start;
    this.end = end;
  }

  get source(): string {
    return this.value;
  }

  get range(): [number, number, number] {
    return [this.start, this.end, this.end];
  }
}

class PlainCollection<T> {
  readonly items: T[];
  readonly start: number;
  end: number;

  constructor(start: number) {
    this.items = [];
    this.start = start;
    this.end = start;
  }

  get range(): [number, number, number] {
    return [this.start, this.end, this.end];
  }
}

class PlainMap extends PlainCollection<Pair<Node, Node>> {}
class PlainSeq extends PlainCollection<Node> {}

(PlainScalar.prototype as unknown as Marked)[KIND] = Symbol.for('yaml.scalar');
(PlainMap.prototype as unknown as Marked)[KIND] = Symbol.for('yaml.map');
(PlainSeq.prototype as unknown as Marked)[KIND] = Symbol.for('yaml.seq');

export function scalarNode(
  value: string,
  type: Scalar.Type,
  start: number,
  end: number,
): Scalar<string> {
  return new PlainScalar(value, type, start, end) as unknown as Scalar<string>;
}

/** A collection that is still being read. */
type Growing<T> = T & { end: number };

export function mapNode(start: number): Growing<YAMLMap<Node, Node>> {
  return new PlainMap(start) as unknown as Growing<YAMLMap<Node, Node>>;
}

export function seqNode(start: number): Growing<YAMLSeq<Node>> {
  return new PlainSeq(start) as unknown as Growing<YAMLSeq<Node>>;
}

export function pairOf(key: Node, value: Node): Pair<Node, Node> {
  return { key, value } as Pair<Node, Node>;
}
