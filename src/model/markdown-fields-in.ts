import type { Markdown, Section } from '../types.ts';
import { flattenCredits, walkSections } from './walk-sections.ts';

/** Returns the Markdown fields of a page or section and of all sections inside it. */
export function markdownFieldsIn(content: Section): Set<Markdown> {
  const fields = new Set<Markdown>();
  for (const part of walkSections(content)) {
    if ('field' in part) fields.add(part.field);
    for (const credit of 'credits' in part ? flattenCredits(part.credits) : []) {
      if ('markdown' in credit) fields.add(credit);
      else if (credit.description) fields.add(credit.description);
    }
  }
  return fields;
}
