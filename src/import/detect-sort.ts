/** Whether the credits of a page are sorted by name on purpose. */
import { compareNames } from '../layouts/sort-credits.ts';
import {
  creditLists,
  type ImportedCredit,
  type ImportedCredits,
  type ImportedSection,
} from '../model/imported-page.ts';

/** The number of sorted names from which a list counts as sorted on purpose. */
const ON_PURPOSE = 8;

/** The number of names in an unsorted list from which the page counts as unsorted on purpose. */
const AGAINST_IT = 3;

/** Sets `sort` in the sections of a page if one of its lists is sorted on purpose. */
export function withDetectedSort<S extends ImportedSection>(page: S): S {
  const lists = creditLists(page).map(({ credits }) => credits);
  const isMixed = lists.some((list) => !isSorted(list) && namesOf(list).length >= AGAINST_IT);
  const isOrdered = lists.some((list) => isSorted(list) && list.length >= ON_PURPOSE);
  return isOrdered && !isMixed ? ordered(page) : page;
}

function namesOf(credits: readonly ImportedCredit[]): string[] {
  return credits.flatMap((credit) => (typeof credit === 'string' ? [] : credit.name));
}

/** Whether sorting would keep the order of credits and of their nested credits. */
function isSorted(credits: readonly ImportedCredit[]): boolean {
  const names = namesOf(credits);
  return (
    names.length === credits.length &&
    names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0) &&
    credits.every((credit) => typeof credit === 'string' || isSorted(credit.credits ?? []))
  );
}

function ordered<S extends ImportedSection>(section: S): S {
  const { credits, sections } = section;
  return {
    ...section,
    ...(credits && { credits: withSort(credits) }),
    sections: sections.map(ordered),
  };
}

function withSort(list: ImportedCredits): ImportedCredits {
  const { credits, style } = list;
  if (!isSorted(credits)) return { ...list, style: { ...style, sort: 'none' } };
  return credits.length < ON_PURPOSE ? list : { ...list, style: { ...style, sort: 'name' } };
}
