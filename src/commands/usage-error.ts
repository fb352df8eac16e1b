/** Thrown if arguments are invalid. The message and the help are printed to the user. */
export class UsageError extends Error {
  override name = 'UsageError';
  /** Says what to do. */
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
