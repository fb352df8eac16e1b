/** What no parser is given, since it would take for ever, or call itself too often. */

/** Quotes and lists in each other, deeper than anybody writes. */
const DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d+[.)])(?=[ \t]))){100}/m;

/** Whether containers of a Markdown text stand in each other too deep. */
export function isTooDeep(markdown: string): boolean {
  return DEEP.test(markdown);
}

/** Marks in the longest paragraph: the time that parsers take grows with their square. */
const MOST = 10_000;

/** Where another paragraph may begin: after a blank line, at a list item or at a row of a table. */
const BETWEEN = /\n(?:[ \t]*\n|(?=[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]|\|)))/;

/** Whether a paragraph has so much markup in it that parsing would seem never to end. */
export function isTooLong(markdown: string): boolean {
  if (markdown.length <= MOST) return false;
  return markdown
    .split(BETWEEN)
    .some((paragraph) => paragraph.length > MOST && marksIn(paragraph) > MOST);
}

function marksIn(paragraph: string): number {
  // A block of HTML is not parsed.
  if (/^[ \t]*<[a-z!/?]/i.test(paragraph)) return 0;
  return paragraph.match(/[!&*:<@[\\\]_`~]/g)?.length ?? 0;
}
