import type { VFile } from 'vfile';

export interface ReporterOptions {
  color: boolean;
  /** The folder that the paths of files are relative to. */
  cwd?: string;
  env?: Record<string, string | undefined>;
}

/** Formats the messages of files. */
export type Reporter = (files: readonly VFile[], options: ReporterOptions) => string;
