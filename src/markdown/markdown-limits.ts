/** Limits of Markdown that parsers would take too long for, or overflow the stack with. */

/** A hundred nested block quotes and lists. */
const DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d+[.)])(?=[ \t]))){100}/m;

/** Whether block quotes and lists are nested too deeply. */
export function isTooDeep(markdown: string): boolean {
  return DEEP.test(markdown);
}

/** Markup characters in a paragraph at most: parsers take time that grows with their square. */
const MOST = 10_000;

/** Where another paragraph may start: after a blank line, at a list item or a table row. */
const BETWEEN = /\n(?:[ \t]*\n|(?=[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]|\|)))/;

/** Whether a paragraph has too much markup to be parsed in reasonable time. */
export function isTooLong(markdown: string): boolean {
  if (markdown.length <= MOST) return false;
  return markdown
    .split(BETWEEN)
    .some((paragraph) => paragraph.length > MOST && marksIn(paragraph) > MOST);
}

function marksIn(paragraph: string): number {
  // An HTML block is not parsed.
  if (/^[ \t]*<[a-z!/?]/i.test(paragraph)) return 0;
  return paragraph.match(/[!&*:<@[\\\]_`~]/g)?.length ?? 0;
}
