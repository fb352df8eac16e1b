/** The front matter of a page → keys of a source. */
import { isMap, isScalar, type Node, parseDocument, type Scalar } from 'yaml';
import type { Draft } from './draft.ts';
import { PageError } from './page.ts';

/** What front matter says. */
type FrontMatterParts = Pick<
  Draft,
  'title' | 'description' | 'notice' | 'comments' | 'frontMatter'
>;

/**
 * Takes front matter apart, the spelling of all but the title and the description kept.
 *
 * @throws {PageError} where it is no map of keys
 */
export function readFrontMatter(yaml: string): FrontMatterParts {
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    logLevel: 'error',
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error) throw broken(error.message, error.pos[0]);
  const parts: FrontMatterParts = { comments: [], frontMatter: [] };
  const { contents } = document;
  if (!contents) return { ...parts, comments: commentsIn(yaml.split('\n')) };
  if (!isMap(contents)) throw broken('it is no map of keys', 0);
  let from = 0;
  for (const [index, { key, value }] of contents.items.entries()) {
    const name = String((key as Scalar).value);
    const next = contents.items[index + 1]?.key as Node | undefined;
    const end = next ? lineAfter(value ?? key, yaml) : yaml.length;
    const lines = linesOf(contents.flow ? flowEntry(name, value, yaml) : yaml.slice(from, end));
    from = end;
    const comments = lines.slice(
      0,
      lines.findIndex((line) => !/^\s*(?:#|$)/.test(line)),
    );
    if (index === 0 && comments.length === 1 && comments[0]?.startsWith('# ')) {
      parts.notice = comments[0].slice(2);
      lines.shift();
      comments.shift();
    }
    if (name !== 'title' && name !== 'description') {
      parts.frontMatter.push({ key: name, lines });
      continue;
    }
    parts.comments.push(...commentsIn(comments));
    if (!value || (isScalar(value) && value.source === '' && value.type === 'PLAIN')) continue;
    if (!isScalar(value)) {
      throw broken(`"${name}" is not a text`, (value as Node).range?.[0] ?? 0);
    }
    parts[name] = String(value.value);
  }
  return parts;
}

/** The error at a place in front matter, which begins below a line of dashes. */
function broken(reason: string, offset: number): PageError {
  return new PageError('page-frontmatter', reason, offset + '---\n'.length);
}

/** Where the line ends that a value ends on. */
function lineAfter(node: unknown, yaml: string): number {
  const end = (node as Node).range?.[1] ?? 0;
  if (yaml[end - 1] === '\n') return end;
  const newline = yaml.indexOf('\n', end);
  return newline < 0 ? yaml.length : newline + 1;
}

/** An entry of a map in braces, as one of a map in lines. */
function flowEntry(name: string, value: unknown, yaml: string): string {
  const [start, end] = (value as Node | null)?.range ?? [0, 0];
  return `${name}: ${yaml.slice(start, end)}`.trimEnd();
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}

function commentsIn(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1));
}
