import type { VFile } from 'vfile';

export interface ReporterOptions {
  color: boolean;
  /** The folder that the paths of files are relative to. */
  cwd?: string;
  env?: Record<string, string | undefined>;
}

/** Formats the messages of files. */
export type Reporter = (files: readonly VFile[], options: ReporterOptions) => string;

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
