/** Limits for Markdown that would take parsers too long, or overflow their stack. */

/** A hundred nested block quotes and lists. */
const DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d+[.)])(?=[ \t]))){100}/m;

/** Whether block quotes and lists are nested too deeply. */
export function isTooDeep(markdown: string): boolean {
  return DEEP.test(markdown);
}

/** The maximum number of markup characters in a paragraph. Parsers take quadratic time for them. */
const MOST = 10_000;

/** The start of another paragraph: after a blank line, at a list item or a table row. */
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
