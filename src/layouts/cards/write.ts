import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { Range, Report } from '../../diagnostics/report.ts';
import { flattenCredits } from '../../model/walk-sections.ts';
import type { NestedEntry } from '../../types.ts';
import type { Context, Layout } from '../layout.ts';
import { details } from '../line/write-parts.ts';
import { escapeHtml, htmlOf } from './inline-html.ts';

/**
 * Starlight's grids of cards: one that is a link for a credit with a URL, and one with content for
 * one without. A credit that is a text stands between two grids.
 */
export const cards: Layout = {
  nodes(credits, context) {
    const content: RootContent[] = [];
    let grid: MdxJsxFlowElement | undefined;
    for (const credit of flattenCredits(credits)) {
      if ('markdown' in credit) {
        content.push(paragraph(context.fields.phrasing(credit)));
        grid = undefined;
        continue;
      }
      if (!grid) {
        grid = element('CardGrid', {});
        content.push(grid);
      }
      grid.children.push(card(credit, context));
    }
    return content;
  },

  check(credits, { fields }, locate, report) {
    for (const credit of flattenCredits(credits)) {
      if ('markdown' in credit || credit.url === undefined) continue;
      if (credit.links?.length) report('card-links', locate(credit, 'links'), {});
      if (credit.by?.some(({ url }) => url !== undefined)) {
        report('card-links', locate(credit, 'by'), {});
      }
      if (credit.description) {
        const range = locate(credit, 'description');
        checkDescription(fields.phrasing(credit.description), range, report);
      }
    }
  },
};

function card(credit: NestedEntry, context: Context): MdxJsxFlowElement {
  const title = escapeHtml(credit.name);
  if (credit.url === undefined) {
    const children = details(credit, context, { named: false });
    return element('Card', { title }, children);
  }
  const description = htmlOf(details({ ...credit, links: [] }, context, { named: false }));
  return element('LinkCard', {
    title,
    href: encoded(credit.url),
    ...(description !== '' && { description }),
  });
}

function element(
  name: string,
  attributes: Record<string, string>,
  content: PhrasingContent[] = [],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({
      type: 'mdxJsxAttribute',
      name: key,
      value,
    })),
    children: content.length > 0 ? [paragraph(content)] : [],
  };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** A URL with what none can hold percent-encoded, as Markdown would. */
function encoded(url: string): string {
  return url.replace(/[\0- "<>\\^`{|}\x7f]/g, encodeURIComponent);
}

/** Reports what the description of a card that is a link cannot show: it is text in HTML. */
function checkDescription(
  content: PhrasingContent[],
  range: Range | undefined,
  report: Report,
): void {
  visit(paragraph(content), (node) => {
    const construct = UNFIT[node.type as keyof typeof UNFIT];
    if (construct) report('card-content', range, { construct });
    if (node.type === 'link' && !node.data?.literal) report('card-links', range, {});
  });
}

const UNFIT = {
  image: 'an image',
  mdxJsxTextElement: 'JSX',
  mdxTextExpression: 'an expression',
};
