import type { Range } from '../text/range.ts';

/** An edit that the text does not allow. The message says why. */
export class YamlEditError extends Error {
  override readonly name = 'YamlEditError';
  /** The alias, anchor or value that it is about. */
  readonly range: Range | undefined;

  constructor(message: string, range?: Range) {
    super(message);
    this.range = range;
  }
}
