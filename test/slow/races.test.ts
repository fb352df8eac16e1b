/** Many builds of a region, with another program at the same time. */
import { expect, test } from 'vitest';
import { race } from '../helpers/race.ts';

test.each(['append', 'replace', 'build'] as const)('100 races lose nothing: %s', async (kind) => {
  expect(await race(kind, 100)).toEqual([]);
});
