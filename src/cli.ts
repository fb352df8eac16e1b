/** The command: arguments → a command, loaded when asked for → an exit code. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { type BuildOptions, build } from './commands/build/index.ts';
import type { ImportCommandOptions } from './commands/import/index.ts';
import { UsageError } from './commands/usage-error.ts';
import { nearest } from './diagnostics/nearest.ts';
import { type CommandProcess, DONE, type ExitCode, FAILED } from './file/command-process.ts';
import { type ReporterName, reporterNames } from './reporters/index.ts';
import { version } from './version.ts';

/** Runs the command with the arguments of a process. Only bugs are thrown. */
export async function run(host: CommandProcess): Promise<ExitCode> {
  let code: ExitCode = DONE;
  const program = createProgram(host, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(host.argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : FAILED;
    if (!(error instanceof UsageError)) throw error;
    host.stderr.write(`error: ${error.message}\n(see "starlight-credits --help")\n`);
    return FAILED;
  }
}

/** The commands and their options. What a command answers goes to `settle`. */
export function createProgram(host: CommandProcess, settle: (code: ExitCode) => void): Command {
  const program = new Command('starlight-credits')
    .description('Writes the credits page of a Starlight site from credits.yaml.')
    .usage('[build] [options] [source...]')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .showHelpAfterError('(see "starlight-credits --help")')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
    });

  const runBuild = async (sources: string[], _: object, command: Command) => {
    const names = program.commands.map((known) => known.name());
    // Options may stand before the word "build", too.
    const [before, after] = [program.opts<BuildOptions>(), command.opts<BuildOptions>()];
    const color = before.color !== false && after.color !== false;
    const options = { ...before, ...after, color };
    settle(await build(sources, options, names, host));
  };
  addBuildOptions(program).action(runBuild);
  addBuildOptions(
    program.command('build').description('write the page; this is the default command'),
  ).action(runBuild);

  program
    .command('import')
    .argument('<page>', 'a Markdown or MDX page')
    .description('turn a page into credits.yaml')
    .option('-o, --output <path>', 'write the source there instead; - is standard output')
    .option('--force', 'write over a source that is there')
    .option('--quiet', 'tell of nothing but errors')
    .option('--no-color', 'write without colours')
    .action(async (page: string, options: ImportCommandOptions) => {
      const { importCommand } = await import('./commands/import/index.ts');
      settle(await importCommand(page, options, host));
    });

  program
    .command('init')
    .description('write a first credits.yaml, never over an existing one')
    .action(async () => {
      const { init } = await import('./commands/init/index.ts');
      settle(await init(host));
    });

  program
    .command('schema')
    .description('print the JSON Schema of the source')
    .action(async () => {
      const { schema } = await import('./commands/schema.ts');
      settle(schema(host));
    });

  program
    .command('explain')
    .argument('[code]', 'the code of a diagnostic, such as url-scheme; all are listed if left out')
    .description('explain a diagnostic, with an example and its fix')
    .action(async (code: string | undefined) => {
      const { explain } = await import('./commands/explain.ts');
      settle(explain(code, host));
    });

  program.addHelpText('after', EXAMPLES);
  return program;
}

function addBuildOptions(command: Command): Command {
  return command
    .argument('[source...]', 'credits.yaml or credits.yml if left out; - is standard input')
    .option('-o, --output <path>', 'write there instead; - is standard output')
    .option('--check', 'write nothing; show the difference, and exit 1 if there is any')
    .option('--watch', 'build again whenever a source changes')
    .option('--strict', 'let warnings fail, too')
    .option(
      '--reporter <name>',
      `how to tell what is wrong: ${reporterNames.join(', ')}`,
      toReporter,
    )
    .option('--quiet', 'tell of nothing but errors')
    .option('--no-color', 'write without colours');
}

function toReporter(name: string): ReporterName {
  const known = reporterNames.find((reporter) => reporter === name);
  if (known) return known;
  const near = nearest(name, reporterNames);
  throw new InvalidArgumentError(
    near ? `Did you mean ${near}?` : `Use one of ${reporterNames.join(', ')}.`,
  );
}

const EXAMPLES = `
Examples:
  $ starlight-credits init                 write a first credits.yaml
  $ starlight-credits import credits.md    turn a page into credits.yaml
  $ starlight-credits                      write the page of ./credits.yaml
  $ starlight-credits --check              fail in CI if the page is out of date
  $ starlight-credits --watch              write it again whenever the source changes
  $ starlight-credits a.yaml b.yaml        write the pages of several sources
  $ starlight-credits -o -                 print the page
  $ starlight-credits explain url-scheme   explain a diagnostic

Exit codes:
  0  done, or nothing to do
  1  the page is out of date (--check), or does not come back (import)
  2  it could not be done: an invalid source, an unreadable file, wrong usage
`;
