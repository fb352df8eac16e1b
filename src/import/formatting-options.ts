/** Finds the `markdown` options that reproduce the formatting of a page. */
import type { Code, Heading, Link, List, ListItem, Nodes } from 'mdast';
import { eachNode } from '../markdown/each-node.ts';
import { type MarkdownPage, sliceOf, startOf } from '../markdown/markdown-page.ts';
import type { MarkdownOptions } from '../types.ts';

/** Built pages have no definitions, as references become links. */
type DetectedOptions = Omit<Required<MarkdownOptions>, 'tightDefinitions'>;

/** The default of each option, in the order in which a source lists them. */
const DEFAULT_OPTIONS: DetectedOptions = {
  bullet: '-',
  listItemIndent: 'one',
  emphasis: '_',
  strong: '*',
  rule: '-',
  ruleRepetition: 3,
  ruleSpaces: false,
  setext: false,
  closeAtx: false,
  fence: '`',
  fences: true,
  bulletOrdered: '.',
  bulletOther: '*',
  incrementListMarker: true,
  quote: '"',
  resourceLink: true,
};

/** The values of options that a node is formatted with, or `undefined` if it does not depend on one. */
type Vote = { [Option in keyof DetectedOptions]?: DetectedOptions[Option] | undefined };

/** Returns the options with which most nodes of a page are formatted, except defaults. */
export function formattingOf({ tree, body }: MarkdownPage): MarkdownOptions {
  const counts = new Map<string, Map<unknown, number>>();
  eachNode(tree, (node, index = 0, parent) => {
    for (const vote of votesOf(node, parent?.children[index - 1], body)) {
      for (const [option, value] of Object.entries(vote)) {
        if (value === undefined) continue;
        const values = counts.get(option) ?? new Map<unknown, number>();
        counts.set(option, values.set(value, (values.get(value) ?? 0) + 1));
      }
    }
  });
  const options: Record<string, unknown> = {};
  for (const [option, initial] of Object.entries(DEFAULT_OPTIONS)) {
    const values = counts.get(option) ?? new Map<unknown, number>();
    const maxCount = Math.max(0, ...values.values());
    const [mostFrequent] = [...values].find(([, count]) => count === maxCount) ?? [];
    if (maxCount > (values.get(initial) ?? 0)) options[option] = mostFrequent;
  }
  return withoutRedundantBullet(options);
}

/** Removes `bulletOther` if it equals `bullet`. */
function withoutRedundantBullet({ bulletOther, ...options }: MarkdownOptions): MarkdownOptions {
  const isOther =
    bulletOther !== undefined && bulletOther !== (options.bullet ?? DEFAULT_OPTIONS.bullet);
  return { ...options, ...(isOther && { bulletOther }) };
}

function votesOf(node: Nodes, previous: Nodes | undefined, body: string): Vote[] {
  const markdown = sliceOf(node, body);
  switch (node.type) {
    case 'list':
      return listVotes(node, previous, body);
    case 'emphasis':
      return [{ emphasis: markdown[0] === '*' ? '*' : '_' }];
    case 'strong':
      return [{ strong: markdown[0] === '_' ? '_' : '*' }];
    case 'thematicBreak': {
      const [rule] = markdown as '-' | '*' | '_';
      const ruleRepetition = markdown.replace(/[ \t]/g, '').length;
      return [{ rule: rule as '-', ruleRepetition, ruleSpaces: / /.test(markdown) }];
    }
    case 'heading':
      return [headingVote(node, markdown)];
    case 'code':
      return [codeVote(node, markdown)];
    case 'link':
      return [{ ...linkVote(node, markdown), quote: quoteOf(node.title, markdown) }];
    case 'image':
      return [{ quote: quoteOf(node.title, markdown) }];
    default:
      return [];
  }
}

function listVotes(list: List, previous: Nodes | undefined, body: string): Vote[] {
  const markers = list.children.map((item) => itemMarker(item, body));
  const indents = list.children.map((item, index): Vote => {
    const [content] = item.children;
    const oneSpace = (markers[index] ?? '').length + 1;
    const tabStop = Math.ceil(oneSpace / 4) * 4;
    const indent = content && item.checked == null ? startOf(content) - startOf(item) : undefined;
    if (oneSpace === tabStop || (indent !== oneSpace && indent !== tabStop)) return {};
    return { listItemIndent: indent === oneSpace ? 'one' : 'tab' };
  });
  if (!list.ordered) {
    const option = previous?.type === 'list' && !previous.ordered ? 'bulletOther' : 'bullet';
    return [...indents, ...markers.map((marker): Vote => ({ [option]: marker as '-' }))];
  }
  const [first = '', second] = markers;
  const isIncremented =
    second === undefined ? undefined : Number.parseInt(second, 10) !== Number.parseInt(first, 10);
  return [
    ...indents,
    { bulletOrdered: first.endsWith(')') ? ')' : '.', incrementListMarker: isIncremented },
  ];
}

function itemMarker(item: ListItem, body: string): string {
  return /^(?:[-*+]|\d+[.)])/.exec(sliceOf(item, body))?.[0] ?? '';
}

function headingVote({ depth, children }: Heading, markdown: string): Vote {
  const isAtx = markdown.startsWith('#');
  return {
    setext: depth <= 2 ? !isAtx : undefined,
    closeAtx: isAtx && children.length > 0 ? /[ \t]#+[ \t]*$/.test(markdown) : undefined,
  };
}

function codeVote({ lang }: Code, markdown: string): Vote {
  const [fence] = /^[`~]/.exec(markdown) ?? [];
  return { fence: fence as '~' | undefined, fences: lang ? undefined : fence !== undefined };
}

/** Returns the vote of a link whose text is its URL, which can be an autolink. */
function linkVote({ url, children: [text] }: Link, markdown: string): Vote {
  if (text?.type !== 'text' || url.replace(/^mailto:/, '') !== text.value) return {};
  if (!/^[a-z][a-z+.-]+:/i.test(url)) return {};
  return { resourceLink: markdown.startsWith('<') ? false : markdown.startsWith('[') || undefined };
}

function quoteOf(title: string | null | undefined, markdown: string): '"' | "'" | undefined {
  return title ? (/(["'])\)$/.exec(markdown)?.[1] as '"' | undefined) : undefined;
}
