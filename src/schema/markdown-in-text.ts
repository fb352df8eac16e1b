import type { Report } from '../diagnostics/report.ts';
import type { Range } from '../text/range.ts';

/** Characters that all markup below has. */
const MARK = /[*`~]\S|\]\(|&[#\w]+;|\\[*_`[\]<]|<\w/;

/** Links, and then other markup. Single marks, as in `C*` and `a_b`, are usual in names. */
const LINK = /(?<![\w\]]!?)!?\[[^\]\n]{0,200}\]\([^()\s]+\)|<https?:\/\/[^\s<>]+>/;
const MARKUP = [
  // `**strong**`, but not `2**3**4`
  /(?<![\w*\\])\*\*[^\s*](?:[^*]*[^\s*])?\*\*(?![\w*])/,
  // `*emphasis*`, but not `*.js*` or `*a and *b`
  /(?<![\w*\\/.])\*[A-Za-z\d\u00aa-\uffff](?:[^*]*[^\s*/.])?\*(?![\w*])/,
  /(?<![`\\])`[^`\s](?:[^`]*[^`\s])?`(?!`)/,
  /~~[^\s~](?:[^~]*[^\s~])?~~/,
  /&(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos|nbsp|copy|reg|trade|[nm]dash|hellip|\w(?:acute|grave|circ|uml|tilde|cedil));/i,
  /(?<!\\)\\[*_`[\]<]/,
  /<(\w+)(?: [^<>]*)?>[^<>]*<\/\1>/,
];

/** Reports Markdown in plain text, of which readers see the markup. */
export function reportMarkdown(text: string, range: Range, report: Report): void {
  if (!MARK.test(text)) return;
  const link = LINK.exec(text)?.[0];
  const found = link ?? MARKUP.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
  if (found) report('text-markdown', range, { found, isLink: link !== undefined });
}
