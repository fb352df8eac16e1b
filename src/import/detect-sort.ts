/** Detects whether the credits of a page are sorted by name on purpose. */

import {
  creditLists,
  type ImportedCredit,
  type ImportedCredits,
  type ImportedSection,
} from '../model/imported-page.ts';
import { compareNames } from '../text/compare-names.ts';

/** The minimum length of a sorted list that is not sorted by chance. */
const MIN_SORTED = 8;

/** The minimum number of names in an unsorted list that shows that a page is not sorted. */
const MIN_UNSORTED = 3;

/** Sets `sort` in the sections of a page if one of its lists is sorted on purpose. */
export function withDetectedSort<S extends ImportedSection>(page: S): S {
  const lists = creditLists(page).map(({ credits }) => credits);
  const isOnPurpose = lists.some((list) => list.length >= MIN_SORTED && isSorted(list));
  const hasUnsorted = () =>
    lists.some((list) => !isSorted(list) && namesOf(list).length >= MIN_UNSORTED);
  return isOnPurpose && !hasUnsorted() ? withSortInSections(page) : page;
}

function namesOf(credits: readonly ImportedCredit[]): string[] {
  return credits.flatMap((credit) => (typeof credit === 'string' ? [] : credit.name));
}

/** Whether sorting would not change the order of credits and their nested credits. */
function isSorted(credits: readonly ImportedCredit[]): boolean {
  const names = namesOf(credits);
  return (
    names.length === credits.length &&
    names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0) &&
    credits.every((credit) => typeof credit === 'string' || isSorted(credit.credits ?? []))
  );
}

function withSortInSections<S extends ImportedSection>(section: S): S {
  const { credits, sections } = section;
  return {
    ...section,
    ...(credits && { credits: withSort(credits) }),
    sections: sections.map(withSortInSections),
  };
}

function withSort(list: ImportedCredits): ImportedCredits {
  const { credits, style } = list;
  if (!isSorted(credits)) return { ...list, style: { ...style, sort: 'none' } };
  return credits.length < MIN_SORTED ? list : { ...list, style: { ...style, sort: 'name' } };
}
