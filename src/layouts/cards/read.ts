/** Recognizes credits in a `CardGrid` of Starlight. */
import type { Paragraph, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { type MarkdownPage, parsePage } from '../../markdown/markdown-page.ts';
import { inlineField } from '../../markdown/markdown-slices.ts';
import { CARD_ATTRIBUTES, cardComponent } from '../../model/card-components.ts';
import type { ImportedCredits, ImportedEntry } from '../../model/imported-page.ts';
import { defaultStyle } from '../../model/style.ts';
import { stringify } from '../../stringify/stringify.ts';
import { phraseOf } from '../shared/phrase.ts';
import { type LineParts, readParts } from '../shared/read-parts.ts';
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
    const parts = description === undefined ? {} : htmlParts(description);
    return parts && { name, url, ...parts };
  }
  if (more) return;
  if (!content) return { name };
  return content.type === 'paragraph' ? { name, ...paragraphParts(content, page) } : undefined;
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

/** Returns the parts of a credit after its name. A line without such parts is a description. */
function paragraphParts(line: Paragraph, page: MarkdownPage): LineParts {
  const phrase = phraseOf(line, page);
  const parts = phrase && readParts(` ${phrase.text}`, defaultStyle, phrase);
  return parts ?? { description: inlineField(line, page) };
}

/** Returns the parts of a credit in HTML, or `undefined` if Markdown has no equivalent of a tag. */
function htmlParts(html: string): LineParts | undefined {
  const children = readHtml(html);
  if (!children) return;
  const paragraph: Paragraph = { type: 'paragraph', children };
  const markdown = stringify([paragraph], 'md').trim();
  const page = parsePage(markdown, 'md');
  const [line] = page.tree.children;
  return line?.type === 'paragraph' ? paragraphParts(line, page) : { description: markdown };
}
