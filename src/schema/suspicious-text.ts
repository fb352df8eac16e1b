/** Text that can be shown, but that is likely not what its writer meant. */
import type { Range, Report } from '../diagnostics/report.ts';

/** Reports what is suspicious about a text. */
export function reportSuspicious(text: string, range: Range, report: Report): void {
  if (/^[\x20-\x7e\s]*$/.test(text)) return;
  const invisible = INVISIBLE.exec(text)?.[0];
  if (invisible) {
    const codePoint = `U+${invisible.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    report('text-invisible', range, { codePoint });
  }
  const meant = unscrambled(text);
  if (meant !== undefined) report('text-mojibake', range, { meant });
  // Nothing below combines.
  if (/[\u0300-\uffff]/.test(text) && text !== text.normalize('NFC')) {
    report('text-nfc', range, {});
  }
}

/**
 * Characters without a width that no script needs. U+200C and U+200D are needed, by Persian and
 * by emoji.
 */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;

/** What UTF-8 is misread as: the characters of the bytes from 128 on. */
const ENCODINGS = {
  windows1252:
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  macRoman:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
};

/** Letters of Latin, typographic marks and emoji: what a misread text was, if it was misread. */
const LIKELY = /^[\u00a0-\u017f\u2010-\u203a\u20ac\u2122\p{Emoji_Presentation}]+$/u;

/** A text whose UTF-8 was misread, as it was: `Gaétan` for `Ga√©tan`; nothing for others. */
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

/** Whether a run of characters is a part of a word, unlike that of `√π` or of `IRMÃ®`. */
function isInWord(run: string, before: string, after: string): boolean {
  if (/[©®™]$/.test(run) && /\p{Lu}/u.test(before)) return /\p{L}/u.test(after);
  return run.length > 2 || /\p{L}/u.test(before + after);
}

/** A run of characters as the UTF-8 that was misread; nothing if it is none. */
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
