import type { AuditedEntry } from '../../audit/audit-coverage.ts';
import type { AuditedSection, CoverageResult } from '../../audit/audit-page.ts';
import { dependencyRepository } from '../../audit/match-dependency.ts';
import type { Dependency } from '../../manifests/manifest.ts';
import { type Colors, colorsFor } from '../../text/colors.ts';
import { cut, printable, printableLines } from '../../text/printable.ts';
import { KIND_NAMES } from './kind-names.ts';
import { creditName } from './report-findings.ts';

/** The maximum width of a list of names. */
const WIDTH = 100;

/** The maximum length of a name. */
const MAX_NAME = 60;

/** The width of the column of states. */
const STATE = 'credited'.length;

/** A table of what an audit has found in a source, by manifest. */
export function auditTable(sections: readonly AuditedSection[], color: boolean): string {
  const colors = colorsFor(color);
  const blocks = sections.flatMap(({ title, coverages, stale }) => [
    ...coverages.map((result) => coverageBlock(result, title, colors)),
    ...(stale.length > 0
      ? [
          `${colors.bold(staleTitle(stale.length, title))}\n${wrapped(
            'stale',
            stale.map(({ credit }) => shown(creditName(credit))),
          )}`,
        ]
      : []),
  ]);
  return blocks.join('\n');
}

function staleTitle(count: number, title: string | undefined): string {
  const where = title === undefined ? '' : ` in "${shown(title)}"`;
  return `${count} ${count === 1 ? 'credit' : 'credits'}${where} ${count === 1 ? 'matches' : 'match'} nothing covered`;
}

function coverageBlock(
  { coverage, entries, hidden }: CoverageResult,
  title: string | undefined,
  colors: Colors,
): string {
  const inState = (state: AuditedEntry['state']) =>
    entries.filter((entry) => entry.state === state);
  const [credited, missing, moved, ignored] = [
    inState('credited'),
    inState('missing'),
    inState('moved'),
    inState('ignored'),
  ];
  const counts = [
    `${credited.length} of ${countedKind(entries.map(({ dependency }) => dependency))} credited`,
    ...(missing.length > 0 ? [`${missing.length} missing`] : []),
    ...(moved.length > 0 ? [`${moved.length} moved`] : []),
    ...(ignored.length > 0 ? [`${ignored.length} ignored`] : []),
  ];
  const where = title === undefined ? '' : ` in "${shown(title)}"`;
  const width = Math.max(
    0,
    ...[...missing, ...moved].map(({ dependency }) => shown(dependency.name).length),
    ...[...hidden.keys()].map(({ name }) => shown(name).length),
  );
  const row = (state: string, name: string, rest: string) =>
    `  ${state.padEnd(STATE)}  ${`${name.padEnd(width)}  ${rest}`.trimEnd()}\n`;
  return [
    `${colors.bold(`${shown(coverage.manifest)}${where}`)}: ${counts.join(', ')}\n`,
    ...missing.map(({ dependency }) =>
      colors.red(row('missing', shown(dependency.name), printable(addressFor(dependency)))),
    ),
    ...moved.map(({ dependency, moved }) => {
      const way = moved ? `${moved.from} is now ${moved.to}` : '';
      return colors.yellow(row('moved', shown(dependency.name), printable(way)));
    }),
    ...[...hidden].map(([{ name, reason }, count]) =>
      row('ignored', shown(name), `${count}: ${printable(reason)}`),
    ),
    wrapped(
      'credited',
      credited.map(({ dependency }) => shown(dependency.name)),
    ),
  ].join('');
}

/** Counts entries, with the word for their kind: `22 crates`. */
export function countedKind(dependencies: readonly Dependency[]): string {
  const kinds = new Set(dependencies.map(({ kind }) => kind));
  const [kind] = kinds;
  const names =
    kind === undefined || kinds.size > 1 ? { one: 'entry', many: 'entries' } : KIND_NAMES[kind];
  return `${dependencies.length} ${dependencies.length === 1 ? names.one : names.many}`;
}

function addressFor(dependency: Dependency): string {
  const { homepage, registry } = dependency;
  return dependencyRepository(dependency)?.url ?? homepage ?? registry ?? '';
}

/** Names, separated by commas, over several lines. */
function wrapped(state: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const lines = [''];
  for (const [index, name] of names.entries()) {
    const last = lines.at(-1) as string;
    const item = index < names.length - 1 ? `${name},` : name;
    if (last !== '' && last.length + 1 + item.length > WIDTH - STATE) lines.push(item);
    else lines[lines.length - 1] = last === '' ? item : `${last} ${item}`;
  }
  return lines
    .map((line, index) => `  ${(index === 0 ? state : '').padEnd(STATE)}  ${line}\n`)
    .join('');
}

/** Returns a name that is not a command for GitHub's runner at the start of a line, either. */
function shown(name: string): string {
  return cut(printableLines(printable(name)), MAX_NAME);
}
