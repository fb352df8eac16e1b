/** How a built page differs from the page that it was imported from. */
import { diffArrays } from 'diff';
import { type RenderedBlock, withoutSpacing } from './render-blocks.ts';

/** A block of the original page that the built page renders differently. */
export interface ChangedBlock {
  /** The offset of the block in the body of the original page. */
  start: number;
  /** Whether only the space between list items or the alignment of columns differs. */
  isSpacing: boolean;
  /** The indexes of the items that differ, if the block is a list and stays one of the same length. */
  items: number[] | undefined;
}

/** The maximum number of changes in a diff. If there are more, all blocks count as changed. */
const MAX_CHANGES = 2_000;

/** Returns the blocks that were rendered before the import and are not rendered the same after it. */
export function changedBlocks(
  before: readonly RenderedBlock[],
  after: readonly RenderedBlock[],
): ChangedBlock[] {
  const pairs =
    before.length === after.length
      ? before.map((block, index) => [block, after[index]] as const)
      : pairChanges(before, after);
  return pairs.flatMap(([block, replacement]) => {
    const { start, lines } = block;
    if (start === undefined || lines.join('\n') === replacement?.lines.join('\n')) return [];
    const isSpacing =
      replacement !== undefined && comparedText(block) === comparedText(replacement);
    return [{ start, isSpacing, items: replacement && changedItems(block, replacement) }];
  });
}

/** Pairs each changed block with its replacement, if as many blocks were added as removed. */
function pairChanges(
  before: readonly RenderedBlock[],
  after: readonly RenderedBlock[],
): (readonly [RenderedBlock, RenderedBlock | undefined])[] {
  const changes = diffArrays([...before], [...after], {
    comparator: (left, right) => comparedText(left) === comparedText(right),
    maxEditLength: MAX_CHANGES,
  });
  if (!changes) return before.map((block) => [block, undefined]);
  return changes.flatMap(({ removed, value }, index) => {
    if (!removed) return [];
    const next = changes[index + 1];
    const replacements = next?.added && next.value.length === value.length ? next.value : [];
    return value.map((block, position) => [block, replacements[position]] as const);
  });
}

/** Returns the text of a block without spacing and alignment. */
function comparedText({ lines }: Pick<RenderedBlock, 'lines'>): string {
  return withoutSpacing(lines).join('\n');
}

function changedItems(
  { items }: RenderedBlock,
  { items: replacements }: RenderedBlock,
): number[] | undefined {
  if (!items || items.length !== replacements?.length) return;
  return items.flatMap((lines, index) => {
    const replacement = { lines: replacements[index] ?? [] };
    return comparedText({ lines }) === comparedText(replacement) ? [] : [index];
  });
}
