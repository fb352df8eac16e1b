import { vi } from 'vitest';

/**
 * Calls a function until it does not throw. The limit is far above the usual time, as other processes may
 * keep the machine busy.
 */
export function waitFor<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 90_000, interval: 20 });
}
