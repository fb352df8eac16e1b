/** The licenses of bundled packages. */
import { expect, test } from 'vitest';
import { noticesOf } from '../.build/third-party-notices.js';
import { folder } from './helpers/cli.ts';

/** Returns the modules of a bundle with a package that has this package.json and these files. */
function bundled(about: object, files: Record<string, string> = {}): string[] {
  const path = 'node_modules/x';
  const named = Object.entries(files).map(([name, text]) => [`${path}/${name}`, text]);
  const at = folder({
    [`${path}/package.json`]: JSON.stringify({ name: 'x', version: '1.2.3', ...about }),
    [`${path}/lib/package.json`]: '{ "type": "commonjs" }',
    [`${path}/lib/index.js`]: '',
    ...Object.fromEntries(named),
  });
  return [`${at}/src/main.ts`, `${at}/${path}/lib/index.js`];
}

test('the license of a package is included once', () => {
  const modules = bundled({ license: 'ISC' }, { LICENCE: 'Copyright A. B.\n' });
  expect(noticesOf([...modules, ...modules])).toMatch(
    /^starlight-credits is .*\n-+\n\nx 1\.2\.3 \(ISC\)\nCopyright A\. B\.\n$/s,
  );
});

test('a missing license text fails the build', () => {
  expect(() => noticesOf(bundled({ license: 'MIT' }))).toThrow('x 1.2.3 has no license file');
});

test.each([{}, { license: 'GPL-3.0-only' }, { license: 'SEE LICENSE IN x' }])(
  'an unexpected license fails the build: %j',
  (about) => {
    expect(() => noticesOf(bundled(about, { LICENSE: 'x' }))).toThrow('unexpected license');
  },
);
