import { formatCodePoint } from '../text/format-code-point.ts';
import type { Range } from '../text/range.ts';
import { UNSHOWABLE, unbalancedIsolate } from '../text/visible-text.ts';
import type { Report } from './report.ts';

/** Reports the first character that a page cannot show, and returns whether there is one. */
export function reportUnshowable(text: string, range: Range, report: Report): boolean {
  const at = unshowableAt(text);
  if (at < 0) return false;
  const code = text.codePointAt(at) as number;
  report('text-control', range, { codePoint: formatCodePoint(code), name: nameOf(code) });
  return true;
}

function unshowableAt(text: string): number {
  const at = text.search(UNSHOWABLE);
  return at < 0 && /[\u2066-\u2069]/.test(text) ? unbalancedIsolate(text) : at;
}

function nameOf(code: number): string {
  if (code < 0xa0) return 'a control character';
  if (code < 0x2066) return 'a bidirectional control';
  if (code < 0x206a) return 'an unbalanced directional isolate';
  return code < 0xe000 ? 'a lone surrogate' : 'a noncharacter';
}
