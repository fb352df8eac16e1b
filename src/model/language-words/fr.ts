import type { LanguageWords } from './language-words.ts';

/** French. */
export const fr: LanguageWords = {
  by: 'par',
  and: 'et',
  comma: ', ',
  space: ' ',
  labels: {
    image: 'Image',
    name: 'Nom',
    by: 'Par',
    description: 'Description',
    version: 'Version',
    license: 'Licence',
    links: 'Liens',
  },
};
