/** Formats the results as a Markdown table. */
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { type Run, type Runs, UNSET_VARIABLE } from './measure.ts';

export interface Row {
  what: string;
  against: string;
  /** The maximum. */
  goal: number;
  /** The unit of the maximum and the result: `x` for a ratio. */
  unit: '' | 'x' | ' KB';
  /** The result, or the reason why there is none. */
  measured: Measured | string;
}

interface Measured {
  median: number;
  /** The minimum and maximum of all rounds. */
  spread?: [number, number];
  /** The medians of both commands. */
  medians?: string;
  rounds?: number;
}

/** A benchmark. Its commands run alternately. */
export interface Entry {
  name: string;
  rounds: number;
  measure: (rounds: number) => Promise<Row[]>;
}

/** Returns the ratios of our runs and theirs, round by round. */
export function ratio(ours: Runs, theirs: Runs, of: keyof Run = 'seconds'): Row['measured'] {
  if (ours instanceof Error) return reason(ours);
  if (theirs instanceof Error) return reason(theirs);
  const ratios = ours.map((run, round) => run[of] / (theirs[round] as Run)[of]);
  const medians = [ours, theirs].map((runs) => amount(median(runs.map((run) => run[of])), of));
  return {
    median: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    medians: medians.join(' : '),
    rounds: ratios.length,
  };
}

const reason = ({ message }: Error) => `not measured: ${message.split('\n', 1)[0]}`;

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
}

function amount(value: number, of: keyof Run): string {
  if (of === 'bytes') return `${(value / 1e6).toFixed(0)} MB`;
  return value < 1 ? `${(value * 1000).toFixed(0)} ms` : `${value.toFixed(2)} s`;
}

export type Verdict = 'ok' | 'over' | 'not measured';

export function verdict({ goal, measured }: Row): Verdict {
  if (typeof measured === 'string') return 'not measured';
  return measured.median <= goal ? 'ok' : 'over';
}

/** Returns a Markdown table of results. */
export function table(rows: Row[]): string {
  const cells = [
    ['what', 'compared with', 'maximum', 'result', 'range', 'ours : theirs', 'runs', ''],
    ...rows.map((row) => {
      const { what, against, goal, unit, measured } = row;
      if (typeof measured === 'string')
        return [what, against, `${goal}${unit}`, measured, '', '', '', ''];
      const digits = unit === 'x' ? 2 : 0;
      const format = (value: number) => `${value.toFixed(digits)}${unit}`;
      return [
        what,
        against,
        `${goal}${unit}`,
        format(measured.median),
        measured.spread?.map(format).join(' … ') ?? '',
        measured.medians ?? '',
        String(measured.rounds ?? ''),
        verdict(row),
      ];
    }),
  ];
  const widths = (cells[0] as string[]).map((_, column) =>
    Math.max(3, ...cells.map((row) => (row[column] as string).length)),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ')} |`;
  const [headings, ...body] = cells.map(line);
  return [headings, line(widths.map((width) => '-'.repeat(width))), ...body, ''].join('\n');
}

/** Returns the date, the machine and the versions of the programs as a paragraph. */
export function circumstances(versions: string[]): string {
  const processors = cpus();
  const machine = [
    processors[0]?.model.trim() ?? arch(),
    `${processors.length} cores`,
    `${(totalmem() / 2 ** 30).toFixed(0)} GB of memory`,
    `${platform()} ${release()}`,
  ];
  const sentences = [
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node}`,
    ` on ${machine.join(', ')}; against ${versions.join(', ')}.`,
  ];
  if (process.env[UNSET_VARIABLE]) {
    sentences.push(` \`${UNSET_VARIABLE}\` was unset for the runs.`);
  }
  return sentences.join('').replace(/(.{1,100})(?: |$)/g, '$1\n');
}
