import type { LanguageWords } from './language-words.ts';

/** English. */
export const en: LanguageWords = {
  by: 'by',
  and: 'and',
  comma: ', ',
  space: ' ',
  labels: {
    image: 'Image',
    name: 'Name',
    by: 'By',
    description: 'Description',
    version: 'Version',
    license: 'License',
    links: 'Links',
  },
};
