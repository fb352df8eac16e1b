import type { Code } from './codes.ts';
import documentParts, { type DocumentParts } from './docs/*.md';

/** The explanation of a diagnostic, from `docs/<code>.md`. */
export interface DiagnosticDocument {
  /** The first sentence of the meaning. */
  summary: string;
  /** One paragraph of Markdown, wrapped at 80 columns. */
  meaning: string;
  /** The language of both examples: `yaml` for sources, `console` for commands and other text. */
  language: 'yaml' | 'console';
  /** An example with the diagnostic. */
  wrong: string;
  /** The example without it. */
  right: string;
  /** The whole document as Markdown. */
  markdown: string;
  /** The whole document as plain text, without its title. */
  text: string;
}

export const documents = Object.fromEntries(
  Object.entries(documentParts).map(([code, parts]) => [code, documentOf(code, parts)]),
) as Record<Code, DiagnosticDocument>;

function documentOf(
  code: string,
  [meaning, wrong, right, language = 'yaml']: DocumentParts,
): DiagnosticDocument {
  const [summary = meaning] = /^.*?\.(?= [A-Z`]|$)/s.exec(meaning.replaceAll('\n', ' ')) ?? [];
  const fence = '```';
  const block = (example: string) => `${fence}${language}\n${example}\n${fence}\n`;
  const markdown = `# ${code}\n\n${meaning}\n\n## Wrong\n\n${block(wrong)}\n## Right\n\n${block(right)}`;
  const text = `${meaning}\n\nWrong:\n\n${indent(wrong)}\n\nRight:\n\n${indent(right)}\n`;
  return { summary, meaning, language, wrong, right, markdown, text };
}

function indent(example: string): string {
  return example.replace(/^(?=.)/gm, '    ');
}
