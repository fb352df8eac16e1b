import type { PhrasingContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range, Report } from '../../diagnostics/report.ts';
import { cardComponent } from '../../model/card-components.ts';
import { flattenCredits } from '../../model/walk-sections.ts';
import type { CheckLayout } from '../layout.ts';

/** In a card that is a link, the description is HTML without links. */
export const checkCards: CheckLayout = (credits, { fields, locate, report }) => {
  for (const credit of flattenCredits(credits)) {
    if ('markdown' in credit || cardComponent(credit) === 'Card') continue;
    if (credit.links?.length) report('card-links', locate(credit, 'links'), {});
    if (credit.by?.some(({ url }) => url !== undefined)) {
      report('card-links', locate(credit, 'by'), {});
    }
    if (credit.description) {
      const range = locate(credit, 'description');
      checkDescription(fields.phrasing(credit.description), range, report);
    }
  }
};

function checkDescription(
  children: PhrasingContent[],
  range: Range | undefined,
  report: Report,
): void {
  visit({ type: 'paragraph' as const, children }, (node) => {
    const construct = NOT_HTML[node.type as keyof typeof NOT_HTML];
    if (construct) report('card-content', range, { construct });
    if (node.type === 'link' && !node.data?.literal) report('card-links', range, {});
  });
}

const NOT_HTML = {
  image: 'an image',
  mdxJsxTextElement: 'JSX',
  mdxTextExpression: 'an expression',
};
