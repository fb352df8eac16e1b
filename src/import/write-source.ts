/** Writes an imported page as the YAML of a source, in the formatting that a person would choose. */
import { Document, isMap, type Node, Pair, Scalar, type ScalarTag, YAMLMap, YAMLSeq } from 'yaml';
import { handleUrl } from '../model/handle-url.ts';
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
import type { Image, Page, Person, Style } from '../types.ts';
import { assignPeopleIds, exactPersonText, type PeopleIds } from './people-ids.ts';
import { stylesBySection } from './styles-by-section.ts';

/** What the parts of a source depend on. */
interface SourceContext {
  people: PeopleIds;
  styles: Map<ImportedSection, Style>;
  handles: Page['handles'];
}

/** The maximum width of a list on one line, and of a quoted string. */
const MAX_WIDTH = 80;

export function writeSource(imported: ImportedPage): string {
  const context: SourceContext = {
    people: assignPeopleIds(imported),
    styles: stylesBySection(imported),
    handles: imported.handles,
  };
  const { title, description, frontMatter, comments, output, notice, html, markdown } = imported;
  const { byId } = context.people;
  const people = [...byId].map(([id, person]) => [id, personNode(person)] as const);
  const document = new Document(null, {
    schema: 'failsafe',
    customTags: [rawLinesTag, markdownTag],
  });
  document.contents = pageNode([
    [
      { key: 'title', value: title, comments: comments.title },
      { key: 'description', value: description, comments: comments.description },
      {
        key: 'frontmatter',
        value: frontMatterNode(frontMatter),
        comments: { below: rejectionComments(frontMatter) },
      },
      { key: 'output', value: output && outputNode(output) },
      { key: 'notice', value: notice },
      { key: 'html', value: html },
      { key: 'handles', value: handlesNode(imported.handles) },
      { key: 'markdown', value: markdown && mapNode(Object.entries(markdown)) },
      { key: 'style', value: styleNode(context.styles.get(imported)) },
    ],
    [{ key: 'people', value: people.length > 0 ? mapNode(people) : undefined }],
    contentPairs(imported, context).map(([key, value]) => ({ key, value })),
  ]) as never;
  return `${schemaLine()}\n${document.toString({ lineWidth: 0 })}`;
}

type PairValue = Node | string | number | boolean | undefined;

/** A key of the page. It is left out if it has no value. */
interface PageKey {
  key: string;
  value: PairValue;
  comments?: Partial<KeyComments> | undefined;
}

/**
 * Creates the map of the page, with a blank line between groups of keys. The comments of a key without a
 * value are written above the next key.
 */
function pageNode(groups: readonly (readonly PageKey[])[]): YAMLMap {
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
        name.commentBefore = above.map(yamlComment).join('\n');
        if (beside !== undefined) node.comment = yamlComment(beside);
        map.add(new Pair(name, node));
        above = [];
        isFirst = false;
      }
      above.push(...(comments.below ?? []));
    }
  }
  return map;
}

/** Returns the text of a comment for `yaml`, which would write an empty one as a blank line. */
function yamlComment(text: string): string {
  return text || ' ';
}

function mapNode(pairs: Iterable<readonly [string, PairValue]>, { flow = false } = {}): YAMLMap {
  const map = new YAMLMap();
  if (flow) map.flow = true;
  for (const [key, value] of pairs) {
    if (value !== undefined) map.items.push(new Pair(scalarNode(key), nodeOf(value)));
  }
  return map;
}

function nodeOf(value: Exclude<PairValue, undefined>): Node {
  if (typeof value === 'object') return value;
  return scalarNode(String(value));
}

function scalarNode(text: string): Scalar<string> {
  const node = new Scalar(text);
  // Other YAML tools read these as null.
  if (/^(?:~|null)?$/i.test(text)) node.type = 'QUOTE_DOUBLE';
  return node;
}

