/** Splits `package.json#devDependencies` into the path and the group. */
export function splitGroup(manifest: string): { path: string; group: string | undefined } {
  const at = manifest.indexOf('#');
  return at < 0
    ? { path: manifest, group: undefined }
    : { path: manifest.slice(0, at), group: manifest.slice(at + 1) };
}
