/**
 * Parses text with simple strong text, emphasis, code and links. Anything else needs a parser.
 *
 * Without it, a source of 1,273 credits (300 KB) takes 2.6 times as long on Node 24 and 4 times as
 * long on Node 20 (median CPU time of the whole command, 7 runs), and a small one takes longer by the
 * time to load the parser. `test/fast-paths.test.ts` checks that it returns the same as the parsers.
 */
import type { Paragraph, PhrasingContent } from 'mdast';

/** Characters that may be markup. */
const MARKUP =
  /[\\`*{}[\]<|~\t\r]|(?<![A-Za-z\d])_|_(?![A-Za-z\d])|[\w.+-]@|&#?\w+;|:\S| {2}| $|[Ww]{3}\.|^(?:[-+=:># ]|\d+[.)]|(?:im|ex)port\b)/m;

/** Words on a line, without punctuation at either end. */
const WORDS = "[A-Za-z\\d](?:[A-Za-z\\d ,.'-]*[A-Za-z\\d])?";

/** Strong text, emphasis, code and links that do not touch other words. */
const SPAN = new RegExp(
  [
    '(?<=^|[ (\\n])(?:',
    `\\*\\*(?<strong>${WORDS})\\*\\*|(?<mark>[*_])(?<emphasis>${WORDS})\\k<mark>`,
    '|`(?<code>[^`\\s](?:[^`\\n]*[^`\\s])?)`',
    `|\\[(?<label>${WORDS})\\]\\((?<url>https?://[\\w./?=#%~+,-]+)\\)`,
    ')(?=[ ,.;:!?)\\n]|$)',
  ].join(''),
  'g',
);

/** What Astro replaces in the HTML of a page with pictures, even in code. */
export const IMAGE_PLACEHOLDER = '__ASTRO_IMAGE_=';

/** The first characters of spans. */
const MARK = /[*_`[]/;

/** Returns the paragraphs of a field, or `undefined` if it needs a parser. */
export function markdownFastPath(markdown: string, inline: boolean): Paragraph[] | undefined {
  const hasMarks = MARK.test(markdown);
  // A literal autolink may be inside a span, and the placeholder is reported.
  if (hasMarks && (/www\./i.test(markdown) || markdown.includes(IMAGE_PLACEHOLDER))) return;
  if (MARKUP.test(hasMarks ? markdown.replace(SPAN, 'x') : markdown)) return;
  const texts = markdown.split(/\n{2,}/);
  if (inline && texts.length > 1) return;
  return texts.map((text) => {
    const line = inline ? text.replaceAll('\n', ' ') : text;
    return hasMarks ? { type: 'paragraph', children: phrasesOf(line) } : paragraph(line);
  });
}

/** A paragraph of plain text. */
export function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function phrasesOf(line: string): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  let at = 0;
  for (const { 0: written, index, groups = {} } of line.matchAll(SPAN)) {
    if (index > at) content.push(textNode(line.slice(at, index)));
    content.push(spanOf(groups));
    at = index + written.length;
  }
  if (at < line.length) content.push(textNode(line.slice(at)));
  return content;
}

function spanOf({ strong, emphasis, code, label, url }: Record<string, string>): PhrasingContent {
  if (strong !== undefined) return { type: 'strong', children: [textNode(strong)] };
  if (emphasis !== undefined) return { type: 'emphasis', children: [textNode(emphasis)] };
  if (code !== undefined) return { type: 'inlineCode', value: code };
  return { type: 'link', title: null, url: url as string, children: [textNode(label as string)] };
}

function textNode(value: string): PhrasingContent {
  return { type: 'text', value };
}
