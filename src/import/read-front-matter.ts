/** The front matter of a page → keys of a source. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml';
import { wordingOf } from '../diagnostics/report.ts';
import { PageError } from '../markdown/markdown-page.ts';
import type { ImportedPage } from '../model/imported-page.ts';
import { frontMatterData } from '../source/front-matter-data.ts';
import { resolvePlain, scalarValue } from '../source/js-yaml-scalar.ts';
import { parseYaml } from '../source/parse-yaml.ts';
import { foldWhiteSpace } from '../text/visible-text.ts';

/** What front matter says. */
type FrontMatterParts = Pick<
  ImportedPage,
  'title' | 'description' | 'notice' | 'comments' | 'frontMatter'
>;

/** The text of a comment that front matter begins with, if it is one line. */
export function firstComment(yaml: string): string | undefined {
  return /^# ([^\n]*[^ \t\n])[ \t]*\n(?=[^\s#])/.exec(yaml)?.[1];
}

/**
 * Reads front matter. Everything except the title and the description keeps its formatting.
 *
 * @param takesNotice whether a first comment is a notice
 * @throws {PageError} if it is not a map
 */
export function readFrontMatter(yaml: string, takesNotice: boolean): FrontMatterParts {
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    logLevel: 'error',
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error) throw broken(error.message, error.pos[0]);
  parseYaml(yaml, (code, range, values) => {
    throw broken(wordingOf(code, values).message, range?.start ?? 0);
  });
  const parts: FrontMatterParts = { comments: {}, frontMatter: [] };
  const { contents } = document;
  if (!contents) return { ...parts, comments: { title: { above: commentsIn(yaml.split('\n')) } } };
  if (!isMap(contents)) throw broken('it is not a map', 0);
  const notice = takesNotice ? firstComment(yaml) : undefined;
  if (notice !== undefined) parts.notice = notice;
  let from = notice === undefined ? 0 : yaml.indexOf('\n') + 1;
  for (const [index, { key, value }] of contents.items.entries()) {
    const name = String((key as Scalar).value);
    const next = contents.items[index + 1]?.key as Node | undefined;
    const end = next ? lineAfter(value ?? key, yaml) : yaml.length;
    const lines = entryLines(contents.flow ? flowEntry(key, value, yaml) : yaml.slice(from, end));
    from = end;
    if (name !== 'title' && name !== 'description') {
      parts.frontMatter.push({ key: name, lines });
      continue;
    }
    const text = stringValue(name, value as Node | null, document);
    if (text !== undefined) parts[name] = text;
    const beside = commentBeside(value as Node | null, yaml);
    const first = lines.findIndex((line) => !/^\s*(?:#|$)/.test(line));
    parts.comments[name] = {
      above: commentsIn(lines.slice(0, first)),
      ...(beside !== undefined && { beside }),
      below: next ? [] : commentsIn(entryLines(yaml.slice(lineAfter(value ?? key, yaml)))),
    };
  }
  return parts;
}

/** What the front matter of a page says, as js-yaml reads it: a line for each key. */
export function frontMatterLines(yaml: string): string[] {
  const root = parseYaml(yaml, () => {})?.root;
  if (root?.kind !== 'map') return [];
  const { title, description, ...others } = frontMatterData(root);
  // Only text is valid there, so a number is as good as its text.
  const textOf = (key: string) => {
    const value = root.entries.find((entry) => entry.key === key)?.value;
    const isText = value?.kind === 'scalar' && scalarValue(value) !== null;
    return isText ? foldWhiteSpace(value.value) : '';
  };
  return Object.entries({ title: textOf('title'), description: textOf('description'), ...others })
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
}

/** The error at a place in front matter, which begins below a line of dashes. */
function broken(reason: string, offset: number): PageError {
  return new PageError('page-frontmatter', reason, offset + '---\n'.length);
}

/** The value of a key that holds text, in one line, or `undefined` if it is empty. */
function stringValue(key: string, value: Node | null, document: Document): string | undefined {
  const target = isAlias(value) ? value.resolve(document) : value;
  if (!target) return;
  if (!isScalar(target)) throw broken(`"${key}" is not a string`, value?.range?.[0] ?? 0);
  const text = String(target.value);
  const isNull = target.type === 'PLAIN' && resolvePlain(text) === null;
  return isNull ? undefined : foldWhiteSpace(text) || undefined;
}

/** The comment on the line of a value; that of a block is on its first line. */
function commentBeside(value: Node | null, yaml: string): string | undefined {
  if (isScalar(value) && value.type?.startsWith('BLOCK')) return value.comment ?? undefined;
  const end = value?.range?.[1] ?? 0;
  return /^[ \t]*#(.*)/.exec(yaml.slice(end))?.[1];
}

/** Where the line ends that a value ends on. */
function lineAfter(node: unknown, yaml: string): number {
  const end = (node as Node).range?.[1] ?? 0;
  if (yaml[end - 1] === '\n') return end;
  const newline = yaml.indexOf('\n', end);
  return newline < 0 ? yaml.length : newline + 1;
}

/** An entry of a map in braces, as one of a map in lines. */
function flowEntry(key: unknown, value: unknown, yaml: string): string {
  const written = (node: unknown) => {
    const [start, end] = (node as Node | null)?.range ?? [0, 0];
    return yaml.slice(start, end);
  };
  return `${written(key)}: ${written(value)}`.trimEnd();
}

function entryLines(text: string): string[] {
  const lines = text.split('\n');
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}

function commentsIn(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1));
}
