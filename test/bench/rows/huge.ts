/** Builds a page of 100,000 credits, and compares that with a tenth of it and with parsing its YAML. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../command.ts';
import { sideBySide, temporary } from '../measure.ts';
import { cache } from '../peers.ts';
import { HUGE, source, TENTH_OF_HUGE } from '../sources.ts';
import { type Entry, ratio } from '../table.ts';

export const huge: Entry = {
  name: 'huge',
  rounds: 3,
  async measure(rounds) {
    const { path: cwd, remove } = temporary('huge');
    writeFileSync(join(cwd, 'huge.yaml'), source(HUGE));
    writeFileSync(join(cwd, 'tenth.yaml'), source(TENTH_OF_HUGE));
    const page = (name: string) => ({
      args: [command, `${name}.yaml`, '--output', `${name}.md`],
      cwd,
      writes: `${name}.md`,
    });
    const runs = await sideBySide(
      {
        tenth: page('tenth'),
        all: page('huge'),
        parsed: { args: [join(cache, 'parse-document.js'), 'huge.yaml'], cwd },
      },
      // The runs are so long that a warm file cache makes no difference.
      { rounds, warm: false, memory: true },
    );
    remove();
    const count = (credits: number) => credits.toLocaleString('en');
    const what = `${count(HUGE.credits)} credits`;
    const parser = '`parseDocument` of yaml';
    return [
      {
        what,
        against: `${count(TENTH_OF_HUGE.credits)} credits`,
        goal: 9,
        unit: 'x',
        measured: ratio(runs.all, runs.tenth),
      },
      { what, against: parser, goal: 0.7, unit: 'x', measured: ratio(runs.all, runs.parsed) },
      {
        what: `${what}: peak memory`,
        against: parser,
        goal: 0.5,
        unit: 'x',
        measured: ratio(runs.all, runs.parsed, 'bytes'),
      },
    ];
  },
};
