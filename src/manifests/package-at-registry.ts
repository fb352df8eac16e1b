import { goRepository, withoutMajorVersion } from './go-repository.ts';
import type { Dependency } from './manifest.ts';
import { presentValues } from './manifest-values.ts';
import { parsePackageUrl } from './package-url.ts';
import { normalizedName } from './python-requirement.ts';

type Package = Pick<Dependency, 'name' | 'aliases' | 'registry' | 'repository' | 'purl'>;

/** Pages of packages at registries by the type of a package URL, with the name of the package for `$1`. */
const PAGES: Record<string, string> = {
  npm: 'https://www.npmjs.com/package/$1',
  cargo: 'https://crates.io/crates/$1',
  pypi: 'https://pypi.org/project/$1/',
  golang: 'https://pkg.go.dev/$1',
  gem: 'https://rubygems.org/gems/$1',
  composer: 'https://packagist.org/packages/$1',
  hex: 'https://hex.pm/packages/$1',
  nuget: 'https://www.nuget.org/packages/$1',
  pub: 'https://pub.dev/packages/$1',
  hackage: 'https://hackage.haskell.org/package/$1',
  maven: 'https://central.sonatype.com/artifact/$1',
};

/** Types whose names are paths, as people write them. */
const WITH_NAMESPACE = /^(?:npm|golang|composer)$/;

/**
 * Returns what a package URL says about a package.
 *
 * @returns `undefined` if a text is not a package URL
 * @see https://github.com/package-url/purl-spec/blob/main/purl-types-index.json
 */
export function packageAtRegistry(purl: string): Package | undefined {
  const parsed = parsePackageUrl(purl);
  if (!parsed) return;
  const { type, namespace, text } = parsed;
  const path = namespace === undefined ? parsed.name : `${namespace}/${parsed.name}`;
  const last = type === 'pypi' ? normalizedName(parsed.name) : parsed.name;
  const whole = type === 'golang' ? withoutMajorVersion(path) : path;
  const name = WITH_NAMESPACE.test(type) ? whole : last;
  const page = PAGES[type];
  return presentValues({
    name,
    aliases: path === name || namespace === undefined ? undefined : [path],
    registry: page?.replace('$1', type === 'pypi' ? name : path),
    repository: repositoryOf(type, path),
    purl: text,
  });
}

function repositoryOf(type: string, path: string): string | undefined {
  if (type === 'golang') return goRepository(withoutMajorVersion(path));
  if (type === 'bitbucket') return `https://bitbucket.org/${path}`;
  // Actions may be in a folder of a repository.
  const action = /^[^/]+\/[^/]+/.exec(path)?.[0];
  return /^github(?:actions)?$/.test(type) && action ? `https://github.com/${action}` : undefined;
}
