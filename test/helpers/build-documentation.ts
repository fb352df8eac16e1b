import { install } from './install-dependencies.ts';
import { docs } from './paths.ts';
import { build } from './site.ts';

/**
 * Builds the site of the documentation.
 *
 * @returns the path of the folder with the built pages
 * @throws {Error} if a link leads nowhere
 */
export async function buildDocumentation(): Promise<string> {
  // Without scripts, as npm would also run those of the package that the site links to.
  await install(docs, '--ignore-scripts');
  return build(docs, docs);
}
