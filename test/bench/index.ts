/**
 * Compares the speed of the command with that of other programs: `npm run bench`. Prints a Markdown
 * table.
 *
 *   --only <name>     only run this benchmark: seed, check, npx, large, huge or audit; can be repeated
 *   --runs <n>        the number of runs of each command
 *   --strict          exit with 1 if a result exceeds its limit or could not be measured
 *   --update-docs   also write the table to the documentation
 */
import { parseArgs } from 'node:util';
import { installPeers, versions } from './peers.ts';
import { updatePage } from './performance-page.ts';
import { audit } from './rows/audit.ts';
import { huge } from './rows/huge.ts';
import { large } from './rows/large.ts';
import { npx } from './rows/npx.ts';
import { check, seed } from './rows/seed.ts';
import { circumstances, type Row, table, verdict } from './table.ts';

const entries = [seed, check, npx, large, huge, audit];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: entries.map(({ name }) => name) },
    runs: { type: 'string' },
    strict: { type: 'boolean', default: false },
    'update-docs': { type: 'boolean', default: false },
  },
});
const wanted = entries.filter(({ name }) => options.only.includes(name));
const unknown = options.only.filter((name) => !entries.some((entry) => entry.name === name));
if (unknown.length > 0) throw new Error(`Unknown benchmark: ${unknown.join(', ')}.`);
if (options.runs !== undefined && !/^[1-9]\d*$/.test(options.runs)) {
  throw new Error('--runs must be a positive integer.');
}
if (options['update-docs'] && wanted.length < entries.length) {
  throw new Error('--update-docs cannot be used with --only.');
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
if (options['update-docs']) updatePage(report);
if (options.strict && rows.some((row) => verdict(row) !== 'ok')) process.exitCode = 1;
