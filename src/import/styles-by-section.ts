/** Where in a source each key of a style is set, so that it is set as seldom as can be. */

import type { ImportedSection } from '../model/imported-page.ts';
import { defaultStyle } from '../model/style.ts';
import type { Style } from '../types.ts';

/** The values that a key may have. Keys are those of a style and of its labels: `labels.name`. */
type Values = Map<string, readonly string[]>;

/** The value of a key that nobody has set. */
const UNSET = '';

/**
 * The style that each section sets. Subsections inherit, and so a value is set where the fewest
 * sections have to set another one; what holds by default is set nowhere.
 */
export function stylesBySection(page: ImportedSection): Map<ImportedSection, Style> {
  const needs = new Map<ImportedSection, Values>();
  const collect = (section: ImportedSection): void => {
    needs.set(section, neededBy(section));
    section.sections.forEach(collect);
  };
  collect(page);
  const keys = new Set([...needs.values()].flatMap((values) => [...values.keys()]));
  const styles = new Map<ImportedSection, Style>();
  for (const key of keys) {
    const choice = new Choice(key, needs);
    choice.place(page, flatten(defaultStyle).get(key) ?? UNSET, (section, value) => {
      styles.set(section, withKey(styles.get(section) ?? {}, key, value));
    });
  }
  return styles;
}

/** Decides on the values of one key: for each section, of the values that occur, the cheapest. */
class Choice {
  readonly #key: string;
  readonly #needs: Map<ImportedSection, Values>;
  readonly #values: string[];
  readonly #costs = new Map<string, Map<ImportedSection, number>>();

  constructor(key: string, needs: Map<ImportedSection, Values>) {
    this.#key = key;
    this.#needs = needs;
    const found = [...needs.values()].flatMap((values) => values.get(key) ?? []);
    this.#values = [...new Set(found)].filter((value) => value !== UNSET);
  }

  /** Sets values from a section on down; `inherited` holds above it. */
  place(
    section: ImportedSection,
    inherited: string,
    set: (section: ImportedSection, value: string) => void,
  ): void {
    if (this.#values.every((value) => value === inherited)) return;
    const value = this.#cheapest(section, inherited);
    if (value !== inherited) set(section, value);
    for (const inner of section.sections) this.place(inner, value, set);
  }

  #cheapest(section: ImportedSection, inherited: string): string {
    const options = [inherited, ...this.#values.filter((value) => value !== inherited)];
    const costs = options.map(
      (value) => (value === inherited ? 0 : 1) + this.#cost(section, value),
    );
    return options[costs.indexOf(Math.min(...costs))] as string;
  }

  /** How many sections below one must set the key, if it has a value there. */
  #cost(section: ImportedSection, value: string): number {
    const needed = this.#needs.get(section)?.get(this.#key);
    if (needed && !needed.includes(value)) return Number.POSITIVE_INFINITY;
    const known = this.#costs.get(value) ?? new Map<ImportedSection, number>();
    this.#costs.set(value, known);
    let cost = known.get(section);
    if (cost === undefined) {
      cost = section.sections.reduce((sum, inner) => {
        const others = this.#values.filter((other) => other !== value);
        const each = [
          this.#cost(inner, value),
          ...others.map((other) => 1 + this.#cost(inner, other)),
        ];
        return sum + Math.min(...each);
      }, 0);
      known.set(section, cost);
    }
    return cost;
  }
}

function neededBy({ credits }: ImportedSection): Values {
  const unneeded: readonly string[] = credits?.unneeded ?? [];
  const values = [...flatten(credits?.style ?? {})];
  return new Map(
    values.map(([key, value]) => [key, unneeded.includes(key) ? [value, UNSET] : [value]]),
  );
}

function flatten({ labels = {}, ...style }: Style): Map<string, string> {
  const entries = Object.entries(style).filter(([, value]) => value !== undefined);
  return new Map([
    ...entries.map(([key, value]) => [key, JSON.stringify(value)] as const),
    ...Object.entries(labels).map(
      ([key, value]) => [`labels.${key}`, JSON.stringify(value)] as const,
    ),
  ]);
}

function withKey(style: Style, key: string, value: string): Style {
  const label = /^labels\.(.*)/.exec(key)?.[1];
  if (label === undefined) return { ...style, [key]: JSON.parse(value) };
  return { ...style, labels: { ...style.labels, [label]: JSON.parse(value) } };
}
