/** Keys that belong in a different map. */
import type { MapEntry, MapNode } from '../source/nodes.ts';
import { quoteScalar } from '../source/quote-scalar.ts';
import { shorten } from '../text/shorten.ts';
import type { Fields } from './field.ts';

/** Returns the help for a key that belongs in the map of another key. */
export function moveInto(
  map: string,
  fields: Fields,
  { key, value }: MapEntry,
): string | undefined {
  if (!Object.hasOwn(fields, key)) return;
  const isQuoted = value?.kind === 'scalar' && value.style !== 'plain';
  const scalar = value?.kind === 'scalar' ? shorten(value.value) : '…';
  const written = isQuoted ? quoteScalar(scalar) : scalar;
  return `move it into "${map}": "${map}: { ${key}: ${written} }"`;
}

/** Returns the help for a key of a page or section that is a key of a credit. */
export function moveIntoCredits(fields: Fields, { key }: MapEntry): string | undefined {
  if (!Object.hasOwn(fields, key)) return;
  const isFirst = key === 'name' || key === 'person';
  const below = isFirst ? '' : `, and below it "${key}: …"`;
  return `move it into one of the "credits": "- ${isFirst ? key : 'name'}: …"${below}`;
}

/** Returns the help for a key of a credit that is a key of a style. */
export function moveToSection(styleFields: Fields, { key }: MapEntry): string | undefined {
  if (!Object.hasOwn(styleFields, key)) return;
  return `move it into the "style" of the section or of the page: "style: { ${key}: … }"`;
}

/** Returns the help for a second URL of a credit. */
export function moveIntoLinks(
  aliases: readonly string[],
  { key }: MapEntry,
  { entries }: MapNode,
): string | undefined {
  if (!aliases.includes(key.toLowerCase()) || !entries.some((entry) => entry.key === 'url')) return;
  return `move it into "links": "links: [{ label: ${key}, url: … }]"`;
}
