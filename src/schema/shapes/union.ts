import { codes } from '../../diagnostics/codes.ts';
import type { Report } from '../../diagnostics/report.ts';
import { reportsOf } from '../reports-of.ts';
import type { Shape } from '../shape.ts';
import { wrongType } from '../wrong-type.ts';

/**
 * The first of several shapes that reads a node without errors. If none does, the errors of the shape
 * that comes closest are reported.
 */
export function union<T>(noun: string, shapes: Shape<T>[]): Shape<T> {
  return {
    noun,
    read(node, scope) {
      const attempts: Reports[] = [];
      for (const shape of shapes) {
        const { value, reports } = reportsOf(shape, node, scope);
        if (reports.every(([code]) => codes[code].severity !== 'error')) {
          for (const args of reports) scope.report(...args);
          return value;
        }
        attempts.push(reports);
      }
      const close = attempts.filter((reports) =>
        reports.every(([code, range]) => code !== 'wrong-type' || range?.start !== node.start),
      );
      const closest = closestOf(close);
      if (!closest) return wrongType(node, noun, scope);
      for (const args of closest) scope.report(...args);
      return;
    },
    schema: (definitions) => ({ anyOf: shapes.map((shape) => shape.schema(definitions)) }),
  };
}

type Reports = Parameters<Report>[];

/** Returns the reports with a misspelled key or value, or otherwise the fewest, unless several are like that. */
function closestOf(attempts: readonly Reports[]): Reports | undefined {
  const named = attempts.filter((reports) =>
    reports.some(([, , values]) => 'near' in Object(values)),
  );
  const candidates = named.length > 0 ? named : attempts;
  const fewest = Math.min(...candidates.map(({ length }) => length));
  const [closest, another] = candidates.filter(({ length }) => length === fewest);
  return another ? undefined : closest;
}
