/** Markdown that needs no parser: plain text, and the plainest of marks in it. */
import type { Paragraph, PhrasingContent } from 'mdast';

/** What Markdown could take for more than letters. */
const MARKUP =
  /[\\`*{}[\]<|~\t\r]|(?<![a-z\d])_|_(?![a-z\d])|[\w.+-]@|&#?\w+;|:\S| {2}| $|www\.|^(?:[-+=:># ]|\d+[.)]|(?:im|ex)port\b)/im;

/** Words in a line, without any mark at their ends. */
const WORDS = "[A-Za-z\\d](?:[A-Za-z\\d ,.'-]*[A-Za-z\\d])?";

/** Marks around words, code and links, apart from the text beside them. */
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

/** Where a span may be. */
const MARK = /[*_`[]/;

/**
 * The paragraphs of a text that needs no parser. When in doubt there are none. A property test
 * holds them to be what the parser makes of it.
 */
export function markdownFastPath(markdown: string, inline: boolean): Paragraph[] | undefined {
  const hasMarks = MARK.test(markdown);
  // An address may be among the words between marks, too.
  if (hasMarks && /www\./i.test(markdown)) return;
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
    if (index > at) content.push(textOf(line.slice(at, index)));
    content.push(spanOf(groups));
    at = index + written.length;
  }
  if (at < line.length) content.push(textOf(line.slice(at)));
  return content;
}

function spanOf({ strong, emphasis, code, label, url }: Record<string, string>): PhrasingContent {
  if (strong !== undefined) return { type: 'strong', children: [textOf(strong)] };
  if (emphasis !== undefined) return { type: 'emphasis', children: [textOf(emphasis)] };
  if (code !== undefined) return { type: 'inlineCode', value: code };
  return { type: 'link', title: null, url: url as string, children: [textOf(label as string)] };
}

function textOf(value: string): PhrasingContent {
  return { type: 'text', value };
}
