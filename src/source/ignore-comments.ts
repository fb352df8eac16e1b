import type { IgnoreComment } from '../diagnostics/settings.ts';
import { commentsOf, entryAfter } from './comments.ts';
import type { Source } from './source.ts';

const NAME = 'starlight-credits-ignore';

const IGNORE = new RegExp(`^#+[ \\t]*${NAME}(?![\\w-])[ \\t]*([^\\s:]*)`);

/** Returns the comments `# starlight-credits-ignore code: reason` of a source. */
export function ignoreComments(source: Source): IgnoreComment[] {
  const { text, root } = source;
  if (!text.includes(NAME)) return [];
  const found: IgnoreComment[] = [];
  for (const { start, end, text: written, isAlone } of commentsOf(source)) {
    const code = IGNORE.exec(written)?.[1];
    if (code === undefined) continue;
    const entry = entryAfter(root, end);
    found.push({
      ...{ start, end, code, isBeside: !isAlone },
      entry: entry && { start: entry.start, end: withComment(entry.end, text) },
    });
  }
  return found;
}

/** Returns the end of an entry with the comment beside it. */
function withComment(end: number, text: string): number {
  const comment = /[ \t]+#[^\r\n]*/y;
  comment.lastIndex = end;
  return comment.test(text) ? comment.lastIndex : end;
}
