/** What the reader of a page sees, as lines to compare. */
import type {
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { isCardsImport } from '../layouts/cards/read.ts';
import { canonicalHtml } from '../layouts/cards/read-html.ts';
import { inlineReferences } from '../markdown/inline-references.ts';
import { linkAddresses } from '../markdown/parse-markdown.ts';
import { CARD_ATTRIBUTES } from '../model/card-components.ts';
import { folded } from '../text/visible-text.ts';

/**
 * The text, links and images of a page in their order, a line for each block. Their Markdown
 * formatting makes no difference, nor does white space between blocks.
 */
export function readerLines(tree: Root): string[] {
  inlineReferences(tree);
  linkAddresses(tree);
  return new Reader(footnotesOf(tree)).lines(tree);
}

/** The footnotes that are shown, by their identifiers, in the order of their numbers. */
function footnotesOf(tree: Root): Map<string, FootnoteDefinition> {
  const defined = new Map<string, FootnoteDefinition>();
  const references: FootnoteReference[] = [];
  const referencesIn = (node: Nodes) =>
    visit(node, (inner) => {
      if (inner !== node && inner.type === 'footnoteDefinition') return SKIP;
      if (inner.type === 'footnoteReference') references.push(inner);
      return CONTINUE;
    });
  visit(tree, 'footnoteDefinition', (note) => {
    if (!defined.has(note.identifier)) defined.set(note.identifier, note);
  });
  const shown = new Map<string, FootnoteDefinition>();
  referencesIn(tree);
  // Footnotes are shown after everything else, and can refer to others.
  for (const { identifier } of references) {
    const note = defined.get(identifier);
    if (!note || shown.has(identifier)) continue;
    shown.set(identifier, note);
    referencesIn(note);
  }
  return shown;
}

/** Marks that change how text looks. */
type Mark = 'strong' | 'emphasis' | 'delete';

class Reader {
  readonly #footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly #identifiers: readonly string[];

  constructor(footnotes: ReadonlyMap<string, FootnoteDefinition>) {
    this.#footnotes = footnotes;
    this.#identifiers = [...footnotes.keys()];
  }

  lines(tree: Root): string[] {
    // Modules are loaded before anything is shown, and footnotes are shown last.
    const blocks = tree.children.filter((node) => !isCardsImport(node));
    const isModule = ({ type }: RootContent) => type === 'mdxjsEsm';
    const shown = [...blocks.filter(isModule), ...blocks.filter((node) => !isModule(node))];
    return [
      ...shown.flatMap((node) => this.#block(node, '')),
      ...[...this.#footnotes.values()].flatMap((note) =>
        note.children.flatMap((child) => this.#block(child, `${this.#markOf(note)}: `)),
      ),
      ...unboundIn(tree).map((name) => `<${name}> without an import`),
    ];
  }

  #markOf({ identifier }: FootnoteDefinition | FootnoteReference): string {
    return `[^${this.#identifiers.indexOf(identifier) + 1}]`;
  }

  #block(node: RootContent, before: string): string[] {
    const inner = (prefix: string) =>
      (node as { children: RootContent[] }).children.flatMap((child) =>
        this.#block(child, before + prefix),
      );
    switch (node.type) {
      case 'heading':
        return [`${before}${'#'.repeat(node.depth)} ${this.#inline(node.children)}`];
      case 'paragraph': {
        const text = this.#inline(node.children);
        return text ? [before + text] : [];
      }
      case 'list':
        return node.children.flatMap((item, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '• ';
          const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
          const lines = item.children.flatMap((child) => this.#block(child, before + mark + box));
          return lines.length > 0 ? lines : [before + mark + box];
        });
      case 'table':
        return node.children.map((row) => {
          // A row has as many cells as the head, whether it lacks some or has more.
          const columns = node.children[0]?.children ?? [];
          const cells = columns.map((_, column) => {
            const content = row.children[column]?.children ?? [];
            // Headings are bold anyway.
            const shown = row === node.children[0] ? content.flatMap(unbold) : content;
            return this.#inline(shown);
          });
          return `${before}| ${cells.join(' | ')} |`;
        });
      case 'blockquote':
        return inner('> ');
      case 'containerDirective':
        return [`${before}:::${node.name} ${JSON.stringify(node.attributes)}`, ...inner(': ')];
      case 'mdxJsxFlowElement':
        return [before + tagLine(node), ...inner('  ')];
      case 'definition':
      case 'footnoteDefinition':
      case 'yaml':
        return [];
      case 'thematicBreak':
        return [`${before}---`];
      case 'code':
        return [`${before}\`\`\`${node.lang ?? ''} ${node.meta ?? ''}`, ...node.value.split('\n')];
      default:
        return 'value' in node ? [before + folded(String(node.value))] : [];
    }
  }

  #inline(nodes: readonly PhrasingContent[]): string {
    return folded(this.#phrases(nodes, []).map(withMarks).join(''))
      .replaceAll('</b><b>', '')
      .replaceAll('</i><i>', '');
  }

  #phrases(nodes: readonly PhrasingContent[], marks: readonly Mark[]): [string, readonly Mark[]][] {
    return nodes.flatMap((node): [string, readonly Mark[]][] => {
      switch (node.type) {
        case 'text':
          return [[node.value, marks]];
        case 'strong':
        case 'emphasis':
        case 'delete':
          return this.#phrases(node.children, [...marks, node.type]);
        case 'link': {
          const title = node.title ? ` "${node.title}"` : '';
          return [
            ['[', []],
            ...this.#phrases(node.children, marks),
            [`](${normalizeUri(node.url)}${title})`, []],
          ];
        }
        case 'image':
          return [
            [
              `![${node.alt ?? ''}](${normalizeUri(node.url)}${node.title ? ` "${node.title}"` : ''})`,
              [],
            ],
          ];
        case 'inlineCode':
          return [[`\`${node.value}\``, []]];
        case 'break':
          return [['⏎', []]];
        case 'footnoteReference':
          return [[this.#markOf(node), []]];
        case 'mdxJsxTextElement':
          return [
            [tagLine(node), []],
            ...this.#phrases(node.children as PhrasingContent[], marks),
            ['</>', []],
          ];
        default:
          return 'value' in node ? [[String(node.value), []]] : [];
      }
    });
  }
}

/** The components for cards that a page uses and does not import. */
function unboundIn(tree: Root): string[] {
  const used = new Set<string>();
  const modules: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'mdxJsxFlowElement' && node.name) used.add(node.name);
    if (node.type === 'mdxjsEsm') modules.push(node.value);
  });
  return [...CARD_ATTRIBUTES.keys()].filter(
    (name) => used.has(name) && !modules.some((code) => new RegExp(`\\b${name}\\b`).test(code)),
  );
}

