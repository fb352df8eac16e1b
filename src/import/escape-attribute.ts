import { escapeHtml } from '../text/escape-html.ts';

/** Escapes the value of an HTML attribute. In a table, a vertical bar would end the cell. */
export function escapeAttribute(value: string): string {
  return escapeHtml(value, /[&"<|]/g);
}
