import type { VFileMessage } from 'vfile-message';

/**
 * Returns the reason and the offset of an MDX syntax error. Positions in the reason are removed, as
 * they refer to the field, not to the source.
 *
 * @throws the error itself if it is not an MDX syntax error
 */
export function mdxError(error: unknown, mdx: string): { reason: string; offset: number } {
  const { reason, place } = error as VFileMessage;
  if (!reason) throw error;
  const { offset } = place && 'start' in place ? place.start : (place ?? {});
  // A tag that is not closed only has its position in the reason.
  const [, line = 1, column = 1] = / \((\d+):(\d+)/.exec(reason) ?? [];
  const before = mdx.split('\n').slice(0, +line - 1);
  return {
    reason: reason.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, ''),
    offset: offset ?? [...before, ''].join('\n').length + +column - 1,
  };
}
