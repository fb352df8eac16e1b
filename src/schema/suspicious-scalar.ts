/** Scalars without quotes whose value in YAML differs from how they look. */

import type { ScalarNode } from '../source/nodes.ts';
import { quoteScalar } from '../source/quote-scalar.ts';
import { shorten } from '../text/shorten.ts';
import type { Scope } from './scope.ts';

/** A line that starts like an item of a list in Markdown or YAML, after a line with text. */
const ITEM_LINE =
  /(?=[-*+\d])(?<=\S[^\S\r\n]*\r?\n[^\S\r\n]*)(?:[-*+]|\d{1,2}[.)])[^\S\r\n]+(?=\S)/g;

/** Reports text that is probably no value, or a list. */
export function reportSuspiciousScalar(node: ScalarNode, { text, report }: Scope): void {
  const { value, style, start, end } = node;
  if (style !== 'plain' && style !== 'folded') return;
  if (style === 'plain' && /^(?:~|null|Null|NULL)$/.test(value)) {
    report('text-null', node, { text: value });
  }
  // On a single line, a scalar is as long as its value.
  if (end - start === value.length) return;
  const written = text.slice(start, end);
  // A folded scalar keeps line breaks beside lines that are indented deeper.
  let from = 0;
  for (const { index } of written.matchAll(ITEM_LINE)) {
    const line = written.slice(index).split(/\r?\n/, 1)[0]?.trimEnd() ?? '';
    const at = value.indexOf(line, from);
    if (at < 0) continue;
    from = at + line.length;
    if (!/\S $/.test(value.slice(Math.max(at - 2, 0), at))) continue;
    const range = { start: start + index, end: start + index + line.length };
    report('yaml-folded', range, { line: shorten(line), style });
    return;
  }
}

/**
 * Reports a string in place of a map, such as `name:value`, if it starts with one of the map's keys.
 *
 * @param noun the noun for such a string
 */
export function reportMissingSpace(
  node: ScalarNode,
  { keys, noun }: { keys: readonly string[]; noun: string },
  { text, report }: Scope,
): void {
  const { start, end, style } = node;
  if (style !== 'plain') return;
  const [, key = '', mark, value = ''] =
    /^(\w+)(:(?!\/\/)| *= *)(\S.*)/.exec(text.slice(start, end)) ?? [];
  if (!keys.includes(key)) return;
  report('yaml-colon', node, {
    noun,
    text: shorten(node.value),
    isEqualsSign: mark !== ':',
    map: `${key}: ${shorten(value)}`,
    quoted: quoteScalar(shorten(node.value)),
  });
}
