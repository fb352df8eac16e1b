/** Where a built page differs from the page that it was imported from. */
import { diffArrays } from 'diff';
import { type RenderedBlock, withoutSpacing } from './rendered-page.ts';

/** A block that differs. */
export interface ChangedBlock {
  /** Where it starts in the Markdown. */
  start: number;
  /** Whether only the space around list items or the alignment of columns differs. */
  isSpacing: boolean;
  /** The indexes of the items that differ, if it is a list that is otherwise the same. */
  items: number[] | undefined;
}

/** The maximum number of changes to look for. With more, all blocks count as changed. */
const MOST_CHANGES = 2_000;

/** The blocks before the import that differ from those after it. */
export function changedBlocks(
  before: readonly RenderedBlock[],
  after: readonly RenderedBlock[],
): ChangedBlock[] {
  const changes =
    before.length === after.length
      ? before.map((block, index) => [block, after[index]] as const)
      : pairsOf(before, after);
  return changes.flatMap(([block, other]) => {
    const { start, lines } = block;
    if (start === undefined || lines.join('\n') === other?.lines.join('\n')) return [];
    const isSpacing = other !== undefined && textOf(block) === textOf(other);
    return [{ start, isSpacing, items: other && changedItems(block, other) }];
  });
}

/** Pairs each changed block with the one that replaces it, if as many were added as removed. */
function pairsOf(
  before: readonly RenderedBlock[],
  after: readonly RenderedBlock[],
): (readonly [RenderedBlock, RenderedBlock | undefined])[] {
  const changes = diffArrays([...before], [...after], {
    comparator: (left, right) => textOf(left) === textOf(right),
    maxEditLength: MOST_CHANGES,
  });
  if (!changes) return before.map((block) => [block, undefined]);
  return changes.flatMap(({ removed, value }, index) => {
    if (!removed) return [];
    const next = changes[index + 1];
    const others = next?.added && next.value.length === value.length ? next.value : [];
    return value.map((block, at) => [block, others[at]] as const);
  });
}

/** The text of a block without spacing and alignment. */
function textOf({ lines }: RenderedBlock): string {
  return withoutSpacing(lines).join('\n');
}

function changedItems({ items }: RenderedBlock, other: RenderedBlock): number[] | undefined {
  if (!items || items.length !== other.items?.length) return;
  return items.flatMap((lines, index) => {
    const others = other.items?.[index] ?? [];
    return withoutSpacing(lines).join('\n') === withoutSpacing(others).join('\n') ? [] : [index];
  });
}
