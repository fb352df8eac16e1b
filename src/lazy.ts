/**
 * What is loaded when it is first needed, and without waiting, so that a parser can stay
 * synchronous as unified wants it. Node loads ES modules this way from 20.19 and 22.12 on.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const fromMarkdown = () =>
  require('mdast-util-from-markdown') as typeof import('mdast-util-from-markdown');
export const gfm = () =>
  require('micromark-extension-gfm') as typeof import('micromark-extension-gfm');
export const mdastGfm = () => require('mdast-util-gfm') as typeof import('mdast-util-gfm');
export const directive = () =>
  require('micromark-extension-directive') as typeof import('micromark-extension-directive');
export const mdastDirective = () =>
  require('mdast-util-directive') as typeof import('mdast-util-directive');
export const mdxjs = () =>
  require('micromark-extension-mdxjs') as typeof import('micromark-extension-mdxjs');
export const mdastMdx = () => require('mdast-util-mdx') as typeof import('mdast-util-mdx');
export const eastAsianWidth = () =>
  require('get-east-asian-width') as typeof import('get-east-asian-width');
// It exports the function itself, which its types do not say.
export const emojiRegex = () => (require('emoji-regex') as unknown as () => RegExp)();
export const githubSlugger = () => require('github-slugger') as typeof import('github-slugger');

/** This package's own version. */
export const version = () => (require('../package.json') as { version: string }).version;
