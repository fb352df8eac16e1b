import { VFile } from 'vfile';
import { firstError, reportTo } from '../../diagnostics/report.ts';
import { readExactly } from '../../file/read-file.ts';
import { reasonOf } from '../../file/system-error.ts';
import type { Target } from '../../file/target.ts';
import { ParsingBudget } from '../../markdown/markdown-limits.ts';
import type { CheckedSource } from '../../pipeline.ts';
import { type FilledFile, fillRegions } from '../../region/fill-regions.ts';
import {
  checkRegion,
  type FoundRegionPage,
  openRegionFile,
  type RegionFile,
} from '../../region/region-file.ts';
import type { Locate } from '../../schema/read-page.ts';
import type { OutputFile, Replacement } from './output-file.ts';
import { isWritable, type Output, rangeOfPath, type WritableOutput } from './outputs.ts';

/** An output that is a region, and its page. */
interface RegionOutput {
  source: VFile;
  checked: CheckedSource;
  locate: Locate;
  output: WritableOutput;
}

/** A file with the pages that go to its regions. */
interface OpenedFile extends RegionFile {
  target: Target;
  pages: FoundRegionPage[];
}

export class RegionFiles {
  /** By their real paths. */
  readonly #opened = new Map<string, OpenedFile>();
  readonly #budget = new ParsingBudget();

  /** Finds the regions of outputs, and reports those that are missing. */
  constructor(outputs: readonly RegionOutput[]) {
    for (const each of outputs) this.#add(each);
  }

  /** The files, with their messages. */
  get files(): VFile[] {
    return [...this.#opened.values()].map(({ file }) => file);
  }

  /** Returns the file of an output with its regions filled, if the output is the first one in it. */
  filledFor(output: Output): OutputFile | undefined {
    const opened = isWritable(output) ? this.#opened.get(output.target.realPath) : undefined;
    if (opened?.pages[0]?.place !== output) return;
    const { target, file, bom, parsed, pages } = opened;
    const before = bom + parsed.text;
    const filled = withBom(bom, fillRegions(parsed, pages, this.#budget));
    return {
      ...{ target, file, text: filled.newText },
      isPart: true,
      replace: (current) => (current === before ? filled : refill(opened, current)),
    };
  }

  #add({ source, checked, locate, output }: RegionOutput): void {
    const report = reportTo(source);
    const range = rangeOfPath(output, locate);
    const { displayPath: path } = output;
    let opened: OpenedFile;
    try {
      opened = this.#open(output, checked);
    } catch (error) {
      report('region-host', range, { path, reason: reasonOf(error) });
      return;
    }
    const found = checkRegion({ checked, place: output, path, range, locate, report }, opened);
    if (found) opened.pages.push(found);
  }

  /** @throws {NodeJS.ErrnoException} if the file cannot be read */
  #open({ target, displayPath, format }: WritableOutput, { tools }: CheckedSource): OpenedFile {
    const known = this.#opened.get(target.realPath);
    if (known) return known;
    const text = readExactly(target.realPath);
    const parse = tools.parsers[format];
    const file = openRegionFile(displayPath, text, format, parse, this.#budget);
    const opened = { ...file, target, pages: [] };
    this.#opened.set(target.realPath, opened);
    return opened;
  }
}

/**
 * Fills the regions of a file that has changed since it was opened.
 *
 * @throws {Error} if a region is not found
 */
function refill({ file, parsed: { format }, pages }: OpenedFile, text = ''): Replacement {
  const path = file.path ?? '';
  // The messages of the first time are already reported.
  const source = new VFile({ path });
  const report = reportTo(source);
  const { parsers } = (pages[0] as FoundRegionPage).checked.tools;
  const budget = new ParsingBudget();
  const opened = openRegionFile(path, text, format, parsers[format], budget);
  const found = pages.flatMap((page) => checkRegion({ ...page, report }, opened) ?? []);
  const filled =
    found.length < pages.length ? undefined : fillRegions(opened.parsed, found, budget);
  const error = firstError(opened.file) ?? firstError(source);
  if (error || !filled) throw new Error(`another program has changed it: ${error?.reason}`);
  return withBom(opened.bom, filled);
}

function withBom(bom: string, { text, regions }: FilledFile): Replacement {
  const parts = regions.map(({ name: region, ...texts }) => ({ region, ...texts }));
  return { newText: bom + text, parts };
}
