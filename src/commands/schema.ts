import type { CommandProcess } from '../file/command-process.ts';
import { jsonSchema } from '../schema/json-schema.ts';
import { DONE, type ExitCode } from './exit-code.ts';

export function schemaCommand(process: CommandProcess): ExitCode {
  process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return DONE;
}
