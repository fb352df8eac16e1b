/** Returns the number of the line of an offset, from 1. */
export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n?|\n/).length;
}
