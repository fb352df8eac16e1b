import type { Format } from '../types.ts';

export interface ImportOptions {
  /** The path of the page, relative to the source. */
  output: string;
  format: Format;
  /** The name of the source, which a notice can mention. */
  source: string;
}
