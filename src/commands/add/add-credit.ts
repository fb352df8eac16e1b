import { editYaml } from '../../edit/edit-yaml.ts';
import { indexFinder } from '../../edit/index-finder.ts';
import { addressOf, isSameUrl } from '../../model/address.ts';
import { parsePerson } from '../../model/parse-person.ts';
import { personName } from '../../model/person-text.ts';
import type { Credit, Page, Person } from '../../types.ts';
import { CREDITS_ORDER, creditListOf, sortName } from './credit-lists.ts';
import { type CreditOptions, type NewCredit, newCredit } from './new-credit.ts';

export interface AddOptions extends CreditOptions {
  /** The title of the section, or its index as in `creditListOf`. */
  section?: string | number | undefined;
}

/** A credit that was added, or that existed before. */
export interface Added {
  /** The text of the source with it. */
  text: string;
  /** What is credited. */
  name: string;
  url: string | undefined;
  /** The title of its section; `undefined` for the page itself. */
  section: string | undefined;
  /** The credit that existed before. */
  known: Credit | undefined;
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
  const known = credits.find((each) => isSame(each, credit, page));
  const added = { text, name, url: credit.url, section: title, known };
  if (known) return added;
  const index = indexFinder(credits.map(sortName))(name);
  const edited = editYaml(text, [
    { type: 'insert', path, index, value: credit, order: CREDITS_ORDER },
  ]);
  return { ...added, text: edited };
}

function personOf({ person = '' }: NewCredit, { people = {} }: Page): Person {
  return people[person] ?? parsePerson(person);
}

function nameOf(credit: NewCredit, page: Page): string {
  if (credit.name !== undefined) return credit.name;
  return personName(personOf(credit, page));
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

/** Whether credits have the same URL, or the same name and no other repository. */
function isSameProject(known: { name: string; url?: string }, { name, url }: NewCredit): boolean {
  if (known.url === undefined || url === undefined) return known.name === name;
  if (isSameUrl(known.url, url)) return true;
  const key = addressOf(url)?.key;
  return known.name === name && key !== undefined && key === addressOf(known.url)?.key;
}
