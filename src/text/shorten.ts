import { cut } from './printable.ts';

/** Returns a text that a message quotes: on one line, and its start if it is long. */
export function shorten(text: string): string {
  return cut(text.replace(/\s+/g, ' ').trim(), 40);
}
