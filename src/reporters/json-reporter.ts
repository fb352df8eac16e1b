import type { VFile } from 'vfile';
import { printableJson } from '../text/printable.ts';
import { diagnosticsOf } from './diagnostic.ts';

/** Formats diagnostics as a JSON array. */
export function jsonReporter(files: readonly VFile[]): string {
  return `${printableJson(files.flatMap(diagnosticsOf))}\n`;
}
