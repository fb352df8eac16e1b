import { compareNames } from '../text/compare-names.ts';

/** The minimum number of names that are not in order by chance. */
const MIN_SORTED = 3;

/**
 * Returns a function that finds the index for a new name in a list that is sorted like `sort: name`. In another
 * list, that is its end.
 */
export function indexFinder(names: readonly string[]): (name: string) => number {
  const isSorted =
    names.length >= MIN_SORTED &&
    names.every(
      (each, index) => index === 0 || compareNames(names[index - 1] as string, each) <= 0,
    );
  return (name) => {
    let [low, high] = [isSorted ? 0 : names.length, names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareNames(name, names[middle] as string) < 0) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
