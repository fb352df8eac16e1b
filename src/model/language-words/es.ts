import type { LanguageWords } from './language-words.ts';

/** Spanish. */
export const es: LanguageWords = {
  by: 'por',
  and: 'y',
  comma: ', ',
  space: ' ',
  labels: {
    image: 'Imagen',
    name: 'Nombre',
    by: 'Por',
    description: 'Descripción',
    version: 'Versión',
    license: 'Licencia',
    links: 'Enlaces',
  },
};
