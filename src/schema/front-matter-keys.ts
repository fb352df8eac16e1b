/** Checks what Astro reads from front matter, beyond the keys that Starlight knows. */
import { reportUnshowable } from '../diagnostics/report-unshowable.ts';
import { resolvePlain, type ScalarValue, TIMESTAMP } from '../source/js-yaml-scalar.ts';
import { type MapEntry, type MapNode, type Node, targetOf } from '../source/nodes.ts';
import { quoteScalar } from '../source/quote-scalar.ts';
import { UNSHOWABLE } from '../text/visible-text.ts';
import type { Scope } from './scope.ts';

/** Keys that would end the front matter. */
export const RESERVED_KEY = /^(?:---|\+\+\+)/;

/** Reports keys that Astro reads otherwise, and characters that it does not read at all. */
export function checkFrontMatter(root: MapNode, scope: Scope): void {
  const seen = new Set<Node>();
  let isReported = false;
  const check = (text: string, node: Node | MapEntry) => {
    if (reportUnshowable(text, node, scope.report)) isReported = true;
  };
  const visit = (node: Node): void => {
    const target = targetOf(node);
    if (seen.has(target)) return;
    seen.add(target);
    if (target.kind === 'scalar') check(target.value, node);
    if (target.kind === 'list') target.items.forEach(visit);
    if (target.kind !== 'map') return;
    checkKeys(target, scope);
    for (const entry of target.entries) {
      check(entry.key, entry);
      if (entry.value) visit(entry.value);
    }
  };
  visit(root);
  // A comment is written to the page as well.
  const at = isReported ? -1 : scope.text.slice(root.start, root.end).search(UNSHOWABLE);
  if (at < 0) return;
  const start = root.start + at;
  reportUnshowable(scope.text.slice(start), { start, end: start + 1 }, scope.report);
}

/** Reports keys that Astro reads as the same key, as a different string, or as the end of the front matter. */
function checkKeys({ entries }: MapNode, { text, lineOf, report }: Scope): void {
  const known = new Map<string, { entry: MapEntry; isRepeated: boolean }>();
  for (const entry of entries) {
    const { key } = entry;
    if (RESERVED_KEY.test(key)) report('frontmatter-reserved', entry, { key });
    const read = isDate(entry, text) ? key : String(keyValue(entry, text));
    const before = known.get(read);
    if (before) {
      before.isRepeated = true;
      const other = before.entry;
      const as = { other: other.key, read };
      report('duplicate-key', entry, { key, line: lineOf(other), as });
    } else known.set(read, { entry, isRepeated: false });
  }
  for (const [read, { entry, isRepeated }] of known) {
    const { key } = entry;
    if (isRepeated || (read === key && !isDate(entry, text))) continue;
    const as = read === key ? 'a date, whose text depends on the time zone' : `"${read}"`;
    report('frontmatter-rewritten', entry, { key, as, text: quoteScalar(key) });
  }
}

function isDate(entry: MapEntry, text: string): boolean {
  return keyValue(entry, text) === TIMESTAMP;
}

/** Returns the value that js-yaml reads from a key, before it turns it into a text. */
function keyValue({ key, start }: MapEntry, text: string): ScalarValue {
  return /["']/.test(text.charAt(start)) ? key : resolvePlain(key);
}
