import { creditsIn } from '../../model/walk-sections.ts';
import type { NestedEntry, Page } from '../../types.ts';

/** Returns the credits of a page that are people with a handle. */
export function creditsWithHandle(page: Page): NestedEntry[] {
  return creditsIn(page).filter(hasHandle);
}

function hasHandle(credit: object): credit is NestedEntry {
  return 'person' in credit && (credit as NestedEntry).person?.handle !== undefined;
}
