import type { MarkdownOptions } from '../types.ts';

/** The defaults that differ from those of remark-stringify. */
export const defaultMarkdown = {
  bullet: '-',
  emphasis: '_',
  resourceLink: true,
  rule: '-',
} as const satisfies MarkdownOptions;
