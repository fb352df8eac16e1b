import { githubReporter } from './github-reporter.ts';
import type { Reporter, ReporterName } from './index.ts';
import { jsonReporter } from './json-reporter.ts';
import { sarifReporter } from './sarif-reporter.ts';
import { textReporter } from './text-reporter.ts';

export const reporters: Record<ReporterName, Reporter> = {
  text: textReporter,
  github: githubReporter,
  json: jsonReporter,
  sarif: sarifReporter,
};
