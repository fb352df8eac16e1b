import type { LanguageWords } from './language-words.ts';

/** Portuguese. */
export const pt: LanguageWords = {
  by: 'por',
  and: 'e',
  comma: ', ',
  space: ' ',
  labels: {
    image: 'Imagem',
    name: 'Nome',
    by: 'Por',
    description: 'Descrição',
    version: 'Versão',
    license: 'Licença',
    links: 'Links',
  },
};
