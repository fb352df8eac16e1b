import { type CommandProcess, DONE, type ExitCode } from '../file/command-process.ts';
import { jsonSchema } from '../schema/json-schema.ts';

/** Prints the JSON Schema of a source. */
export function schema(host: CommandProcess): ExitCode {
  host.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return DONE;
}
