import type { RootContent } from 'mdast';
import type { Format } from '../types.ts';

/** The notice of a page as a comment in its body. */
export function noticeNode(notice: string, format: Format): RootContent {
  return format === 'md'
    ? {
        type: 'html',
        value: `<!-- ${notice.replace(/--+/g, (dashes) => [...dashes].join(' ')).replace(/-$/, '- ')} -->`,
      }
    : { type: 'mdxFlowExpression', value: `/* ${notice.replaceAll('*/', '* /')} */` };
}
