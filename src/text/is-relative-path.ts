/** Whether a URL depends on the path of the page: it has no scheme, and does not start at the root. */
export function isRelativePath(url: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|[/#?]|$)/i.test(url);
}
