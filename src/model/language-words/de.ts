import type { LanguageWords } from './language-words.ts';

/** German. */
export const de: LanguageWords = {
  by: 'von',
  and: 'und',
  comma: ', ',
  space: ' ',
  labels: {
    image: 'Bild',
    name: 'Name',
    by: 'Von',
    description: 'Beschreibung',
    version: 'Version',
    license: 'Lizenz',
    links: 'Links',
  },
};
