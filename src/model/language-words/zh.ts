import type { LanguageWords } from './language-words.ts';

/** Chinese in simplified characters. */
export const zh: LanguageWords = {
  by: '作者',
  and: '和',
  comma: '、',
  space: '',
  labels: {
    image: '图片',
    name: '名称',
    by: '作者',
    description: '描述',
    version: '版本',
    license: '许可证',
    links: '链接',
  },
};

/** Chinese in traditional characters. */
export const zhHant: LanguageWords = {
  ...zh,
  labels: {
    image: '圖片',
    name: '名稱',
    by: '作者',
    description: '說明',
    version: '版本',
    license: '授權條款',
    links: '連結',
  },
};