function listNode(items: readonly Node[], { flow = false } = {}): YAMLSeq {
  const list = flow ? new FlowSequence() : new YAMLSeq();
  list.items = [...items];
  return list;
}

/** A flow sequence without spaces inside the brackets, as Prettier formats it. */
class FlowSequence extends YAMLSeq {
  override flow = true;

  override toString(...[context, ...rest]: Parameters<YAMLSeq['toString']>): string {
    return super.toString(context && { ...context, flowCollectionPadding: '' }, ...rest);
  }
}

/** Lines of YAML to write unchanged below a key. */
class RawLines {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }
}

const rawLinesTag: ScalarTag = {
  tag: 'tag:starlight-credits,2026:lines',
  default: true,
  identify: (value) => value instanceof RawLines,
  resolve: (text) => text,
  stringify: ({ value }) =>
    (value as RawLines).lines
      .map((line) => (line.trim() === '' ? '\n' : `\n  ${line.trimEnd()}`))
      .join(''),
};

/** Front matter that Starlight accepts, with its formatting. */
function frontMatterNode(entries: readonly FrontMatterEntry[]): Node | undefined {
  const lines = entries.flatMap((entry) => (entry.rejection === undefined ? entry.lines : []));
  // Blank lines below the title are not needed below `frontmatter`.
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? undefined : new Scalar(new RawLines(lines.slice(first)));
}

/** Front matter that Starlight does not accept, as comments. */
function rejectionComments(entries: readonly FrontMatterEntry[]): string[] {
  return entries.flatMap(({ lines, rejection }) =>
    rejection === undefined
      ? []
      : [
          ` Starlight does not accept this: ${rejection}`,
          ...lines.map((line) => `   ${line}`.trimEnd()),
        ],
  );
}

function handlesNode(handles: ImportedPage['handles']): PairValue {
  return typeof handles === 'object' ? mapNode(Object.entries(handles)) : handles;
}

function outputNode(view: Required<ImportedPage>['output']): Node {
  const { path, frontmatter, title, flavor } = view;
  if (Object.keys(view).length === 1) return scalarNode(path);
  return mapNode(Object.entries({ path, frontmatter, title, flavor }), { flow: true });
}

/** Returns the keys of a section that contain its content, in the order of the page. */
function contentPairs(section: ImportedSection, context: SourceContext): [string, PairValue][] {
  const { intro, credits, sections, outro } = section;
  return [
    ['intro', intro && markdownNode(intro.markdown)],
    ['credits', credits && creditsNode(credits, context)],
    ['sections', sections.length > 0 ? sectionsNode(sections, context) : undefined],
    ['outro', outro && markdownNode(outro.markdown)],
  ];
}

function sectionsNode(sections: readonly ImportedSection[], context: SourceContext): Node {
  return listNode(
    sections.map((section, index) => {
      const map = mapNode([
        ['title', section.title],
        ['style', styleNode(context.styles.get(section))],
        ...contentPairs(section, context),
      ]);
      if (index > 0) map.spaceBefore = true;
      return map;
    }),
  );
}

