/** Replaces each line end, with the white space around it, with a space. */
export function oneLine(text: string): string {
  return text.replace(/(?<![ \t])[ \t]*(?:\r\n?|\n)[ \t]*/g, ' ');
}
