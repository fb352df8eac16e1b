/** The command was called in a way that makes no sense. Its message is for the caller. */
export class UsageError extends Error {
  override name = 'UsageError';
}
