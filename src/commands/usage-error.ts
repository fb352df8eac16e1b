/** Invalid arguments. The message is printed to the user. */
export class UsageError extends Error {
  override name = 'UsageError';
}
