import { dependencyRepository } from '../../audit/match-dependency.ts';
import type { Dependency } from '../../manifests/manifest.ts';
import { parsePerson } from '../../model/parse-person.ts';
import { personText } from '../../model/person-text.ts';
import { foldWhiteSpace, isVisible, showableText } from '../../text/visible-text.ts';
import type { Page, Person } from '../../types.ts';
import { type KnownPeople, linksToOtherHost } from '../add/known-people.ts';

/** A person as it is written in a source. */
type WrittenPerson = string | { [key in 'name' | 'handle' | 'url']?: string };

/** A credit as it is written in a source. */
export type DependencyCredit = { [key in 'name' | 'url' | 'license']?: string } & {
  person?: WrittenPerson;
  by?: WrittenPerson | readonly WrittenPerson[];
};

/** What metadata says in place of a license. */
const NO_LICENSE = /NOASSERTION|^(?:NONE|UNKNOWN|null|undefined)$/i;

/** Returns a credit of a dependency, with what is known about it. */
export function dependencyCredit(
  dependency: Dependency,
  page: Page,
  known: KnownPeople,
): DependencyCredit {
  const people = (dependency.people ?? []).flatMap((person) => writtenPerson(person, page, known));
  // Dependencies without a visible name are not read.
  const name = visibleText(dependency.name) as string;
  if (dependency.kind === 'git') return { person: people[0] ?? name };
  const [url] = [
    dependencyRepository(dependency)?.url,
    dependency.homepage,
    dependency.registry,
  ].filter(
    (each) =>
      each !== undefined &&
      /^https?:\/\/[^\s<>]+$/i.test(each) &&
      showableText(each) === each &&
      URL.canParse(each),
  );
  const license = visibleText(dependency.license);
  return {
    name,
    ...(url !== undefined && { url }),
    ...(people[0] !== undefined && { by: people.length > 1 ? people : people[0] }),
    ...(license !== undefined && !NO_LICENSE.test(license) && { license }),
  };
}

/** Returns a person as an id of `people`, a string, or a map if a string would be read differently. */
function writtenPerson(person: Person, page: Page, known: KnownPeople): WrittenPerson[] {
  const [name, handle] = [visibleText(person.name), visibleText(person.handle)];
  if (name === undefined && handle === undefined) return [];
  const written =
    person.url !== undefined && linksToOtherHost(handle, person.url, page)
      ? { name: name ?? (handle as string), url: person.url }
      : { ...(name !== undefined && { name }), ...(handle !== undefined && { handle }) };
  const id = known.idOf(written);
  if (id !== undefined) return [id];
  const text = personText(written);
  const read = parsePerson(text);
  const isSame = read.name === name && read.handle === handle;
  return [isSame && !Object.hasOwn(page.people ?? {}, text) ? text : written];
}

function visibleText(text: string | undefined): string | undefined {
  const visible = foldWhiteSpace(showableText(text ?? ''));
  return isVisible(visible) ? visible : undefined;
}
