import type { VFileMessage } from 'vfile-message';

/**
 * What keeps a text from being MDX, and where. The places that a parser names in words are those of
 * the text that it was given, so they are left out.
 *
 * @throws the error itself, where it is another one
 */
export function mdxError(error: unknown): { reason: string; offset: number | undefined } {
  const { reason, place } = error as VFileMessage;
  if (!reason) throw error;
  const { offset } = place && 'start' in place ? place.start : (place ?? {});
  return { reason: reason.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, ''), offset };
}
