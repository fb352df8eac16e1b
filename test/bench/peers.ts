/** The programs that the command is compared with. All but pandoc are installed from npm. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The versions to compare with. */
const VERSIONS = {
  'all-contributors-cli': '6.26.1',
  'js-yaml': '5.5.0',
  nunjucks: '3.2.4',
  prettier: '3.10.1',
  'remark-cli': '12.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-gfm': '4.0.1',
  yaml: '2.9.1',
};
type Peer = keyof typeof VERSIONS;

export const shell = process.platform === 'win32';

/** The folder in which the programs are installed, and kept for the next time. */
export const cache = join(tmpdir(), 'starlight-credits-bench');

/** Installs the programs if necessary, and copies our scripts that use them beside them. */
export function installPeers(): void {
  mkdirSync(cache, { recursive: true });
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: VERSIONS }, null, 2);
  const manifest = join(cache, 'package.json');
  const installed = join(cache, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || readFileSync(manifest, 'utf8') !== wanted) {
    process.stderr.write(`Installing the programs to compare with in ${cache} …\n`);
    writeFileSync(manifest, wanted);
    npm(['install', '--no-audit', '--no-fund', '--no-package-lock'], cache);
  }
  for (const file of ['nunjucks.js', 'page.njk', 'page.pandoc', 'parse-document.js']) {
    copyFileSync(fileURLToPath(new URL(`peers/${file}`, import.meta.url)), join(cache, file));
  }
}

export function npm(args: string[], cwd: string): string {
  return execFileSync('npm', args, {
    cwd,
    shell,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Returns the path of the command of a program. */
export function binOf(peer: Peer): string {
  const folder = join(cache, 'node_modules', peer);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : (Object.values(bin)[0] as string));
}

export const versionOf = (peer: Peer): string => VERSIONS[peer];

/** Returns the name and version of each program. */
export function versions(): string[] {
  const fromNpm = Object.entries(VERSIONS).map(([name, version]) => `${name} ${version}`);
  const pandoc = pandocVersion();
  return pandoc ? [...fromNpm, pandoc] : fromNpm;
}

/** Returns the name and version of pandoc, or `undefined` if it is not installed. */
export function pandocVersion(): string | undefined {
  const { stdout } = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  return /^pandoc\S* \S+/.exec(stdout ?? '')?.[0];
}
