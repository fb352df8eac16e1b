import { creditLists, type ImportedSection } from '../model/imported-page.ts';

/** The number of credits, and how many of them are string credits. */
export interface CreditCounts {
  credits: number;
  markdown: number;
}

export function countCredits(imported: ImportedSection): CreditCounts {
  const credits = creditLists(imported).flatMap((list) =>
    list.credits.flatMap((credit) =>
      typeof credit === 'string' ? [credit] : [credit, ...(credit.credits ?? [])],
    ),
  );
  const markdown = credits.filter((credit) => typeof credit === 'string');
  return { credits: credits.length, markdown: markdown.length };
}
