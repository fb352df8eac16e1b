import type { VFile } from 'vfile';
import { diagnosticsOf } from './diagnostic.ts';

/** One JSON array of all diagnostics. */
export function jsonReporter(files: readonly VFile[]): string {
  return `${JSON.stringify(files.flatMap(diagnosticsOf), null, 2)}\n`;
}
