/**
 * The front matter of most pages, a title and a description in words, without a serializer.
 *
 * Loading the serializer takes 4 ms, a tenth of the build of a small page (median CPU time of 15 runs
 * on Node 24). `test/fast-paths.test.ts` holds it equal to `serializeFrontMatter`.
 */
import type { FrontMatterContent } from './serialize-front-matter.ts';

/** Words that one version of YAML or another does not read as strings. */
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
