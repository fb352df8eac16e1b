import type { PagePictures } from '../model/imported-page.ts';
import type { Format } from '../types.ts';

export interface ImportOptions {
  /** The path of the page, relative to the source. */
  output: string;
  format: Format;
  /** Whether it is in the content of a site; by default, `output` decides. */
  inContent?: boolean;
  /** The name of the source, which a notice can mention. */
  source: string;
  /** Without it, pictures in the page are those in the source. */
  pictures?: PagePictures;
}
