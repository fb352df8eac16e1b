import type { VFile } from 'vfile';
import { type Code, configurableCodes, isBuildCode, isCode, isConfigurable } from './codes.ts';
import { nearest } from './nearest.ts';
import { firstError, reportTo } from './report.ts';
import { settingsOf } from './settings.ts';

/**
 * Reports comments that ignore nothing, unless there are errors, which may have kept other diagnostics
 * from being reported. All other diagnostics must have been reported before.
 */
export function reportUnusedIgnores(file: VFile): void {
  if (firstError(file)) return;
  const report = reportTo(file);
  for (const { code, isBeside, ...range } of settingsOf(file).ignores.unused) {
    if (code === '') report('ignore-unused', range, { code, reason: 'no-code' });
    else if (!isCode(code)) {
      const near = nearest(code, configurableCodes());
      report('ignore-unused', range, { code, reason: 'unknown', ...(near && { near }) });
    } else if (!isConfigurable(code)) report('ignore-unused', range, { code, reason: 'error' });
    else if (isBeside || isBuildCode(code)) {
      report('ignore-unused', range, { code, reason: isBeside ? 'beside' : 'unused' });
    }
  }
}

/**
 * Reports comments that ignore nothing of what only one command reports. A build reports what else is
 * wrong with such comments.
 */
export function reportUnusedIgnoresOf(isOwn: (code: Code) => boolean, file: VFile): void {
  if (firstError(file)) return;
  const report = reportTo(file);
  for (const { code, isBeside, ...range } of settingsOf(file).ignores.unused) {
    if (isBeside || !isCode(code) || !isOwn(code) || !isConfigurable(code)) continue;
    report('ignore-unused', range, { code, reason: 'unused' });
  }
}
