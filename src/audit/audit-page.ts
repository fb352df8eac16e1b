import type { Dependency } from '../manifests/manifest.ts';
import { creditsIn } from '../model/walk-sections.ts';
import type { Coverage, Markdown, NestedEntry, Page, Section } from '../types.ts';
import { type AuditedCoverage, auditCoverage } from './audit-coverage.ts';
import { ClaimIndex } from './claim-index.ts';
import { type Claim, claimsIn, type LinksIn } from './claims.ts';

/** A section that covers manifests. */
export interface AuditedSection {
  section: Section;
  /** `undefined` for the page itself. */
  title: string | undefined;
  /** The keys and indexes that lead to it. */
  path: readonly (string | number)[];
  coverages: readonly CoverageResult[];
  /** Its credits that match nothing in the manifests of the sections that they are in. */
  stale: readonly StaleCredit[];
}

export interface CoverageResult extends AuditedCoverage {
  coverage: Coverage;
}

export interface StaleCredit {
  credit: NestedEntry | Markdown;
  /** The manifests of the sections that it is in. */
  manifests: readonly string[];
}

/**
 * Returns the entries of a covered manifest, or `undefined` if it cannot be read, so that nothing can be said
 * about it.
 */
export type DependenciesOf = (coverage: Coverage) => readonly Dependency[] | undefined;

/** A section that covers something, and what it covers. */
interface Covering {
  section: Section;
  path: readonly (string | number)[];
  covers: readonly Coverage[];
}

/**
 * Compares a page with the manifests that its sections cover.
 *
 * @param further manifests that the whole page covers
 * @param translations the page in its other languages, whose names and links count as well
 */
export function auditPage(
  page: Page,
  dependenciesOf: DependenciesOf,
  linksIn: LinksIn,
  further: readonly Coverage[] = [],
  translations: readonly Page[] = [],
): AuditedSection[] {
  const sections = [...coveringSections(page, further)];
  const matched = new Set<StaleCredit['credit']>();
  const manifestsOf = new Map<StaleCredit['credit'], string[]>();
  const results = sections.map(({ section, path, covers }) => {
    const others = translations.flatMap((each) => sectionAt(each, path) ?? []);
    const index = new ClaimIndex([
      ...claimsIn(section, linksIn),
      ...others.flatMap((other) => translatedClaims(section, other, linksIn)),
    ]);
    const coverages = covers.flatMap((coverage): CoverageResult[] => {
      const dependencies = dependenciesOf(coverage);
      return dependencies ? [{ coverage, ...auditCoverage(dependencies, coverage, index) }] : [];
    });
    // Many entries may have the same claims.
    const credited = new Set(
      coverages.flatMap(({ entries }) => entries.map(({ claims }) => claims)),
    );
    const isWhole = coverages.length === covers.length;
    for (const claims of isWhole ? credited : [index.claims]) {
      for (const { credit } of claims) if (credit) matched.add(credit);
    }
    const manifests = covers.map(({ manifest }) => manifest);
    for (const credit of creditsIn(section)) {
      manifestsOf.set(credit, [...(manifestsOf.get(credit) ?? []), ...manifests]);
    }
    const title = path.length > 0 ? section.title : undefined;
    return { section, title, path, coverages };
  });
  const reported = new Set<StaleCredit['credit']>();
  return results.map((result) => {
    const stale = creditsIn(result.section).filter(
      (credit) => !matched.has(credit) && !reported.has(credit),
    );
    for (const credit of stale) reported.add(credit);
    return {
      ...result,
      stale: stale.map((credit) => ({ credit, manifests: manifestsOf.get(credit) ?? [] })),
    };
  });
}

/** Returns the manifests that sections of a page cover. */
export function coveragesIn(page: Page): Coverage[] {
  return [...coveringSections(page, [])].flatMap(({ covers }) => covers);
}

function* coveringSections(
  section: Section,
  further: readonly Coverage[],
  path: Covering['path'] = [],
): Generator<Covering> {
  const { covers = [], sections = [] } = section;
  const all = [...covers, ...further];
  if (all.length > 0) yield { section, path, covers: all };
  for (const [index, each] of sections.entries()) {
    yield* coveringSections(each, [], [...path, 'sections', index]);
  }
}

/** Returns the section that some keys and indexes lead to. */
function sectionAt(page: Section, path: Covering['path']): Section | undefined {
  const indexes = path.filter((step) => typeof step === 'number');
  return indexes.reduce<Section | undefined>((section, index) => section?.sections?.[index], page);
}

/** Returns what a section names in another language, as claims of the credits in the default language. */
function translatedClaims(section: Section, translation: Section, linksIn: LinksIn): Claim[] {
  const credits = creditsIn(section);
  const counterparts = new Map(
    creditsIn(translation).map((credit, index) => [credit, credits[index]]),
  );
  return claimsIn(translation, linksIn).map((claim) => ({
    ...claim,
    credit: claim.credit && counterparts.get(claim.credit),
  }));
}
