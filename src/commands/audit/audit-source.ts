import { resolve } from 'node:path';
import type { VFile } from 'vfile';
import { type AuditedSection, auditPage, coveragesIn } from '../../audit/audit-page.ts';
import type { LinksIn } from '../../audit/claims.ts';
import { reportTo } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { relativePath } from '../../file/paths.ts';
import type { Dependency } from '../../manifests/manifest.ts';
import type { Coverage, Page } from '../../types.ts';
import type { SourceContent } from '../check-source-file.ts';
import { folderOfSource } from '../source-file.ts';
import { loadLinks } from './load-links.ts';
import { HISTORY, type ManifestLoader, type ReportProblem } from './manifest-loader.ts';
import { rangeOfCoverage } from './report-findings.ts';
import { splitGroup } from './split-group.ts';

/** A source, and what it covers. */
export interface CoveredSource {
  name: string;
  file: VFile;
  content: SourceContent;
  folder: string;
  linksIn: LinksIn;
  /** The entries of the manifests that can be read, by what `covers` says. */
  loaded: ReadonlyMap<string, readonly Dependency[]>;
  /** The manifests of `--from` that no section covers. */
  further: readonly Coverage[];
}

/** The maximum number of dependencies, each counted in every section that covers it. More take too long. */
const MAX_ENTRIES = 50_000;

/**
 * Reads the manifests that a source covers. Their problems are reported where they are covered.
 *
 * @param from further manifests, relative to the current folder
 */
export async function readCovered(
  { name, file, content }: Pick<CoveredSource, 'name' | 'file' | 'content'>,
  from: readonly string[],
  loader: ManifestLoader,
  process: CommandProcess,
): Promise<CoveredSource> {
  const folder = folderOfSource(name, process);
  const { page, locate } = content.read;
  const covers = coveragesIn(page);
  const further = from
    .map((manifest) => ({ manifest: relativeTo(folder, manifest, process) }))
    .filter((coverage) => !covers.some((each) => isSame(each, coverage, folder)));
  const pages = [content.read, ...content.read.translations].map((each) => each.page);
  const report = reportTo(file);
  const loaded = new Map<string, readonly Dependency[]>();
  let entries = 0;
  for (const coverage of [...covers, ...further]) {
    const { manifest } = coverage;
    const isArgument = further.includes(coverage);
    const problem: ReportProblem = (code, args) => {
      const own = isArgument ? asArgument(args, folder, process) : args;
      report(code, rangeOfCoverage(coverage, locate), own);
    };
    const dependencies = await loader.load(manifest, folder, problem);
    if (!dependencies) continue;
    loaded.set(manifest, dependencies);
    entries += dependencies.length;
    if (entries <= MAX_ENTRIES) continue;
    const reason = `with it, the sections cover more than ${MAX_ENTRIES.toLocaleString('en')} dependencies`;
    problem('manifest-invalid', {
      manifest,
      reason,
      remedy: 'cover fewer manifests or groups, or each in fewer sections',
    });
    loaded.clear();
    break;
  }
  return { name, file, content, folder, linksIn: await loadLinks(pages), loaded, further };
}

/** A page in its default language, and its translations. */
interface AuditedPage {
  page: Page;
  translations: readonly { page: Page }[];
}

/** Compares the page of a source with what it covers. */
export function auditCovered(
  { page, translations }: AuditedPage,
  { loaded, linksIn }: Pick<CoveredSource, 'loaded' | 'linksIn'>,
  further: readonly Coverage[],
): AuditedSection[] {
  const dependenciesOf = ({ manifest }: Coverage) => loaded.get(manifest);
  const others = translations.map((translation) => translation.page);
  return auditPage(page, dependenciesOf, linksIn, further, others);
}

/** Returns a manifest of the command line as a source in a folder names it. */
function relativeTo(folder: string, manifest: string, process: CommandProcess): string {
  if (manifest === HISTORY) return manifest;
  const { path, group } = splitGroup(manifest);
  const way = relativePath(folder, resolve(process.cwd(), path));
  return group === undefined ? way : `${way}#${group}`;
}

/** Returns the arguments of a message, with paths relative to the current folder instead of the source's. */
function asArgument<A extends { manifest: string; near?: string }>(
  args: A,
  folder: string,
  process: CommandProcess,
): A {
  const { manifest, near } = args;
  return {
    ...args,
    manifest: manifestFromCwd(manifest, folder, process),
    ...(near !== undefined && { near: manifestFromCwd(near, folder, process) }),
  };
}

/** Returns the path of a manifest relative to the current folder instead of the source's. */
export function manifestFromCwd(manifest: string, folder: string, process: CommandProcess): string {
  return manifest === HISTORY ? manifest : relativePath(process.cwd(), resolve(folder, manifest));
}

function isSame(a: Coverage, b: Coverage, folder: string): boolean {
  const [one, other] = [splitGroup(a.manifest), splitGroup(b.manifest)];
  return one.group === other.group && resolve(folder, one.path) === resolve(folder, other.path);
}
