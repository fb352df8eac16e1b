/** The command line: parses the arguments, and loads and runs the command that they name. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { AddCommandOptions } from './commands/add/index.ts';
import type { AuditOptions } from './commands/audit/index.ts';
import type { AvatarsOptions } from './commands/avatars/index.ts';
import { type BuildOptions, buildCommand } from './commands/build/index.ts';
import type { DataOptions } from './commands/data/index.ts';
import { DONE, type ExitCode, FAILED } from './commands/exit-code.ts';
import type { ImportCommandOptions } from './commands/import/index.ts';
import type { LintOptions } from './commands/lint/index.ts';
import { UsageError } from './commands/usage-error.ts';
import type { CommandProcess } from './file/command-process.ts';
import { type ReporterName, reporterNames } from './reporters/index.ts';
import { GlobError } from './text/glob-error.ts';
import { cut, printable, printableLines } from './text/printable.ts';
import { version } from './version.ts';

/** The maximum length of a message about arguments. */
const MAX_MESSAGE = 600;

const SOURCES_HELP =
  'files, folders or globs; "-" is standard input (default: credits.yaml or credits.yml)';

const REPORTER_HELP = `format of the diagnostics: ${reporterNames.join(', ')} (default: text)`;

/** Runs the command that `process.argv` names, and returns its exit code. Only throws on bugs. */
export async function run(process: CommandProcess): Promise<ExitCode> {
  let code: ExitCode = DONE;
  const program = createProgram(process, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(process.argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return DONE;
      const { usageHelp } = await import('./commands/usage-help.ts');
      // Commander has written its message.
      writeHelp(usageHelp(error, withAllOptions(program), process), process);
      return FAILED;
    }
    if (!(error instanceof UsageError || error instanceof GlobError)) throw error;
    process.stderr.write(`error: ${cut(printable(error.message), MAX_MESSAGE)}\n`);
    writeHelp(error.help, process);
    return FAILED;
  }
}

function writeHelp(help: string | undefined, { stderr }: CommandProcess): void {
  if (help !== undefined) stderr.write(`  help: ${cut(printable(help), MAX_MESSAGE)}\n`);
  stderr.write('(see "starlight-credits --help")\n');
}

/** The functions that add the options of commands. */
const optionsOf = new WeakMap<Command, (command: Command) => unknown>();

/** Adds the options of a command, unless they have been added. */
function addOptions(command: Command): void {
  optionsOf.get(command)?.(command);
  optionsOf.delete(command);
}

/** Returns a program with the options of all its commands. */
export function withAllOptions(program: Command): Command {
  program.commands.forEach(addOptions);
  return program;
}

/**
 * Creates the commands. Their options are only added when they run: all of them would take 1 ms. See
 * {@link withAllOptions}.
 *
 * @param onExit called with the exit code of the command that ran
 */
