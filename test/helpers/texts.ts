import { readFileSync } from 'node:fs';
import type { Source, SourceStyle } from './arbitraries.ts';
import { fixtures } from './paths.ts';
import { isSlow } from './test-size.ts';

/** Texts that are markup for some parser. */
const texts = JSON.parse(readFileSync(`${fixtures}/texts.json`, 'utf8')) as string[];

/** Returns one in `step` of the texts, or all of them in `npm run test:slow`. */
export function sampleTexts(step: number): string[] {
  return isSlow ? texts : texts.filter((_, index) => index % step === 0);
}

/** A source with the text in every plain-text field. */
export const sourceOf = (text: string): Source => ({
  title: text,
  sections: [
    {
      title: text,
      credits: [
        {
          name: text,
          url: 'https://u.example/',
          version: text,
          license: text,
          by: [{ name: text }, { name: text, url: 'p' }],
          links: [{ label: text, url: 'l' }],
          credits: [{ name: text }],
        },
      ],
    },
    { style: { bold: false }, credits: [{ name: text }, { name: 'x', version: text }] },
  ],
});

/** A source with the text in every field of these layouts. */
export const layoutsOf = (text: string, layouts: NonNullable<SourceStyle['layout']>[]): Source => ({
  title: 'x',
  sections: layouts.map((layout) => ({
    style: { layout, labels: { name: text } },
    credits: [
      { name: text, by: [{ name: text, url: 'p' }], links: [{ label: text, url: 'l' }] },
      { name: text, url: 'https://u.example/', version: text, by: [{ name: text }], license: text },
      'Everyone',
      { name: text },
    ],
  })),
});
