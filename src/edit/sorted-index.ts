import { compareNames } from '../text/compare-names.ts';

/** The minimum number of names that are not in order by chance. */
const MIN_SORTED = 3;

/** Returns where a name belongs in a list that is sorted like `sort: name`, or else its end. */
export function sortedIndex(names: readonly string[], name: string): number {
  const isSorted =
    names.length >= MIN_SORTED &&
    names.every(
      (each, index) => index === 0 || compareNames(names[index - 1] as string, each) <= 0,
    );
  const index = isSorted ? names.findIndex((each) => compareNames(name, each) < 0) : -1;
  return index < 0 ? names.length : index;
}
