/**
 * Whether to color the output of a stream.
 *
 * @see https://no-color.org and https://force-color.org
 */
export function takesColor(
  stream: { isTTY?: boolean },
  { env }: { env: Record<string, string | undefined> },
): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return Boolean(stream.isTTY) && env.TERM !== 'dumb';
}
