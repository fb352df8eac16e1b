import { editYaml } from '../../edit/edit-yaml.ts';
import { sortedIndex } from '../../edit/sorted-index.ts';
import { addressOf } from '../../model/address.ts';
import { parsePerson } from '../../model/parse-person.ts';
import type { Credit, Page, Person } from '../../types.ts';
import { CREDITS_ORDER, creditListOf, sortName } from './credit-lists.ts';
import { type CreditOptions, type NewCredit, newCredit } from './new-credit.ts';

export interface AddOptions extends CreditOptions {
  /** The title of the section. */
  section?: string | undefined;
}

/** A credit that was added, or that was there before. */
export interface Added {
  /** The text of the source with it. */
  text: string;
  /** What is credited. */
  name: string;
  /** The title of its section; `undefined` for the page itself. */
  section: string | undefined;
  isNew: boolean;
}

/**
 * Adds a credit to the text of a source. A credit that its section already has is not added again.
 *
 * @param page the page of the source
 * @throws {UsageError} if the section is not clear, or if the options do not fit
 */
export function addCredit(text: string, page: Page, what: string, options: AddOptions): Added {
  const { title, path, credits } = creditListOf(page, options.section);
  const credit = newCredit(what, options, page);
  const name = nameOf(credit, page);
  const added = { text, name, section: title, isNew: false };
  if (credits.some((each) => isSame(each, credit, page))) return added;
  const index = sortedIndex(credits.map(sortName), name);
  const edited = editYaml(text, [
    { type: 'insert', path, index, value: credit, order: CREDITS_ORDER },
  ]);
  return { ...added, text: edited, isNew: true };
}

function personOf({ person = '' }: NewCredit, { people = {} }: Page): Person {
  return people[person] ?? parsePerson(person);
}

function nameOf(credit: NewCredit, page: Page): string {
  if (credit.name !== undefined) return credit.name;
  const { name, handle } = personOf(credit, page);
  return name ?? `@${handle}`;
}

/** Whether a credit is of the same person or project. */
function isSame(known: Credit, credit: NewCredit, page: Page): boolean {
  if ('markdown' in known) return known.markdown === credit.name;
  if (credit.person === undefined) return isSameProject(known, credit);
  const { name, handle } = personOf(credit, page);
  const { person } = known;
  return handle === undefined || person?.handle === undefined
    ? known.name === name
    : person.handle.toLowerCase() === handle.toLowerCase();
}

/** Whether credits have the same URL or, without one of them, the same name. */
function isSameProject(known: { name: string; url?: string }, credit: NewCredit): boolean {
  if (known.url === undefined || credit.url === undefined) return known.name === credit.name;
  const [key, other] = [known.url, credit.url].map((url) => addressOf(url)?.key);
  return known.url === credit.url || (key !== undefined && key === other);
}
