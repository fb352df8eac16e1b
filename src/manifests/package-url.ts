/** A package URL without its version. */
import { percentDecode } from '../text/percent-decode.ts';

export interface PackageUrl {
  type: string;
  /** Decoded, with `/` between its parts: a scope, an owner, or the start of the path of a module. */
  namespace: string | undefined;
  name: string;
  /** As written, without version, qualifiers and subpath. */
  text: string;
}

/**
 * Parses a package URL (purl). It is lenient: the `@` of a scope is often not encoded.
 *
 * @returns `undefined` if a text is not a package URL
 * @see https://github.com/package-url/purl-spec/blob/main/purl-specification.md
 */
export function parsePackageUrl(purl: string): PackageUrl | undefined {
  const [whole = ''] = purl.split(/[?#]/);
  const at = whole.lastIndexOf('@');
  const isVersion = at > whole.lastIndexOf('/') + 1;
  const text = isVersion ? whole.slice(0, at) : whole;
  const [, type, path] = /^pkg:\/*([a-z][\w.+-]*)\/+(.*[^/])\/*$/i.exec(text) ?? [];
  if (type === undefined || path === undefined) return;
  const segments = path.split('/').map(percentDecode);
  const name = segments.pop() as string;
  const namespace = segments.length > 0 ? segments.join('/') : undefined;
  return { type: type.toLowerCase(), namespace, name, text };
}
