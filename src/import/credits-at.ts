import { startOf } from '../markdown/markdown-page.ts';
import type { ImportedPage, ImportedSection } from '../model/imported-page.ts';
import type { Node } from '../source/nodes.ts';
import { parseYaml } from '../source/parse-yaml.ts';
import type { Kept } from './outline.ts';

/** Finds the credits at offsets in a source, by where they are on the page. */
export function creditsAt(offsets: readonly number[], yaml: string, imported: ImportedPage): Kept {
  const root = parseYaml(yaml, () => {})?.root;
  const kept = new Map<number, 'all' | number[]>();
  for (const offset of offsets) {
    const path = pathAt(root, offset);
    let section: ImportedSection | undefined = imported;
    while (path[0] === 'sections') section = section?.sections[Number(path.splice(0, 2)[1])];
    const [block] = section?.credits?.nodes ?? [];
    if (!block) continue;
    const start = startOf(block);
    const items = kept.get(start) ?? [];
    const [key, index] = path;
    if (key !== 'credits' || items === 'all') kept.set(start, 'all');
    else kept.set(start, [...items, Number(index)]);
  }
  return kept;
}

/** The keys and indexes that lead to what is at an offset. */
function pathAt(node: Node | undefined, offset: number): (string | number)[] {
  const holds = (inner: Node | undefined) =>
    inner !== undefined && inner.start <= offset && offset < inner.end;
  if (node?.kind === 'map') {
    const entry = node.entries.find(({ start, end, value }) => {
      return (start <= offset && offset < end) || holds(value);
    });
    return entry ? [entry.key, ...pathAt(entry.value, offset)] : [];
  }
  if (node?.kind !== 'list') return [];
  const index = node.items.findIndex(holds);
  return index < 0 ? [] : [index, ...pathAt(node.items[index], offset)];
}
