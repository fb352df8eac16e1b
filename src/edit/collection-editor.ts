import type { TextEdit } from '../text/text-edits.ts';
import { blockEdits } from './block-edits.ts';
import { flowEdits } from './flow-edits.ts';
import type { YamlValue } from './render-value.ts';
import { replaceValue } from './replace-value.ts';
import { type Collection, type Item, itemsOf } from './yaml-items.ts';
import type { YamlText } from './yaml-text.ts';

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

/** Collects the changes of a map or list. */
export class CollectionEditor {
  readonly collection: Collection;
  readonly items: readonly Item[];
  readonly #text: YamlText;
  readonly #removed = new Set<number>();
  readonly #added = new Map<number, Addition[]>();
  readonly #replaced = new Map<number, YamlValue>();

  /** @param comments the offsets of the comments before the collection, which belong to its first item */
  constructor(collection: Collection, comments: readonly number[], text: YamlText) {
    this.collection = collection;
    this.items = itemsOf(collection);
    this.items[0]?.comments.unshift(...comments);
    this.#text = text;
  }

  /** Whether nothing is left. */
  get isEmptied(): boolean {
    return (
      this.items.length > 0 && this.#removed.size === this.items.length && this.#added.size === 0
    );
  }

  /** The ranges that are removed or replaced. An anchor before a value that is replaced stays. */
  get removedRanges(): { start: number; end: number }[] {
    return this.items.flatMap(({ start, valueStart, end }, index) => {
      if (this.#removed.has(index)) return { start, end };
      return this.#replaced.has(index) ? { start: valueStart, end } : [];
    });
  }

  remove(index: number): void {
    this.#removed.add(index);
  }

  replace(index: number, value: YamlValue): void {
    this.#replaced.set(index, value);
  }

  insert(index: number, value: YamlValue): void {
    this.#add(Math.min(index, this.items.length), { value });
  }

  /** Adds a key after the last of the keys that an order has before it, or at the end. */
  addKey(key: string, value: YamlValue, order: readonly string[] = []): void {
    const before = order.slice(0, Math.max(0, order.indexOf(key)));
    const isKnown = order.includes(key);
    const last = this.items.findLastIndex((item) => before.includes(item.key as string));
    this.#add(isKnown ? last + 1 : this.items.length, { key, value });
  }

  edits(): TextEdit[] {
    const { collection, items } = this;
    const added = new Map([...this.#added].sort(([a], [b]) => a - b));
    const changes = { collection, items, removed: this.#removed, added };
    const structural = collection.type === 'flow-collection' ? flowEdits : blockEdits;
    const replaced = [...this.#replaced].filter(([index]) => !this.#removed.has(index));
    return [
      ...structural(changes, this.#text),
      ...replaced.flatMap(([index, value]) =>
        replaceValue(collection, items[index] as Item, value, this.#text),
      ),
    ];
  }

  #add(index: number, addition: Addition): void {
    this.#added.set(index, [...(this.#added.get(index) ?? []), addition]);
  }
}
