import type { ImportedSection } from '../model/imported-page.ts';
import { defaultStyle } from '../model/style.ts';
import type { Style } from '../types.ts';

/** The JSON of the values that each key of a style may have. Labels have the keys `labels.name`, …. */
type AllowedValues = Map<string, readonly string[]>;

/** The value of a key that is not set in any section. */
const UNSET = '';

/**
 * Returns the style to set in each section. Subsections inherit it, so a value is set where the fewest
 * sections have to override it. Defaults are not set.
 */
export function stylesBySection(page: ImportedSection): Map<ImportedSection, Style> {
  const allowed = new Map<ImportedSection, AllowedValues>();
  const collect = (section: ImportedSection): void => {
    allowed.set(section, allowedValues(section));
    section.sections.forEach(collect);
  };
  collect(page);
  const keys = new Set([...allowed.values()].flatMap((values) => [...values.keys()]));
  const styles = new Map<ImportedSection, Style>();
  const defaults = new Map(flatten(defaultStyle));
  for (const key of keys) {
    const placement = new KeyPlacement(key, allowed);
    placement.place(page, defaults.get(key) ?? UNSET, (section, value) => {
      styles.set(section, withKey(styles.get(section) ?? {}, key, value));
    });
  }
  return styles;
}

/** Places the values of one key so that the fewest sections set it. */
class KeyPlacement {
  readonly #key: string;
  readonly #allowed: Map<ImportedSection, AllowedValues>;
  /** The values that occur. */
  readonly #values: string[];
  readonly #costs = new Map<string, Map<ImportedSection, number>>();

  constructor(key: string, allowed: Map<ImportedSection, AllowedValues>) {
    this.#key = key;
    this.#allowed = allowed;
    const found = [...allowed.values()].flatMap((values) => values.get(key) ?? []);
    this.#values = [...new Set(found)].filter((value) => value !== UNSET);
  }

  /** Sets values in a section that inherits a value, and in its subsections. */
  place(
    section: ImportedSection,
    inherited: string,
    set: (section: ImportedSection, value: string) => void,
  ): void {
    if (this.#values.every((value) => value === inherited)) return;
    const value = this.#cheapestValue(section, inherited);
    if (value !== inherited) set(section, value);
    for (const subsection of section.sections) this.place(subsection, value, set);
  }

  #cheapestValue(section: ImportedSection, inherited: string): string {
    const values = [inherited, ...this.#values.filter((value) => value !== inherited)];
    const costs = values.map((value) => (value === inherited ? 0 : 1) + this.#cost(section, value));
    return values[costs.indexOf(Math.min(...costs))] as string;
  }

  /** Returns the number of subsections that must set the key if it has a value in a section. */
  #cost(section: ImportedSection, value: string): number {
    const allowed = this.#allowed.get(section)?.get(this.#key);
    if (allowed && !allowed.includes(value)) return Number.POSITIVE_INFINITY;
    if (section.sections.length === 0) return 0;
    const costs = this.#costs.get(value) ?? new Map<ImportedSection, number>();
    this.#costs.set(value, costs);
    let cost = costs.get(section);
    if (cost === undefined) {
      cost = section.sections.reduce((sum, subsection) => {
        const others = this.#values.filter((other) => other !== value);
        const options = [
          this.#cost(subsection, value),
          ...others.map((other) => 1 + this.#cost(subsection, other)),
        ];
        return sum + Math.min(...options);
      }, 0);
      costs.set(section, cost);
    }
    return cost;
  }
}

function allowedValues({ credits }: ImportedSection): AllowedValues {
  const optionalKeys: readonly string[] = credits?.optionalKeys ?? [];
  return new Map(
    flatten(credits?.style ?? {}).map(([key, value]) => [
      key,
      optionalKeys.includes(key) ? [value, UNSET] : [value],
    ]),
  );
}

function flatten({ labels, ...style }: Style): [string, string][] {
  const entries = Object.entries(style).filter(([, value]) => value !== undefined);
  for (const [key, value] of Object.entries(labels ?? {})) entries.push([`labels.${key}`, value]);
  return entries.map(([key, value]) => [key, JSON.stringify(value)]);
}

function withKey(style: Style, key: string, value: string): Style {
  const label = /^labels\.(.*)/.exec(key)?.[1];
  if (label === undefined) return { ...style, [key]: JSON.parse(value) };
  return { ...style, labels: { ...style.labels, [label]: JSON.parse(value) } };
}
