import { addressOf } from './address.ts';
import { registryPage } from './registry-page.ts';

/** A project: its name, and the handle of its owner if the URL has one. */
interface UrlProject {
  name: string;
  owner?: string;
}

/** Returns the project that a URL belongs to, named after its path, or otherwise after its host. */
export function projectFromUrl(url: URL): UrlProject {
  const registered = registryPage(url.href);
  if (registered) return { name: registered.name };
  const address = addressOf(url.href);
  const [first = '', ...rest] = address?.path.split('/').filter(Boolean) ?? [];
  const last = rest.at(-1) ?? first;
  if (address?.isRepository) {
    const hasOwner = address.isForge && rest.length > 0;
    return { name: last, ...(hasOwner && { owner: first.replace(/^~/, '') }) };
  }
  const name = last.replace(/\.(?:html?|php|git)$/, '');
  return { name: name && name !== 'index' ? name : url.hostname.replace(/^www\./, '') };
}
