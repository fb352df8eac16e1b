import type { VFileMessage } from 'vfile-message';

/**
 * Returns the reason and the offset of an MDX syntax error. Positions in its message are removed: they
 * are those in a field, not in the source.
 *
 * @throws the error itself if it is of another kind
 */
export function mdxError(error: unknown): { reason: string; offset: number | undefined } {
  const { reason, place } = error as VFileMessage;
  if (!reason) throw error;
  const { offset } = place && 'start' in place ? place.start : (place ?? {});
  return { reason: reason.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, ''), offset };
}
