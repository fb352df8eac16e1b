/** An imported page → the YAML of its source, as a person would have written it. */
import { Document, isMap, type Node, Pair, Scalar, type ScalarTag, YAMLMap, YAMLSeq } from 'yaml';
import type {
  FrontMatterEntry,
  ImportedCredit,
  ImportedCredits,
  ImportedEntry,
  ImportedPage,
  ImportedSection,
  KeyComments,
} from '../model/imported-page.ts';
import { schemaLine } from '../source/schema-line.ts';
import type { Person, Style } from '../types.ts';
import { assignPeopleIds, type PeopleIds, personText } from './people-ids.ts';
import { stylesBySection } from './styles-by-section.ts';

/** What the writing of a part needs to know of the whole. */
interface Whole {
  people: PeopleIds;
  styles: Map<ImportedSection, Style>;
}

/** The columns of the longest list on one line, and of the longest quoted text. */
const MAX_WIDTH = 80;

export function writeSource(imported: ImportedPage): string {
  const whole: Whole = { people: assignPeopleIds(imported), styles: stylesBySection(imported) };
  const { title, description, frontMatter, comments, output, notice, html, markdown } = imported;
  const { byId } = whole.people;
  const people = [...byId].map(([id, person]) => [id, personNode(person)] as const);
  const document = new Document(null, { schema: 'failsafe', customTags: [linesTag, markdownTag] });
  document.contents = pageNode([
    [
      { key: 'title', value: title, comments: comments.title },
      { key: 'description', value: description, comments: comments.description },
      {
        key: 'frontmatter',
        value: frontMatterNode(frontMatter),
        comments: { below: refusalsIn(frontMatter) },
      },
      { key: 'output', value: outputNode(output) },
      { key: 'notice', value: notice },
      { key: 'html', value: html },
      { key: 'markdown', value: markdown && mapNode(Object.entries(markdown)) },
      { key: 'style', value: styleNode(whole.styles.get(imported)) },
    ],
    [{ key: 'people', value: people.length > 0 ? mapNode(people) : undefined }],
    contentPairs(imported, whole).map(([key, value]) => ({ key, value })),
  ]) as never;
  return `${schemaLine()}\n${document.toString({ lineWidth: 0 })}`;
}

type Value = Node | string | number | boolean | undefined;

/** A key of the page. */
interface Entry {
  key: string;
  value: Value;
  comments?: Partial<KeyComments> | undefined;
}

/**
 * The keys of the page, in groups with an empty line between them. The comments of a key without a value
 * are written above the next one.
 */
function pageNode(groups: readonly (readonly Entry[])[]): YAMLMap {
  const map = new YAMLMap();
  let above: string[] = [];
  for (const group of groups) {
    let isFirst = map.items.length > 0;
    for (const { key, value, comments = {} } of group) {
      above.push(...(comments.above ?? []));
      const { beside } = comments;
      if (value === undefined) above.push(...(beside === undefined ? [] : [beside]));
      else {
        const [name, node] = [scalarNode(key), nodeOf(value)];
        name.spaceBefore = isFirst;
        name.commentBefore = above.map(commentText).join('\n');
        if (beside !== undefined) node.comment = commentText(beside);
        map.add(new Pair(name, node));
        above = [];
        isFirst = false;
      }
      above.push(...(comments.below ?? []));
    }
  }
  return map;
}

/** The text of a comment; an empty one would be an empty line. */
function commentText(text: string): string {
  return text || ' ';
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

function scalarNode(text: string): Scalar<string> {
  const node = new Scalar(text);
  // These are strings in a source, but other YAML tools read null.
  if (/^(?:~|null)?$/i.test(text)) node.type = 'QUOTE_DOUBLE';
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

/** YAML that is written below its key as it is on the page. */
class Lines {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }
}

const linesTag: ScalarTag = {
  tag: 'tag:starlight-credits,2026:lines',
  default: true,
  identify: (value) => value instanceof Lines,
  resolve: (text) => text,
  stringify: ({ value }) =>
    (value as Lines).lines
      .map((line) => (line.trim() === '' ? '\n' : `\n  ${line.trimEnd()}`))
      .join(''),
};

/** Front matter that Starlight accepts, with its formatting. */
function frontMatterNode(entries: readonly FrontMatterEntry[]): Node | undefined {
  const lines = entries.flatMap((entry) => (entry.refused === undefined ? entry.lines : []));
  // Empty lines after the title are not needed after the key.
  const from = lines.findIndex((line) => line.trim() !== '');
  return from < 0 ? undefined : new Scalar(new Lines(lines.slice(from)));
}

/** Front matter that Starlight does not accept, as comments. */
function refusalsIn(entries: readonly FrontMatterEntry[]): string[] {
  return entries.flatMap(({ lines, refused }) =>
    refused === undefined
      ? []
      : [
          ` Starlight does not take this: ${refused}`,
          ...lines.map((line) => `   ${line}`.trimEnd()),
        ],
  );
}

function outputNode({ path, frontmatter, title }: ImportedPage['output']): Node {
  if (frontmatter === undefined && title === undefined) return scalarNode(path);
  return mapNode(Object.entries({ path, frontmatter, title }), { flow: true });
}

/** The keys of a section but for its title, in the order in which they are shown. */
function contentPairs(section: ImportedSection, whole: Whole): [string, Value][] {
  const { intro, credits, sections, outro } = section;
  return [
    ['intro', intro && markdownNode(intro.markdown)],
    ['credits', credits && creditsNode(credits, whole)],
    ['sections', sections.length > 0 ? sectionsNode(sections, whole) : undefined],
    ['outro', outro && markdownNode(outro.markdown)],
  ];
}

function sectionsNode(sections: readonly ImportedSection[], whole: Whole): Node {
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

/** Markdown: blocks as lines, and anything else on a line that is quoted only if it is short. */
class Markdown {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The tag of strings in YAML. */
const STRING = 'tag:yaml.org,2002:str';

const markdownTag: ScalarTag = {
  tag: 'tag:starlight-credits,2026:markdown',
  default: true,
  identify: (value) => value instanceof Markdown,
  resolve: (text) => text,
  stringify({ value }, context) {
    const { text } = value as Markdown;
    const strings = context.doc.schema?.tags.find(({ tag }) => tag === STRING) as ScalarTag;
    const written = (scalar: Scalar) => strings.stringify?.(scalar, context) as string;
    const block = new Scalar(`${text}\n`);
    block.type = text.includes('\n') ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED';
    if (block.type === 'BLOCK_LITERAL') return written(block);
    const line = written(scalarNode(text));
    return text.length > MAX_WIDTH && line !== text ? written(block) : line;
  },
};

function markdownNode(markdown: string): Node {
  return new Scalar(new Markdown(markdown));
}

function creditsNode({ credits }: ImportedCredits, whole: Whole): Node {
  return listNode(credits.map((credit) => creditNode(credit, whole)));
}

function creditNode(credit: ImportedCredit, whole: Whole): Node {
  if (typeof credit === 'string') return markdownNode(credit);
  const { name, url, version, by, license, description, links, credits }: ImportedEntry = credit;
  return mapNode([
    ['name', name],
    ['url', url],
    ['version', version],
    ['by', by && byNode(by, whole)],
    ['license', license],
    ['description', description === undefined ? undefined : markdownNode(description)],
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
