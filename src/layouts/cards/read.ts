/** Recognizes credits in a `CardGrid` of Starlight. */
import type { Paragraph, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { type MarkdownPage, parsePage } from '../../markdown/markdown-page.ts';
import { inlineField } from '../../markdown/markdown-slices.ts';
import { CARD_ATTRIBUTES, cardComponent } from '../../model/card-components.ts';
import type { ImportedCredits, ImportedEntry } from '../../model/imported-page.ts';
import { defaultStyle } from '../../model/style.ts';
import { stringify } from '../../stringify/stringify.ts';
import { type Phrase, phraseOf } from '../shared/phrase.ts';
import { splitBareHandle } from '../shared/read-handle.ts';
import { readParts } from '../shared/read-parts.ts';
import { creditOf } from '../shared/read-people.ts';
import { importedComponents } from './imports.ts';
import { readHtml, readHtmlText } from './read-html.ts';

/** Whether a block only imports card components. A built page with cards has this import anyway. */
export function isCardsImport(block: RootContent): boolean {
  const imported = block.type === 'mdxjsEsm' ? importedComponents(block.value) : [];
  return imported.length > 0 && imported.every((name) => CARD_ATTRIBUTES.has(name));
}

/** Returns the credits in a grid, or `undefined` if a card has content that a credit cannot have. */
export function readCards(
  grid: MdxJsxFlowElement,
  page: MarkdownPage,
): ImportedCredits | undefined {
  if (grid.name !== 'CardGrid' || grid.attributes.length > 0 || grid.children.length === 0) return;
  const credits = grid.children.map((child) =>
    child.type === 'mdxJsxFlowElement' ? readCard(child, page) : undefined,
  );
  if (credits.includes(undefined)) return;
  return { credits: credits as ImportedEntry[], style: { layout: 'cards' }, nodes: [grid] };
}

function readCard(card: MdxJsxFlowElement, page: MarkdownPage): ImportedEntry | undefined {
  const { title, href: url, description } = stringAttributes(card) ?? {};
  const name = title === undefined ? undefined : readHtmlText(title);
  const [content, more] = card.children;
  if (name === undefined || card.name !== cardComponent({ url })) return;
  if (url !== undefined) {
    if (content) return;
    return description === undefined ? { name, url } : withHtml({ name, url }, description);
  }
  if (more) return;
  if (!content) return { name };
  return content.type === 'paragraph' ? withLine({ name }, content, page) : undefined;
}

/** Returns the attributes of a card, or `undefined` if one is unknown or not a string. */
function stringAttributes({
  name: component,
  attributes,
}: MdxJsxFlowElement): Record<string, string> | undefined {
  const known = CARD_ATTRIBUTES.get(component ?? '') ?? [];
  const values: Record<string, string> = {};
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || !known.includes(attribute.name)) return;
    if (typeof attribute.value !== 'string') return;
    values[attribute.name] = attribute.value;
  }
  return values;
}

interface CardTitle {
  name: string;
  url?: string;
}

/** Returns a credit with the parts in a line, or with the line as its description if it has no such parts. */
function withLine(title: CardTitle, line: Paragraph, page: MarkdownPage): ImportedEntry {
  const phrase = phraseOf(line, page);
  return (
    (phrase && personWithLine(title, phrase)) ?? {
      ...title,
      ...((phrase && readParts(` ${phrase.text}`, defaultStyle, phrase)) ?? {
        description: inlineField(line, page),
      }),
    }
  );
}

/** Returns a person whose handle is at the start of a line, or `undefined` if it is anything else. */
function personWithLine(title: CardTitle, phrase: Phrase): ImportedEntry | undefined {
  const { handle, rest } = splitBareHandle(phrase.text, phrase);
  const parts = handle === undefined ? undefined : readParts(rest, defaultStyle, phrase);
  return parts && creditOf(title, handle, parts, phrase.page);
}

/** Returns a credit with the parts in HTML, or `undefined` if Markdown has no equivalent of a tag. */
function withHtml(title: CardTitle, html: string): ImportedEntry | undefined {
  const children = readHtml(html);
  if (!children) return;
  const paragraph: Paragraph = { type: 'paragraph', children };
  const markdown = stringify([paragraph], 'md').trim();
  // Handles in HTML are text.
  const page = parsePage(markdown, 'md');
  const [line] = page.tree.children;
  return line?.type === 'paragraph'
    ? withLine(title, line, page)
    : { ...title, description: markdown };
}
