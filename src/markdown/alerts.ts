import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/report.ts';
import { markdownFieldsIn } from '../model/markdown-fields-in.ts';
import type { Place } from '../model/place.ts';
import type { Range } from '../text/range.ts';
import type { Markdown } from '../types.ts';

declare module 'mdast' {
  interface BlockquoteData {
    /** Whether the block quote is an alert of GitHub, whose first line is not escaped. */
    alert?: boolean;
  }
}

/**
 * The first line of an alert. Forks of the syntax have other names, and a title on the same line. A
 * parser that does not know an alert shows the same text, with or without an escape.
 */
const ALERT_START = /^>[ \t]*\[!([\w-]+)\](?![[(:])/;

/** An alert in a Markdown field. */
export interface FoundAlert {
  field: Markdown;
  /** As written. */
  name: string;
  rangeOf(): Range;
}

/** Marks alerts, and calls `onAlert` for each. To Markdown, they are block quotes. */
export function markAlerts(
  tree: Root,
  markdown: string,
  onAlert: (name: string, start: number | undefined, end: number | undefined) => void = () => {},
): void {
  if (!markdown.includes('[!')) return;
  visit(tree, 'blockquote', (node) => {
    const [first] = node.children;
    if (first?.type !== 'paragraph' || first.children[0]?.type !== 'text') return;
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    const [mark, name] = ALERT_START.exec(markdown.slice(start, end)) ?? [];
    if (mark === undefined || name === undefined) return;
    onAlert(name, start, start === undefined ? end : start + mark.length);
    node.data = { ...node.data, alert: true };
    // As a backslash, a hard break would be part of the line that has to be the mark alone.
    const [{ value }, next] = first.children;
    if (next?.type === 'break' && /^\[![\w-]+\]$/.test(value)) {
      first.children.splice(0, 2, { type: 'text', value: `${value}\n` });
    }
  });
}

/** The asides that mean the same as alerts. */
const ASIDES: Readonly<Record<string, string>> = {
  note: 'note',
  important: 'note',
  tip: 'tip',
  warning: 'caution',
  caution: 'danger',
};

/** Reports the alerts in a view for Starlight, which shows them as text. */
export function checkAlerts(
  { content }: Place,
  alerts: readonly FoundAlert[],
  report: Report,
): void {
  if (alerts.length === 0) return;
  const fields = markdownFieldsIn(content);
  for (const { field, name, rangeOf } of alerts) {
    if (!fields.has(field)) continue;
    const aside = ASIDES[name.toLowerCase()] ?? 'note';
    report('alert-in-starlight', rangeOf(), { name, aside });
  }
}
