import { startOf } from '../markdown/markdown-page.ts';
import type { ImportedPage, ImportedSection } from '../model/imported-page.ts';
import type { Node } from '../source/nodes.ts';
import { parseYaml } from '../source/parse-yaml.ts';
import type { KeptAsMarkdown } from './read-credits.ts';

/** Finds the credits at offsets in a source. Returns where they are on the page. */
export function creditsAt(
  offsets: readonly number[],
  yaml: string,
  imported: ImportedPage,
): KeptAsMarkdown {
  const root = parseYaml(yaml, () => {})?.root;
  const found = new Map<number, 'all' | number[]>();
  for (const offset of offsets) {
    const path = pathAt(root, offset);
    let section: ImportedSection | undefined = imported;
    while (path[0] === 'sections') section = section?.sections[Number(path.splice(0, 2)[1])];
    const [block] = section?.credits?.nodes ?? [];
    if (!block) continue;
    const start = startOf(block);
    const items = found.get(start) ?? [];
    const [key, index] = path;
    if (key !== 'credits' || items === 'all') found.set(start, 'all');
    else found.set(start, [...items, Number(index)]);
  }
  return found;
}

/** Returns the keys and indexes of the nodes that contain an offset. */
function pathAt(node: Node | undefined, offset: number): (string | number)[] {
  const contains = (inner: Node | undefined) =>
    inner !== undefined && inner.start <= offset && offset < inner.end;
  if (node?.kind === 'map') {
    const entry = node.entries.find(({ start, end, value }) => {
      return (start <= offset && offset < end) || contains(value);
    });
    return entry ? [entry.key, ...pathAt(entry.value, offset)] : [];
  }
  if (node?.kind !== 'list') return [];
  const index = node.items.findIndex(contains);
  return index < 0 ? [] : [index, ...pathAt(node.items[index], offset)];
}
