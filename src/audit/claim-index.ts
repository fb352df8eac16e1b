import { addressOf } from '../model/address.ts';
import { forgeHandle } from '../model/forge-handle.ts';
import { type RegistryPage, registryPage } from '../model/registry-page.ts';
import { withoutAccentsAndCase } from '../text/without-accents-and-case.ts';
import type { Person } from '../types.ts';
import type { Claim } from './claims.ts';

/** What a section names, by all that it can be found by. */
export class ClaimIndex {
  readonly #byAddress = new Map<string, Claim[]>();
  readonly #byName = new Map<string, Claim[]>();
  readonly #byPackage = new Map<string, Claim[]>();
  readonly #byHandle = new Map<string, Claim[]>();
  readonly #byPerson = new Map<string, Claim[]>();
  readonly claims: readonly Claim[];

  constructor(claims: readonly Claim[]) {
    this.claims = claims;
    for (const claim of claims) this.#add(claim);
  }

  #add(claim: Claim): void {
    const { name, people } = claim;
    if (name !== undefined && name !== '') append(this.#byName, nameKey(name), claim);
    for (const url of urlsOf(claim)) {
      const address = addressOf(url);
      if (address) append(this.#byAddress, address.key, claim);
      const page = registryPage(url);
      for (const each of page ? withParents(page) : []) {
        append(this.#byPackage, packageKey(each), claim);
      }
    }
    for (const person of people) {
      for (const handle of handlesOf(person)) append(this.#byHandle, handle, claim);
      if (person.name !== undefined) append(this.#byPerson, personKey(person.name), claim);
    }
  }

  /** Returns the claims with a link that leads to an address. */
  at(key: string | undefined): readonly Claim[] {
    return (key !== undefined && this.#byAddress.get(key)) || [];
  }

  /** Returns the claims with a name. */
  named(name: string): readonly Claim[] {
    return this.#byName.get(nameKey(name)) ?? [];
  }

  /** Returns the claims with a link to the page of a package at a registry. */
  atRegistry(page: RegistryPage): readonly Claim[] {
    return this.#byPackage.get(packageKey(page)) ?? [];
  }

  /** Returns the claims of a person, by handle, or otherwise by name. */
  ofPerson(person: Person): readonly Claim[] {
    const byHandle = handlesOf(person).flatMap((handle) => this.#byHandle.get(handle) ?? []);
    if (byHandle.length > 0 || person.name === undefined) return byHandle;
    return this.#byPerson.get(personKey(person.name)) ?? [];
  }
}

/** Returns all URLs of a claim. */
export function urlsOf({ url, links }: Claim): string[] {
  return url === undefined ? [...links] : [url, ...links];
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Returns a name without accents and case, and with the same character between its words. */
function nameKey(name: string): string {
  return withoutAccentsAndCase(name.trim()).replace(/[\s_.-]+/g, '-');
}

function personKey(name: string): string {
  return withoutAccentsAndCase(name)
    .replace(/[\s.,_-]+/g, ' ')
    .trim();
}

/** A Go package is in the module with the path of one of its parents. */
function withParents({ kind, name }: RegistryPage): RegistryPage[] {
  if (kind !== 'go') return [{ kind, name }];
  const parts = name.split('/');
  return parts.map((_, index) => ({ kind, name: parts.slice(0, index + 1).join('/') }));
}

function packageKey({ kind, name }: RegistryPage): string {
  return `${kind}:${nameKey(name)}`;
}

function handlesOf({ handle, url }: Person): string[] {
  const fromUrl = url === undefined ? undefined : forgeHandle(url);
  return [handle, fromUrl].flatMap((each) => (each === undefined ? [] : [each.toLowerCase()]));
}
