/** Whether this is `npm run test:slow`, which has time for more and larger cases than `npm test`. */
export const isSlow = process.env.SLOW_TESTS === 'true';

/** The number of cases of each property. */
export const numRuns = Number(process.env.PROPERTY_RUNS ?? (isSlow ? 3000 : 50));

/** Fixed, so that a change fails only because of itself; `PROPERTY_SEED=random` searches. */
const seedOption = process.env.PROPERTY_SEED ?? '2026';
export const seed =
  seedOption === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(seedOption);
