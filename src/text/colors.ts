import { styleText } from 'node:util';

const STYLES = ['bold', 'dim', 'red', 'green', 'yellow', 'blue', 'cyan'] as const;

/** Functions that color text, or return it unchanged. */
export type Colors = Record<(typeof STYLES)[number], (text: string) => string>;

export function colorsFor(color: boolean): Colors {
  const painters = STYLES.map((style) => {
    const paint = (text: string) => styleText(style, text, { validateStream: false });
    return [style, color ? paint : String] as const;
  });
  return Object.fromEntries(painters) as Colors;
}
