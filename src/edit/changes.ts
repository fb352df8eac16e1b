import type { YamlValue } from './render-value.ts';
import type { Collection, Item } from './yaml-items.ts';

/** An entry or item to add. */
export interface Addition {
  /** The key, in a map. */
  key?: string;
  value: YamlValue;
}

/** The additions and removals of a collection. */
export interface Changes {
  collection: Collection;
  items: readonly Item[];
  removed: ReadonlySet<number>;
  /** What is added before the item with an index, in the order of the indexes. */
  added: ReadonlyMap<number, readonly Addition[]>;
}
