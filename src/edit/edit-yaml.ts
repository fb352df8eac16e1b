import { type CST, Parser } from 'yaml';
import { applyEdits, type TextEdit } from '../text/text-edits.ts';
import { CollectionEditor } from './collection-editor.ts';
import { removedAnchor } from './removed-anchor.ts';
import type { YamlValue } from './render-value.ts';
import { YamlEditError } from './yaml-edit-error.ts';
import { type Collection, isCollection, type Token, tokenEnd } from './yaml-items.ts';
import { YamlText } from './yaml-text.ts';

/** The keys and indexes, from 0, that lead to a value. */
export type YamlPath = readonly (string | number)[];

/** A change of YAML. Its path is that in the text before all changes. */
export type YamlEdit = SetValue | InsertItem | RemoveItem | ReplaceText;

/**
 * Sets the value of a key or an item. A key that its map lacks is added, and so is a map that is missing.
 * The aliases of a value with an anchor change with it.
 */
interface SetValue {
  type: 'set';
  path: YamlPath;
  value: YamlValue;
  /**
   * The usual order of keys. A new key, or that of a new map, is added after the last of the keys before
   * it.
   */
  order?: readonly string[];
}

/** Adds an item to a list. */
interface InsertItem {
  type: 'insert';
  /** The path of the list. A list that is missing is created. */
  path: YamlPath;
  /** The index of the item to insert it before, or the number of items to add it at the end. */
  index: number;
  value: YamlValue;
  /** The usual order of keys, for a list that is created. */
  order?: readonly string[];
}

/** Removes an entry or item. A map or list that is then empty is also removed. */
interface RemoveItem {
  type: 'remove';
  path: YamlPath;
}

/** Replaces a part of a scalar, as it is written. The replacement must need no quotes and no escapes. */
interface ReplaceText extends TextEdit {
  type: 'replace';
}

/**
 * Edits well-formed YAML, and leaves every other byte of it unchanged: comments, order, quoting, anchors,
 * flow style and line ends. What is added looks like what is beside it.
 *
 * @param text one document, without a byte order mark
 * @throws {YamlEditError} if a path leads through an alias or to no map or list, or if an anchor would be
 *   removed that an alias refers to
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  if (edits.length === 0) return text;
  const editor = new DocumentEditor(text);
  for (const edit of edits) editor.add(edit);
  return applyEdits(text, editor.finish());
}

/** A map or list, and its place in the one around it. */
interface CollectionPlace {
  editor: CollectionEditor;
  parent: CollectionPlace | undefined;
  /** The index of its item in the parent. */
  index: number;
}

/** A list or map to create. */
interface NewCollection {
  place: CollectionPlace;
  key: string | number;
  items: YamlValue[];
  /** The entries of a map. */
  entries: Map<string, YamlValue> | undefined;
  order: readonly string[] | undefined;
}

class DocumentEditor {
  readonly #text: YamlText;
  readonly #root: Token | undefined;
  /** The places of the edits, each after its parent. */
  readonly #places = new Map<Collection, CollectionPlace>();
  readonly #newCollections = new Map<string, NewCollection>();
  readonly #replaced: TextEdit[] = [];

  constructor(text: string) {
    const tokens = [...new Parser().parse(text)];
    this.#root = tokens.find((token): token is CST.Document => token.type === 'document')?.value;
    this.#text = new YamlText(text, this.#root);
  }

  add(edit: YamlEdit): void {
    if (edit.type === 'replace') {
      this.#replaced.push(edit);
      return;
    }
    const { path } = edit;
    if (path.length === 0) {
      if (edit.type !== 'insert') throw new YamlEditError('the whole document cannot be edited');
      this.#placeAt(path).editor.insert(edit.index, edit.value);
      return;
    }
    const key = path.at(-1) as string | number;
    if (edit.type === 'set' && this.#isMissing(path.slice(0, -1))) {
      this.#newAt(path.slice(0, -1), edit).entries?.set(String(key), edit.value);
      return;
    }
    const place = this.#placeAt(path.slice(0, -1));
    const index = place.editor.indexOf(key);
    const item = place.editor.items[index];
    if (edit.type === 'insert') {
      const list = item?.value && this.#placeAt(path).editor;
      const isEmpty = list?.items.length === 0 && !this.#text.hasComment(list.collection);
      if (list && !isEmpty) list.insert(edit.index, edit.value);
      else this.#newAt(path, edit).items.push(edit.value);
    } else if (edit.type === 'remove') {
      if (item) place.editor.remove(index);
    } else if (item) place.editor.replace(index, edit.value);
    else place.editor.addKey(String(key), edit.value, edit.order);
  }

