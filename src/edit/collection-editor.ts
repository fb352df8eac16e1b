import type { Range } from '../text/range.ts';
import type { TextEdit } from '../text/text-edits.ts';
import { blockEdits } from './block-edits.ts';
import type { Addition } from './changes.ts';
import { flowEdits } from './flow-edits.ts';
import type { YamlValue } from './render-value.ts';
import { replaceValue } from './replace-value.ts';
import { type Collection, type Item, isMap, itemsOf } from './yaml-items.ts';
import type { YamlText } from './yaml-text.ts';

/** Collects the changes of a map or list. */
export class CollectionEditor {
  readonly collection: Collection;
  readonly items: readonly Item[];
  readonly #text: YamlText;
  #indexes: Map<string | undefined, number> | undefined;
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
  get removedRanges(): Range[] {
    return this.items.flatMap(({ start, valueStart, end }, index) => {
      if (this.#removed.has(index)) return { start, end };
      return this.#replaced.has(index) ? { start: valueStart, end } : [];
    });
  }

  /** Returns the index of a key or item, or -1 if there is none. */
  indexOf(key: string | number): number {
    if (!isMap(this.collection)) {
      return typeof key === 'number' && key < this.items.length ? key : -1;
    }
    this.#indexes ??= new Map(this.items.map((item, index) => [item.key, index]));
    return this.#indexes.get(String(key)) ?? -1;
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
    const last =
      order.includes(key) &&
      this.items.findLastIndex((item) => before.includes(item.key as string));
    this.#add(last === false ? this.items.length : last + 1, { key, value });
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
    const added = this.#added.get(index);
    if (added) added.push(addition);
    else this.#added.set(index, [addition]);
  }
}
