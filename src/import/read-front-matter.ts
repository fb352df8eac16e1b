/** Reads the front matter of a page. */
import { type Document, isAlias, isMap, isScalar, type Node, type Scalar } from 'yaml';
import { wordingOf } from '../diagnostics/report.ts';
import { PageError } from '../markdown/markdown-page.ts';
import type { ImportedPage } from '../model/imported-page.ts';
import { frontMatterData } from '../source/front-matter-data.ts';
import { resolvePlain, scalarValue } from '../source/js-yaml-scalar.ts';
import { parseYaml } from '../source/parse-yaml.ts';
import { foldWhiteSpace } from '../text/visible-text.ts';

type FrontMatterParts = Pick<
  ImportedPage,
  'title' | 'description' | 'notice' | 'comments' | 'frontMatter'
>;

/** Returns the comment at the start of front matter, or `undefined` if there is none of one line. */
export function firstComment(yaml: string): string | undefined {
  return /^# ([^\n]*[^ \t\n])[ \t]*\n(?=[^\s#])/.exec(yaml)?.[1];
}

/**
 * Reads front matter. All keys except the title and the description keep their formatting.
 *
 * @param startsWithNotice whether a comment at the start is a notice
 * @throws {PageError} if the front matter is not a valid map
 */
export function readFrontMatter(yaml: string, startsWithNotice: boolean): FrontMatterParts {
  const document = parseFrontMatter(yaml);
  const parts: FrontMatterParts = { comments: {}, frontMatter: [] };
  const contents = document?.contents;
  if (!contents) return { ...parts, comments: { title: { above: commentsIn(yaml.split('\n')) } } };
  if (!isMap(contents)) throw frontMatterError('it is not a map', 0);
  const notice = startsWithNotice ? firstComment(yaml) : undefined;
  if (notice !== undefined) parts.notice = notice;
  let start = notice === undefined ? 0 : yaml.indexOf('\n') + 1;
  for (const [index, { key, value }] of contents.items.entries()) {
    const name = String((key as Scalar).value);
    const isLast = !contents.items[index + 1]?.key;
    const lineEnd = endOfLine(value ?? key, yaml);
    const end = isLast ? yaml.length : lineEnd;
    const lines = linesOf(contents.flow ? flowEntry(key, value, yaml) : yaml.slice(start, end));
    start = end;
    if (name !== 'title' && name !== 'description') {
      parts.frontMatter.push({ key: name, lines });
      continue;
    }
    const text = stringValue(name, value as Node | null, document);
    if (text !== undefined) parts[name] = text;
    const beside = commentBeside(value as Node | null, yaml);
    const keyIndex = lines.findIndex((line) => !/^\s*(?:#|$)/.test(line));
    parts.comments[name] = {
      above: commentsIn(lines.slice(0, keyIndex)),
      ...(beside !== undefined && { beside }),
      below: isLast ? commentsIn(linesOf(yaml.slice(lineEnd))) : [],
    };
  }
  return parts;
}

/** The maximum length. A page is read, built and compared, which parses its front matter six times. */
const MAX_LENGTH = 500_000;

/** @throws {PageError} if the YAML is invalid or too long */
function parseFrontMatter(yaml: string): Document | undefined {
  if (yaml.length > MAX_LENGTH) {
    const length = `${yaml.length.toLocaleString('en')} characters of front matter`;
    throw new PageError('markdown-too-long', length, 0);
  }
  return parseYaml(yaml, (code, range, values) => {
    throw frontMatterError(wordingOf(code, values).message, range?.start ?? 0);
  })?.document;
}

/** Returns a line for each key of front matter, with the value that js-yaml reads, to compare pages. */
export function frontMatterLines(yaml: string): string[] {
  const root = parseYaml(yaml, () => {})?.root;
  if (root?.kind !== 'map') return [];
  const { title, description, ...others } = frontMatterData(root);
  // Numbers and booleans are valid titles in a source, as their text.
  const textOf = (key: string) => {
    const value = root.entries.find((entry) => entry.key === key)?.value;
    const hasText = value?.kind === 'scalar' && scalarValue(value) !== null;
    return hasText ? foldWhiteSpace(value.value) : null;
  };
  // Starlight requires a title, and allows an empty one.
  return Object.entries({ title: textOf('title'), description: textOf('description'), ...others })
    .filter(([key, value]) => value !== null && (value !== '' || key === 'title'))
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
}

/** @param offset the offset in the YAML, which is below a line of dashes */
function frontMatterError(reason: string, offset: number): PageError {
  return new PageError('page-frontmatter', reason, offset + '---\n'.length);
}

/**
 * Returns the value of a key as a single line, or `undefined` if it is empty.
 *
 * @throws {PageError} if the value is a map or a list
 */
function stringValue(key: string, value: Node | null, document: Document): string | undefined {
  const target = isAlias(value) ? value.resolve(document) : value;
  if (!target) return;
  if (!isScalar(target)) throw frontMatterError(`"${key}" is not a string`, value?.range?.[0] ?? 0);
  const text = String(target.value);
  const isNull = target.type === 'PLAIN' && resolvePlain(text) === null;
  return isNull ? undefined : foldWhiteSpace(text) || undefined;
}

/** Returns the comment on the line of a value, or on the first line of a block scalar. */
function commentBeside(value: Node | null, yaml: string): string | undefined {
  if (isScalar(value) && value.type?.startsWith('BLOCK')) return value.comment ?? undefined;
  const end = value?.range?.[1] ?? 0;
  return /^[ \t]*#(.*)/.exec(yaml.slice(end))?.[1];
}

/** Returns the offset after the last line of a node. */
function endOfLine(node: unknown, yaml: string): number {
  const end = (node as Node).range?.[1] ?? 0;
  if (yaml[end - 1] === '\n') return end;
  const newline = yaml.indexOf('\n', end);
  return newline < 0 ? yaml.length : newline + 1;
}

/** Returns an entry of a flow map as an entry of a block map. */
function flowEntry(key: unknown, value: unknown, yaml: string): string {
  const yamlOf = (node: unknown) => {
    const [start, end] = (node as Node | null)?.range ?? [0, 0];
    return yaml.slice(start, end);
  };
  return `${yamlOf(key)}: ${yamlOf(value)}`.trimEnd();
}

/** Returns lines without the blank lines at the end. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}

function commentsIn(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1));
}
