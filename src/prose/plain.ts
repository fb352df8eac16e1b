import type { Paragraph } from 'mdast';

/**
 * The paragraphs of a text that holds nothing that Markdown could take for more than letters, so
 * that it needs no parser. When in doubt there are none.
 */
export function paragraphsOf(markdown: string, inline: boolean): Paragraph[] | undefined {
  const MARKUP = /[\\`*_{}[\]<>&#|~@\t\r]|:\S| {2}| $|www\.|^(?:[-+=: ]|\d+[.)])/im;
  if (MARKUP.test(markdown)) return;
  const texts = markdown.split(/\n{2,}/);
  if (inline && texts.length > 1) return;
  return texts.map((text) => paragraph(inline ? text.replaceAll('\n', ' ') : text));
}

/** A paragraph of plain text. */
export function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}
