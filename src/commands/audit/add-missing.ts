import type { AuditedSection } from '../../audit/audit-page.ts';
import { editYaml, type YamlEdit, type YamlPath } from '../../edit/edit-yaml.ts';
import { indexFinder } from '../../edit/index-finder.ts';
import type { Dependency } from '../../manifests/manifest.ts';
import { personName } from '../../model/person-text.ts';
import { compareNames } from '../../text/compare-names.ts';
import type { Coverage, Page, Section } from '../../types.ts';
import { CREDITS_ORDER, sortName } from '../add/credit-lists.ts';
import { KnownPeople } from '../add/known-people.ts';
import { type DependencyCredit, dependencyCredit } from './dependency-credit.ts';
import { KIND_NAMES } from './kind-names.ts';
import { splitGroup } from './split-group.ts';

/** The number of credits that were added to a section. */
export interface AddedCredits {
  /** The title of the section; `undefined` for the page itself. */
  title: string | undefined;
  count: number;
}

/** Adds credits of what is missing to the text of a source, in the sections that cover it. */
export function addMissing(
  text: string,
  page: Page,
  sections: readonly AuditedSection[],
  newSections: readonly NewSection[],
): { text: string; added: AddedCredits[] } {
  const added: AddedCredits[] = [];
  const edits: YamlEdit[] = [];
  for (const { section, title, path, coverages } of sections) {
    const missing = coverages.flatMap(({ entries }) =>
      entries.flatMap(({ state, dependency }) => (state === 'missing' ? [dependency] : [])),
    );
    const credits = distinctCredits(missing, page);
    if (credits.length === 0) continue;
    added.push({ title, count: credits.length });
    edits.push(...insertions(credits, section, [...path, 'credits']));
  }
  const titles = new Set((page.sections ?? []).map(({ title }) => title));
  for (const { coverage, dependencies } of newSections) {
    const [first] = dependencies;
    if (!first) continue;
    const title = freeTitle(coverage, first.kind, titles);
    titles.add(title);
    const credits = distinctCredits(dependencies, page);
    added.push({ title, count: credits.length });
    const index = (page.sections ?? []).length;
    const value = { title, covers: coverage.manifest, credits };
    edits.push({ type: 'insert', path: ['sections'], index, value, order: SECTIONS_ORDER });
  }
  return { text: editYaml(text, edits), added };
}

/** A section to add for a manifest that no section covers. */
export interface NewSection {
  coverage: Coverage;
  dependencies: readonly Dependency[];
}

const SECTIONS_ORDER = [...CREDITS_ORDER, 'sections'];

/** Returns the credits of dependencies. Two with the same name and URL are the same. */
function distinctCredits(dependencies: readonly Dependency[], page: Page): DependencyCredit[] {
  const known = new KnownPeople(page);
  const credits = dependencies.map((dependency) => dependencyCredit(dependency, page, known));
  return [...new Map(credits.map((credit) => [JSON.stringify(credit), credit])).values()];
}

/** Credits go where they belong in a sorted list, or otherwise to the end of the list. */
function insertions(
  added: readonly DependencyCredit[],
  { credits = [] }: Section,
  path: YamlPath,
): YamlEdit[] {
  const indexOf = indexFinder(credits.map(sortName));
  const places = added.map((value) => ({ value, index: indexOf(nameOf(value)) }));
  // The empty name comes first in a sorted list, and is added to the end of any other.
  const isSorted = credits.length > 0 && indexOf('') === 0;
  const inOrder = isSorted
    ? places.toSorted((a, b) => compareNames(nameOf(a.value), nameOf(b.value)))
    : places;
  return inOrder.map(({ value, index }) => ({
    type: 'insert',
    path,
    index,
    value,
    order: CREDITS_ORDER,
  }));
}

function nameOf({ name, person = '' }: DependencyCredit): string {
  return name ?? (typeof person === 'string' ? person : personName(person));
}

function freeTitle(
  { manifest }: Coverage,
  kind: Dependency['kind'],
  taken: ReadonlySet<string | undefined>,
): string {
  const { path, group } = splitGroup(manifest);
  const { title } = KIND_NAMES[kind];
  if (!taken.has(title)) return title;
  const longer = `${title} (${group ?? path})`;
  return taken.has(longer) ? `${title} (${manifest})` : longer;
}
