import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isPair,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Report } from '../diagnostics/report.ts';
import { rangeOf, type Source } from './source.ts';
import { reportYamlErrors } from './yaml-errors.ts';

/**
 * Parses one YAML 1.2 document. Its scalars stay the strings that were written (the failsafe
 * schema): what they mean depends on where they stand, which the model knows.
 *
 * @returns nothing where the YAML is broken; then all that is wrong with it has been reported
 */
export function parseSource(text: string, report: Report): Source | undefined {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  if (document.errors.length > 0) {
    reportYamlErrors(document, text, report);
    return;
  }
  for (const { code, pos } of document.warnings) {
    if (code !== 'TAG_RESOLVE_FAILED') continue;
    const [start, end] = pos;
    report('yaml-tag', { start, end }, { tag: text.slice(start, end) });
  }
  if (document.warnings.some(({ code }) => code === 'TAG_RESOLVE_FAILED')) return;
  const targets = text.includes('*') ? aliasTargets(document, report) : new Map<Alias, Node>();
  if (!targets) return;
  return {
    root: document.contents,
    resolve: (node) => (isAlias(node) ? (targets.get(node) as Node) : node),
    text,
  };
}

/** What each alias of a document stands for; nothing if one of them stands for nothing. */
function aliasTargets(document: Document, report: Report): Map<Alias, Node> | undefined {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  let whole = true;
  visit(document, (_, node) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      const inside = target && rangeOf(target).end > rangeOf(node).start;
      if (target && !inside) targets.set(node, target);
      else {
        report(inside ? 'yaml-alias-cycle' : 'yaml-alias', rangeOf(node), { name: node.source });
        whole = false;
      }
    } else if (node !== null && typeof node === 'object' && 'anchor' in node) {
      if (typeof node.anchor === 'string') anchors.set(node.anchor, node as Node);
    }
  });
  return whole && isBounded(document, targets, report) ? targets : undefined;
}

/** How many nodes a document may have, written out: enough for any page, too few to wait for. */
const NODES = 1_000_000;

/** Reports aliases of aliases that would never end to be written out. */
function isBounded(document: Document, targets: Map<Alias, Node>, report: Report): boolean {
  const sizes = new Map<unknown, number>();
  const sizeOf = (node: unknown): number => {
    if (isAlias(node)) return sizeOf(targets.get(node));
    if (!isCollection(node)) return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    const items = node.items as unknown[];
    const size = items.reduce<number>(
      (sum, item) => sum + (isPair(item) ? sizeOf(item.key) + sizeOf(item.value) : sizeOf(item)),
      1,
    );
    sizes.set(node, size);
    return size;
  };
  if (sizeOf(document.contents) <= NODES) return true;
  const [worst] = [...targets.keys()].sort((a, b) => sizeOf(b) - sizeOf(a));
  if (worst) report('yaml-alias-bomb', rangeOf(worst), { name: worst.source });
  return !worst;
}
