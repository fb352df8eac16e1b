/** Common mistakes that are valid YAML with another meaning. */

import { COLON_WITHOUT_QUOTES, NO_SPACE_AFTER_COLON } from '../source/mistake-reasons.ts';
import { type MapNode, type Node, targetOf } from '../source/nodes.ts';
import { quoteScalar } from '../source/quote-scalar.ts';
import type { Scope } from './scope.ts';

/** Reports a string that should be a map, such as `title:Credits`. Returns whether it was reported. */
export function reportKeyWithoutSpace(node: Node, { report }: Scope): boolean {
  if (node.kind !== 'scalar' || !/^\w+:\S/.test(node.value)) return false;
  report('yaml-syntax', node, { reason: NO_SPACE_AFTER_COLON });
  return true;
}

/** Reports a map that should be a string, such as `A: b`. Returns whether it was reported. */
export function reportColonInString(node: MapNode, { text, report }: Scope): boolean {
  const target = targetOf(node);
  const [only, other] = target.entries;
  if (!only || other || only.key === '<<' || !/^[^a-z]|\s/.test(only.key)) return false;
  const written = text.slice(target.start, target.end).trim();
  if (written.includes('\n')) return false;
  report('yaml-quote', target, { reason: COLON_WITHOUT_QUOTES, text: quoteScalar(written) });
  return true;
}

/** Adds the missing space to a key such as `-name`. Returns `undefined` for other keys. */
export function keyAfterDash(key: string): string | undefined {
  return /^-\w/.test(key) ? `- ${key.slice(1)}` : undefined;
}