export function createProgram(process: CommandProcess, onExit: (code: ExitCode) => void): Command {
  const program = new Command('starlight-credits')
    .description('Build the credits page of a Starlight site from credits.yaml.')
    .usage('[build] [options] [source...]')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => process.stdout.write(text),
      writeErr: (text) => process.stderr.write(printableLines(text)),
    });

  program.hook('preSubcommand', (_, command) => addOptions(command));
  program.configureHelp({
    subcommandTerm(command) {
      const usage = command.usage();
      const hasOptions = optionsOf.has(command) || command.options.length > 0;
      const shown = hasOptions ? usage : usage.replace(/^\[options\] ?/, '');
      return `${command.name()} ${shown}`.trim();
    },
  });

  const runBuild = async (sources: string[], _: object, command: Command) => {
    const commands = program.commands.map((known) => known.name());
    // Options before the word "build" belong to the program.
    const [before, after] = [program.opts<BuildOptions>(), command.opts<BuildOptions>()];
    const color = before.color !== false && after.color !== false;
    const options = { ...before, ...after, color, commands };
    onExit(await buildCommand(sources, options, process));
  };
  addBuildOptions(program.argument('[source...]', SOURCES_HELP)).action(runBuild);
  const build = program
    .command('build')
    .argument('[source...]', SOURCES_HELP)
    .description('build the page; this is the default command')
    .action(runBuild);
  optionsOf.set(build, addBuildOptions);

  const importing = program
    .command('import')
    .argument('<file>', 'a Markdown or MDX page, .all-contributorsrc or CITATION.cff')
    .description('turn a page, .all-contributorsrc or CITATION.cff into credits.yaml')
    .action(async (file: string, options: ImportCommandOptions) => {
      const { importCommand } = await import('./commands/import/index.ts');
      onExit(await importCommand(file, options, process));
    });
  optionsOf.set(importing, (command) =>
    command
      .option(
        '-o, --output <path>',
        'where to write the source; "-" is standard output (default: credits.yaml)',
      )
      .option('--force', 'overwrite an existing file')
      .option('--quiet', 'only report errors')
      .option('--no-color', 'disable colors'),
  );

  const add = program
    .command('add')
    .argument('<what>', 'a person ("@ada", "Ada Lovelace (@ada)"), a URL or a name')
    .description('add a credit to the source')
    .action(async (what: string, options: AddCommandOptions) => {
      const { addCommand } = await import('./commands/add/index.ts');
      onExit(await addCommand(what, options, process));
    });
  optionsOf.set(add, (command) =>
    command
      .option('--section <title>', 'the section; needed if there are several')
      .option('--name <name>', 'its name (default: from the URL)')
      .option('--url <url>', 'the URL that its name links to')
      .option('--by <person>', 'a person who created it; repeatable', collect)
      .option('--description <text>', 'what it is: one line of Markdown')
      .option('--source <path>', 'the source (default: credits.yaml or credits.yml)')
      .option('--check', 'write nothing; print the diff and exit 1 if there is one')
      .option('--quiet', 'only report errors')
      .option('--no-color', 'disable colors'),
  );

  program
    .command('init')
    .description('create a credits.yaml to start from')
    .action(async () => {
      const { initCommand } = await import('./commands/init/index.ts');
      onExit(await initCommand(process));
    });

  const audit = program
    .command('audit')
    .argument('[source...]', SOURCES_HELP)
    .description('report people and packages that are not credited')
    .action(async (sources: string[], options: AuditOptions) => {
      const { auditCommand } = await import('./commands/audit/index.ts');
      onExit(await auditCommand(sources, options, process));
    });
  optionsOf.set(audit, (command) =>
    command
      .option('--add', 'add what is missing to the source')
      .option('--from <manifest>', 'a manifest in addition to "covers"; repeatable', collect)
      .option('--check', 'with --add: write nothing; print the diff and exit 1 if there is one')
      .option('--strict', 'treat warnings as errors')
      .option('--reporter <name>', REPORTER_HELP, toReporter)
      .option('--quiet', 'only report errors')
      .option('--no-color', 'disable colors'),
  );

  const lint = program
    .command('lint')
    .argument('[source...]', SOURCES_HELP)
    .description('report what is valid but looks wrong')
    .action(async (sources: string[], options: LintOptions) => {
      const { lintCommand } = await import('./commands/lint/index.ts');
      onExit(await lintCommand(sources, options, process));
    });
  optionsOf.set(lint, (command) =>
    command
      .option('--fix', 'fix what can only be fixed in one way')
      .option('--links <report>', 'the JSON of a link checker: lychee or linkinator')
      .option('--history <file>', 'the file that remembers failed links between runs')
      .option('--date <day>', 'the day of the report, as YYYY-MM-DD (default: when it was written)')
      .option('--check', 'with --fix: write nothing; print the diff and exit 1 if there is one')
      .option('--strict', 'treat warnings and info as errors')
      .option('--reporter <name>', REPORTER_HELP, toReporter)
      .option('--quiet', 'only report what fails')
      .option('--no-color', 'disable colors'),
  );

  const avatars = program
    .command('avatars')
    .argument('[source...]', SOURCES_HELP)
    .description('fetch pictures of people with a handle')
    .action(async (sources: string[], options: AvatarsOptions) => {
      const { avatarsCommand } = await import('./commands/avatars/index.ts');
      onExit(await avatarsCommand(sources, options, process));
    });
  optionsOf.set(avatars, (command) =>
    command
      .option('--refresh', 'also fetch pictures that exist')
      .option('--reporter <name>', REPORTER_HELP, toReporter)
      .option('--quiet', 'only report what could not be fetched')
      .option('--no-color', 'disable colors'),
  );

  const data = program
    .command('data')
    .argument('[source]', 'a file or folder; "-" is standard input')
    .description('print the credits as JSON')
    .action(async (source: string | undefined, options: DataOptions) => {
      const { dataCommand } = await import('./commands/data/index.ts');
      onExit(await dataCommand(source, options, process));
    });
  optionsOf.set(data, (command) =>
    command.option('--urls', 'print every web URL instead, one per line'),
  );

  program
    .command('schema')
    .description('print the JSON Schema of the source')
    .action(async () => {
      const { schemaCommand } = await import('./commands/schema.ts');
      onExit(schemaCommand(process));
    });

  program
    .command('explain')
    .argument(
      '[code]',
      'the code of a diagnostic, such as url-scheme; without it, all codes are listed',
    )
    .description('explain a diagnostic with an example')
    .action(async (code: string | undefined) => {
      const { explainCommand } = await import('./commands/explain.ts');
      onExit(explainCommand(code, process));
    });

  program.addHelpText('after', EXAMPLES);
  return program;
}

function addBuildOptions(command: Command): Command {
  return command
    .option('-o, --output <path>', 'where to write the page; "-" is standard output')
    .option('--check', 'write nothing; print the diff and exit 1 if the page is out of date')
    .option('--watch', 'build again whenever a source changes')
    .option('--strict', 'treat warnings as errors')
    .option('--force', 'replace a page even if it has other text')
    .option('--reporter <name>', REPORTER_HELP, toReporter)
    .option('--quiet', 'only report errors')
    .option('--no-color', 'disable colors');
}

/** Collects the values of a repeatable option. */
function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/** @throws {InvalidArgumentError} if there is no such reporter */
function toReporter(name: string): ReporterName {
  const known = reporterNames.find((reporter) => reporter === name);
  if (known) return known;
  throw new InvalidArgumentError('There is no such reporter.');
}

const EXAMPLES = `
Examples:
  $ starlight-credits init                 create a credits.yaml to start from
  $ starlight-credits import credits.md    turn a page into credits.yaml
  $ starlight-credits add @ada --section Contributors --description code
  $ starlight-credits                      build the page of ./credits.yaml
  $ starlight-credits --check              fail in CI if the page is out of date
  $ starlight-credits --watch              build again whenever the source changes
  $ starlight-credits a.yaml b.yaml        build the pages of several sources
  $ starlight-credits -o -                 print the page
  $ starlight-credits audit                report what is used but not credited
  $ starlight-credits lint --fix           fix what is valid but looks wrong
  $ starlight-credits explain url-scheme   explain a diagnostic

Exit codes:
  0  success, or nothing to do
  1  the page is out of date (--check) or is not reproduced (import), something is not
     credited (audit) or looks wrong (lint), or a picture is missing (avatars)
  2  failure: an invalid source, an unreadable file or a usage error
`;
