/** Common mistakes that are valid YAML with another meaning. */

import { nearest } from '../diagnostics/nearest.ts';
import {
  COLON_WITHOUT_QUOTES,
  EQUALS_SIGN,
  FULLWIDTH_COLON,
  NO_SPACE_AFTER_COLON,
} from '../source/mistake-reasons.ts';
import {
  isAbsent,
  type ListNode,
  type MapEntry,
  type MapNode,
  type Node,
  targetOf,
} from '../source/nodes.ts';
import { quoteScalar } from '../source/quote-scalar.ts';
import { formatCodePoint } from '../text/format-code-point.ts';
import { shorten } from '../text/shorten.ts';
import type { Scope } from './scope.ts';

/** Reports a string that should be a map, such as `title:Credits`. Returns whether it was reported. */
export function reportKeyWithoutSpace(node: Node, { report, text }: Scope): boolean {
  if (node.kind !== 'scalar') return false;
  const [, key, colon, value = ''] =
    /^(\w+)( *[=：]|:(?=\S))\s*(.*)/.exec(text.slice(node.start, node.end)) ?? [];
  if (key === undefined) return false;
  const reason =
    colon === ':' ? NO_SPACE_AFTER_COLON : colon?.endsWith('=') ? EQUALS_SIGN : FULLWIDTH_COLON;
  report('yaml-syntax', node, { reason, help: `write "${key}: ${shorten(value)}"` });
  return true;
}

/** Reports a map that should be a string, such as `A: b`. Returns whether it was reported. */
export function reportColonInString(node: MapNode, { text, report }: Scope): boolean {
  const target = targetOf(node);
  const [only, other] = target.entries;
  if (!only || other || only.key === '<<' || !/^[^a-z]|\s/.test(only.key)) return false;
  const written = text.slice(target.start, target.end).trim();
  if (written.includes('\n')) return false;
  const url = only.value?.kind === 'scalar' && URL_START.test(only.value.value);
  report('yaml-quote', target, {
    reason: COLON_WITHOUT_QUOTES,
    text: quoteScalar(written),
    ...(url && { or: `write "- name: ${shorten(only.key)}", and below it "url: …"` }),
  });
  return true;
}

/**
 * Returns the help for an unknown key that is not a misspelled one: `-name`, `name:Ada` in a flow map, or
 * a line of the text above. Returns `undefined` for other keys.
 */
export function helpForKey(
  entry: MapEntry,
  before: MapEntry | undefined,
  text: string,
): string | undefined {
  const { key, value } = entry;
  const space = /^[^\S ]/.exec(key)?.[0];
  if (space !== undefined)
    return `indent with spaces instead of ${formatCodePoint(space.charCodeAt(0))}`;
  if (/^-\w/.test(key)) return helpForDash(entry);
  const [, name, rest = ''] = /^(\w+):(?!\/\/)(\S.*)/.exec(key) ?? [];
  if (name !== undefined && isAbsent(value))
    return `add a space after the colon: "${name}: ${shorten(rest)}"`;
  if (before?.value?.kind !== 'scalar' || isAbsent(before.value) || !/\s/.test(key)) return;
  const between = text.slice(before.value.end, entry.start);
  return between.includes('\n') && between.trim() === ''
    ? `indent this line deeper than "${before.key}" if it is part of its text`
    : undefined;
}

/** Returns the help for the key `-name`. */
function helpForDash({ key }: MapEntry): string {
  return `add a space after the dash: "- ${shorten(key.slice(1))}"`;
}

/**
 * Returns the help for a map or a list in place of a string.
 *
 * @param isBlock whether the string may contain lists
 */
export function helpForText(
  node: MapNode | ListNode,
  { text }: Scope,
  { isBlock = false } = {},
): string {
  const { start, end, kind } = targetOf(node);
  const written = text.slice(start, end).trim();
  if (/^[[{]/.test(written)) return `quote it if it is text: ${quoteScalar(shorten(written))}`;
  if (isBlock) return 'write "|" after the colon of the key if the lines below are Markdown';
  return `write one string instead of a ${kind}`;
}

/**
 * Returns the help for a person that is written as a map with the name or id of the person as a key:
 * `{Ada: https://ada.dev}`.
 *
 * @param node the map
 */
export function helpForPeople({ key, value }: MapEntry, node: MapNode): string | undefined {
  const isOther = (known: string) => nearest(key, [known]) === undefined;
  if (value?.kind !== 'scalar' || !PERSON_KEYS.every(isOther)) return;
  if (node.entries.some((entry) => PERSON_KEYS.includes(entry.key))) return;
  if (URL_START.test(value.value)) {
    return `write the name and the URL as values: "{ name: ${shorten(key)}, url: ${shorten(value.value)} }"`;
  }
  if (value.value.startsWith('@')) {
    return `write the name and the handle in one string: "${shorten(key)} (${shorten(value.value)})"`;
  }
  if (key === 'id') return `write only the id: "${shorten(value.value)}"`;
  const name = isAbsent(value) ? key : value.value;
  return `write only the name: "${shorten(name)}", or move this map into "people" at the top level and write the id: "${shorten(key)}"`;
}

const PERSON_KEYS = ['name', 'handle', 'url', 'image'];

export const URL_START = /^(?:https?:\/\/|mailto:|\.{0,2}\/)/;

/** Returns the help for a string in place of a list of strings. */
export function helpForStrings(node: Node): string | undefined {
  return node.kind === 'scalar' ? `write a list: "[${shorten(node.value)}]"` : undefined;
}

/**
 * Returns the help for something else in place of a list.
 *
 * @param mainKey the key that each item needs, such as `name`
 * @param keys the keys of an item
 * @param takesText whether an item may be a string
 */
export function helpForList(
  node: Node,
  { mainKey, keys, takesText }: { mainKey: string; keys: readonly string[]; takesText: boolean },
): string {
  if (node.kind !== 'map') {
    const value =
      node.kind === 'scalar'
        ? shorten(node.value).replace(/^[^A-Za-z\d\u00c0-\u1fff\u2c00-\uffff[]+ /, '')
        : '…';
    if (takesText) return `write a list: "- ${value}"`;
    return URL_START.test(value)
      ? `write a list: "- ${mainKey}: …", and below it "url: ${value}"`
      : `write a list: "- ${mainKey}: ${value}"`;
  }
  const [first] = node.entries;
  if (/^-\w/.test(first?.key ?? '')) return helpForDash(first as MapEntry);
  // A dash of another kind may be a part of the key.
  const key = first?.key.replace(/^\W+ /, '') ?? mainKey;
  const value = first?.value?.kind === 'scalar' ? shorten(first.value.value) : '…';
  if (keys.includes(key)) return `start each item of the list with a dash: "- ${key}: ${value}"`;
  const inner =
    first?.value?.kind === 'list' && keys.includes('credits')
      ? 'credits: …'
      : URL_START.test(value) && keys.includes('url')
        ? `url: ${value}`
        : undefined;
  const below = inner === undefined ? '' : `, and below it "${inner}"`;
  return `write a list, with each key as a "${mainKey}": "- ${mainKey}: ${key}"${below}`;
}
