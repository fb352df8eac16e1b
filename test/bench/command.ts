/** The command as the package says that it is to be found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../helpers/paths.ts';

const { bin } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
export const command = join(root, bin['starlight-credits']);
