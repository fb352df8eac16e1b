/** A paragraph of names → credits. */
import type { Paragraph } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import type { DraftCredits, DraftEntry } from '../../model/draft.ts';
import { isLiteral, NODE, nodeAt, phraseOf, plainLink, plainOf } from '../line/phrase.ts';
import { isProper } from '../line/recognize-text.ts';

/** How many names make a roll of them. */
const FEWEST = { linked: 3, plain: 4 };

/** The credits that a paragraph names, one after the other; nothing if it says any more. */
export function namesCredits(paragraph: Paragraph, page: MarkdownPage): DraftCredits | undefined {
  const phrase = phraseOf(paragraph, page);
  const parts = phrase?.text.split(', ') ?? [];
  if (!phrase || parts.length < FEWEST.linked) return;
  const credits = parts.map((part): DraftEntry | undefined => {
    const node = new RegExp(`^${NODE}$`).test(part) ? nodeAt(phrase, part) : undefined;
    // A bare address is a name that is an address.
    const link = node && !isLiteral(node) ? plainLink(node, page) : undefined;
    if (link) return { name: link.label, url: link.url };
    const name = plainOf(part, phrase);
    return name !== undefined && (node || isName(name)) ? { name } : undefined;
  });
  if (credits.includes(undefined)) return;
  const isLinked = (credits as DraftEntry[]).some(({ url }) => url !== undefined);
  if (!isLinked && parts.length < FEWEST.plain) return;
  return { credits: credits as DraftEntry[], style: { layout: 'names' }, nodes: [paragraph] };
}

/** Words that begin a sentence, and no name. */
const SENTENCE =
  /^(?:also|and|as|at|by|et|for|from|he|hello|hi|i|if|in|it|on|or|our|she|thanks?|these|they|this|to|und|we|with|y)\b/i;

/** Whether a text in a row of texts is a name, and the row no sentence. */
function isName(text: string): boolean {
  return (
    text.split(' ').length <= 4 &&
    !/[.:;!?]$|(?:19|20)\d\d$/.test(text) &&
    !SENTENCE.test(text) &&
    isProper(text)
  );
}
