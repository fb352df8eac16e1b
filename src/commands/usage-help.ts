/** Says what to do about arguments that Commander rejects. */
import { join } from 'node:path';
import type { Command, CommanderError } from 'commander';
import { nearest, nearlyEqualFinder } from '../diagnostics/nearest.ts';
import type { CommandProcess } from '../file/command-process.ts';
import { reporterNames } from '../reporters/index.ts';
import { findCreditsPages } from './init/find-credits-pages.ts';
import { shellCommand, shellWords } from './shell-command.ts';

interface UsageProblem {
  program: Command;
  /** The command that rejects the arguments: the program itself if none is named. */
  command: Command;
  /** The option that the message quotes: as it was typed, or its flags if it lacks a valid value. */
  option: string;
  /** The arguments of the command. */
  args: readonly string[];
  /** Returns arguments of the command as a line for a shell. */
  line: (args: readonly string[], redirection?: string) => string;
  process: CommandProcess;
}

type Help = (problem: UsageProblem) => string;

const REDIRECT: Help = ({ line, args }) => {
  const [before, path] = splitAtOutput(args);
  return `redirect the output: ${line(before, path)}`;
};

/** Help for an unknown option, by command and option. */
const UNKNOWN_OPTIONS: Record<string, Record<string, Help>> = {
  add: {
    '--output': () => 'name the source with "--source"',
    '--reporter': () => 'remove the option; "add" only reports as text',
  },
  data: {
    '--json': () => 'remove the option; "data" always prints JSON',
    '--output': REDIRECT,
  },
  explain: { '--output': REDIRECT },
  init: {
    '--force': () => 'move the existing source away; "init" never overwrites one',
    '--output': () =>
      'remove the option, and run "init" in the folder of the source; it creates credits.yaml',
  },
  schema: { '--output': REDIRECT },
  'starlight-credits': {
    '--config': () => 'write the path of the source without an option',
    '--source': () => 'write the path of the source without an option',
  },
};

/** Names of options in other programs. */
const OPTION_ALIASES: Record<string, string> = {
  '--diff': '--check',
  '--dry-run': '--check',
  '--file': '--source',
  '--format': '--reporter',
  '--formatter': '--reporter',
  '--in': '--source',
  '--input': '--source',
  '--json': '--reporter json',
  '--out': '--output',
  '--out-file': '--output',
  '--overwrite': '--force',
  '--silent': '--quiet',
  '--title': '--name',
  '--version': '--version',
  '-V': '--version',
  '-v': '--version',
  '-c': '--config',
  '-f': '--force',
  '-n': '--check',
  '-o': '--output',
  '-q': '--quiet',
  '-s': '--quiet',
  '-w': '--watch',
};

/** Examples of values, by command and option. */
const VALUES: Record<string, Record<string, string>> = {
  add: {
    '--by': '@ada',
    '--description': '"Code and documentation"',
    '--name': '"Ada Lovelace"',
    '--section': 'Contributors',
    '--source': 'credits.yaml',
    '--url': 'https://ada.dev',
  },
  audit: { '--from': 'package.json' },
  import: { '--output': 'credits.yaml' },
  lint: { '--date': '2026-01-31', '--history': 'links.jsonl', '--links': 'report.json' },
  'starlight-credits': { '--output': 'credits.md', '--reporter': 'json' },
};

