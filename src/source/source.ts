import type { Alias, Document, Node as YamlNode } from 'yaml';
import type { Node } from './nodes.ts';

/** A source that is well-formed YAML. */
export interface Source {
  /** Without a byte order mark. */
  text: string;
  /** `undefined` if the source is empty. */
  root: Node | undefined;
  /** The syntax tree with comments, unless the fast path has read the source. */
  document?: Document;
  /** The nodes of the syntax tree that aliases refer to. */
  targets?: ReadonlyMap<Alias, YamlNode>;
}
