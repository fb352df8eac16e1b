import emojiRegex from 'emoji-regex';
import { eastAsianWidth } from 'get-east-asian-width';

/** Controls, and marks that stand on the character before them. */
const NONE = /[\0-\x1f\x7f-\x9f\p{Mn}\p{Me}]/u;

/** An emoji that is shown as text unless it is asked to be a picture, such as ©. */
const NARROW = /^\P{Emoji_Presentation}\ufe0f?$/u;

/** The columns that a text takes, as Prettier counts them when it aligns a table. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  const rest = text.replace(emojiRegex(), (emoji) => {
    width += NARROW.test(emoji) ? 1 : 2;
    return '';
  });
  for (const character of rest) {
    if (!NONE.test(character)) width += eastAsianWidth(character.codePointAt(0) as number);
  }
  return width;
}
