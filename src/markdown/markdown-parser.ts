import type { Root } from 'mdast';
import type { ParsingBudget } from './markdown-limits.ts';

/**
 * A parser of Markdown or MDX. It throws a `VFileMessage` if MDX is invalid, or its code takes too long
 * to parse, which spends the budget.
 */
export type MarkdownParser = (markdown: string, budget?: ParsingBudget) => Root;
