import { addressOf } from './address.ts';

/** Returns the handle in the URL of a profile at a forge, or `undefined` if it is not one. */
export function forgeHandle(url: string): string | undefined {
  const { isForge, path = '' } = addressOf(url) ?? {};
  return isForge && /^[^/]+$/.test(path) ? path.replace(/^~/, '') : undefined;
}
