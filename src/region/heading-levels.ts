import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/report.ts';
import type { ProseContent } from '../markdown/parse-fields.ts';
import type { Content } from '../model/select-content.ts';
import type { MarkdownField } from '../schema/markdown-field.ts';
import type { Locate } from '../schema/read-page.ts';
import { DEEPEST, HIGHEST } from '../schema/section-shape.ts';
import { rangeOf } from '../source/source.ts';

/** The highest level of the headings of a page: that of its sections, or a higher one in its texts. */
export function highestLevel(content: Content, prose: ProseContent): number {
  const { intro, sections = [], outro } = content;
  const inTexts = [intro, outro].flatMap((text) => (text ? headingsIn(text, prose) : []));
  return Math.min(
    HIGHEST,
    ...inTexts.map(({ depth }) => depth),
    ...sections.map((section) => highestLevel(section, prose)),
  );
}

function headingsIn(text: MarkdownField, prose: ProseContent): Heading[] {
  const headings: Heading[] = [];
  for (const block of prose.blocks(text)) {
    visit(block, 'heading', (heading) => {
      headings.push(heading);
    });
  }
  return headings;
}

/** Reports the headings of a page that would be too deep in a region. */
export function checkLevels(
  content: Content,
  level: number,
  path: string,
  prose: ProseContent,
  locate: Locate,
  report: Report,
): void {
  const inText = (text: MarkdownField) => {
    for (const heading of headingsIn(text, prose)) {
      const depth = heading.depth + level - HIGHEST;
      if (depth > DEEPEST) report('heading-depth', rangeOf(text.node), { depth, path });
    }
  };
  const inSections = ({ intro, sections = [], outro }: Content, depth: number): void => {
    if (intro) inText(intro);
    for (const section of sections) {
      if (section.title === undefined) inSections(section, depth);
      else if (depth <= DEEPEST) inSections(section, depth + 1);
      else report('heading-depth', locate(section, 'title'), { depth, path });
    }
    if (outro) inText(outro);
  };
  inSections(content, level);
}
