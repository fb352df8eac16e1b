import { join, posix } from 'node:path';
import { filesIn, foldersIn } from '../../file/list-folder.ts';
import { isFolder } from '../../file/paths.ts';
import { readIfPossible } from '../../file/read-file.ts';
import { type AstroConfig, readAstroConfig } from './astro-config.ts';

/** What `init` writes about the project to a new source. */
export interface Project {
  /** Possible names of the project, the best one first. */
  names: string[];
  /** The folder of its Starlight pages, relative to the current folder. */
  docs: string | undefined;
  /** The folder of its site, relative to the current folder. */
  site?: string | undefined;
  /** `editLink.baseUrl` of the site. */
  editLinkBase?: string | undefined;
  /** Whether the site uses the plugin of this package. */
  usesPlugin?: boolean | undefined;
  /** A dependency, as the first credit. */
  example: { name: string; url: string };
}

/** The usual folders of a site. */
const SITES = ['.', 'docs', 'site', 'website', 'web', 'www'];
/** The usual folders of packages in a monorepo. */
const WORKSPACES = ['apps', 'packages'];

const CONFIGS = /^astro\.config\.(?:mjs|js|ts|mts|cjs)$/;

export function findProject(folder: string): Project {
  const workspaces = WORKSPACES.flatMap((name) =>
    foldersIn(join(folder, name)).map((inner) => `${name}/${inner}`),
  );
  const sites = [...SITES, ...workspaces].map((place) => siteAt(folder, place));
  const site = sites.find(({ docs }) => docs) ?? sites.find(({ title }) => title);
  const packages = ['.', site?.place ?? '.'].map((place) => packageAt(join(folder, place)));
  const dependencies = packages.flatMap((known) => known.dependencies);
  const names = [site?.title, ...packages.map(({ name }) => name)];
  return {
    names: names.filter((name) => name !== undefined),
    docs: site?.docs,
    site: site?.place,
    editLinkBase: site?.editLinkBase,
    usesPlugin: site?.usesPlugin,
    example: exampleCredit(site ? [STARLIGHT_PACKAGE, ...dependencies] : dependencies),
  };
}

interface Site extends AstroConfig {
  place: string;
  docs: string | undefined;
}

function siteAt(folder: string, place: string): Site {
  const config = filesIn(join(folder, place)).find((name) => CONFIGS.test(name));
  const text = config && readIfPossible(join(folder, place, config));
  const known = readAstroConfig(text ?? '');
  const docs = posix.join(place, known.srcDir ?? 'src', 'content/docs');
  const isHere = !/^(?:\/|\.\.)/.test(docs) && isFolder(join(folder, docs));
  return { ...known, place, docs: isHere ? docs : undefined };
}

interface Package {
  name: string | undefined;
  dependencies: string[];
}

function packageAt(folder: string): Package {
  let known: Record<string, unknown> = {};
  try {
    known = Object(JSON.parse(readIfPossible(join(folder, 'package.json')) ?? '{}'));
  } catch {
    // Not valid JSON. It is optional.
  }
  const dependencies = [known.dependencies, known.devDependencies].flatMap((some) =>
    Object.keys(Object(some)),
  );
  return { name: typeof known.name === 'string' ? known.name : undefined, dependencies };
}

const STARLIGHT_PACKAGE = '@astrojs/starlight';

function exampleCredit(dependencies: string[]): Project['example'] {
  if (dependencies.includes(STARLIGHT_PACKAGE)) {
    return { name: 'Starlight', url: 'https://starlight.astro.build' };
  }
  const name = dependencies.find((known) => /^(?:@[\w.~-]+\/)?[\w.~-]+$/.test(known));
  return name
    ? { name, url: `https://www.npmjs.com/package/${name}` }
    : { name: 'A project', url: 'https://example.com' };
}
