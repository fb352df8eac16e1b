import type { YamlEdit, YamlPath } from '../../edit/edit-yaml.ts';
import type { WrittenUrl } from '../../markdown/urls-in-field.ts';
import type { Node } from '../../source/nodes.ts';

/** Addresses that need no quotes and no escapes, neither in Markdown nor in YAML. */
const SIMPLE = /^[\w:/.?=&%~+@#-]*[\w/=%-]$/;

/** What is before and after a whole URL in Markdown and HTML. */
const BEFORE = /(?:^|[\s(<>"'[=])$/;
const AFTER = /^(?:$|[\s)<>"'\]])/;

/** The maximum number of characters that `BEFORE` and `DEFINITION` match. */
const MAX_BEFORE = 100;

/** What is before the URL in a definition. */
const DEFINITION = /\]:\s*<?$/;

/**
 * Returns the edits that replace a URL by its new address, and keep the fragment. In Markdown, it is only
 * replaced where it is written without escapes.
 */
export function linkEdits(
  { url, range, node }: WrittenUrl,
  to: string,
  { text, pathOf }: { text: string; pathOf: (node: Node) => YamlPath | undefined },
): YamlEdit[] {
  const path = node && pathOf(node);
  if (!path || node.kind !== 'scalar') return [];
  const replacement = withFragmentOf(url, to);
  const isSimple = SIMPLE.test(replacement);
  const inRange = occurrences(url.trim(), text.slice(range.start, range.end), BEFORE, range.start);
  if ((!isSimple || inRange.length === 0) && node.value.trim() === url.trim()) {
    return [{ type: 'set', path, value: replacement }];
  }
  if (!isSimple) return [];
  const found =
    inRange.length > 0
      ? inRange
      : occurrences(url, text.slice(node.start, node.end), DEFINITION, node.start);
  return found.map((start) => ({
    type: 'replace',
    start,
    end: start + url.trim().length,
    replacement,
  }));
}

function withFragmentOf(written: string, to: string): string {
  const fragment = /#.*$/s.exec(written.trim())?.[0];
  return fragment === undefined ? to : to.replace(/#.*$/s, '') + fragment;
}

/** Returns the offsets of a URL in a text that starts at an offset. */
function occurrences(url: string, text: string, before: RegExp, offset: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + 1)) {
    const isWhole =
      before.test(text.slice(Math.max(0, at - MAX_BEFORE), at)) &&
      AFTER.test(text.slice(at + url.length));
    if (isWhole) found.push(offset + at);
  }
  return found;
}
