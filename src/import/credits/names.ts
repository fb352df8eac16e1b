/** A paragraph of names → credits. */
import type { Paragraph } from 'mdast';
import type { DraftCredits, DraftEntry } from '../draft.ts';
import type { MarkdownPage } from '../page.ts';
import { NODE, nodeAt, phraseOf, plainLink, plainOf } from './phrase.ts';

/** How many names make a roll of them. */
const FEWEST = 3;

/** The credits that a paragraph names, one after the other; nothing if it says any more. */
export function namesCredits(paragraph: Paragraph, page: MarkdownPage): DraftCredits | undefined {
  const phrase = phraseOf(paragraph, page);
  const parts = phrase?.text.split(', ') ?? [];
  if (!phrase || parts.length < FEWEST) return;
  const credits = parts.map((part): DraftEntry | undefined => {
    const link = new RegExp(`^${NODE}$`).test(part) && plainLink(nodeAt(phrase, part), page);
    if (link) return { name: link.label, url: link.url };
    const name = plainOf(part, phrase);
    return name !== undefined && isName(name) ? { name } : undefined;
  });
  if (credits.includes(undefined)) return;
  return { credits: credits as DraftEntry[], style: { layout: 'names' }, nodes: [paragraph] };
}

/** Whether a text in a row of texts is a name, and the row no sentence. */
function isName(text: string): boolean {
  return (
    text.split(' ').length <= 4 &&
    !/[.:;!?]$|^(?:and|und|et|y|or) /.test(text) &&
    !/^\p{Ll}+$/u.test(text)
  );
}
