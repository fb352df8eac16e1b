/** The formatting of a page → the options that reproduce it. */
import type { Code, Heading, Link, List, ListItem, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { type MarkdownPage, sliceOf, startOf } from '../markdown/markdown-page.ts';
import type { MarkdownOptions } from '../types.ts';

/** References are built as links, so that no page has definitions. */
type Options = Omit<Required<MarkdownOptions>, 'tightDefinitions'>;

/** The default of each option, in the order in which a source lists them. */
const DEFAULTS: Options = {
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

/** An option with the value that a node was written with, if it shows one. */
type Vote = { [Option in keyof Options]?: Options[Option] | undefined };

/** The options with which most nodes of a page were written, except those at their default. */
export function formattingOf({ tree, body }: MarkdownPage): MarkdownOptions {
  const counts = new Map<string, Map<unknown, number>>();
  visit(tree, (node, index = 0, parent) => {
    for (const vote of votesOf(node, parent?.children[index - 1], body)) {
      for (const [option, value] of Object.entries(vote)) {
        if (value === undefined) continue;
        const values = counts.get(option) ?? new Map<unknown, number>();
        counts.set(option, values.set(value, (values.get(value) ?? 0) + 1));
      }
    }
  });
  const options: Record<string, unknown> = {};
  for (const [option, initial] of Object.entries(DEFAULTS)) {
    const values = counts.get(option) ?? new Map<unknown, number>();
    const most = Math.max(0, ...values.values());
    const [best] = [...values].find(([, count]) => count === most) ?? [];
    if (most > (values.get(initial) ?? 0)) options[option] = best;
  }
  return withOtherBullet(options);
}

/** Removes `bulletOther` if it is the marker of all lists. */
function withOtherBullet({ bulletOther, ...options }: MarkdownOptions): MarkdownOptions {
  const isOther = bulletOther !== undefined && bulletOther !== (options.bullet ?? DEFAULTS.bullet);
  return { ...options, ...(isOther && { bulletOther }) };
}

function votesOf(node: Nodes, before: Nodes | undefined, body: string): Vote[] {
  const written = sliceOf(node, body);
  switch (node.type) {
    case 'list':
      return listVotes(node, before, body);
    case 'emphasis':
      return [{ emphasis: written[0] === '*' ? '*' : '_' }];
    case 'strong':
      return [{ strong: written[0] === '_' ? '_' : '*' }];
    case 'thematicBreak': {
      const [rule] = written as '-' | '*' | '_';
      const ruleRepetition = written.replace(/[ \t]/g, '').length;
      return [{ rule: rule as '-', ruleRepetition, ruleSpaces: / /.test(written) }];
    }
    case 'heading':
      return [headingVote(node, written)];
    case 'code':
      return [codeVote(node, written)];
    case 'link':
      return [{ ...linkVote(node, written), quote: quoteIn(node.title, written) }];
    case 'image':
      return [{ quote: quoteIn(node.title, written) }];
    default:
      return [];
  }
}

function listVotes(list: List, before: Nodes | undefined, body: string): Vote[] {
  const markers = list.children.map((item) => markerOf(item, body));
  const indents = list.children.map((item, index): Vote => {
    const [content] = item.children;
    const one = (markers[index] ?? '').length + 1;
    const tab = Math.ceil(one / 4) * 4;
    const indent = content && item.checked == null ? startOf(content) - startOf(item) : undefined;
    if (one === tab || (indent !== one && indent !== tab)) return {};
    return { listItemIndent: indent === one ? 'one' : 'tab' };
  });
  if (!list.ordered) {
    const option = before?.type === 'list' && !before.ordered ? 'bulletOther' : 'bullet';
    return [...indents, ...markers.map((marker): Vote => ({ [option]: marker as '-' }))];
  }
  const [first = '', second] = markers;
  const isSecond = second !== undefined && Number.parseInt(second, 10);
  return [
    ...indents,
    { bulletOrdered: first.endsWith(')') ? ')' : '.' },
    isSecond === false ? {} : { incrementListMarker: isSecond !== Number.parseInt(first, 10) },
  ];
}

function markerOf(item: ListItem, body: string): string {
  return /^(?:[-*+]|\d+[.)])/.exec(sliceOf(item, body))?.[0] ?? '';
}

function headingVote({ depth, children }: Heading, written: string): Vote {
  const isAtx = written.startsWith('#');
  return {
    setext: depth <= 2 ? !isAtx : undefined,
    closeAtx: isAtx && children.length > 0 ? /[ \t]#+[ \t]*$/.test(written) : undefined,
  };
}

function codeVote({ lang }: Code, written: string): Vote {
  const [fence] = /^[`~]/.exec(written) ?? [];
  return { fence: fence as '~' | undefined, fences: lang ? undefined : fence !== undefined };
}

/** The vote of a link whose text is its address. */
function linkVote({ url, children: [text] }: Link, written: string): Vote {
  if (text?.type !== 'text' || url.replace(/^mailto:/, '') !== text.value) return {};
  return { resourceLink: written.startsWith('<') ? false : written.startsWith('[') || undefined };
}

function quoteIn(title: string | null | undefined, written: string): '"' | "'" | undefined {
  return title ? (/(["'])\)$/.exec(written)?.[1] as '"' | undefined) : undefined;
}
