/** An edit that the text does not allow. The message says why. */
export class YamlEditError extends Error {
  override readonly name = 'YamlEditError';
  /** The alias, anchor or value that it is about. Offsets are in UTF-16 code units from 0. */
  readonly range: { start: number; end: number } | undefined;

  constructor(message: string, range?: { start: number; end: number }) {
    super(message);
    this.range = range;
  }
}
