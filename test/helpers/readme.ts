/** The README and its code blocks. */
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

/** Returns the code of the only block of a language that starts with a string. */
function onlyBlock(language: string, start: string): string {
  const found = readmeBlocks.filter(
    (block) => block.language === language && block.code.startsWith(start),
  );
  const [only, other] = found;
  if (!only || other) {
    throw new Error(`${found.length} blocks of ${language} start with ${start}`);
  }
  return only.code;
}

// A test runs each of these.
export const endpointExample = onlyBlock('ts', 'import { readFileSync }');
export const examplesWithOwnTests: readonly string[] = [
  endpointExample,
  onlyBlock('ts', 'import { unified }'),
  onlyBlock('astro', '---'),
  onlyBlock('js', '// astro.config'),
  onlyBlock('yaml', 'repos:'),
];
