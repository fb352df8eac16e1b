import { expect, test } from 'vitest';
import { manifestReader } from '../src/manifests/index.ts';
import { ManifestError } from '../src/manifests/manifest.ts';

test('no reader is found for a file that is not a manifest', async () => {
  expect(manifestReader('docs/notes.txt')).toBeUndefined();
});

test('an error of a manifest has an offset', () => {
  expect(new ManifestError('unexpected end', 3)).toMatchObject({
    name: 'ManifestError',
    offset: 3,
  });
});
