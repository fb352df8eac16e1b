import type { Code } from './codes.ts';
import markdown from './docs/*.md';

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

const DOCUMENT_PATTERN =
  /^# \S+\n\n(?<meaning>.+?)\n\n## Wrong\n\n```(?<language>yaml|console)\n(?<wrong>.*?)\n```\n\n## Right\n\n```\k<language>\n(?<right>.*?)\n```\n$/s;

export const documents = Object.fromEntries(
  Object.entries(markdown).map(([code, text]) => [code, parseDocument(code, text)]),
) as Record<Code, DiagnosticDocument>;

/** @throws {Error} if the document has another structure */
function parseDocument(code: string, markdown: string): DiagnosticDocument {
  const groups = DOCUMENT_PATTERN.exec(markdown)?.groups as
    | Pick<DiagnosticDocument, 'meaning' | 'language' | 'wrong' | 'right'>
    | undefined;
  if (!groups) throw new Error(`docs/${code}.md: expected a meaning, "Wrong" and "Right"`);
  const { meaning, language, wrong, right } = groups;
  const [summary = meaning] = /^.*?\.(?= [A-Z`]|$)/s.exec(meaning.replaceAll('\n', ' ')) ?? [];
  const text = `${meaning}\n\nWrong:\n\n${indent(wrong)}\n\nRight:\n\n${indent(right)}\n`;
  return { summary, meaning, language, wrong, right, markdown, text };
}

function indent(example: string): string {
  return example.replace(/^(?=.)/gm, '    ');
}
