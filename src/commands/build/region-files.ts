import type { VFile } from 'vfile';
import { reportTo } from '../../diagnostics/report.ts';
import { readExactly } from '../../file/read-file.ts';
import { reasonOf } from '../../file/system-error.ts';
import type { CheckedSource } from '../../pipeline.ts';
import { fillRegions } from '../../region/fill-regions.ts';
import {
  checkRegion,
  type FoundRegionPage,
  openRegionFile,
  type RegionFile,
} from '../../region/region-file.ts';
import type { Locate } from '../../schema/read-page.ts';
import type { OutputFile } from './make-pages.ts';
import { type Output, rangeOfPath } from './outputs.ts';

/** An output that is a region, and its page. */
interface RegionOutput {
  source: VFile;
  checked: CheckedSource;
  locate: Locate;
  output: Output;
}

/** A file with the pages that go to its regions. */
interface OpenedFile extends RegionFile {
  pages: FoundRegionPage[];
}

export class RegionFiles {
  /** By their real paths. */
  readonly #opened = new Map<string, OpenedFile>();

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
    const opened = this.#opened.get(output.realPath);
    if (opened?.pages[0]?.place !== output) return;
    const { file, bom, parsed, pages } = opened;
    const text = bom + fillRegions(parsed, pages);
    return { path: output.path, text, file, exact: true };
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
  #open({ path, realPath, displayPath, format }: Output, { tools }: CheckedSource): OpenedFile {
    const known = this.#opened.get(realPath);
    if (known) return known;
    const text = readExactly(path);
    const file = openRegionFile(displayPath, text, format, tools.parsers[format]);
    const opened = { ...file, pages: [] };
    this.#opened.set(realPath, opened);
    return opened;
  }
}
