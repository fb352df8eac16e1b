/** The README, and the blocks of code in it. */
import { readFileSync } from 'node:fs';
import { root } from './paths.ts';

export const readme = readFileSync(`${root}/README.md`, 'utf8');

export interface Block {
  language: string;
  code: string;
}

export const readmeBlocks: readonly Block[] = [...readme.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(
  ([, language = '', code = '']) => ({ language, code }),
);

/** The code of the one block in a language that begins with a text. */
export function readmeBlock(language: string, start: string): string {
  const found = readmeBlocks.filter(
    (block) => block.language === language && block.code.startsWith(start),
  );
  const [only, other] = found;
  if (!only || other) throw new Error(`${found.length} blocks of ${language} begin with ${start}.`);
  return only.code;
}
