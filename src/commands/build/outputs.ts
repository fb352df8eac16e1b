import { resolve } from 'node:path';
import type { VFile } from 'vfile';
import { firstError, reportTo } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { defaultOutput, isInside, realPath, repositoryOf } from '../../file/paths.ts';
import { displayPath, STANDARD } from '../../file/read-file.ts';
import type { Place } from '../../model/place.ts';
import { formatOf, WHOLE, wholeDisplay } from '../../model/view.ts';
import type { Locate } from '../../schema/read-page.ts';
import type { Page, View } from '../../types.ts';

/** A place with the file that it is in. */
export interface Output extends Place {
  /** Absolute. */
  path: string;
  /** The view in the source, if there is one. */
  view?: View;
}

/** The sources to build, and where to. */
export interface BuildTask {
  /** Paths of sources, relative to the current folder, or `-`. */
  names: readonly string[];
  /** The argument of `-o`, which overrides the source: a path relative to the current folder, or `-`. */
  output: string | undefined;
  process: CommandProcess;
}

/** The outputs of a source. */
export interface SourceOutputs {
  source: VFile;
  /** The folder that its paths are relative to. */
  folder: string;
  outputs: readonly Output[];
  locate: Locate;
}

/**
 * Returns the outputs of a page: one for each view, or a single one for `-o`.
 *
 * @param folder the folder that the paths of views are relative to
 */
export function outputsOf(page: Page, folder: string, { output, process }: BuildTask): Output[] {
  const { output: views = [] } = page;
  if (output !== undefined) {
    const [view, another] = views;
    const isOnly = view && !another;
    const display = isOnly ? view : wholeDisplay(page);
    const format = formatOf(output) ?? formatOf(display.path ?? '') ?? 'md';
    return [{ display, format, path: resolve(process.cwd(), output), ...(isOnly && { view }) }];
  }
  if (views.length === 0) return [{ display: WHOLE, format: 'md', path: defaultOutput(folder) }];
  return views.map((view) => ({
    display: view,
    format: formatOf(view.path) ?? 'md',
    path: resolve(folder, view.path),
    view,
  }));
}

/** Reports outputs that are outside the repository, overwrite each other, or overwrite a source. */
export function checkOutputs(all: readonly SourceOutputs[], task: BuildTask): void {
  const { names, output, process } = task;
  if (output === STANDARD) return;
  const sources = names
    .filter((name) => name !== STANDARD)
    .map((name) => resolve(process.cwd(), name));
  const before: { source: VFile; output: Output }[] = [];
  for (const { source, folder, outputs, locate } of all) {
    const report = reportTo(source);
    for (const each of outputs) {
      const range = output === undefined && each.view ? rangeOfPath(each.view, locate) : undefined;
      const path = displayPath(each.path, process);
      if (output === undefined && each.view) {
        const root = repositoryOf(folder);
        if (!isInside(realPath(each.path), realPath(root))) {
          report('output-outside', range, {
            path: each.view.path,
            root: displayPath(root, process),
          });
        }
      }
      const other = before.find(
        (earlier) =>
          (earlier.source === source || !firstError(earlier.source)) &&
          isSameOutput(earlier.output, each),
      );
      if (other) {
        report('output-twice', range, {
          path,
          ...(other.source !== source && { other: other.source.path }),
        });
      }
      const paths = before.map((earlier) => earlier.output.path);
      const outer =
        paths.find((earlier) => isInside(each.path, earlier)) ??
        (paths.some((earlier) => isInside(earlier, each.path)) ? each.path : undefined);
      if (outer !== undefined) {
        report('output-unwritable', range, {
          reason: `${displayPath(outer, process)} is a page, not a folder`,
        });
      }
      if (sources.some((name) => realPath(name) === realPath(each.path))) {
        report('output-source', range, { path });
      }
      before.push({ source, output: each });
    }
  }
}

/** Returns the range of the path of a view in the source. */
export function rangeOfPath(view: View, locate: Locate) {
  return locate(view, 'path') ?? locate(view);
}

/** Whether two pages would overwrite each other; two regions of one file do not. */
function isSameOutput(one: Output, other: Output): boolean {
  const [region, another] = [one.display.region, other.display.region];
  const areApart = region !== undefined && another !== undefined && region !== another;
  return !areApart && realPath(one.path) === realPath(other.path);
}
