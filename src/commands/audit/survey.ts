import { join, posix } from 'node:path';
import { auditCoverage } from '../../audit/audit-coverage.ts';
import { ClaimIndex } from '../../audit/claim-index.ts';
import { claimsIn, type LinksIn } from '../../audit/claims.ts';
import { relativePath, repositoryOf, targetExists } from '../../file/paths.ts';
import { readIfPossible } from '../../file/read-file.ts';
import type { ManifestFiles } from '../../manifests/manifest.ts';
import { workspacePatterns } from '../../manifests/package-folders.ts';
import { goWorkModules } from '../../manifests/read-go-mod.ts';
import { uvMembers } from '../../manifests/uv-workspace.ts';
import { printable } from '../../text/printable.ts';
import type { Page } from '../../types.ts';
import { countedKind } from './audit-table.ts';
import { HISTORY, type ManifestLoader } from './manifest-loader.ts';

/** The manifests that a survey looks for in a folder. */
const NAMES = [
  'package.json',
  'Cargo.toml',
  'pyproject.toml',
  'requirements.txt',
  'go.mod',
  'flake.lock',
];

/** The groups that are read if a manifest has no other dependencies. */
const DEVELOPMENT = ['#devDependencies', '#dev-dependencies'];

/**
 * Describes how much of each manifest of a repository a page credits: of those in its top folder and in its
 * workspaces. Those that cannot be read are left out.
 *
 * @param folder the folder of the source
 * @param commandFor returns the command that adds a section for a manifest, if the source can be edited
 */
export async function surveyPage(
  page: Page,
  folder: string,
  linksIn: LinksIn,
  loader: ManifestLoader,
  commandFor: ((manifest: string) => string) | undefined,
): Promise<string> {
  const { root, hasGit } = repositoryOf(folder);
  const index = new ClaimIndex(claimsIn(page, linksIn));
  const rows: { manifest: string; credited: number; line: string }[] = [];
  for (const path of await manifestsOf(root)) {
    const manifest = relativePath(folder, join(root, path));
    for (const group of ['', ...DEVELOPMENT]) {
      const dependencies = await loader.load(manifest + group, folder, () => {});
      if (!dependencies || dependencies.length === 0) continue;
      const { entries } = auditCoverage(dependencies, {}, index);
      const credited = entries.filter(({ state }) => state !== 'missing').length;
      const total = countedKind(entries.map(({ dependency }) => dependency));
      const verb = entries.length === 1 ? 'is' : 'are';
      const line = `${credited} of ${total} in ${printable(path + group)} ${verb} credited\n`;
      rows.push({ manifest: manifest + group, credited: credited / entries.length, line });
      break;
    }
  }
  const [best] = rows.toSorted((a, b) => b.credited - a.credited);
  const found = best ? '' : 'no manifest with dependencies was found\n';
  const suggested = best?.manifest ?? (hasGit ? HISTORY : undefined);
  if (suggested === undefined)
    return `${found}\nName a manifest with "covers" in the source, or with "--from"\n`;
  const help = `To have audit report ${best ? 'what' : 'who'} is missing, add a line like this to the page or to one of its sections:\n\n  covers: ${printable(plainOrQuoted(suggested))}\n`;
  // A section with all of them would repeat those that are credited.
  const add =
    best?.credited || !commandFor
      ? ''
      : `\nOr add a section with all of them: ${printable(commandFor(suggested))}\n`;
  return `${found}${rows.map(({ line }) => line).join('')}\n${help}${add}`;
}

/** Returns a path or glob as YAML has it: `*` at its start would be an alias. */
function plainOrQuoted(path: string): string {
  return /^[\w./]/.test(path) ? path : JSON.stringify(path);
}

/**
 * Returns the manifests in the top folder of a repository and in its workspaces: paths and globs relative to
 * it. A `Cargo.toml` includes the members of its workspace.
 */
async function manifestsOf(root: string): Promise<string[]> {
  const own = NAMES.filter((name) => targetExists(join(root, name)));
  const files = {
    read: (path: string) => readIfPossible(join(root, path)),
    list: async (glob: string) => [glob],
  };
  return [
    ...new Set([
      ...own,
      ...(await packagesOf(files)),
      ...(await uvMembers('.', files)),
      ...goWorkModules('.', files),
    ]),
  ];
}

async function packagesOf(files: ManifestFiles): Promise<string[]> {
  const text = files.read('package.json');
  const patterns = text === undefined ? [] : await workspacePatterns('.', text, files);
  return patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => posix.join(pattern, 'package.json'));
}