  finish(): TextEdit[] {
    for (const { place, key, items, entries, order } of this.#newCollections.values()) {
      const index = place.editor.indexOf(key);
      const value = entries ? Object.fromEntries(entries) : items;
      if (index < 0) place.editor.addKey(String(key), value, order);
      else place.editor.replace(index, value);
    }
    const places = [...this.#places.values()];
    for (const { editor, parent, index } of places.toReversed()) {
      if (editor.isEmptied) parent?.editor.remove(index);
    }
    const removed = places.flatMap(({ editor }) => editor.removedRanges);
    const anchor = removedAnchor(this.#root, removed);
    if (anchor) {
      const alias = `*${anchor.source.slice(1)}`;
      const message = `"${alias}" needs "${anchor.source}", which would be removed`;
      throw new YamlEditError(message, sourceRange(anchor));
    }
    const kept = places.filter(({ editor, parent }) => !(editor.isEmptied && parent));
    return withoutNested([...this.#replaced, ...kept.flatMap(({ editor }) => editor.edits())]);
  }

  /** Whether a path leads to no value, or to an empty map or list. */
  #isMissing(path: YamlPath): boolean {
    if (path.length === 0) return false;
    const { editor } = this.#placeAt(path.slice(0, -1));
    const value = editor.items[editor.indexOf(path.at(-1) as string | number)]?.value;
    return !value || (isCollection(value) && this.#placeAt(path).editor.items.length === 0);
  }

  #newAt(path: YamlPath, { type, order }: SetValue | InsertItem): NewCollection {
    const name = JSON.stringify(path);
    const known = this.#newCollections.get(name);
    if (known) return known;
    const place = this.#placeAt(path.slice(0, -1));
    const entries = type === 'set' ? new Map<string, YamlValue>() : undefined;
    const created = { place, key: path.at(-1) as string | number, items: [], entries, order };
    this.#newCollections.set(name, created);
    return created;
  }

  #placeAt(path: YamlPath): CollectionPlace {
    let place = this.#placeOf(this.#root, undefined, 0);
    for (const key of path) {
      const index = place.editor.indexOf(key);
      place = this.#placeOf(place.editor.items[index]?.value, place, index);
    }
    return place;
  }

  #placeOf(
    token: Token | undefined,
    parent: CollectionPlace | undefined,
    index: number,
  ): CollectionPlace {
    if (token?.type === 'alias') {
      const message = `"${token.source}" stands for a value that is written elsewhere`;
      throw new YamlEditError(message, sourceRange(token));
    }
    if (!isCollection(token)) {
      const range = token && { start: token.offset, end: tokenEnd(token) };
      throw new YamlEditError('there is no map or list to edit', range);
    }
    const known = this.#places.get(token);
    if (known) return known;
    const comments = parent?.editor.items[index]?.valueComments ?? [];
    const place = { editor: new CollectionEditor(token, comments, this.#text), parent, index };
    this.#places.set(token, place);
    return place;
  }
}

function sourceRange({ offset, source }: { offset: number; source: string }) {
  return { start: offset, end: offset + source.length };
}

/** Leaves out edits inside what another edit removes or replaces. */
function withoutNested(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  let [start, longest, before] = [-1, 0, 0];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start > start) {
      // The ends of the edits that start before this one, and of the first one that starts here.
      [start, before, longest] = [edit.start, Math.max(before, longest), edit.end];
    }
    const isInside =
      edit.start === edit.end ? edit.end < before : edit.end <= before || edit.end < longest;
    if (!isInside) kept.push(edit);
  }
  return kept;
}
