/**
 * The front matter of most pages, a title and a description in words, without a serializer.
 *
 * MEASURED
 */
import type { FrontMatterContent } from './serialize-front-matter.ts';

/** Words that one version of YAML or another reads as more than text. */
const RESERVED = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

/** Scalars that need no quotes unless they are a reserved word. */
const PLAIN = /^[A-Za-z](?:[\w ,.;'"()/-]*[\w.;)'"/-])?$/;

/** The same YAML as `serializeFrontMatter` returns, or `undefined` if it is needed. */
export function frontMatterFastPath(content: FrontMatterContent): string | undefined {
  const { comment, title, description, source } = content;
  if (source || comment !== undefined || !isPlain(title) || !isPlain(description)) return;
  return [
    ...(title === undefined ? [] : [`title: ${title}`]),
    ...(description === undefined ? [] : [`description: ${description}`]),
  ].join('\n');
}

function isPlain(text = 'text'): boolean {
  return PLAIN.test(text) && !RESERVED.test(text);
}
