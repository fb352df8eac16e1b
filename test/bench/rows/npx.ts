/**
 * Measures the first `npx` with an empty cache. Both packages come from a local registry, so that only
 * their dependencies need the network. Our command builds the page, Prettier only prints its version.
 */
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../../helpers/paths.ts';
import { type Command, sideBySide, temporary } from '../measure.ts';
import { cache, npm, shell, versionOf } from '../peers.ts';
import { type Packed, packed, serveRegistry } from '../registry.ts';
import { type Entry, ratio } from '../table.ts';

export const npx: Entry = {
  name: 'npx',
  rounds: 5,
  async measure(rounds) {
    const { path: cwd, remove } = temporary('npx');
    // Without a package.json, npm would look for one in the folders above.
    writeFileSync(join(cwd, 'package.json'), '{ "private": true }');
    copyFileSync(`${root}/credits.yaml`, join(cwd, 'credits.yaml'));
    npm(['pack', '--pack-destination', cwd], root);
    const ours = packed(join(cwd, tarballIn(cwd)));
    const theirs = packed(prettier());
    const upstream = npm(['config', 'get', 'registry'], cwd).trim();
    const registry = await serveRegistry([ours, theirs], upstream);

    let installed = Number.NaN;
    const first = ({ name, version }: Packed, args: string[]): Command => {
      const npmCache = join(cwd, `cache-of-${name}`);
      return {
        program: 'npx',
        args: ['--yes', `${name}@${version}`, ...args],
        cwd,
        shell,
        env: {
          npm_config_cache: npmCache,
          npm_config_registry: registry.url,
          npm_config_audit: 'false',
          npm_config_fund: 'false',
          npm_config_update_notifier: 'false',
        },
        before: () => rmSync(npmCache, { recursive: true, force: true }),
        after() {
          if (name === ours.name) installed = packagesIn(npmCache);
        },
      };
    };
    const runs = await sideBySide(
      { ours: { ...first(ours, []), writes: 'credits.md' }, theirs: first(theirs, ['--version']) },
      { rounds },
    );
    registry.close();
    remove();
    return [
      {
        what: 'the first `npx`, with an empty cache',
        against: 'the first `npx prettier`',
        goal: 1.3,
        unit: 'x',
        measured: ratio(runs.ours, runs.theirs),
      },
      {
        what: 'packages that `npx` installs',
        against: '',
        goal: 1,
        unit: '',
        measured: Number.isNaN(installed) ? 'not measured' : { median: installed },
      },
      {
        what: 'size of the packed package',
        against: '',
        goal: 400,
        unit: ' KB',
        measured: { median: ours.bytes / 1000 },
      },
    ];
  },
};

/** Returns the path of Prettier's published package. */
function prettier(): string {
  const version = versionOf('prettier');
  const file = join(cache, `prettier-${version}.tgz`);
  if (!existsSync(file)) npm(['pack', `prettier@${version}`, '--pack-destination', cache], cache);
  return file;
}

const tarballIn = (folder: string): string =>
  readdirSync(folder).find((name) => name.endsWith('.tgz')) as string;

/** Returns the number of packages in the cache of npx. */
function packagesIn(npmCache: string): number {
  const folder = join(npmCache, '_npx');
  return readdirSync(folder)
    .map((project) => join(folder, project, 'node_modules', '.package-lock.json'))
    .map((lock) => Object.keys(JSON.parse(readFileSync(lock, 'utf8')).packages).length)
    .reduce((sum, packages) => sum + packages, 0);
}
