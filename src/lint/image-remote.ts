import { imagesIn } from './images-in.ts';
import type { LintRule } from './lint-rule.ts';

/** Finds pictures that are loaded from another site. */
export const imageRemote: LintRule = function* (source) {
  const { site } = source.page;
  for (const { src, node } of imagesIn(source)) {
    const url = /^(?:https?:)?\/\//i.test(src) ? `https:${src.replace(/^https?:/i, '')}` : '';
    if (!URL.canParse(url)) continue;
    const { host } = new URL(url);
    if (site !== undefined && new URL(site).host === host) continue;
    yield { code: 'image-remote', range: node, args: { host } };
  }
};
