/** Text that a page can show, but that is probably a mistake. */
import type { Range, Report } from '../diagnostics/report.ts';
import { formatCodePoint } from '../text/format-code-point.ts';

/** Reports invisible characters, text in the wrong encoding, and text that is not NFC. */
export function reportSuspicious(text: string, range: Range, report: Report): void {
  if (/^[\x20-\x7e\s]*$/.test(text)) return;
  const invisible = NEEDLESS.exec(text)?.[0];
  if (invisible) {
    report('text-invisible', range, { codePoint: formatCodePoint(invisible.charCodeAt(0)) });
  }
  const meant = unscrambled(text);
  if (meant !== undefined) report('text-mojibake', range, { meant });
  // No character below U+0300 combines with another one.
  if (/[\u0300-\uffff]/.test(text) && text !== text.normalize('NFC')) {
    report('text-nfc', range, {});
  }
}

/**
 * Invisible characters that no script needs. Persian needs U+200C, and emoji need U+200D.
 */
const NEEDLESS = /[\u00ad\u200b\u2060\ufeff]/;

/** The encodings that UTF-8 is decoded with by mistake: the characters of the bytes from 128 on. */
const ENCODINGS = {
  windows1252:
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  macRoman:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
};

/** Characters that such text usually consists of: Latin letters, typographic marks and emoji. */
const LIKELY = /^[\u00a0-\u017f\u2010-\u203a\u20ac\u2122\p{Emoji_Presentation}]+$/u;

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
  if (/[©®™]$/.test(run) && /\p{Lu}/u.test(before)) return /\p{L}/u.test(after);
  return run.length > 2 || /\p{L}/u.test(before + after);
}

/** Decodes the bytes of characters as UTF-8. Returns `undefined` if the result is unlikely. */
function decoded(run: string, characters: string): string | undefined {
  const bytes = [...run].map((character) => characters.indexOf(character));
  if (bytes.includes(-1)) return;
  try {
    const utf8 = Uint8Array.from(bytes, (byte) => byte + 128);
    const meant = new TextDecoder('utf-8', { fatal: true }).decode(utf8);
    return LIKELY.test(meant) ? meant : undefined;
  } catch {
    return;
  }
}
