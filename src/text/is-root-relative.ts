/** Whether a URL is relative to the root of its site, such as `/docs/`. */
export function isRootRelative(url: string): boolean {
  return /^\/(?![/\\])/.test(url);
}
