/** Limits how long the pages of a source take to build. */
import type { Report } from '../diagnostics/report.ts';
import type { Place } from '../model/place.ts';
import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import type { Markdown, Section } from '../types.ts';
import type { ReadPage } from './read-page.ts';

/**
 * The maximum cost of all pages. The unit is about a microsecond of CPU time of Node 24 on a common
 * machine. Counts, and not a clock, ensure that the result is the same on every machine.
 */
const MAX_COST = 4_000_000;

/** What takes time to build in each page that shows it, with the cost of each. */
const COSTS = {
  credits: 2,
  // In a table, three times as much.
  people: 10,
  sections: 10,
  // In a list, less.
  'lines and markup characters': 12,
};

type Counts = Record<keyof typeof COSTS, number>;

/** Characters of Markdown that may be the start of a node. */
const MARK = /[*_`[<~\n]/g;

/** Whether the pages of a source can be built in seconds. Reports what takes most of the time if not. */
export function checkBuildingTime(
  { page, locate }: Pick<ReadPage, 'page' | 'locate'>,
  places: readonly Place[],
  report: Report,
): boolean {
  const counted = new Map<Section, Counts>();
  const sum: Counts = countsIn({});
  for (const { content } of places) {
    const counts = counted.get(content) ?? countsIn(content);
    counted.set(content, counts);
    for (const name of names) sum[name] += counts[name];
  }
  const costOf = (name: keyof Counts) => sum[name] * COSTS[name];
  if (names.reduce((cost, name) => cost + costOf(name), 0) <= MAX_COST) return true;
  const worst = names.reduce((most, name) => (costOf(name) > costOf(most) ? name : most));
  report('bad-value', locate(page, 'output'), {
    message: `the pages would take too long to build: they show ${sum[worst].toLocaleString('en')} ${worst}`,
    help: 'remove views, or split the source into several files',
  });
  return false;
}

const names = Object.keys(COSTS) as (keyof Counts)[];

function countsIn(content: Section): Counts {
  const counts: Counts = { credits: 0, people: 0, sections: 0, 'lines and markup characters': 0 };
  const addField = ({ markdown }: Markdown) => {
    counts['lines and markup characters'] += markdown.match(MARK)?.length ?? 0;
  };
  for (const part of walkSections(content)) {
    if ('title' in part) counts.sections += 1;
    if ('field' in part) addField(part.field);
    for (const credit of 'credits' in part ? flattenCredits(part.credits) : []) {
      counts.credits += 1;
      if ('markdown' in credit) addField(credit);
      else {
        counts.people += credit.by?.length ?? 0;
        if (credit.description) addField(credit.description);
      }
    }
  }
  return counts;
}
