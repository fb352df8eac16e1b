/** The README, the pages of the documentation, and their code blocks. */
import { readdirSync, readFileSync } from 'node:fs';
import { root } from './paths.ts';

export interface Block {
  language: string;
  /** The path of a file whose content the block is. */
  title: string | undefined;
  /** The name of a screenshot of the page that the block builds. */
  picture: string | undefined;
  /** The other words after the language. */
  flags: readonly string[];
  code: string;
}

export interface Document {
  /** The path of the file in the repository. */
  path: string;
  text: string;
  blocks: readonly Block[];
}

const FENCE = /^( *)```(\w*)([^\n]*)\n(.*?)^\1```$/gms;

function readDocument(path: string): Document {
  const text = readFileSync(`${root}/${path}`, 'utf8');
  const blocks = [...text.matchAll(FENCE)].map(
    ([, indent = '', language = '', meta = '', code = '']) => ({
      language,
      title: /\btitle="(.*?)"/.exec(meta)?.[1],
      picture: /\bpicture="(.*?)"/.exec(meta)?.[1],
      flags: meta
        .replace(/\w+=".*?"/g, '')
        .split(' ')
        .filter(Boolean),
      code: code.replace(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
  return { path, text, blocks };
}

const PAGES = 'docs/src/content/docs';

/** Pages that are built from other files, whose examples have their own tests. */
const BUILT = /^(?:diagnostics|changelog|contributing|credits|security)\b/;

export const readme = readDocument('README.md');

/** The pages that are written by hand. */
export const pages: readonly Document[] = readdirSync(`${root}/${PAGES}`, { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => /\.mdx?$/.test(path) && !BUILT.test(path))
  .sort()
  .map((path) => readDocument(`${PAGES}/${path}`));

/** Returns the page of a path such as `start/new`. */
export function pageAt(path: string): Document {
  const found = pages.find((page) => page.path === `${PAGES}/${path}.md`);
  if (!found) throw new Error(`There is no page ${path}.`);
  return found;
}

/** Returns the code of the only block of a page that has a language and starts with a string. */
export function example({ path, blocks }: Document, language: string, start = ''): string {
  const found = blocks.filter(
    (block) => block.language === language && block.code.startsWith(start),
  );
  const [only, other] = found;
  if (!only || other) {
    throw new Error(`${path}: ${found.length} blocks of ${language} start with "${start}"`);
  }
  return only.code;
}

// A test runs each of these. knip reports an example that no test imports.
export const unifiedExample = example(pageAt('library'), 'ts', 'import { unified }');
export const endpointExample = example(pageAt('library'), 'ts', 'import { readFileSync }');
export const componentExample = example(pageAt('library'), 'astro');
export const astroConfigExample = example(pageAt('plugin'), 'js', 'import starlight');
export const preCommitExample = example(pageAt('ci'), 'yaml', 'repos:');
