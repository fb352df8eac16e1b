/** Builds and checks the page of this repository's `credits.yaml`. */
import { copyFileSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { root } from '../../helpers/paths.ts';
import { command } from '../command.ts';
import { sideBySide, temporary } from '../measure.ts';
import { type Entry, ratio } from '../table.ts';

/** Node 20 cannot keep what it has compiled. */
const limit = 'enableCompileCache' in module ? 2.1 : 2.8;

const GOAL = { against: '`node -e 0`', goal: limit, unit: 'x' } as const;

export const seed: Entry = {
  name: 'seed',
  rounds: 21,
  async measure(rounds) {
    const { path: cwd, remove } = temporary('seed');
    copyFileSync(`${root}/credits.yaml`, join(cwd, 'credits.yaml'));
    const { build, bare } = await sideBySide(
      {
        build: { args: [command], cwd, writes: 'credits.md' },
        bare: { args: ['-e', '0'], cwd },
      },
      { rounds },
    );
    remove();
    return [{ what: 'building the page of `credits.yaml`', ...GOAL, measured: ratio(build, bare) }];
  },
};

export const check: Entry = {
  name: 'check',
  rounds: 21,
  async measure(rounds) {
    const { path: cwd, remove } = temporary('check');
    copyFileSync(`${root}/credits.yaml`, join(cwd, 'credits.yaml'));
    await sideBySide({ build: { args: [command], cwd, writes: 'credits.md' } }, { rounds: 1 });
    const { checked, bare } = await sideBySide(
      { checked: { args: [command, '--check'], cwd }, bare: { args: ['-e', '0'], cwd } },
      { rounds },
    );
    remove();
    return [{ what: '`--check` of that page', ...GOAL, measured: ratio(checked, bare) }];
  },
};
