import { readFileSync } from 'node:fs';
import { root } from './paths.ts';

export const packageJson = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
};
