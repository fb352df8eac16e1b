/** Compares the width of text with Prettier's own measure. */
import fc from 'fast-check';
import prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../src/stringify/util/text-width.ts';
import { page } from './helpers/page.ts';
import { isSlow, numRuns, seed } from './helpers/test-size.ts';

// Prettier's types lack this function.
const { getStringWidth } = prettier.util as unknown as { getStringWidth(text: string): number };

/** All code points but surrogates. In `npm test`, only those of the first two planes. */
const characters = Array.from({ length: (isSlow ? 0x11_0000 : 0x2_0000) - 0x800 }, (_, index) =>
  String.fromCodePoint(index < 0xd800 ? index : index + 0x800),
);
const emoji = characters.filter((character) => /\p{Emoji}/u.test(character));
const indicators = characters.filter((character) => /\p{Regional_Indicator}/u.test(character));
const tones = characters.filter((character) => /\p{Emoji_Modifier}/u.test(character));

const differences = (texts: string[]) =>
  texts.filter((text) => textWidth(text) !== getStringWidth(text));

describe('the width of text is that of Prettier for', { timeout: 60_000 }, () => {
  test('every character', () => {
    expect(differences(characters)).toEqual([]);
  });

  test.each([
    ['a variation selector for a picture', ['\ufe0f']],
    ['a variation selector for text', ['\ufe0e']],
    ['a keycap', ['\ufe0f\u20e3', '\u20e3']],
    ['a skin tone', tones],
    ['another emoji', emoji.slice(0, 50)],
    ['a letter', ['a', '日', '\u0301']],
    ['a joined sign', ['\u200d♂\ufe0f', '\u200d♀', '\u200d➡\ufe0f', '\ufe0f\u200d🌈', '\u200d👩']],
  ])('every emoji before %s', (_, rests) => {
    expect(differences(emoji.flatMap((first) => rests.map((rest) => first + rest)))).toEqual([]);
  });

  test('every flag', () => {
    const flags = indicators.flatMap((first) => indicators.map((second) => first + second));
    expect(flags).toHaveLength(26 * 26);
    expect(differences(flags)).toEqual([]);
  });

  test('random sequences', () => {
    const piece = fc.oneof(
      fc.constantFrom(...emoji, ...tones, ...indicators),
      fc.constantFrom('\u200d', '\ufe0f', '\ufe0e', '\u20e3', '\u{e0067}', '\u{e007f}', '🏴'),
      fc.constantFrom(
        ...['👨', '👩', '❤️', '⚠️', '㊗', '〽', '〰', 'か', '\u3099', '\u200b', 'é', ' '],
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        expect(textWidth(text)).toBe(getStringWidth(text));
      }),
      { numRuns: 30 * numRuns, seed },
    );
  });
});

test.each([
  '❤️',
  '⚠️',
  '㊗',
  '〽',
  '㊗️',
  '❤',
  '©️',
  '👨‍👩‍👧',
  '🇫🇷',
  '1️⃣',
  '🈂',
  '☰',
  '🀄',
  'ｱ',
  'か\u3099',
])('Prettier does not change a table or a card with %s', async (name) => {
  const table = { layout: 'table' };
  const long = 'x'.repeat(60);
  for (const size of [50, 51, 52, 53, 54]) {
    const description = 'x'.repeat(size);
    const source = {
      title: 'x',
      sections: [
        {
          style: table,
          credits: [
            { name, version: name },
            { name: long, version: 'a' },
          ],
        },
        { style: { layout: 'cards' }, credits: [{ name, url: '/', description }] },
      ],
    };
    const mdx = await page(JSON.stringify(source), 'mdx');
    expect(await prettier.format(mdx, { parser: 'mdx' })).toBe(mdx);
  }
});
