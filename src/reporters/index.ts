import type { Reporter } from './reporter.ts';

export const reporterNames = ['text', 'github', 'json', 'sarif'] as const;

export type ReporterName = (typeof reporterNames)[number];

/** Whether a report is data: it goes to standard output, and is written even if it is empty. */
export function isDataReporter(name: ReporterName | undefined): boolean {
  return name === 'json' || name === 'sarif';
}

export async function loadReporter(name: ReporterName): Promise<Reporter> {
  const { reporters } = await import('./reporters.ts');
  return reporters[name];
}
