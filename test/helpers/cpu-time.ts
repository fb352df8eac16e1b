import { afterEach, beforeEach, expect } from 'vitest';

/** Returns the seconds that this process computed, which do not depend on how busy the machine is. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** Limits the CPU time of each test of a group, such as those of input that could take quadratic time. */
export function limitCpuTime(seconds: number): void {
  let start: number;
  beforeEach(() => {
    start = cpuTime();
  });
  afterEach(() => {
    expect(cpuTime() - start).toBeLessThan(seconds);
  });
}
