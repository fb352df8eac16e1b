/** Whether a page, or a part of one, shows the same after the way back. */

import { type MarkdownPage, parseBody, splitPage } from '../markdown/markdown-page.ts';
import type { DraftCredits } from '../model/draft.ts';
import { folded } from '../text/visible-text.ts';
import type { Format } from '../types.ts';
import { buildSource } from './build-source.ts';
import { valuesOf } from './read-front-matter.ts';
import { readerLines } from './reader-lines.ts';
import { writeSource } from './write-source.ts';

/** What the reader of a page sees, the front matter first. */
export function readerLinesOfText(text: string, format: Format): string[] {
  const { frontMatter, body } = splitPage(text);
  return readerLinesOfPage({ frontMatter, tree: parseBody(body, format) });
}

/** The same of a page that was taken apart, whose tree is not to be used afterwards. */
export function readerLinesOfPage({
  frontMatter,
  tree,
}: Pick<MarkdownPage, 'frontMatter' | 'tree'>): string[] {
  const { title, description, ...others } = valuesOf(frontMatter ?? '');
  const entries = Object.entries({
    title: shownAs(title),
    description: shownAs(description),
    ...others,
  });
  const shown = entries.filter(([, value]) => value !== undefined && value !== '');
  return [...shown.map(([key, value]) => `${key}: ${JSON.stringify(value)}`), ...readerLines(tree)];
}

function shownAs(value: unknown): unknown {
  return typeof value === 'string' ? folded(value) : value;
}

/**
 * Returns credits that are reproduced: all of them, or all but some that stay Markdown; `undefined`
 * if these differ, too.
 */
export function proven(
  credits: DraftCredits,
  html: boolean,
  { definitions, format }: MarkdownPage,
): DraftCredits | undefined {
  const comesBack = (some: DraftCredits) => {
    const page = { title: 'Title', comments: {}, frontMatter: [], sections: [], html };
    const built = buildSource(
      writeSource({ ...page, credits: some, output: WITHOUT_TITLE }),
      format,
    );
    if (built.error !== undefined) return false;
    const before = readerLines({
      type: 'root',
      children: structuredClone([...some.nodes, ...definitions.values()]),
    });
    const after = readerLinesOfText(built.text(), format);
    return shown(before) === shown(after);
  };
  if (comesBack(credits)) return credits;
  const { nodes, lines } = credits;
  const [list] = nodes;
  if (!lines || list?.type !== 'list') return;
  const mended = credits.credits.map((credit, index) => {
    const item = list.children[index];
    const only = {
      ...credits,
      credits: [credit],
      nodes: [{ ...list, children: item ? [item] : [] }],
    };
    return comesBack(only) ? credit : (lines[index] ?? credit);
  });
  const rest = { ...credits, credits: mended };
  return comesBack(rest) ? rest : undefined;
}

/** Lines to compare, without those about imports, which a part of a page does not have. */
function shown(lines: readonly string[]): string {
  return lines.filter((line) => !line.endsWith('> without an import')).join('\n');
}

/** The output of a page that shows its content only. */
const WITHOUT_TITLE = { path: 'page.md', frontmatter: false, title: 'none' } as const;
