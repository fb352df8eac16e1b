import { isRelativePath } from '../text/is-relative-path.ts';
import { imagesIn } from './images-in.ts';
import type { LintRule } from './lint-rule.ts';

const MAX_BYTES = 200_000;

/** Finds pictures that are much larger than they are shown. */
export const imageHeavy: LintRule = function* (source) {
  for (const { src, node, size } of imagesIn(source)) {
    const picture = isRelativePath(src) ? source.pictureAt(src) : undefined;
    if (!picture) continue;
    const { bytes, width = 0 } = picture;
    const [code, path] = ['image-heavy', src] as const;
    if (bytes > MAX_BYTES) {
      const problem = `takes ${Math.ceil(bytes / 1000)} KB`;
      const remedy = 'resize or compress it to less than 200 KB';
      yield { code, range: node, args: { path, problem, remedy } };
    } else if (size !== undefined && width > 2 * size) {
      const problem = `is ${width} pixels wide, and is shown ${size} pixels wide`;
      const remedy = `resize it to a width of ${2 * size} pixels`;
      yield { code, range: node, args: { path, problem, remedy } };
    }
  }
};
