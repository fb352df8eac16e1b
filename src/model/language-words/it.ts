import type { LanguageWords } from './language-words.ts';

/** Italian. */
export const it: LanguageWords = {
  by: 'di',
  and: 'e',
  comma: ', ',
  space: ' ',
  labels: {
    image: 'Immagine',
    name: 'Nome',
    by: 'Di',
    description: 'Descrizione',
    version: 'Versione',
    license: 'Licenza',
    links: 'Link',
  },
};
