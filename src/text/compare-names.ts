import { withoutAccentsAndCase } from './without-accents-and-case.ts';

/**
 * Compares names; accents and case count only if they are otherwise equal. The order of a language
 * (`Intl.Collator`) would differ between machines, as Node's data about languages does.
 */
export function compareNames(a: string, b: string): number {
  return (
    compareCodePoints(withoutAccentsAndCase(a), withoutAccentsAndCase(b)) || compareCodePoints(a, b)
  );
}

/** Compares by code point; `<` compares halves of surrogate pairs. */
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [codePoints(a), codePoints(b)];
  const at = left.findIndex((code, index) => code !== right[index]);
  return at === -1 ? left.length - right.length : (left[at] ?? -1) - (right[at] ?? -1);
}

function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) as number);
}
