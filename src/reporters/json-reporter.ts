import type { VFile } from 'vfile';
import { diagnosticsOf } from './diagnostic.ts';

/** Formats diagnostics as a JSON array. */
export function jsonReporter(files: readonly VFile[]): string {
  return `${JSON.stringify(files.flatMap(diagnosticsOf), null, 2)}\n`;
}
