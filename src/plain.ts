/**
 * What is mostly typed: a build of sources, with some flags. To parse all that can be typed takes
 * longer to load than such a page takes to build.
 */
import type { BuildOptions } from './commands/build/index.ts';
import { reporterNames } from './reporters/index.ts';

/** What a build is told. */
export interface PlainBuild {
  sources: string[];
  options: BuildOptions;
}

const FLAGS: Readonly<Record<string, BuildOptions>> = {
  '--check': { check: true },
  '--watch': { watch: true },
  '--strict': { strict: true },
  '--quiet': { quiet: true },
  '--no-color': { color: false },
};

/** A plain build; nothing where anything else may be meant. */
export function plainBuild(args: readonly string[]): PlainBuild | undefined {
  const sources: string[] = [];
  const options: BuildOptions = {};
  const words = args[Symbol.iterator]();
  let first = true;
  for (const word of words) {
    const isCommand = first && word === 'build';
    first = false;
    if (isCommand) continue;
    if (Object.hasOwn(FLAGS, word)) Object.assign(options, FLAGS[word]);
    else if (word === '-o' || word === '--output') {
      const { value } = words.next();
      if (!value || (value !== '-' && value.startsWith('-'))) return;
      options.output = value;
    } else if (word === '--reporter') {
      const { value } = words.next();
      const reporter = reporterNames.find((name) => name === value);
      if (!reporter) return;
      options.reporter = reporter;
    } else if (/^[^-].*\.ya?ml$/.test(word)) sources.push(word);
    else return;
  }
  return { sources, options };
}
