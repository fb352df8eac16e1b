import { DONE, type ExitCode, type Host } from '../file/host.ts';
import { jsonSchema } from '../model/json-schema.ts';

/** Prints the JSON Schema of a source. */
export function schema(host: Host): ExitCode {
  host.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return DONE;
}
