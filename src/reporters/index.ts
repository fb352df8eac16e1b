import type { VFile } from 'vfile';

/** What a report depends on besides what there is to say. */
export interface Surroundings {
  color: boolean;
  /** The folder that the paths of files are relative to. */
  cwd?: string;
  env?: Record<string, string | undefined>;
}

/** Turns the messages of files into a report. */
export type Reporter = (files: readonly VFile[], surroundings: Surroundings) => string;

export const reporterNames = ['text', 'github', 'json', 'sarif'] as const;

export type ReporterName = (typeof reporterNames)[number];

/** Whether a report is data, which goes to standard output, and is there when all is well. */
export function isData(name: ReporterName | undefined): boolean {
  return name === 'json' || name === 'sarif';
}

/** A reporter, loaded when asked for. */
export async function loadReporter(name: ReporterName): Promise<Reporter> {
  switch (name) {
    case 'text':
      return (await import('./text-reporter.ts')).text;
    case 'github':
      return (await import('./github-reporter.ts')).github;
    case 'json':
      return (await import('./json-reporter.ts')).json;
    case 'sarif':
      return (await import('./sarif-reporter.ts')).sarif;
  }
}
