/** The package as a user gets it: packed and installed, by `install-package.ts`. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';

export const packed = inject('packed');
export const installation = inject('installation');

/** A new folder with these files, from which the installed package is found. */
export function projectFolder(files: Record<string, string> = {}): string {
  const path = mkdtempSync(join(installation, 'project-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}
