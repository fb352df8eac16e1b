/** Returns a function that matches names with a pattern. `*` matches any characters but `/`. */
export function ignorePattern(pattern: string): (name: string) => boolean {
  const source = pattern.replace(/[\\^$.|?+()[\]{}]/g, '\\$&').replace(/\*+/g, '[^/]*');
  const expression = new RegExp(`^${source}$`, 'iu');
  return (name) => expression.test(name);
}
