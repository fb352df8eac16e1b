import { githubReporter } from './github-reporter.ts';
import { jsonReporter } from './json-reporter.ts';
import type { Reporter } from './reporter.ts';
import { sarifReporter } from './sarif-reporter.ts';
import { textReporter } from './text-reporter.ts';

export const reporters = {
  text: textReporter,
  github: githubReporter,
  json: jsonReporter,
  sarif: sarifReporter,
} satisfies Record<string, Reporter>;
