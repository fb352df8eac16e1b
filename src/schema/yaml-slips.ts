/** Slips that are valid YAML, but not what their author meant. */
import { type MapNode, type Node, targetOf } from '../source/nodes.ts';
import { quoteScalar } from '../source/quote-scalar.ts';
import { COLON_WITHOUT_QUOTES, NO_SPACE_AFTER_COLON } from '../source/slip-reasons.ts';
import type { Scope } from './scope.ts';

/** Reports a string that lacks a space to be a map, `title:Credits`, and returns whether it does. */
export function reportKeyWithoutSpace(node: Node, { report }: Scope): boolean {
  if (node.kind !== 'scalar' || !/^\w+:\S/.test(node.value)) return false;
  report('yaml-syntax', node, { reason: NO_SPACE_AFTER_COLON });
  return true;
}

/** Reports a map that was to be a string, `Astro: the framework`, and returns whether it was. */
export function reportColonInString(node: MapNode, { text, report }: Scope): boolean {
  const target = targetOf(node);
  const [only, other] = target.entries;
  if (!only || other || !/^[^a-z]|\s/.test(only.key)) return false;
  const written = text.slice(target.start, target.end).trim();
  if (written.includes('\n')) return false;
  report('yaml-quote', target, { reason: COLON_WITHOUT_QUOTES, text: quoteScalar(written) });
  return true;
}

/** Returns `-name` with the space that it lacks, or `undefined` for any other key. */
export function keyAfterDash(key: string): string | undefined {
  return /^-\w/.test(key) ? `- ${key.slice(1)}` : undefined;
}