function unbold(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'strong' ? node.children : [node];
}

/** A piece of text with its marks; on punctuation and white space nobody sees them. */
function withMarks([text, marks]: [string, readonly Mark[]]): string {
  let result = text;
  if (marks.includes('delete')) result = `~${result}~`;
  if (marks.includes('emphasis')) result = surround(result, 'i');
  return marks.includes('strong') ? surround(result, 'b') : result;
}

function surround(text: string, name: string): string {
  return text.replace(
    /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su,
    (inner) => `<${name}>${inner}</${name}>`,
  );
}

function tagLine({ name, attributes }: { name: string | null; attributes: unknown[] }): string {
  const known = attributes as { type: string; name?: string; value?: unknown }[];
  const isCard = name !== null && CARD_ATTRIBUTES.has(name);
  const written = known.map(({ name: key, value }) => {
    if (value && typeof value === 'object') return `${key}={${(value as { value: string }).value}}`;
    if (key === undefined) return `{${value}}`;
    // Cards take HTML.
    const isHtml = isCard && typeof value === 'string' && key !== 'href';
    return `${key}=${isHtml ? canonicalHtml(value) : JSON.stringify(value)}`;
  });
  // Their order makes no difference, unless some are spread.
  const sorted = written.some((text) => text.startsWith('{')) ? written : written.sort();
  return `<${[name, ...sorted].join(' ')}>`;
}