function styleNode(style: Style | undefined): Node | undefined {
  if (!style) return;
  const { columns, labels, ...plain } = style;
  const pairs: [string, PairValue][] = [
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
  // A style with one or two keys is on one line.
  return mapNode(pairs, { flow: pairs.filter(([, value]) => value !== undefined).length < 3 });
}

/**
 * Markdown to write as a string: as a literal block if it has several lines, as a folded block if it is
 * long and has to be quoted, and otherwise on the line of its key.
 */
class MarkdownString {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const STRING_TAG = 'tag:yaml.org,2002:str';

const markdownTag: ScalarTag = {
  tag: 'tag:starlight-credits,2026:markdown',
  default: true,
  identify: (value) => value instanceof MarkdownString,
  resolve: (text) => text,
  stringify({ value }, context) {
    const { text } = value as MarkdownString;
    const strings = context.doc.schema?.tags.find(({ tag }) => tag === STRING_TAG) as ScalarTag;
    const stringify = (scalar: Scalar) => strings.stringify?.(scalar, context) as string;
    const block = new Scalar(`${text}\n`);
    block.type = text.includes('\n') ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED';
    if (block.type === 'BLOCK_LITERAL') return stringify(block);
    const line = stringify(scalarNode(text));
    return text.length > MAX_WIDTH && line !== text ? stringify(block) : line;
  },
};

function markdownNode(markdown: string): Node {
  return new Scalar(new MarkdownString(markdown));
}

function creditsNode({ credits }: ImportedCredits, context: SourceContext): Node {
  return listNode(credits.map((credit) => creditNode(credit, context)));
}

function creditNode(credit: ImportedCredit, context: SourceContext): Node {
  if (typeof credit === 'string') return markdownNode(credit);
  const { name, url, image, version, by, license, description, links, credits }: ImportedEntry =
    credit;
  const person = creditedPerson(credit, context);
  return mapNode([
    ...(person
      ? personPairs(person, context)
      : ([
          ['name', name],
          ['url', url],
          ['image', imageNode(image)],
        ] as const)),
    ['version', version],
    ['by', by && byNode(by, context)],
    ['license', license],
    ['description', description === undefined ? undefined : markdownNode(description)],
    [
      'links',
      links && listNode(links.map((link) => mapNode(Object.entries(link), { flow: true }))),
    ],
    ['credits', credits && listNode(credits.map((each) => creditNode(each, context)))],
  ]);
}

/** Returns the person of a credit: a person with a handle, or one of `people` with the same name and URL. */
function creditedPerson(
  { person, name, url, image, by, version, license }: ImportedEntry,
  { people, handles }: SourceContext,
): Person | undefined {
  if (person || image || by || version !== undefined || license !== undefined) return person;
  const linked = url === undefined ? {} : { url };
  const candidates: Person[] = [{ name, ...linked }];
  const isLinked = url === undefined && handleUrl(name.slice(1), handles) !== undefined;
  if (name.startsWith('@') && !isLinked) candidates.push({ handle: name.slice(1), ...linked });
  return candidates.find((each) => people.idOf(each) !== undefined);
}

/** Returns the keys of a credit for a person. One without an id has the URL and picture beside it. */
function personPairs(person: Person, { people }: SourceContext): [string, PairValue][] {
  const id = people.idOf(person);
  if (id !== undefined) return [['person', id]];
  const { url, image, ...names } = person;
  const text = exactPersonText(names);
  const isText = text !== undefined && !people.isAmbiguous(text);
  return [
    ['person', isText ? text : mapNode(Object.entries(names), { flow: true })],
    ['url', url],
    ['image', imageNode(image)],
  ];
}

function byNode(by: readonly Person[], { people }: SourceContext): Node {
  const nodes = by.map((person) => {
    const id = people.idOf(person);
    if (id !== undefined) return scalarNode(id);
    const text = exactPersonText(person);
    return text !== undefined && people.isAmbiguous(text) ? personMap(person) : personNode(person);
  });
  const [only, other] = nodes;
  if (only && !other) return only;
  const width = by.reduce((sum, person) => sum + Object.values(person).join('').length + 6, 0);
  return listNode(nodes, { flow: width <= MAX_WIDTH && !nodes.some(isMap) });
}

function personNode(person: Person): Node {
  const text = exactPersonText(person);
  return text === undefined ? personMap(person) : scalarNode(text);
}

/** Writes a person on one line, or on several lines with a picture, which usually has a long URL. */
function personMap({ image, ...person }: Person): Node {
  return mapNode([...Object.entries(person), ['image', imageNode(image)]], { flow: !image });
}

function imageNode(image: Image | undefined): Node | undefined {
  if (!image) return;
  return 'src' in image && image.alt === undefined
    ? scalarNode(image.src)
    : mapNode(Object.entries(image), { flow: true });
}
