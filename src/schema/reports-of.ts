import type { Report } from '../diagnostics/report.ts';
import type { Node } from '../source/nodes.ts';
import type { Scope } from './scope.ts';
import type { Shape } from './shape.ts';

/** Reads a node, and returns the diagnostics instead of reporting them. */
export function reportsOf<T>(
  shape: Shape<T>,
  node: Node,
  scope: Scope,
): { value: T | undefined; reports: Parameters<Report>[] } {
  const reports: Parameters<Report>[] = [];
  const report = ((...args: Parameters<Report>) => reports.push(args)) as Report;
  return { value: shape.read(node, { ...scope, report }), reports };
}
