/** Recognizes credits in a paragraph of names. */
import type { Paragraph } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import type { ImportedCredits, ImportedEntry } from '../../model/imported-page.ts';
import { COMMA } from '../shared/delimiters.ts';
import {
  isLiteralAutolink,
  NODE_PATTERN,
  nodeAt,
  phraseOf,
  phraseText,
  readLink,
} from '../shared/phrase.ts';
import { splitHandleAtEnd } from '../shared/read-handle.ts';
import { creditOf } from '../shared/read-people.ts';
import { isProper } from '../shared/recognize-text.ts';

/** The minimum number of names in a paragraph with links, and in one without links. */
const MIN_NAMES = { linked: 3, unlinked: 4 };

/** Returns the credits in a paragraph of names, or `undefined` if it has other content. */
export function readNames(paragraph: Paragraph, page: MarkdownPage): ImportedCredits | undefined {
  const phrase = phraseOf(paragraph, page);
  const parts = phrase?.text.split(COMMA) ?? [];
  if (!phrase || parts.length < MIN_NAMES.linked) return;
  const credits = parts.map((part): ImportedEntry | undefined => {
    const { handle, rest } = splitHandleAtEnd(part, phrase);
    const node = new RegExp(`^${NODE_PATTERN}$`).test(rest) ? nodeAt(phrase, rest) : undefined;
    // A literal autolink is a name.
    const link = node && !isLiteralAutolink(node) ? readLink(node, page) : undefined;
    if (link) return creditOf({ name: link.label, url: link.url }, handle, {}, page);
    const name = phraseText(rest, phrase);
    return name !== undefined && (node || isListedName(name))
      ? creditOf({ name }, handle, {}, page)
      : undefined;
  });
  if (credits.includes(undefined)) return;
  const isLinked = (credits as ImportedEntry[]).some(({ url }) => url !== undefined);
  if (!isLinked && parts.length < MIN_NAMES.unlinked) return;
  return { credits: credits as ImportedEntry[], style: { layout: 'names' }, nodes: [paragraph] };
}

/** Words that can start a sentence, but not a name. */
const SENTENCE_START =
  /^(?:also|and|as|at|by|et|for|from|he|hello|hi|i|if|in|it|on|or|our|she|thanks?|these|they|this|to|und|we|with|y)\b/i;

/** Whether a text between commas is a name, not part of a sentence. */
function isListedName(text: string): boolean {
  return (
    text.split(' ').length <= 4 &&
    !/[.:;!?]$|(?:19|20)\d\d$/.test(text) &&
    !SENTENCE_START.test(text) &&
    isProper(text)
  );
}
