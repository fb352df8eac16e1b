/** The formatting of a page → the options that reproduce it. */
import type { Code, Heading, Link, List, ListItem, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { type MarkdownPage, sliceOf, startOf } from '../markdown/markdown-page.ts';
import type { MarkdownOptions } from '../types.ts';

type Options = Required<MarkdownOptions>;

/** For each option, how many nodes were written with each of its values. */
type Votes = { [Option in keyof Options]?: Map<Options[Option], number> };

type Vote = <Option extends keyof Options>(
  option: Option,
  value: Options[Option] | undefined,
  weight?: number,
) => void;

/** How a page without options is written, those first that change the most. */
const DEFAULTS: Omit<Options, 'tightDefinitions'> = {
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

/** The options in which most nodes of a page are written, without those that have their default. */
export function formattingOf({ tree, body }: MarkdownPage): MarkdownOptions {
  const votes: Votes = {};
  const vote: Vote = (option, value, weight = 1) => {
    if (value === undefined) return;
    const counts = (votes[option] ?? new Map()) as Map<unknown, number>;
    (votes as Record<string, unknown>)[option] = counts;
    counts.set(value, (counts.get(value) ?? 0) + weight);
  };
  visit(tree, (node, index = 0, parent) => {
    voteOf(node, parent?.children[index - 1], body, vote);
  });
  const options: Record<string, unknown> = {};
  for (const [option, initial] of Object.entries(DEFAULTS)) {
    const counts: ReadonlyMap<unknown, number> = votes[option as keyof Options] ?? new Map();
    const most = Math.max(...counts.values());
    const best = [...counts].find(([, count]) => count === most);
    if (best && most > (counts.get(initial) ?? 0)) options[option] = best[0];
  }
  return valid(options);
}

/** The marker of a list after another list is another one. */
function valid({ bulletOther, ...options }: MarkdownOptions): MarkdownOptions {
  const { bullet = DEFAULTS.bullet } = options;
  const isOther = bulletOther !== undefined && bulletOther !== bullet;
  return { ...options, ...(isOther && { bulletOther }) };
}

function voteOf(node: Nodes, before: Nodes | undefined, body: string, vote: Vote): void {
  const written = sliceOf(node, body);
  switch (node.type) {
    case 'list':
      return voteOfList(node, before, body, vote);
    case 'emphasis':
      return vote('emphasis', oneOf('_*', written[0]));
    case 'strong':
      return vote('strong', oneOf('_*', written[0]));
    case 'thematicBreak':
      vote('rule', oneOf('-*_', written[0]));
      vote('ruleRepetition', written.replace(/[ \t]/g, '').length);
      return vote('ruleSpaces', / /.test(written));
    case 'heading':
      return voteOfHeading(node, written, vote);
    case 'code':
      return voteOfCode(node, written, vote);
    case 'link':
      voteOfLink(node, written, vote);
      return vote('quote', quoteIn(node.title, written));
    case 'image':
      return vote('quote', quoteIn(node.title, written));
    default:
  }
}

function oneOf<Characters extends string>(
  characters: Characters,
  character: string | undefined,
): never | undefined {
  return character !== undefined && characters.includes(character)
    ? (character as never)
    : undefined;
}

function voteOfList(list: List, before: Nodes | undefined, body: string, vote: Vote): void {
  const [first, second] = list.children;
  const markerOf = (item: ListItem) => /^(?:[-*+]|\d+[.)])/.exec(sliceOf(item, body))?.[0] ?? '';
  const marker = first ? markerOf(first) : '';
  if (list.ordered) {
    vote('bulletOrdered', oneOf('.)', marker.at(-1)));
    if (second) {
      vote(
        'incrementListMarker',
        Number.parseInt(marker, 10) !== Number.parseInt(markerOf(second), 10),
      );
    }
  } else {
    const isAfterList = before?.type === 'list' && !before.ordered;
    vote(isAfterList ? 'bulletOther' : 'bullet', oneOf('-*+', marker), list.children.length);
  }
  for (const item of list.children) {
    const [content] = item.children;
    if (!content || typeof item.checked === 'boolean') continue;
    const indent = startOf(content) - startOf(item);
    const one = markerOf(item).length + 1;
    const tab = Math.ceil(one / 4) * 4;
    if (one !== tab && (indent === one || indent === tab)) {
      vote('listItemIndent', indent === one ? 'one' : 'tab');
    }
  }
}

function voteOfHeading({ depth, children }: Heading, written: string, vote: Vote): void {
  const isAtx = written.startsWith('#');
  if (depth <= 2) vote('setext', !isAtx);
  if (isAtx && children.length > 0) vote('closeAtx', /[ \t]#+[ \t]*$/.test(written));
}

function voteOfCode({ lang }: Code, written: string, vote: Vote): void {
  const fence = oneOf('`~', written[0]);
  vote('fence', fence);
  if (!lang) vote('fences', fence !== undefined);
}

function voteOfLink({ url, children: [text] }: Link, written: string, vote: Vote): void {
  if (text?.type !== 'text' || url.replace(/^mailto:/, '') !== text.value) return;
  if (written.startsWith('<')) vote('resourceLink', false);
  if (written.startsWith('[')) vote('resourceLink', true);
}

function quoteIn(title: string | null | undefined, written: string): '"' | "'" | undefined {
  return title ? oneOf(`"'`, /(["'])\)?$/.exec(written)?.[1]) : undefined;
}
