import emojiRegex from 'emoji-regex';
import { eastAsianWidth } from 'get-east-asian-width';

/** Control characters, and marks that combine with the character before them. */
const ZERO_WIDTH = /[\0-\x1f\x7f-\x9f\p{Mn}\p{Me}]/u;

/** An emoji that is text unless U+FE0F asks for a picture, such as ©. */
const TEXT_EMOJI = /^\P{Emoji_Presentation}\ufe0f?$/u;

/** Returns the width of a text in terminal columns, counted as Prettier does to align tables. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  const rest = text.replace(emojiRegex(), (emoji) => {
    width += TEXT_EMOJI.test(emoji) ? 1 : 2;
    return '';
  });
  for (const character of rest) {
    if (!ZERO_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0) as number);
  }
  return width;
}
