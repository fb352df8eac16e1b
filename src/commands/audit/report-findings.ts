import type { AuditedSection, CoverageResult, StaleCredit } from '../../audit/audit-page.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Locate } from '../../schema/read-page.ts';
import type { Range } from '../../text/range.ts';
import type { Coverage } from '../../types.ts';

/** Reports what an audit has found, where the source covers it. */
export function reportFindings(
  sections: readonly AuditedSection[],
  { locate, report, command }: { locate: Locate; report: Report; command: string },
): void {
  for (const { title, coverages, stale } of sections) {
    for (const result of coverages) {
      reportCoverage(result, title, { locate, report, command });
    }
    for (const { credit, manifests } of stale) {
      report('audit-stale', rangeOfCredit(credit, locate), { name: creditName(credit), manifests });
    }
  }
}

function reportCoverage(
  { coverage, entries, hidden }: CoverageResult,
  title: string | undefined,
  { locate, report, command }: { locate: Locate; report: Report; command: string },
): void {
  const { manifest } = coverage;
  const range = rangeOfCoverage(coverage, locate);
  for (const { dependency, state, moved } of entries) {
    const { name } = dependency;
    if (state === 'missing') {
      report('audit-missing', range, { name, manifest, ...(title && { section: title }), command });
    } else if (state === 'moved' && moved)
      report('audit-moved', range, { name, manifest, ...moved });
  }
  for (const [ignored, count] of hidden) {
    if (count > 0) continue;
    const where = locate(ignored, 'name') ?? locate(ignored) ?? range;
    report('audit-ignore-unused', where, { name: ignored.name, manifest });
  }
}

/** Returns where a source covers a manifest; `undefined` if only an option names it. */
export function rangeOfCoverage(coverage: Coverage, locate: Locate): Range | undefined {
  return locate(coverage, 'manifest') ?? locate(coverage);
}

function rangeOfCredit(credit: StaleCredit['credit'], locate: Locate): Range | undefined {
  return locate(credit, 'name') ?? locate(credit, 'person') ?? locate(credit);
}

/** Returns what a message calls a credit. */
export function creditName(credit: StaleCredit['credit']): string {
  return 'markdown' in credit ? credit.markdown : credit.name;
}
