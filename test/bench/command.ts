/** The path of the built command, from `bin` in package.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../helpers/paths.ts';

const { bin } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
export const command = join(root, bin['starlight-credits']);
