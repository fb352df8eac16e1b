/** Whether the credits of a page are sorted by name on purpose. */
import { compareNames } from '../layouts/sort-credits.ts';
import {
  creditLists,
  type DraftCredit,
  type DraftCredits,
  type DraftSection,
} from '../model/draft.ts';

/** How many names in order are so on purpose. */
const ON_PURPOSE = 8;

/** How many names out of order are so on purpose, for the whole page. */
const AGAINST_IT = 3;

/** The sections of a page with their order, where one of their lists has one on purpose. */
export function withOrder<S extends DraftSection>(page: S): S {
  const lists = creditLists(page).map(({ credits }) => credits);
  const isMixed = lists.some((list) => !isSorted(list) && namesOf(list).length >= AGAINST_IT);
  const isOrdered = lists.some((list) => isSorted(list) && list.length >= ON_PURPOSE);
  return isOrdered && !isMixed ? ordered(page) : page;
}

function namesOf(credits: readonly DraftCredit[]): string[] {
  return credits.flatMap((credit) => (typeof credit === 'string' ? [] : credit.name));
}

/** Whether credits would stay where they are, and those inside of them. */
function isSorted(credits: readonly DraftCredit[]): boolean {
  const names = namesOf(credits);
  return (
    names.length === credits.length &&
    names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0) &&
    credits.every((credit) => typeof credit === 'string' || isSorted(credit.credits ?? []))
  );
}

function ordered<S extends DraftSection>(section: S): S {
  const { credits, sections } = section;
  return {
    ...section,
    ...(credits && { credits: withSort(credits) }),
    sections: sections.map(ordered),
  };
}

function withSort(list: DraftCredits): DraftCredits {
  const { credits, style } = list;
  if (!isSorted(credits)) return { ...list, style: { ...style, sort: 'none' } };
  return credits.length < ON_PURPOSE ? list : { ...list, style: { ...style, sort: 'name' } };
}
