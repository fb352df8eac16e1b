/**
 * How fast the command is next to others: `npm run bench`. It prints Markdown, and fails only if it
 * is asked to.
 *
 *   --only <name>     measure this only: seed, check, npx, large or huge; may be repeated
 *   --runs <n>        run each command that often
 *   --strict          exit with 1 if anything is over its goal, or is not measured
 *   --update-readme   write what was measured into the README, too
 */
import { parseArgs } from 'node:util';
import { installPeers, versions } from './peers.ts';
import { updateReadme } from './readme.ts';
import { huge } from './rows/huge.ts';
import { large } from './rows/large.ts';
import { npx } from './rows/npx.ts';
import { check, seed } from './rows/seed.ts';
import { circumstances, type Row, table, verdict } from './table.ts';

const entries = [seed, check, npx, large, huge];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: entries.map(({ name }) => name) },
    runs: { type: 'string' },
    strict: { type: 'boolean', default: false },
    'update-readme': { type: 'boolean', default: false },
  },
});
const wanted = entries.filter(({ name }) => options.only.includes(name));
const unknown = options.only.filter((name) => !entries.some((entry) => entry.name === name));
if (unknown.length > 0) throw new Error(`There is nothing called ${unknown.join(', ')}.`);
if (options.runs !== undefined && !/^[1-9]\d*$/.test(options.runs)) {
  throw new Error('--runs needs a number.');
}
if (options['update-readme'] && wanted.length < entries.length) {
  throw new Error('The README takes the whole of it, without --only.');
}

installPeers();
const rows: Row[] = [];
for (const { name, rounds, measure } of wanted) {
  process.stderr.write(`${name} `);
  rows.push(...(await measure(Number(options.runs ?? rounds))));
  process.stderr.write('\n');
}

const report = `${table(rows)}\n${circumstances(versions())}`;
process.stdout.write(report);
if (options['update-readme']) updateReadme(report);
if (options.strict && rows.some((row) => verdict(row) !== 'ok')) process.exitCode = 1;
