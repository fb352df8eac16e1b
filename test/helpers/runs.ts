/**
 * How many cases a property is held to, and which ones: the same each time, so that nobody is
 * stopped by what is not theirs; `PROPERTY_SEED=random` searches.
 */
export const numRuns = Number(process.env.PROPERTY_RUNS ?? 150);

const wanted = process.env.PROPERTY_SEED ?? '2026';
export const seed = wanted === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wanted);
