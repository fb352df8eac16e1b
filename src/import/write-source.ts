/** A draft → the YAML of a source, as a person would have written it. */
import { Document, isMap, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type {
  Draft,
  DraftCredit,
  DraftCredits,
  DraftEntry,
  DraftField,
  DraftSection,
  KeyComments,
} from '../model/draft.ts';
import { schemaLine } from '../source/schema-line.ts';
import type { Person, Style } from '../types.ts';
import { type People, peopleOfPage, personText } from './draft-people.ts';
import { stylesOf } from './draft-style.ts';

/** What the writing of a part needs to know of the whole. */
interface Whole {
  people: People;
  styles: Map<DraftSection, Style>;
}

/** The columns of the longest list on one line, and of the longest quoted text. */
const MAX_WIDTH = 80;

export function writeSource(draft: Draft): string {
  const whole: Whole = { people: peopleOfPage(draft), styles: stylesOf(draft) };
  const { title, description, comments, output, notice, html, markdown } = draft;
  const { byId } = whole.people;
  const people = [...byId].map(([id, person]) => [id, personNode(person)] as const);
  const blocks = [
    [
      commented(entry('title', title), comments.title),
      commented(entry('description', description), comments.description),
      frontMatterLines(draft),
      entry('output', output && outputNode(output)),
      entry('notice', notice),
      entry('html', html),
      entry('markdown', markdown && mapNode(Object.entries(markdown))),
      entry('style', styleNode(whole.styles.get(draft))),
    ].join(''),
    entry('people', people.length > 0 ? mapNode(people) : undefined),
    contentPairs(draft, whole)
      .map(([key, value]) => entry(key, value))
      .join(''),
  ];
  return `${schemaLine()}\n${blocks.filter(Boolean).join('\n')}`;
}

type Value = Node | string | number | boolean | undefined;

/** One key of the page and its value, or `''` without a value. */
function entry(key: string, value: Value): string {
  if (value === undefined) return '';
  const document = new Document(null, { schema: 'failsafe' });
  document.contents = mapNode([[key, value]]) as never;
  return document.toString({ lineWidth: 0 });
}

/** A line with the comments around it. */
function commented(line: string, { above = [], beside, below = [] }: Partial<KeyComments> = {}) {
  const text = beside === undefined ? line : `${line.trimEnd()} #${beside}\n`.trimStart();
  const linesOf = (comments: string[]) => comments.map((comment) => `#${comment}\n`).join('');
  return linesOf(above) + text + linesOf(below);
}

function mapNode(pairs: Iterable<readonly [string, Value]>, { flow = false } = {}): YAMLMap {
  const map = new YAMLMap();
  if (flow) map.flow = true;
  for (const [key, value] of pairs) {
    if (value !== undefined) map.add(new Pair(scalarNode(key), nodeOf(value)));
  }
  return map;
}

function nodeOf(value: Exclude<Value, undefined>): Node {
  if (typeof value === 'object') return value;
  return scalarNode(String(value));
}

function scalarNode(text: string, type?: Scalar.Type): Scalar {
  const node = new Scalar(text);
  // These are strings in a source, but other YAML tools read null.
  if (/^(?:~|null)?$/i.test(text)) node.type = 'QUOTE_DOUBLE';
  else if (type) node.type = type;
  return node;
}

function listNode(items: readonly Node[], { flow = false } = {}): YAMLSeq {
  const list = flow ? new FlowList() : new YAMLSeq();
  list.items = [...items];
  return list;
}

/** A list in brackets, which other than braces have no spaces inside, as Prettier writes them. */
class FlowList extends YAMLSeq {
  override flow = true;

  override toString(...[context, ...rest]: Parameters<YAMLSeq['toString']>): string {
    return super.toString(context && { ...context, flowCollectionPadding: '' }, ...rest);
  }
}

/** Front matter with its formatting. What Starlight does not accept becomes a comment. */
function frontMatterLines({ frontMatter: entries }: Draft): string {
  const taken = entries.filter(({ refused }) => refused === undefined);
  const written = taken.flatMap(({ lines }) => lines);
  // Empty lines after the title are not needed after the key.
  const from = written.findIndex((line) => line.trim() !== '');
  const indented = written.slice(from).map((line) => (line ? `  ${line}` : ''));
  const refused = entries.flatMap(({ lines, refused: reason }) =>
    reason === undefined
      ? []
      : [`# Starlight does not take this: ${reason}`, ...lines.map((line) => `#   ${line}`)],
  );
  return [...(taken.length > 0 ? ['frontmatter:', ...indented] : []), ...refused]
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function outputNode({ path, frontmatter, title }: NonNullable<Draft['output']>): Node {
  if (frontmatter === undefined && title === undefined) return scalarNode(path);
  return mapNode(Object.entries({ path, frontmatter, title }), { flow: true });
}

/** The keys of a section but for its title, in the order in which they are shown. */
function contentPairs(section: DraftSection, whole: Whole): [string, Value][] {
  const { intro, credits, sections, outro } = section;
  return [
    ['intro', intro && proseNode(intro)],
    ['credits', credits && creditsNode(credits, whole)],
    ['sections', sections.length > 0 ? sectionsNode(sections, whole) : undefined],
    ['outro', outro && proseNode(outro)],
  ];
}

function sectionsNode(sections: readonly DraftSection[], whole: Whole): Node {
  return listNode(
    sections.map((section, index) => {
      const map = mapNode([
        ['title', section.title],
        ['style', styleNode(whole.styles.get(section))],
        ...contentPairs(section, whole),
      ]);
      if (index > 0) map.spaceBefore = true;
      return map;
    }),
  );
}

function styleNode(style: Style | undefined): Node | undefined {
  if (!style) return;
  const { columns, labels, ...plain } = style;
  const pairs: [string, Value][] = [
    ...Object.entries(plain),
    [
      'columns',
      columns &&
        listNode(
          columns.map((column) => scalarNode(column)),
          { flow: true },
        ),
    ],
    ['labels', labels && mapNode(Object.entries(labels), { flow: true })],
  ];
  // A style of one or two words is one line.
  return mapNode(pairs, { flow: pairs.filter(([, value]) => value !== undefined).length < 3 });
}

function proseNode({ markdown }: DraftField): Node {
  return markdown.includes('\n')
    ? scalarNode(`${markdown}\n`, 'BLOCK_LITERAL')
    : lineNode(markdown);
}

/** A line of Markdown: as it is, where YAML lets it; quoted where it is short. */
function lineNode(markdown: string): Node {
  if (markdown.includes('\n')) return scalarNode(`${markdown}\n`, 'BLOCK_LITERAL');
  const [, asIs] = /^x: (.*)\n$/.exec(entry('x', markdown)) ?? [];
  const isLong = markdown.length > MAX_WIDTH && asIs !== markdown;
  return isLong ? scalarNode(`${markdown}\n`, 'BLOCK_FOLDED') : scalarNode(markdown);
}

function creditsNode({ credits }: DraftCredits, whole: Whole): Node {
  return listNode(credits.map((credit) => creditNode(credit, whole)));
}

function creditNode(credit: DraftCredit, whole: Whole): Node {
  if (typeof credit === 'string') return lineNode(credit);
  const { name, url, version, by, license, description, links, credits }: DraftEntry = credit;
  return mapNode([
    ['name', name],
    ['url', url],
    ['version', version],
    ['by', by && byNode(by, whole)],
    ['license', license],
    ['description', description === undefined ? undefined : lineNode(description)],
    [
      'links',
      links && listNode(links.map((link) => mapNode(Object.entries(link), { flow: true }))),
    ],
    ['credits', credits && listNode(credits.map((each) => creditNode(each, whole)))],
  ]);
}

function byNode(by: readonly Person[], { people }: Whole): Node {
  const nodes = by.map((person) => {
    const id = people.idOf(person);
    if (id !== undefined) return scalarNode(id);
    const text = personText(person);
    return text !== undefined && people.isAmbiguous(text)
      ? mapNode(Object.entries(person), { flow: true })
      : personNode(person);
  });
  const [only, other] = nodes;
  if (only && !other) return only;
  const width = by.reduce((sum, person) => sum + Object.values(person).join('').length + 6, 0);
  return listNode(nodes, { flow: width <= MAX_WIDTH && !nodes.some(isMap) });
}

function personNode(person: Person): Node {
  const text = personText(person);
  return text === undefined ? mapNode(Object.entries(person), { flow: true }) : scalarNode(text);
}
