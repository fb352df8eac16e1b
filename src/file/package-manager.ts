import { dirname, join } from 'node:path';
import { exists, repositoryOf } from './paths.ts';
import { readIfPossible } from './read-file.ts';

/** The files by which a package manager is recognized. */
const LOCK_FILES = {
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
} as const;

interface PackageJson {
  packageManager?: unknown;
  devEngines?: { packageManager?: unknown };
  dependencies?: Record<string, unknown>;
  devDependencies?: Record<string, unknown>;
}

/**
 * Returns the words that run a package in a folder, such as `npx` or `pnpm dlx`. The package manager is
 * that of the nearest `package.json` that names one, or of the nearest lock file, up to the repository.
 */
export function packageRunner(folder: string, name: string): string[] {
  const { root } = repositoryOf(folder);
  let manager: string | undefined;
  let isInstalled = false;
  for (let at = folder; ; at = dirname(at)) {
    const known = packageJsonIn(at);
    isInstalled ||= [known.dependencies, known.devDependencies].some((all) =>
      Object.hasOwn(Object(all), name),
    );
    manager ??= declaredManager(known) ?? lockedManager(at);
    if (at === root || at === dirname(at)) break;
  }
  switch (manager) {
    case 'pnpm':
      return isInstalled ? ['pnpm', 'exec', name] : ['pnpm', 'dlx', name];
    case 'yarn':
      return isInstalled ? ['yarn', name] : ['yarn', 'dlx', name];
    case 'yarn@1':
      // Yarn 1 has no `dlx`.
      return isInstalled ? ['yarn', name] : ['npx', name];
    case 'bun':
      return ['bunx', name];
    default:
      return ['npx', name];
  }
}

function packageJsonIn(folder: string): PackageJson {
  try {
    return Object(JSON.parse(readIfPossible(join(folder, 'package.json')) ?? '{}'));
  } catch {
    // Not valid JSON. It is optional.
    return {};
  }
}

/** Returns the package manager that a `package.json` names: `pnpm`, `yarn`, `yarn@1`, `bun` or `npm`. */
function declaredManager({ packageManager, devEngines }: PackageJson): string | undefined {
  const [engine] = [Object(devEngines).packageManager].flat();
  const { name, version } = Object(engine) as { name?: unknown; version?: unknown };
  const written = typeof packageManager === 'string' ? packageManager : `${name}@${version}`;
  const [, found, major] = /^(npm|pnpm|yarn|bun)@[^\d]*(\d*)/.exec(written) ?? [];
  return found === 'yarn' && major === '1' ? 'yarn@1' : found;
}

function lockedManager(folder: string): string | undefined {
  const file = Object.keys(LOCK_FILES).find((name) => exists(join(folder, name)));
  if (file === undefined) return;
  const isYarn1 =
    file === 'yarn.lock' && readIfPossible(join(folder, file))?.includes('# yarn lockfile v1');
  return isYarn1 ? 'yarn@1' : LOCK_FILES[file as keyof typeof LOCK_FILES];
}
