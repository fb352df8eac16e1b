import type { Report } from './report.ts';

/** A diagnostic, and the views that it is about. */
interface Found {
  args: Parameters<Report>;
  views: Set<string>;
}

/**
 * Collects the diagnostics of several views, so that each is reported once. If it is only about some of
 * the views, its message names them. A text in another language may be in none.
 */
export class ViewReports {
  readonly #all: readonly string[];
  readonly #found = new Map<string, Found>();

  constructor(all: readonly string[]) {
    this.#all = all;
  }

  /** Returns a function that reports diagnostics of some views. */
  reportIn(views: readonly string[]): Report {
    return (code, range, values) => {
      const key = JSON.stringify([code, range?.start, range?.end, values]);
      const args = [code, range, values] as Parameters<Report>;
      const found = this.#found.get(key) ?? { args, views: new Set() };
      for (const view of views) found.views.add(view);
      this.#found.set(key, found);
    };
  }

  /** Reports what was collected. */
  finish(report: Report): void {
    for (const { args, views } of this.#found.values()) {
      const [code, range, values] = args;
      report(
        code,
        range,
        values,
        views.size > 0 && views.size < this.#all.length ? [...views] : undefined,
      );
    }
  }
}
