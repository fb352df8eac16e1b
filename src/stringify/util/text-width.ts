import emojiRegex from 'emoji-regex';
import { eastAsianWidth } from 'get-east-asian-width';

/** Control characters, and marks that combine with the character before them. */
const ZERO_WIDTH = /[\0-\x1f\x7f-\x9f\p{Mn}\p{Me}]/u;

/** An emoji of one character that may be text, such as ©. With U+FE0F it is always a picture. */
const TEXT_EMOJI = /^\P{Emoji_Modifier_Base}$/u;

/**
 * Returns the width of a text in terminal columns, counted as Prettier does to align tables and to break
 * lines.
 *
 * @see https://github.com/prettier/prettier/blob/main/src/utils/get-string-width.js
 */
export function textWidth(text: string): number {
  if (/^[\x20-\x7f]*$/.test(text)) return text.length;
  let width = 0;
  const rest = text.replace(emojiRegex(), (emoji) => {
    width += TEXT_EMOJI.test(emoji) ? widthOf(emoji) : 2;
    return '';
  });
  for (const character of rest) {
    if (!ZERO_WIDTH.test(character)) width += widthOf(character);
  }
  return width;
}

function widthOf(character: string): number {
  return eastAsianWidth(character.codePointAt(0) as number);
}