/** Help for too many arguments, by command. */
const EXCESS: Record<string, Help> = {
  add: ({ args, line }) =>
    args.every((arg) => /^@|:\/\//.test(arg))
      ? `add one credit at a time: ${line(args.slice(0, 1))}`
      : `quote a name of several words: ${line([args.join(' ')])}`,
  data: ({ args, line }) => `print one source at a time: ${line(args.slice(0, 1))}`,
  explain: ({ args, line }) => `explain one code at a time: ${line(args.slice(0, 1))}`,
  import: ({ args, line }) => `import one page at a time: ${line(args.slice(0, 1))}`,
  init: ({ args }) =>
    `remove "${args[0]}"; "init" creates credits.yaml in the current folder and takes no arguments`,
  schema: ({ args, line }) =>
    /\.json$/i.test(args[0] ?? '')
      ? `redirect the output: ${line([], args[0])}`
      : `remove "${args[0]}"; "schema" takes no arguments`,
};

/** Help for a missing argument, by command. */
const MISSING: Record<string, Help> = {
  add: ({ line }) => `name a person, a URL or a project: ${line(['@ada'])}`,
  import: ({ line, process }) => {
    const [page = 'credits.md'] = findCreditsPages(process.cwd(), join('src', 'content', 'docs'));
    return `name the page: ${line([page])}`;
  },
};

/** Help by the code of Commander's error. */
const HELP: Record<string, (problem: UsageProblem) => string | undefined> = {
  'commander.unknownOption': unknownOption,
  'commander.excessArguments': (problem) => EXCESS[problem.command.name()]?.(problem),
  'commander.missingArgument': (problem) => MISSING[problem.command.name()]?.(problem),
  'commander.optionMissingArgument': missingValue,
  // The reporter is the only option whose values are checked.
  'commander.invalidArgument': ({ option }) => {
    const near = nearest(option, reporterNames);
    return near ? `did you mean "${near}"?` : `use one of: ${reporterNames.join(', ')}`;
  },
};

/** Returns what to do about arguments that Commander rejects, or `undefined` if its message says it. */
export function usageHelp(
  { code, message }: CommanderError,
  program: Command,
  process: CommandProcess,
): string | undefined {
  const name = program.args[0] ?? '';
  const command = program.commands.find((each) => each.name() === name) ?? program;
  const words = command === program ? [] : [name];
  const [args, option] = [command.args, optionIn(message)];
  const line = (rest: readonly string[], redirection?: string) => {
    const start = shellCommand([...words, ...rest], process);
    return redirection === undefined ? start : `${start} > ${shellWords([redirection])}`;
  };
  return HELP[code]?.({ program, command, option, args, line, process });
}

/** Returns the part of a message that is the value or the option at fault. */
function optionIn(message: string): string {
  const found =
    /argument '(.*)' is invalid/s.exec(message) ??
    /option '(.*?)'(?: argument missing)?$/s.exec(message);
  return found?.[1] ?? '';
}

/** Returns the arguments before an option that names a file, and the file. */
function splitAtOutput(args: readonly string[]): [before: string[], path: string] {
  const at = args.findIndex((arg) => /^(?:-o|--out)/.test(arg));
  const path = args[at]?.split('=')[1] ?? args[at + 1] ?? 'FILE';
  return [args.slice(0, at), path];
}

function unknownOption(problem: UsageProblem): string {
  const { program, command, option, args } = problem;
  const [typed = '', value] = option.split('=', 2);
  const own = optionsOf(command);
  if (value !== undefined && own.includes(typed)) {
    return `remove "=${value}"; "${typed}" has no value`;
  }
  const alias = OPTION_ALIASES[typed];
  const table = UNKNOWN_OPTIONS[nameOf(command)] ?? {};
  const help = table[typed] ?? (alias === undefined ? undefined : table[alias]);
  if (help) return help(problem);
  const [operand] = args;
  if (command === program && operand !== undefined && !operand.startsWith('-')) {
    const near = nearest(
      operand,
      program.commands.map((each) => each.name()),
    );
    if (near !== undefined) return `did you mean "starlight-credits ${near}"?`;
  }
  if (alias && own.includes(alias.split(' ')[0] as string)) return `did you mean "${alias}"?`;
  if (alias === '--version') return 'did you mean "starlight-credits --version"?';
  const equal = nearlyEqualFinder(own)(typed);
  if (equal !== undefined) return `did you mean "${equal}"?`;
  const remove = `remove "${option}"`;
  const others = [program, ...program.commands].filter((each) =>
    optionsOf(each).some((known) => known === typed || known === alias),
  );
  const names = [...new Set(others.map((each) => `"${each === program ? 'build' : each.name()}"`))];
  if (names.length > 0) return `${remove}; it is an option of ${joined(names)}`;
  const near = nearest(typed, own);
  if (near !== undefined) return `did you mean "${near}"?`;
  const rest = own.filter((flag) => flag !== '--help' && flag !== '--version');
  return rest.length === 0
    ? `${remove}; "${command.name()}" has no options`
    : `${remove}, or use one of: ${rest.join(', ')}`;
}

function missingValue({ command, option }: UsageProblem): string {
  const flag = /--[\w-]+/.exec(option)?.[0] ?? option;
  const example = VALUES[nameOf(command)]?.[flag];
  if (flag === '--reporter')
    return `use one of: ${reporterNames.map((name) => `${flag} ${name}`).join(', ')}`;
  const standard = flag === '--output' ? ', or "-" for standard output' : '';
  return `write a value after the option: ${flag} ${example}${standard}`;
}

/** Returns the name of a command in the tables: `build` has the options of the program. */
function nameOf(command: Command): string {
  return command.name() === 'build' ? 'starlight-credits' : command.name();
}

/** Returns the long flags of the visible options of a command. */
function optionsOf(command: Command): string[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long }) => (long ? [long] : []));
}

/** Joins names: `a`, `a and b`, `a, b and c`. */
function joined(names: readonly string[]): string {
  const last = names.at(-1) as string;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}
