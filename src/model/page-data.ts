/** A page as data: what its source says, without the places where it says so. */

import { frontMatterData } from '../frontmatter/front-matter-data.ts';
import type * as model from '../schema/credit-shape.ts';
import type { MarkdownField } from '../schema/markdown-field.ts';
import type { View as ModelView } from '../schema/output-shape.ts';
import type { Page as ModelPage } from '../schema/page-shape.ts';
import type { Section as ModelSection } from '../schema/section-shape.ts';
import type { Credit, Markdown, NestedEntry, Page, Section, View } from '../types.ts';

/** A page as JSON can say it, too. */
export function pageData({ frontmatter, output, people, ...section }: ModelPage): Page {
  return {
    ...sectionData(section),
    ...(frontmatter && { frontmatter: frontMatterData(frontmatter) }),
    ...(output && { output: output.map(viewData) }),
    ...(people && { people: Object.fromEntries(people) }),
  };
}

function viewData({ range: _, ...view }: ModelView): View {
  return view;
}

/** What a page and its sections have in common; all else stays as it is. */
function sectionData<S extends ModelSection>({ intro, credits, sections, outro, ...other }: S) {
  return {
    ...other,
    ...(intro && { intro: markdownData(intro) }),
    ...(credits && { credits: credits.map(creditData) }),
    ...(sections && { sections: sections.map((section): Section => sectionData(section)) }),
    ...(outro && { outro: markdownData(outro) }),
  };
}

function creditData(credit: model.Credit): Credit {
  if ('markdown' in credit) return markdownData(credit);
  const { credits, ...entry } = credit;
  return { ...entryData(entry), ...(credits && { credits: credits.map(nestedData) }) };
}

function nestedData(credit: model.NestedEntry | MarkdownField): NestedEntry | Markdown {
  return 'markdown' in credit ? markdownData(credit) : entryData(credit);
}

function entryData({ description, ...entry }: model.NestedEntry): NestedEntry {
  return { ...entry, ...(description && { description: markdownData(description) }) };
}

function markdownData({ markdown }: MarkdownField): Markdown {
  return { markdown };
}
