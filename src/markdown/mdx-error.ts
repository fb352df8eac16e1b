import type { VFileMessage } from 'vfile-message';

/**
 * Returns the reason and the offset of an MDX syntax error. Positions in the reason are removed, as
 * they refer to the field, not to the source.
 *
 * @throws the error itself if it is not an MDX syntax error
 */
export function mdxError(error: unknown): { reason: string; offset: number | undefined } {
  const { reason, place } = error as VFileMessage;
  if (!reason) throw error;
  const { offset } = place && 'start' in place ? place.start : (place ?? {});
  return { reason: reason.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, ''), offset };
}
