/** Writes `schema.json` on one line, which makes it a third smaller. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const schema = execFileSync(process.execPath, ['bin/starlight-credits.cjs', 'schema']);
writeFileSync('schema.json', `${JSON.stringify(JSON.parse(schema))}\n`);
