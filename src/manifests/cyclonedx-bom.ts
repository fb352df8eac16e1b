import { arrayOf, isRecord, recordOf } from '../text/json-values.ts';
import type { Person } from '../types.ts';
import { pageOf, textOf } from './manifest-values.ts';
import { readContacts } from './read-contacts.ts';

/** Something that an SBOM lists. */
export interface Component {
  id: string;
  name: string;
  /** Other names. */
  aliases?: readonly string[];
  purl: string | undefined;
  repository: string | undefined;
  homepage: string | undefined;
  license: string | undefined;
  people: readonly Person[];
  /** Whether it only stands for what it depends on. */
  isGroup: boolean;
}

/** What an SBOM says, in either format. */
export interface Bom {
  /** The ids of the project itself, which are not components. */
  roots: readonly string[];
  components: readonly Component[];
  dependsOn: ReadonlyMap<string, readonly string[]>;
}

/** Types of components that nobody credits. */
const NOT_CREDITED =
  /^(?:cryptographic-asset|data|device|file|operating-system|machine-learning-model)$/;

/**
 * Reads a CycloneDX document.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function cyclonedxBom(content: Record<string, unknown>): Bom {
  const { component } = recordOf(content.metadata);
  // The parts of the project itself.
  const own = flatten([component]);
  const roots = own.flatMap((each) => textOf(each['bom-ref']) ?? []);
  const isOwn = new Set(roots);
  const components = flatten(arrayOf(content.components))
    .map(componentOf)
    .filter((each) => each !== undefined)
    .filter(({ id }) => !isOwn.has(id));
  const dependsOn = new Map<string, string[]>();
  for (const each of arrayOf(content.dependencies)) {
    const { ref, dependsOn: targets } = recordOf(each);
    if (typeof ref !== 'string') continue;
    const texts = arrayOf(targets).filter((target) => typeof target === 'string');
    dependsOn.set(ref, [...(dependsOn.get(ref) ?? []), ...texts]);
  }
  return { roots, components, dependsOn };
}

/** Returns components and those that are nested in them, without recursion, as documents can be deep. */
function flatten(values: readonly unknown[]): Record<string, unknown>[] {
  const entries = values.filter(isRecord);
  for (const { components } of entries) {
    for (const nested of arrayOf(components)) if (isRecord(nested)) entries.push(nested);
  }
  return entries;
}

function componentOf(entry: Record<string, unknown>): Component | undefined {
  const type = textOf(entry.type) ?? 'library';
  const purl = textOf(entry.purl);
  const [name, group] = [textOf(entry.name), textOf(entry.group)];
  if (name === undefined || NOT_CREDITED.test(type)) return;
  const url = (kind: string) =>
    arrayOf(entry.externalReferences)
      .map(recordOf)
      .filter((each) => each.type === kind)
      .map((each) => textOf(each.url))
      .find((each) => each !== undefined);
  return {
    id: textOf(entry['bom-ref']) ?? purl ?? name,
    name: group === undefined ? name : `${group}/${name}`,
    ...(group !== undefined && { aliases: [name] }),
    purl,
    repository: url('vcs'),
    homepage: pageOf(url('website')),
    license: licenseOf(arrayOf(entry.licenses)),
    people: peopleOf(entry),
    isGroup: purl === undefined && type === 'application',
  };
}

/** Several licenses all apply; without an expression, a free text stands alone. */
function licenseOf(licenses: readonly unknown[]): string | undefined {
  const all = licenses.map(recordOf).flatMap(({ expression, license }) => {
    const { id, name } = recordOf(license);
    return textOf(expression) ?? textOf(id) ?? textOf(name) ?? [];
  });
  const each = [...new Set(all)];
  const isAlternative = (text: string) => / or /i.test(text) && each.length > 1;
  return each.map((text) => (isAlternative(text) ? `(${text})` : text)).join(' AND ') || undefined;
}

/** Up to version 1.5, a component has one text with its authors, which is cut to a length that is read fast. */
function peopleOf({ authors, author, publisher }: Record<string, unknown>): Person[] {
  const texts =
    typeof author === 'string' ? author.slice(0, 2_000).split(/,\s+(?=[^<>]*<|[^<>]*$)/) : [];
  for (const values of [arrayOf(authors), texts, [publisher]]) {
    const people = readContacts(values);
    if (people.length > 0) return people;
  }
  return [];
}
