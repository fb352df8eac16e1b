/** Text that a page can show, but that is probably a mistake. */
import type { Report } from '../diagnostics/report.ts';
import { formatCodePoint } from '../text/format-code-point.ts';
import { normalized } from '../text/normalized.ts';
import type { Range } from '../text/range.ts';
import { unicodePattern } from '../text/unicode-pattern.ts';

/** Reports invisible characters, text in the wrong encoding, and decomposed characters. */
export function reportSuspicious(text: string, range: Range, report: Report): void {
  if (/^[\x20-\x7e\t\r\n]*$/.test(text)) return;
  const invisible = /[\u00ad\u200b\u2060\ufeff]/.test(text) && needlessIn(text);
  if (invisible) {
    report('text-invisible', range, { codePoint: formatCodePoint(invisible.charCodeAt(0)) });
  }
  const meant = unscrambled(text);
  if (meant !== undefined) report('text-mojibake', range, { meant });
  if (isDecomposed(text)) report('text-nfc', range, {});
}

/**
 * Letters and marks of the scripts without spaces between words: Thai, Lao, Khmer, Myanmar and
 * others whose words a zero-width space separates.
 *
 * @see https://www.unicode.org/reports/tr14/#SA
 */
const UNSPACED =
  '[\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Mymr}\\p{scx=Lana}\\p{scx=Talu}\\p{scx=Tale}\\p{scx=Tavt}\\p{scx=Ahom}\\p{scx=Bali}\\p{scx=Java}]';

/**
 * Returns the first invisible character where no script needs it. Those scripts need U+200B and U+2060.
 * Persian and the scripts of India need U+200C and U+200D, and emoji U+200D.
 */
function needlessIn(text: string): string | undefined {
  const needless = `(?<!${UNSPACED})[\\u200b\\u2060](?!${UNSPACED})|[\\u00ad\\ufeff]`;
  return unicodePattern(needless).exec(withoutHyphenation(text))?.[0];
}

/** Removes soft hyphens in words of ten letters or more, which may need them. */
function withoutHyphenation(text: string): string {
  if (!text.includes('\u00ad')) return text;
  return text.replace(/[A-Za-z\u00aa-\uffff]+/g, (word) => {
    const letters = word.replaceAll('\u00ad', '');
    return letters.length < 10 ? word : letters;
  });
}

/**
 * Whether a text has a sequence that Unicode has a character for, such as a letter and an accent, or a
 * duplicate of another character, such as the Kelvin sign.
 *
 * Other text that is not NFC is intended: compatibility ideographs are variants of a kanji in a name,
 * the marks of Hebrew and Arabic have their own order, and NFC takes some letters of India and
 * Israel apart.
 */
function isDecomposed(text: string): boolean {
  // No character below U+0300 combines with another one.
  if (!/[\u0300-\uffff]/.test(text) || text === normalized(text, 'NFC')) return false;
  // A character with the marks that follow it, or a syllable of Hangul in parts.
  const clusters = text.match(
    unicodePattern('[\\u1100-\\u11ff\\ua960-\\ua97f\\ud7b0-\\ud7ff]+|\\P{M}\\p{M}*|^\\p{M}+', 'g'),
  );
  return (clusters ?? []).some((cluster) => {
    const nfc = cluster.normalize('NFC');
    if (nfc === cluster || /^[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u.test(cluster)) return false;
    return (
      [...nfc].length < [...cluster].length || ([...cluster].length === 1 && [...nfc].length === 1)
    );
  });
}

/** The encodings that UTF-8 is decoded with by mistake: the characters of the bytes from 128 on. */
const ENCODINGS = {
  windows1252:
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  macRoman:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
};

/** Characters that such text usually consists of: Latin letters, typographic marks and emoji. */
const LIKELY = '^[\\u00a0-\\u017f\\u2010-\\u203a\\u20ac\\u2122\\p{Emoji_Presentation}]+$';

/** Returns the original of wrongly decoded text (`Gaétan` for `Ga√©tan`), or `undefined`. */
function unscrambled(text: string): string | undefined {
  for (const characters of Object.values(ENCODINGS)) {
    const meant = text.replace(/[^\0-\x7f]{2,}/g, (run, at: number) => {
      const [before = '', after = ''] = [text[at - 1], text[at + run.length]];
      return isInWord(run, before, after) ? (decoded(run, characters) ?? run) : run;
    });
    if (meant !== text) return meant;
  }
  return;
}

/** Whether characters are part of a word, unlike those in `√π` and `IRMÃ®`. */
function isInWord(run: string, before: string, after: string): boolean {
  const letter = unicodePattern('\\p{L}');
  const isMark = /[©®™]$/.test(run) && unicodePattern('\\p{Lu}').test(before);
  return isMark ? letter.test(after) : run.length > 2 || letter.test(before + after);
}

/** Decodes the bytes of characters as UTF-8. Returns `undefined` if the result is unlikely. */
function decoded(run: string, characters: string): string | undefined {
  const bytes = [...run].map((character) => characters.indexOf(character));
  if (bytes.includes(-1)) return;
  try {
    const utf8 = Uint8Array.from(bytes, (byte) => byte + 128);
    const meant = new TextDecoder('utf-8', { fatal: true }).decode(utf8);
    return unicodePattern(LIKELY).test(meant) ? meant : undefined;
  } catch {
    return;
  }
}
