import { test } from 'vitest';

/** Whether this is `npm run test:slow`, which runs more and larger cases than `npm test`. */
export const isSlow = process.env.SLOW_TESTS === 'true';

/** The number of cases of each property. */
export const numRuns = Number(process.env.PROPERTY_RUNS ?? (isSlow ? 1000 : 10));

/** The seed is fixed, so that tests are reproducible. `PROPERTY_SEED=random` searches for failures. */
const seedOption = process.env.PROPERTY_SEED ?? '2026';
export const seed =
  seedOption === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(seedOption);

/** Defines a test that takes seconds, and only runs in `npm run test:slow`. */
export function slowTest(name: string, run: () => void | Promise<void>, timeout?: number): void {
  if (isSlow) test(name, run, timeout);
}
