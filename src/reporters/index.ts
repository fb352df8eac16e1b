import type { VFile } from 'vfile';

/** Turns the messages of files into a report. */
export type Reporter = (files: readonly VFile[], options: { color: boolean }) => string;

export const reporterNames = ['text', 'github', 'json'] as const;

export type ReporterName = (typeof reporterNames)[number];

/** A reporter, loaded when asked for. */
export async function loadReporter(name: ReporterName): Promise<Reporter> {
  switch (name) {
    case 'text':
      return (await import('./text.ts')).text;
    case 'github':
      return (await import('./github.ts')).github;
    case 'json':
      return (await import('./json.ts')).json;
  }
}
