import type { LanguageWords } from './language-words.ts';

/** Dutch. */
export const nl: LanguageWords = {
  by: 'door',
  and: 'en',
  comma: ', ',
  space: ' ',
  labels: {
    image: 'Afbeelding',
    name: 'Naam',
    by: 'Door',
    description: 'Beschrijving',
    version: 'Versie',
    license: 'Licentie',
    links: 'Links',
  },
};
