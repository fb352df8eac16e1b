import type { PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { flattenCredits } from '../../model/walk-sections.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { percentEncode } from '../../text/percent-encode.ts';
import type { NestedEntry } from '../../types.ts';
import type { WriteContext, WriteLayout } from '../layout.ts';
import { lineOfPieces } from '../shared/line-of-pieces.ts';
import { phrasingOf } from '../shared/pieces.ts';
import { imagePieces } from '../shared/write-image.ts';
import { creditUrl, factLinePieces, linkPieces } from '../shared/write-parts.ts';
import { cardComponent } from './card-component.ts';
import { LINE_BREAK, SMALL } from './html-tags.ts';
import { escapeText, writeHtml } from './write-html.ts';

/**
 * Writes grids of Starlight's cards, all of the same kind. A string credit is a paragraph between two
 * grids.
 */
export const writeCards: WriteLayout = (credits, context) => {
  const all = flattenCredits(credits);
  const writeCard = cardComponent(all, context) === 'LinkCard' ? linkCard : contentCard;
  const content: RootContent[] = [];
  let grid: MdxJsxFlowElement | undefined;
  for (const credit of all) {
    if ('markdown' in credit) {
      content.push({ type: 'paragraph', children: context.fields.phrasing(credit) });
      grid = undefined;
      continue;
    }
    if (!grid) {
      grid = jsxElement('CardGrid', {});
      content.push(grid);
    }
    grid.children.push(writeCard(credit, context));
  }
  return content;
};

/** Returns a card that is a link, with text. */
function linkCard(credit: NestedEntry, context: WriteContext): MdxJsxFlowElement {
  const facts = writeHtml(lineOfPieces(context, factLinePieces(credit, context)));
  const lines = [
    facts && `<${SMALL}>${facts}</${SMALL}>`,
    writeHtml(credit.description ? context.fields.phrasing(credit.description) : []),
  ];
  const description = lines.filter(Boolean).join(LINE_BREAK);
  return jsxElement('LinkCard', {
    title: escapeText(credit.name),
    href: percentEncode(creditUrl(credit, context.handles) ?? ''),
    ...(description !== '' && { description }),
  });
}

/** Returns a card with a paragraph each for the picture, the facts, the description and the links. */
function contentCard(credit: NestedEntry, context: WriteContext): MdxJsxFlowElement {
  const { name, image, description } = credit;
  const url = creditUrl(credit, context.handles);
  const title = escapeText(name);
  const href = url === undefined ? undefined : escapeHtml(percentEncode(url), /&/g);
  return jsxElement(
    'Card',
    { title: href === undefined ? title : `<a href="${href}">${title}</a>` },
    phrasingOf(imagePieces(image, context)),
    smallText(lineOfPieces(context, factLinePieces(credit, context))),
    description ? context.fields.phrasing(description) : [],
    lineOfPieces(context, linkPieces(credit)),
  );
}

function smallText(children: PhrasingContent[]): PhrasingContent[] {
  if (children.length === 0) return [];
  const small: MdxJsxTextElement = {
    type: 'mdxJsxTextElement',
    name: SMALL,
    attributes: [],
    children,
  };
  return [small];
}

function jsxElement(
  name: string,
  attributes: Record<string, string>,
  ...paragraphs: PhrasingContent[][]
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({
      type: 'mdxJsxAttribute',
      name: key,
      value,
    })),
    children: paragraphs
      .filter((children) => children.length > 0)
      .map((children) => ({ type: 'paragraph', children })),
  };
}
